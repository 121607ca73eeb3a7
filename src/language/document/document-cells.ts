import type { FormField } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';
import { parseCount } from '../number/numbers.ts';
import { parseField, readingsOf } from '../report/report-field.ts';
import { isDoubtful } from './document-doubt.ts';
import type { LabelRead } from './document-label.ts';
import { isMeasuredOtherwise } from './document-measure.ts';

/** What a document says of a field, and how surely. `values`: what it can mean, likeliest first. */
export interface Finding {
  field: FormField;
  /** The words it was read from. */
  said: string;
  /** What stands above the column that it was taken from. */
  column?: string;
  values: readonly (number | string)[];
  sure: boolean;
  /** It stands in a column or row that names the report's own period. */
  ofOwnPeriod?: boolean;
  /** A sentence tells it: it may be a part. */
  isProse?: boolean;
  /** It is told of another time, a part or a plan: meant only where nothing else is said of the field. */
  elsewhere?: boolean;
  /** The name beside its figure, where it has one, and the number that stands before it in its list. */
  label?: string;
  number?: string;
  /** That name can mean no other field, and says of no part: what else is named so is added, or is another matter. */
  isNamed?: boolean;
  /** Its own name is no field's: it goes on with the one before. */
  more?: boolean;
  /** The table it stands in; -1: the text. */
  place?: number;
}

/** Columns that hold no figure of this period. */
const OTHER_COLUMN =
  /^kh\b|luy ke|cong don|tu dau nam|ke hoach|chi tieu giao|(?:ky|thang|quy|nam) (?:truoc|lien truoc)|cung ky|so sanh|so voi|tang|giam|ty le|%|du kien|ghi chu|nguon|don vi tinh|\bdvt\b|thoi (?:luong|gian)|dien (?:tich|thoai)|don gia|luot (?:xem|truy cap)|^stt$|^tt$/;
const OWN_COLUMN =
  /(?:ky|thang|quy|nam) nay|trong (?:ky|thang|quy)|ky bao cao|ket qua|so luong|so lieu|thuc hien|gia tri|^so$|da lam|^th\b/;
/** "11 tháng": what came together since January. Six, nine and twelve may be the report's own period, and are asked of its name. */
const SINCE_JANUARY = /(?<![\p{L}\p{N}])0?(?:[2-578]|1[01]) thang(?! \d|\p{L})/u;
/** "Toàn huyện", "cộng toàn ngành", "cả tháng"; "toàn tỉnh", "toàn quốc" may be more than the unit. */
const TOTAL_COLUMN =
  /^(?:(?:tong(?: so| cong| hop)?|cong)(?: (?:thang|quy|ky|nam|chung))?|so lieu chung|(?:tong(?: so| cong)? |cong )?(?:toan (?!tinh|quoc|dan|cau|van|bo)\p{L}+(?: \p{L}+)?|ca (?:thang|ky|quy|don vi|huyen|nganh)))$/u;
type ColumnKind = 'own' | 'other' | 'unnamed';

export interface FigureCell {
  text: string;
  /** What stands above its column. */
  head?: string;
  kind: ColumnKind;
  /** Its column names the report's own period. */
  isNamed: boolean;
  /** It was a dash: none, or not counted. */
  isDash?: boolean;
}

/** The cell that surely is of this period, or all that may be. */
export function fromCells({ field, sure }: LabelRead, said: string, cells: readonly FigureCell[]): Finding[] {
  const ours = cells.filter(({ kind }) => kind === 'own');
  const named = ours.filter(({ isNamed }) => isNamed);
  const own = named.length > 0 ? named : ours;
  const unnamed = cells.filter(({ kind }) => kind === 'unnamed');
  const meant = own.length > 0 ? own : unnamed.length > 0 ? unnamed : cells;
  const reads = meant.map(({ text }) => readFigure(field, text));
  const values = reads.flatMap((read) => read.values);
  // "1.5" of things, "#REF!": something was said, and it is asked for.
  if (values.length === 0) return meant.length === 0 ? [] : [{ field, said, values, sure: false }];
  const [only] = meant;
  const isSure =
    sure &&
    meant.length === 1 &&
    only?.kind !== 'other' &&
    only?.isDash !== true &&
    !ESTIMATE.test(fold(only?.head ?? '')) &&
    !isDoubtful(only?.head?.split('\n').at(-1) ?? '') &&
    reads.every(({ isPlain }) => isPlain);
  const ofOwnPeriod = own.some(({ isNamed }) => isNamed);
  const column = meant.length === 1 ? (only?.head?.split('\n').at(-1) ?? '') : '';
  return [{ field, said, column, values: [...new Set(values)], sure: isSure && !isRough(said), ofOwnPeriod }];
}

/** "Tháng 11 (ước)": not yet what it came to. */
const ESTIMATE = /(?<!\p{L})uoc(?!\p{L})|tam tinh/u;

const DOUBTFUL_POINT = /^(\d{1,3})\.(\d{3}) ?(?:trieu|tr)(?:\W|$|\s*dong)/;

/** What a figure can mean, and whether it can mean nothing else. */
export function readFigure(field: FormField, text: string): { values: readonly (number | string)[]; isPlain: boolean } {
  // "88 tin/bài" names one thing twice.
  const read = parseField(field, text.replace(/(?<=\p{L}) ?\/ ?(?=\p{L})/gu, ', '));
  // Nobody spends thousands of millions on a conference: a point that may be a decimal's.
  const [, whole, decimals] = (field.kind === 'money' ? DOUBTFUL_POINT.exec(fold(text)) : null) ?? [];
  if (whole !== undefined)
    return { values: [Number(whole + decimals), Math.round(Number(`${whole}.${decimals}`) * 10) / 10], isPlain: false };
  return {
    values: readingsOf(read),
    isPlain: read.kind === 'ok' && !isMeasuredOtherwise(field, text) && !(/\d/.test(text) && isDoubtful(text)),
  };
}

