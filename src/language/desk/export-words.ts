import type { ExportFormat } from '../../domain/print-order.ts';
import { fold } from '../fold.ts';

/** How people name the forms of a file, longest first where one is part of another. */
const FORMAT_WORDS: readonly (readonly [words: string, formats: readonly ExportFormat[]])[] = [
  ['ca word excel va anh', ['word', 'excel', 'picture']],
  ['tat ca', ['word', 'excel', 'picture']],
  ['tatca', ['word', 'excel', 'picture']],
  ['bang tinh', ['excel']],
  ['hinh anh', ['picture']],
  ['ban word', ['word']],
  ['word', ['word']],
  ['docx', ['word']],
  ['doc', ['word']],
  ['excel', ['excel']],
  ['exel', ['excel']],
  ['xlsx', ['excel']],
  ['csv', ['csv']],
  ['anh', ['picture']],
  ['hinh', ['picture']],
  ['png', ['picture']],
];
/** Words that say nothing here. */
const FILLING =
  /(^|\s)(?:file|tep|ban|dang|ra|cho toi|cho chi|cho em|cho anh|giup|voi|nhe|a|va|nua|luon|them|ca|chi|em|di|bao cao)(?=\s|$)/gu;
const CALENDAR = /(^|\s)(?:lich|lich bao cao|lich nam|lich treo tuong)(?=\s|$)/u;

/** What stands behind "/xuat": the forms asked for, the words that name the round, and whether it is the year's calendar. */
export interface ExportOrder {
  formats: readonly ExportFormat[];
  /** What names the round, folded; empty where nothing does. */
  rest: string;
  /** The calendar of that year, or of the year it is (null); undefined: no calendar. */
  calendar?: number | null;
}

export function readExportOrder(args: string): ExportOrder {
  let rest = ` ${fold(args)} `;
  if (CALENDAR.test(rest)) {
    const year = /\b(20\d{2})\b/u.exec(rest)?.[1];
    return { formats: [], rest: '', calendar: year === undefined ? null : Number(year) };
  }
  const formats: ExportFormat[] = [];
  for (const [words, meant] of FORMAT_WORDS) {
    if (!rest.includes(` ${words} `)) continue;
    rest = rest.replace(` ${words} `, ' ');
    formats.push(...meant.filter((format) => !formats.includes(format)));
  }
  return { formats, rest: rest.replace(FILLING, ' ').replace(FILLING, ' ').trim() };
}

/** "Xuất thư mời cho tất cả đơn vị ra excel": no report. */
export function asksForInvitations(rest: string): boolean {
  return /(?:^|\s)(?:thu moi|ma moi)(?=\s|$)/u.test(rest);
}
