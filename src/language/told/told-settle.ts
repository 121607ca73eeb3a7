import { likeliest } from '../number/numeral.ts';
/** A figure of one field, what it was said to count, and whether of another stretch of time. */
export interface Part {
  noun: string;
  value: number;
  isOther: boolean;
  /** The words around the figure: "bai bao in" and "bai bao dien tu" are two things by one name. */
  around: string;
}
export type Counted = Map<string, Part[]>;

/** A field whose figure is only about right, or said twice: to be asked. */
export interface Doubtful {
  field: string;
  raw: string;
  reading: number;
  isTwice: boolean;
  /** The figure is that of one only; of so many as this field counts. */
  each?: string;
}

/** Different things that one field counts add up: "2 hội nghị, 3 lớp tập huấn"; the same thing said twice is asked about. */
export function settle(
  field: string,
  all: readonly Part[],
  told: { values: Record<string, number | string>; doubtful: Doubtful[] },
): void {
  const own = all.filter(({ isOther }) => !isOther);
  const parts = own.length > 0 ? own : all;
  const [first] = parts;
  if (first === undefined) return;
  const doubted = told.doubtful.find((one) => one.field === field);
  if (doubted !== undefined) return addUp(doubted, own);
  // Money has no noun of its own: two amounts are not added up unasked.
  const nouns = new Set(parts.flatMap(({ noun }) => (noun === '' ? [] : [noun])));
  const isSame =
    nouns.size === 1 && parts.every(({ value, around }) => value === first.value && isSaidAgain(around, first.around));
  const isTwice = parts.length > Math.max(1, nouns.size);
  if (isSame) told.values[field] = first.value;
  else if (isTwice)
    told.doubtful.push({ field, raw: parts.map(({ value }) => value).join(', '), reading: first.value, isTwice });
  else told.values[field] = Math.round(parts.reduce((sum, { value }) => sum + value, 0) * 1e4) / 1e4;
}

function isSaidAgain(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

/** "10 pano, 40 băng rôn, tờ rơi 2k": what is sure beside the figure in doubt is asked about with it, and not lost. */
function addUp(doubted: Doubtful, own: readonly Part[]): void {
  if (doubted.isTwice || doubted.each !== undefined || own.length === 0 || Number.isNaN(doubted.reading)) return;
  doubted.raw = [...own.map(({ value }) => String(value)), doubted.raw].join(' + ');
  doubted.reading = own.reduce((sum, { value }) => sum + value, doubted.reading);
}

/** "Tin bài 48, trong đó báo giấy 20, báo điện tử 28": behind "trong đó" what is said of a field that has its figure is in that already. */
export function markParts(counted: Counted, before: ReadonlyMap<string, number>): void {
  for (const [field, own] of before) {
    for (const part of counted.get(field)?.slice(own) ?? []) part.isOther = true;
  }
}

const TOTAL =
  /(?<!\p{L})(?:cong|gop|tong)(?: (?:vao|lai|cong|tat ca|chung|ca))*(?: (?:la|duoc|thanh|con))? (\d[\d.]*)\s*$/u;

/** "86 là báo in, 240 là báo điện tử, cộng vào là 326": the sum that is said, where one field alone is spoken of. */
export function settleTotal(
  clauses: readonly string[],
  told: { values: Record<string, number | string>; doubtful: Doubtful[]; unread: string[] },
): void {
  const figure = clauses.flatMap((clause) => TOTAL.exec(clause.trim())?.[1] ?? []).at(-1) ?? '';
  const fields = new Set([...Object.keys(told.values), ...told.doubtful.map(({ field }) => field)]);
  const [field, another] = fields;
  const total = likeliest(figure);
  if (Number.isNaN(total) || field === undefined || another !== undefined) return;
  told.values[field] = total;
  told.doubtful.length = 0;
  told.unread = told.unread.filter((part) => !/\d/u.test(part));
}