/** A total that is not the sum of what it is the total of is asked about: one of them is wrong, and nobody but the unit knows which. */
export function checked(finding: Finding, parts: readonly string[]): Finding {
  const given = parts.filter(isFigure);
  const numbers = given.map((text) => readingsOf(parseField(finding.field, text)));
  const [total] = finding.values;
  if (given.length < 2 || typeof total !== 'number' || finding.field.kind !== 'count') return finding;
  const sum = numbers.reduce((all, [one]) => all + (typeof one === 'number' ? one : Number.NaN), 0);
  if (!Number.isFinite(sum) || sum === total) return finding;
  return { ...finding, values: [...new Set([...finding.values, sum])], sure: false };
}

/** Whether a column's own heading says that it is the sum of others. */
export function isTotalColumn(head: string): boolean {
  return TOTAL_COLUMN.test(plain(head.split('\n').at(-1) ?? ''));
}

/** What is in a column, as its headings say. */
export function columnKind(
  head: string,
  { periodIn }: { periodIn(text: string): 'own' | 'other' | null },
): Pick<FigureCell, 'kind' | 'isNamed'> {
  // Programs write "KY_BAO_CAO".
  // "Sở" is no "số".
  const said = fold(head.replaceAll('_', ' ').replace(/(?<!\p{L})sở(?!\p{L})/giu, 'cơ quan'));
  // The heading nearest to the figures says it best.
  const lines = withYears(head.split('\n'));
  const period = lines.map(periodIn).findLast((one) => one !== null) ?? null;
  if (period === 'other' || SINCE_JANUARY.test(said) || OTHER_COLUMN.test(said))
    return { kind: 'other', isNamed: false };
  return { kind: period === 'own' || OWN_COLUMN.test(said) ? 'own' : 'unnamed', isNamed: period === 'own' };
}

/** "6 tháng đầu năm" over "Năm 2025": the year is of the half-year above it. */
function withYears(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    const above = lines[at - 1] ?? '';
    const isYear = /^năm 20\d\d$/iu.test(line.trim()) && /tháng|quý/iu.test(above);
    return isYear ? `${above.replace(/(?:\s+đầu)?\s+năm\s*$/iu, '')} ${line.trim()}` : line;
  });
}

/** A cell that is a figure, or says that there is none. */
export function isFigure(cell: string): boolean {
  if (NUMBERED_NAME.test(cell)) return false;
  return /^[~≈(]?\s*\d/.test(cell)
    ? cell.length < 60 && !/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|^\d{4}-\d{2}-\d{2}/.test(cell)
    : /^(?:khoang|hon|gan|tren|uoc) \d/.test(plain(cell)) || isNone(cell);
}

/** "1. Tổng số hội nghị:": a name with its number in the list. */
const NUMBERED_NAME = /^\d{1,2}[.)]\s*\p{L}/u;

/** "Không phát sinh", "chưa có", "không có trang". */
function isNone(cell: string): boolean {
  const read = cell.length < 40 && /^(?:khong|ko|chua)(?!\p{L})/u.test(fold(cell)) ? parseCount(cell) : null;
  return read?.kind === 'ok' && read.value === 0;
}

/** A dash in a column of results: none by the statistics offices' own sign, and typed for "not counted" as well. */
export function isDash(cell: string): boolean {
  return /^[-–—]$/.test(cell);
}

const CURRENCY_NOTE = /(?:kinh phi|so tien|don vi|dvt)[^:]{0,40}:/u;
/** "Nghìn đồng", "1.000 đồng", "triệu đ", "tr.đ", "VNĐ"; "đồng chí" and "đồng bào" are people. */
const CURRENCY =
  /(?<![\p{L}\p{N}])(?:(?<thousand>nghin|ngan|1[., ]?000)|(?<million>trieu|tr|1[., ]?000[., ]?000)|(?<billion>ty))?[ .]?(?:(?:dong|d)(?![\p{L}\p{N}])(?! (?:chi|bao|hanh))|vnd(?!\p{L}))/gu;

/** "Đơn vị tính: nghìn đồng", "ĐVT: kinh phí 1.000 đ", said once for all of a table or a list; two of them say nothing, a sum is no such note. */
export function currencyNoted(lines: readonly string[]): string | undefined {
  const notes = lines.map(fold).filter((said) => {
    return said.length < LONGEST_NOTE && CURRENCY_NOTE.test(said) && !/\d/.test(said.replace(CURRENCY, ' '));
  });
  return notes.map(currencyIn).findLast((one) => one !== undefined);
}

const LONGEST_NOTE = 120;

/** The one currency that a text names, as figures are read with it. */
export function currencyIn(text: string): string | undefined {
  const named = [...fold(text).matchAll(CURRENCY)].map(({ groups = {} }) => {
    if (groups.thousand !== undefined) return 'nghìn đồng';
    if (groups.million !== undefined) return 'triệu đồng';
    return groups.billion === undefined ? 'đồng' : 'tỷ đồng';
  });
  const [only, another] = new Set(named);
  return another === undefined ? only : undefined;
}

export function withCurrency(figure: string, currency: string | undefined): string {
  return currency === undefined || /\p{L}/u.test(figure) ? figure : `${figure} ${currency}`;
}

/** "Khoảng 200", "hơn 200": some other figure may be meant. */
export function isRough(text: string): boolean {
  return /(?:^|\W)(?:khoang|hon|gan|tren|duoi|it nhat|uoc|xap xi|~|≈) ?\d/.test(fold(text));
}

export function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
