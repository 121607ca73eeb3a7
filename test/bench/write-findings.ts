import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { type Finding, figure, holds } from './figures.ts';

/** Puts what was measured between the marks of that benchmark in a document; what stands around them is written by people. */
export function writeFindings(path: string, letter: string, findings: readonly Finding[], at: Date): void {
  const [begin, end] = [`<!-- bench:${letter} -->`, `<!-- /bench:${letter} -->`];
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for benchmark ${letter}`);
  const table = ['| measure | goal | measured | |', '| --- | --- | --- | --- |', ...findings.map(row)];
  const machine = `Written by \`npm run bench -- --only ${letter} --write\` on ${at.toISOString().slice(0, 10)}; ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)} at the end.`;
  writeFileSync(path, `${text.slice(0, from)}${begin}\n${machine}\n\n${table.join('\n')}\n${text.slice(to)}`);
}

function row(finding: Finding): string {
  const { what, value, goal, behind } = finding;
  const wanted = goal === null ? '' : 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
  const verdict = goal === null ? '' : holds(finding) ? 'holds' : '**missed**';
  return `| ${what} | ${wanted} | ${figure(value)} (${behind}) | ${verdict} |`;
}
