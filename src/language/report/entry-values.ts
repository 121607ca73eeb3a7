import { isNothingToReport } from './nothing-to-report.ts';
import { isBlank } from './report-field.ts';
import type { Entry } from './report-lines.ts';
import { isTalkOfText } from './talk-of-text.ts';
import { addressesBot } from './to-bot.ts';

/** "Fb 4, zalo 4" are two of one field, and "hội nghị: 3 … hội nghị 3" the same said again. */
export function isOtherName({ field, name = '' }: Entry, named: ReadonlyMap<string, string>): boolean {
  const before = named.get(field.key) ?? '';
  return field.kind === 'count' && name !== '' && before !== '' && !before.includes(name) && !name.includes(before);
}

const SHORT_NONE = /^(?:k|ko|kh|kg|hok|hong)(?: (co|co gi|gi))?[.! ]*$/iu;

/** "Vướng mắc: k": as it may stand in an official report. */
export function spelledOut(text: string): string {
  return SHORT_NONE.test(text) ? (/c/iu.test(text) ? 'không có' : 'không') : text;
}

/** Two figures of one field: their sum, or one of them. */
export function together(one: number, other: number | string): number[] {
  return typeof other === 'number' ? [Math.round((one + other) * 1e4) / 1e4, one, other] : [one];
}

/** "Không phát sinh" written into the only field that was filled in, the required one or below the last label, speaks for the whole. */
export function saysNothingInstead({ field, lines, guarded }: Entry): boolean {
  if (guarded || field.kind !== 'text' || !isNothingToReport(lines.join(' '))) return false;
  return field.required || isBlank(lines[0] ?? '');
}

/** "Kết quả: sếp đang cầm": who has it or when it comes, and not what is asked for. */
export function isTalk(entry: Entry): boolean {
  if (entry.field.kind !== 'text' || entry.guarded) return false;
  return isTalkOfText(typed(entry)) || addressesBot(typed(entry), !entry.field.required);
}

/** The value as typed. Quotes around all of a single line only mark where it ends; a guarded one is meant to the letter. */
export function typed({ lines, guarded }: Entry): string {
  const text = lines.join('\n').trim();
  return guarded ? text : (/^["“”]([^"“”\n]*)["“”]$/.exec(text)?.[1] ?? text);
}
