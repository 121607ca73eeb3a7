import type { FormField, ReportContent, ReportForm } from '../../src/domain/report-form.ts';

function field(key: string, kind: FormField['kind'], required = false): FormField {
  const maxLength = kind === 'text' ? 20 : null;
  return { key, label: key, shortLabel: key, kind, required, maxLength, source: 'II', aliases: [] };
}

/** A small form of every kind of field. */
export const FORM: ReportForm = {
  code: 'small',
  title: 'Small',
  fields: [
    field('hoi_nghi', 'count'),
    field('tin_bai', 'count'),
    field('kinh_phi', 'money'),
    field('ket_qua', 'text', true),
    field('vuong_mac', 'text'),
  ],
};

export const NOTHING_TO_REPORT: ReportContent = { nothingToReport: true, values: {} };

/** A report with these values and nothing else. */
export function report(values: ReportContent['values']): ReportContent {
  return { nothingToReport: false, values };
}
