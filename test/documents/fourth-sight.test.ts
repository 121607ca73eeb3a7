import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { count, FOURTH_SIGHT, groupsOf, judgeFourth, tableOf } from './fourth-sight.ts';
import type { Judged } from './judge-sight.ts';

const [form] = JSON.parse(readFileSync('data/plan/forms.json', 'utf8')) as [ReportForm];

describe('forty documents of an author who had not seen the reader', () => {
  let judged: readonly Judged[];
  let groups: Record<string, readonly Judged[]>;

  beforeAll(async () => {
    judged = await judgeFourth(form);
    groups = groupsOf(form, judged);
    if (process.env.SHOW_SIGHT !== undefined) {
      const odd = judged.filter(({ verdict }) => !['right', 'nothing there', 'asked rightly'].includes(verdict));
      const lines = odd.map((one) => `${one.file} ${one.field}: ${one.verdict}; is ${one.truth}, read as ${one.read}`);
      process.stdout.write(`${lines.join('\n')}\n\n${tableOf(form, judged)}\n`);
    }
  });

  it('are all judged, every field of theirs once', () => {
    expect(FOURTH_SIGHT).toHaveLength(40);
    expect(judged).toHaveLength(40 * form.fields.length);
  });

  it('give no more wrong values as sure than they did at first sight', () => {
    const wrong = judged.filter(({ verdict }) => verdict === 'wrong');
    expect(wrong.map(({ file, field, read }) => [file, field, read])).toEqual([
      ['25-tp-chi-linh.docx', 'cong_ttdt', '75'],
    ]);
  });

  it('are read as far as they were at first sight', () => {
    const figures = groups['figures given'] ?? [];
    expect(count(figures, 'right')).toBeGreaterThanOrEqual(174);
    expect(count(groups['texts given'] ?? [], 'right')).toBeGreaterThanOrEqual(132);
  });
});
