import { LARGEST_COUNT, LARGEST_MONEY } from '../../domain/validate-report.ts';
import { fold, lower, trimEndOf } from '../fold.ts';
import { type Amount, isPlainTail, readAmount } from './amount.ts';

export const NUMBER_FAULTS = ['not-a-number', 'negative', 'not-whole', 'too-many-decimals', 'too-large'] as const;
export type NumberFault = (typeof NUMBER_FAULTS)[number];

/** What was made of a typed value. `ambiguous` has two readings or more, likeliest first, each of them allowed: the person is asked. */
export type Read<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'ambiguous'; readings: readonly T[] }
  | { kind: 'bad'; fault: NumberFault };

/** "Không", "chưa có", "không phát sinh", "không tổ chức hội nghị nào": none, as the answer to "how many?". */
const NONE =
  /^(?:da |vang )*(?:khong|ko|k|kh|chua|kps)(?: (?:co|phat sinh|ps|to chuc|thuc hien|su dung|chi)(?: (?!so lieu|thong tin|bao cao|tong hop|cap nhat)\p{L}+){0,6}| (?:\p{L}+ ){1,6}nao)?(?: (?:a|nhe|nha))*$/u;
const CURRENCY = /^(?:đồng|dong|đ|d|vnđ|vnd|₫)(?!\p{L}|\s?[/.]\s?[cv](?!\p{L})|\s+chí(?!\p{L}))\s*/u;
/** Ten billion đồng and more are said in "tỷ": a bare number this large may be in thousands, from 100,000 on in đồng. */
export const DOUBTFUL_MONEY = 10_000;
const DOUBTFUL_DONG = 100_000;
const MILLION = 1_000_000;

/**
 * A whole number of things: `1.234` and `1 234` are 1234, words of size and what is counted may follow (`2 nghìn`, `250 lượt người`).
 * `1,234` could be English for 1234 or Vietnamese for a little over one, so it is asked about; `12.5` and `12,5` are not whole.
 */
export function parseCount(text: string): Read<number> {
  const span = readSpan(text, parseCount) ?? readOutOf(text);
  if (span !== null) return span;
  if (isNone(text)) return { kind: 'ok', value: 0 };
  const amount = readAmount(text);
  if (amount === 'negative') return bad('negative');
  if (amount === null || !isCounted(amount.tail)) return bad('not-a-number');
  return asked(amount, settle(amount.readings, { largest: LARGEST_COUNT, decimals: 0, fault: 'not-whole' }));
}

/**
 * An amount in millions of đồng, with one decimal: `12,5`, `12.5`, `12 triệu`, `1,2 tỷ` (1200), `12.000.000 đ` (12).
 * `1.234` is 1234; `1,234` is asked about. A bare number of a million or more can only be đồng; from 10,000 on it is asked about.
 */
export function parseMoney(text: string): Read<number> {
  const span = readSpan(text, parseMoney);
  if (span !== null) return span;
  if (isNone(text)) return { kind: 'ok', value: 0 };
  const amount = readAmount(text);
  if (amount === 'negative') return bad('negative');
  const readings = amount === null ? null : inMillions(amount);
  if (amount === null || readings === null) return bad('not-a-number');
  return asked(amount, settle(readings, { largest: LARGEST_MONEY, decimals: 1, fault: 'too-many-decimals' }));
}

/** A rough figure is offered, never taken unasked. */
function asked({ rough }: Amount, read: Read<number>): Read<number> {
  return rough && read.kind === 'ok' ? { kind: 'ambiguous', readings: [read.value] } : read;
}

function inMillions({ readings, sized, tail }: Amount): number[] | null {
  const currency = CURRENCY.exec(tail);
  const after = currency === null ? tail : tail.slice(currency[0].length);
  if (!isPlainTail(after)) return null;
  if (sized || currency !== null) return readings.map((reading) => reading / MILLION);
  if (after !== '') return null;
  return readings.flatMap((reading) => {
    if (reading >= MILLION) return [reading / MILLION];
    if (reading >= DOUBTFUL_DONG) return [reading, reading / MILLION];
    return reading >= DOUBTFUL_MONEY ? [reading, reading / 1000] : [reading];
  });
}

/** What may follow a count: the thing counted, not money and not a letter stuck to it ("3h"). */
function isCounted(tail: string): boolean {
  const people = tail.replace(/^[đd]\s?[/.]\s?[cv](?!\p{L})/u, 'người').replace(/^dong chi(?!\p{L})/u, 'người');
  return isPlainTail(people) && !CURRENCY.test(people) && /^(?:$|\(|\p{L}{2}|a$)/u.test(people);
}

function isNone(text: string): boolean {
  return NONE.test(trimEndOf(fold(text), '.,;!'));
}

/** "3-4", "200 đến 250": both ends are offered. */
function readSpan(text: string, parse: (text: string) => Read<number>): Read<number> | null {
  if (text.length > 60) return null;
  const ends = /^(\d[\d., ]*?)\s*(?:-|–|—|~|đến|den|tới|toi|hoặc|hoac|hay)\s*(\d.*)$/.exec(lower(text));
  if (ends === null) return null;
  const [from, to] = [parse(ends[1] ?? ''), parse(ends[2] ?? '')];
  if (from.kind !== 'ok' || to.kind !== 'ok' || from.value >= to.value) return bad('not-a-number');
  return { kind: 'ambiguous', readings: [from.value, to.value] };
}

/** "145/150 đại biểu": those who came, of those who should have; asked about. */
function readOutOf(text: string): Read<number> | null {
  const [, came = '', of = ''] =
    /^(?:(?:đạt|dat|được|duoc|có|co) )?(\d{1,6}) ?\/ ?(\d{1,6})(?: \p{L}[\p{L} ]{0,40})?$/u.exec(lower(text).trim()) ??
    [];
  if (came === '' || Number(came) > Number(of)) return null;
  return { kind: 'ambiguous', readings: [Number(came)] };
}

interface Bounds {
  largest: number;
  decimals: 0 | 1;
  fault: NumberFault;
}

/** One reading is judged as it stands; of several, those the form can hold are offered. */
function settle(readings: readonly number[], bounds: Bounds): Read<number> {
  const [only, ...others] = readings;
  if (only === undefined) return bad('not-a-number');
  if (others.length === 0) return judge(only, bounds);
  const within = [...new Set(readings)].filter((reading) => reading <= bounds.largest);
  const offered = within.filter((reading) => isHeld(reading, bounds));
  if (within.length > 1 && offered.length > 0) return { kind: 'ambiguous', readings: offered };
  return judge(readings.find((reading) => reading <= bounds.largest) ?? only, bounds);
}

function judge(value: number, bounds: Bounds): Read<number> {
  if (value > bounds.largest) return bad('too-large');
  const near = rounded(value, bounds);
  if (isHeld(value, bounds)) return { kind: 'ok', value: near };
  // "1.250.000 đ": the nearest the form can hold is offered.
  return bounds.decimals > 0 && near > 0 ? { kind: 'ambiguous', readings: [near] } : bad(bounds.fault);
}

/** Whether the form can hold it without cutting decimals off. */
function isHeld(value: number, bounds: Bounds): boolean {
  return Math.abs(rounded(value, bounds) - value) <= 1e-9;
}

function rounded(value: number, { decimals }: Bounds): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

function bad(fault: NumberFault): Read<number> {
  return { kind: 'bad', fault };
}
