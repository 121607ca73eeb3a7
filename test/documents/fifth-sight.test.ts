import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { FIFTH_SIGHT, judgeFifth } from './fifth-sight.ts';
import { tableOf } from './fourth-sight.ts';

const [form] = JSON.parse(readFileSync(`${FROZEN_PLAN_DIR}/forms.json`, 'utf8')) as [ReportForm];

it('sixty-one documents of an examiner give nothing wrong as sure', () => {
  const judged = judgeFifth(form);
  if (process.env.SHOW_SIGHT !== undefined) {
    const odd = judged.filter(({ verdict }) => !['right', 'nothing there', 'asked rightly'].includes(verdict));
    const lines = odd.map((one) => `${one.file} ${one.field}: ${one.verdict}; is ${one.truth}, read as ${one.read}`);
    process.stdout.write(`${lines.join('\n')}\n\n${tableOf(form, judged)}\n`);
  }
  expect(FIFTH_SIGHT).toHaveLength(61);
  expect(judged.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
});
