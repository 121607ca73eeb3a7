import { expect, it } from 'vitest';
import type { ReportContent, ReportForm } from '../../src/domain/report-form.ts';
import { substanceOf } from '../../src/domain/report-substance.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const form = FROZEN_PLAN.forms[0] as ReportForm;
const report = (values: ReportContent['values'], nothingToReport = false): ReportContent => ({
  nothingToReport,
  values,
});

it.each<[string, ReportContent, string, string?]>([
  ['one figure above zero', report({ hoi_nghi: 0, nguoi_du: 3, ket_qua: 'x' }), 'figures'],
  ['half a million đồng', report({ kinh_phi: 0.5, ket_qua: 'x' }), 'figures'],
  ['figures, each of them zero', report({ hoi_nghi: 0, nguoi_du: 0, ket_qua: 'x' }), 'zeros'],
  ['words and no figure at all', report({ ket_qua: 'Đã tuyên truyền 3 buổi' }), 'words'],
  ['nothing to report', report({}, true), 'nothing'],
  ['on paper, and its figures still to be keyed in', report({}), 'to-come', 'paper'],
  ['on paper, with its number and no more', report({ van_ban: '12/BC-UBND ngày 16/11/2026' }), 'to-come', 'paper'],
  ['on paper, with words alone', report({ ket_qua: 'x' }), 'words', 'paper'],
  ['on paper, nothing to report', report({}, true), 'nothing', 'paper'],
])('%s', (_what, content, substance, via = 'line') => {
  expect(substanceOf(form, content, via)).toBe(substance);
});
