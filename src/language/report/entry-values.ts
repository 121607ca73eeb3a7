import type { Entry } from './report-lines.ts';

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
