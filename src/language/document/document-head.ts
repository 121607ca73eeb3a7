import type { DocumentPart } from '../../domain/document-part.ts';
import { fold } from '../fold.ts';
import { type ReportHeader, splitHeader } from '../report/report-header.ts';
import { periodsIn } from '../time/period-word.ts';

/** A date is no period: "Hải Dương, ngày 15 tháng 11 năm 2026". */
export const DATE =
  /ngày\s*[\d….]*\s*tháng\s*[\d….]*\s*năm\s*[\d….]*|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\/\d{1,2}(?!\d|\/)/giu;
const HEAD_LINES = 30;
const HEAD_ROWS = 8;
/** "Số: 214/BC-SYT", "Số: ....265..../BC-LĐLĐ"; a draft's has no number. */
const NUMBER = /^số\s*:[\s.…_]*(\d{1,5})[\s.…_]*([/-]\s*\p{Lu}[\p{Lu}\d&/-]{1,30})/iu;
const DAY = /ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(20\d\d)/iu;
/** "Báo cáo … (số 1520/BC-STC ngày 17/11/2026)". */
const IN_BRACKETS =
  /^báo cáo.*\(số\s*:?\s*(?<number>\d{1,5}\s*[/-]\s*\p{Lu}[\p{Lu}\d&/-]{1,30})(?:,?\s*ngày\s*(?<day>\d{1,2}[/.-]\d{1,2}[/.-]20\d\d))?/iu;
/** "(Kèm theo Báo cáo số 356/BC-UBND ngày 16/11/2026 của UBND huyện Tứ Kỳ)". */
const GOES_WITH =
  /kèm theo[^()]{0,60}?số\s*:?\s*(?<number>\d{1,5}\s*[/-]\s*\p{Lu}[\p{Lu}\d&/-]{1,30})(?:,?\s*ngày\s*(?<day>\d{1,2}[/.-]\d{1,2}[/.-]20\d\d))?/iu;

/** The lines above a report's own text: letterhead, title, and what stands in their cells. */
export function headLines(parts: readonly DocumentPart[]): string[] {
  return parts
    .slice(0, HEAD_LINES)
    .flatMap((part) => (part.kind === 'line' ? [part.text] : part.rows.slice(0, HEAD_ROWS).flat()))
    .flatMap((text) => text.split(/[\n\t]/))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Number, symbol and day of the report itself; null where its head has none. One that its text speaks of is another document's. */
export function ownNumber(head: readonly string[], isOwnUnit: (text: string) => boolean): string | null {
  const [, number, symbol = ''] = head.map((line) => NUMBER.exec(line)).find((match) => match !== null) ?? [];
  if (number !== undefined) {
    const [, day, month, year] = head.map((line) => DAY.exec(line)).find((match) => match !== null) ?? [];
    const named = `${number}${symbol.replace(/\s/g, '')}`;
    return day === undefined ? named : `${named} ngày ${day}/${month}/${year}`;
  }
  for (const line of head) {
    // A form that the department sent out comes back with the number of the department's letter.
    const goesWith = isOwnUnit(line) ? GOES_WITH.exec(line) : null;
    const { number: named, day } = (IN_BRACKETS.exec(line) ?? goesWith)?.groups ?? {};
    if (named !== undefined) return day === undefined ? named : `${named} ngày ${day}`;
  }
  return null;
}

/** The report that a file is for by its own words: the head of our own form, or the one period that its title names; null where it says neither. */
export function namedInHead(
  parts: readonly DocumentPart[],
  today: string,
): { header: ReportHeader } | { period: string } | null {
  const head = headLines(parts);
  const form = head.map(splitHeader).find((one) => one !== null);
  if (form !== undefined && form !== null) return { header: form.header };
  const titles = head.filter((line) => line.length < LONGEST_TITLE && TITLE.test(fold(line)));
  const [only, another] = new Set(titles.flatMap((line) => periodsIn(line.replace(DATE, ' '), today)));
  return only === undefined || another !== undefined ? null : { period: only };
}

const LEAST_LINES = 3;
/** "Kết quả: …" is a field of a report, and no title. */
const LABELLED = /^[^:]{2,40}:/u;

/** The one period that the title of a pasted report names; null where it has none, or names several. */
export function periodOfPasted(text: string, today: string): string | null {
  const lines = text.trim().split('\n');
  if (lines.length < LEAST_LINES) return null;
  const parts = lines.filter((line) => !LABELLED.test(line)).map((line) => ({ kind: 'line' as const, text: line }));
  const named = namedInHead(parts, today);
  return named !== null && 'period' in named ? named.period : null;
}

const LONGEST_TITLE = 200;
const TITLE = /^(?:bao cao|ket qua|tinh hinh|bieu|tong hop|so lieu|v\/v)/;
