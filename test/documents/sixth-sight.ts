import { readFileSync } from 'node:fs';
import type { DocumentPart } from '../../src/domain/document-part.ts';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { readReportDocument } from '../../src/language/report-document.ts';
import { unitIn } from '../../src/understanding/name-unit.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';
import { type Judged, judge, type Truth } from './judge-sight.ts';

/** A document as our readers of .docx and .xlsx took it apart, and the truth about its figures. */
type Document = Truth & { parts: readonly DocumentPart[] };

/** What a second examiner from outside wrote and sent: `test/fixtures/sixth-sight/README.md`. */
export const SIXTH_SIGHT: readonly Document[] = readFileSync('test/fixtures/sixth-sight/documents.jsonl', 'utf8')
  .split('\n')
  .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

/** Every figure of every document, judged. */
export function judgeSixth(form: ReportForm): Judged[] {
  const figures = { ...form, fields: form.fields.filter(({ kind }) => kind !== 'text') };
  return SIXTH_SIGHT.flatMap((one) => judge(figures, one, readAsSent(form, one)));
}

/** One of them, by the number its author gave it. */
export function sixth(form: ReportForm, number: string) {
  const one = SIXTH_SIGHT.find(({ file }) => file.startsWith(`${number}-`));
  if (one === undefined) throw new Error(`no document ${number}`);
  return readAsSent(form, one);
}

function readAsSent(form: ReportForm, { parts, unit, period }: Pick<Document, 'parts' | 'unit' | 'period'>) {
  return readReportDocument(form, parts, {
    key: period,
    lastDay: period === '2026-11' ? '2026-11-28' : '2026-06-28',
    unitIn(line) {
      const code = unitIn(line, FROZEN_PLAN.units);
      return code === null ? null : { name: code, isOwn: code === unit };
    },
  });
}

/** A report of November told in these lines; a line with bars is a table's row. */
export function novemberReport(form: ReportForm, ...lines: readonly string[]) {
  const parts: DocumentPart[] = [{ kind: 'line', text: 'BÁO CÁO TUYÊN TRUYỀN THÁNG 11/2026' }];
  for (const line of lines) {
    const last = parts.at(-1);
    const row = line.split('|').map((cell) => cell.trim());
    if (row.length === 1) parts.push({ kind: 'line', text: line });
    else if (last?.kind === 'table') parts[parts.length - 1] = { kind: 'table', rows: [...last.rows, row] };
    else parts.push({ kind: 'table', rows: [row] });
  }
  return readAsSent(form, { parts, unit: 'HBG', period: '2026-11' });
}
