import { readFileSync } from 'node:fs';
import type { DocumentPart } from '../../src/domain/document-part.ts';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { readReportDocument } from '../../src/language/report-document.ts';
import { unitIn } from '../../src/understanding/name-unit.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';
import { type Judged, judge, type Truth } from './judge-sight.ts';

/** A document as our readers of .docx and .xlsx took it apart, and the truth about its figures. */
type Document = Truth & { parts: readonly DocumentPart[] };

/** What an examiner from outside sent to the running bot: `test/fixtures/fifth-sight/README.md`. */
export const FIFTH_SIGHT: readonly Document[] = readFileSync('test/fixtures/fifth-sight/documents.jsonl', 'utf8')
  .split('\n')
  .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

/** Every figure of every document, judged. */
export function judgeFifth(form: ReportForm): Judged[] {
  const figures = { ...form, fields: form.fields.filter(({ kind }) => kind !== 'text') };
  return FIFTH_SIGHT.flatMap((one) => judge(figures, one, readAsSent(form, one)));
}

function readAsSent(form: ReportForm, { parts, unit, period }: Document) {
  return readReportDocument(form, parts, {
    key: period,
    lastDay: period === '2026-11' ? '2026-11-28' : '2026-06-28',
    unitIn(line) {
      const code = unitIn(line, FROZEN_PLAN.units);
      return code === null ? null : { name: code, isOwn: code === unit };
    },
  });
}
