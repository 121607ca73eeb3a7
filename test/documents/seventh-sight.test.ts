import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { count } from './fourth-sight.ts';
import { judgeWhole, sentTo } from './sent-sight.ts';

const [form] = JSON.parse(readFileSync(`${FROZEN_PLAN_DIR}/forms.json`, 'utf8')) as [ReportForm];

it('forty documents of a third examiner give nothing wrong as sure', () => {
  const documents = sentTo('seventh-sight');
  expect(documents).toHaveLength(40);
  const judged = judgeWhole(form, documents);
  expect(judged.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  // At first sight 259 right, 43 asked with the true value among those offered, and 8 wrong as sure, four of them texts.
  expect(count(judged, 'right')).toBeGreaterThanOrEqual(280);
  expect(count(judged, 'right') + count(judged, 'asked, offered')).toBeGreaterThanOrEqual(324);
});

it('nor do the variants that he wrote afterwards', () => {
  const judged = judgeWhole(form, sentTo('seventh-sight', 'variants'));
  expect(judged.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
});
