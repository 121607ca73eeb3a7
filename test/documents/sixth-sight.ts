import type { DocumentPart } from '../../src/domain/document-part.ts';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { readAsSent, sentTo } from './sent-sight.ts';

export const SIXTH_SIGHT = sentTo('sixth-sight');

/** One of them, by the number its author gave it. */
export function sixth(form: ReportForm, number: string) {
  const one = SIXTH_SIGHT.find(({ file }) => file.startsWith(`${number}-`));
  if (one === undefined) throw new Error(`no document ${number}`);
  return readAsSent(form, one);
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
