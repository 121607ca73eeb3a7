import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { judgeSent, sentTo } from './sent-sight.ts';

const [form] = JSON.parse(readFileSync(`${FROZEN_PLAN_DIR}/forms.json`, 'utf8')) as [ReportForm];

it('sixty-one documents of an examiner give nothing wrong as sure', () => {
  const documents = sentTo('fifth-sight');
  expect(documents).toHaveLength(61);
  const judged = judgeSent(form, documents);
  expect(judged.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
});
