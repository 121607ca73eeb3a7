import type { ReportContent, ReportForm } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';
import { fold, tidy } from '../language/fold.ts';
import { likeliest } from '../language/number/numeral.ts';

/** A receipt as somebody pastes it: its code alone, or the whole message, forwarded or with its lines broken anyhow. */
export interface PastedReceipt {
  /** In capitals, as it was given out. */
  receipt: string;
  unit: string;
  period: string;
  version: number;
  /** `7KQ2-M4XP-9TRW`; null: it is from before receipts were sealed and ends in four letters. */
  seal: string | null;
  /** The moment written beside it, as local date and time to the second (`2026-11-17T21:15:03`) or the minute; null: none is. */
  at: string | null;
  /** How it says that the report counts; null: it does not. */
  timeliness: Timeliness | null;
  /** The message, folded; null: there is only the code. */
  message: string | null;
}

const UNIT = '([A-ZĐ][A-ZĐ\\d]{1,11})';
const PERIOD = '(20\\d\\d(?:@[A-Z\\d]{2}){0,2})';
const LETTERS = '([A-Z\\d]{4}@[A-Z\\d]{4}@[A-Z\\d]{4}|[A-Z\\d]{12}|[A-Z\\d]{4}@[A-Z\\d]{4}|[A-Z\\d]{4})';
const codeWith = (between: string): string => `${UNIT}@${PERIOD}@(\\d{1,3})@${LETTERS}`.replaceAll('@', between);
/** Anywhere in a text; hyphens may have blanks beside them. */
const RECEIPT = new RegExp(`(?<![\\p{L}\\d-])${codeWith(' ?- ?')}(?![\\p{L}\\d-])`, 'u');
/** Said alone, it may be typed with blanks for hyphens. */
const ALONE = new RegExp(`^${codeWith('[ -]{1,3}')}$`, 'u');
const MOMENT = /(\d{1,2})[:h](\d{2})(?::(\d{2}))? (?:ngay )?(\d{1,2})[/-](\d{1,2})[/-](20\d\d)/u;
const DASHES = /[\u2010-\u2015\u2212]/gu;
const RECEIVED = 'nhan luc ';
const STANDING = 'ghi nhan: ';
const FIGURES = 'so lieu: ';
const CODE = ' ma bien nhan';

/** Finds a receipt's code in what was typed or pasted, with what is written beside it; null: there is none. */
export function readReceipt(text: string): PastedReceipt | null {
  const line = tidy(text).replace(DASHES, '-').replace(/\s+/gu, ' ').trim().toUpperCase();
  const found = RECEIPT.exec(line) ?? ALONE.exec(line);
  if (found === null) return null;
  const [, unit = '', spelled = '', version = '', letters = ''] = found;
  const period = spelled.replace(/[ -]+/gu, '-');
  const plain = letters.replace(/[ -]/gu, '');
  const seal = plain.length === 12 ? asWritten(plain) : null;
  // Without its end: what is kept of a code that was shown without the figures.
  const written = plain.length > 4 ? asWritten(plain) : plain;
  const message = fold(text);
  return {
    receipt: `${unit}-${period}-${Number(version)}-${written}`,
    unit,
    period,
    version: Number(version),
    seal,
    at: readMoment(after(message, RECEIVED) ?? message),
    timeliness: readStanding(after(message, STANDING)),
    message: message.includes('da nhan bao cao') ? message : null,
  };
}

/** The figures that a pasted receipt of that form carries; null: none, or not all of them can be read. */
export function readReceiptFigures(message: string, { fields }: ReportForm): ReportContent | null {
  const list = after(message, FIGURES)?.split(CODE)[0]?.trim();
  if (list === undefined) return null;
  if (list.startsWith('khong phat sinh')) return { nothingToReport: true, values: {} };
  const values: Record<string, number> = {};
  for (const part of list.split('; ')) {
    const [, label = '', figure = ''] = /^(.+) ([\d.]+(?:,\d+)?)$/u.exec(part.trim()) ?? [];
    const field = fields.find(({ shortLabel }) => fold(shortLabel) === label);
    const value = likeliest(figure);
    if (field === undefined || Number.isNaN(value)) return null;
    values[field.key] = value;
  }
  return { nothingToReport: false, values };
}

/** As it was given out: no O, I or L stands in a seal. */
function asWritten(letters: string): string {
  return letters
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
    .replace(/(.{4})(?=.)/gu, '$1-');
}

function after(message: string, words: string): string | null {
  const at = message.indexOf(words);
  return at < 0 ? null : message.slice(at + words.length);
}

function readStanding(words: string | null): Timeliness | null {
  if (words === null) return null;
  if (words.startsWith('dung han')) return 'on_time';
  return words.startsWith('nop muon') || words.startsWith('sau han') ? 'late' : null;
}

function readMoment(text: string): string | null {
  const found = MOMENT.exec(text);
  if (found === null) return null;
  const [, hour = '', minute = '', second, day = '', month = '', year = ''] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const time = `${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}`;
}
