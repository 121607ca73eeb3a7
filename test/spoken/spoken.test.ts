import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeMessage } from './grammar.ts';
import { type Judged, judgeAll, type Verdict } from './judge.ts';
import { KNOWN, RIGHT_AT_LEAST } from './known.ts';
import { table, told } from './show.ts';

/** More, and others: SPOKEN_RUNS=2000 SPOKEN_FROM=5000; SHOW_SPOKEN=1 prints the table and every failing sentence, or a file's name keeps them. */
const RUNS = Number(process.env.SPOKEN_RUNS ?? 60);
const FROM = Number(process.env.SPOKEN_FROM ?? 1);
const SHOW = process.env.SHOW_SPOKEN;

/** Never right to do, however rare: another figure than was said, or what was said gone without a word. */
const FAULTS = new Set<Verdict>(['wrong', 'lost']);

it(`what a liaison types is never taken wrongly as sure, nor lost without a word (${RUNS} messages)`, async () => {
  const all: Judged[] = [];
  await judgeAll(
    Array.from({ length: RUNS }, (_, at) => makeMessage(FROM + at)),
    (judged) => all.push(judged),
  );
  if (SHOW === '1') process.stdout.write(`${table(all)}\n${all.flatMap(told).join('\n')}\n`);
  else if (SHOW !== undefined) writeFileSync(SHOW, all.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const findings = all.flatMap((one) => one.findings);
  const faulty = all.filter((one) => one.findings.some(({ verdict }) => FAULTS.has(verdict)));
  expect(faulty.filter(({ message }) => !KNOWN.has(message.seed)).flatMap(told)).toEqual([]);
  const failing = new Set(faulty.map(({ message }) => message.seed));
  expect(all.flatMap(({ message: { seed } }) => (KNOWN.has(seed) && !failing.has(seed) ? [seed] : []))).toEqual([]);
  const right = findings.filter(({ verdict }) => verdict === 'right').length;
  expect(right / findings.length).toBeGreaterThan(RIGHT_AT_LEAST);
});
