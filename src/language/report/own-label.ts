import type { FormField } from '../../domain/report-form.ts';
import { foldInPlace, tidy } from '../fold.ts';
import type { FieldNames } from './field-names.ts';

const BETWEEN =
  /^(?: (?:noi bat|ca nam|nam nay|thang nay|ky nay|trong ky|cua ky|chung|dat duoc|(?:thang|t) ?\d{1,2}))*\s*(?:[:=]|(?:la|thi)(?=\s))\s*/u;
/** A share is told, and no figure of the form. */
const SHARE = /^\s+(?=\d[\d.,]*\s?%)/u;

/** A text without its own name in front of it: "kq cả năm: 100% trường …", "kết quả là đã phủ kín", "là quán triệt …". */
export function withoutOwnLabel(names: FieldNames, field: FormField, text: string): string {
  const typed = tidy(text).trim();
  const folded = foldInPlace(typed);
  const spelled = names.namesOf(field).toSorted((a, b) => b.length - a.length);
  const name = spelled.find((one) => folded.startsWith(one) && !/[\p{L}\p{N}]/u.test(folded.charAt(one.length)));
  const rest = name === undefined ? '' : folded.slice(name.length);
  const lead = name === undefined ? null : (BETWEEN.exec(rest) ?? SHARE.exec(rest));
  const at = lead === null ? (/^la (?=\p{L})/u.exec(folded)?.[0].length ?? 0) : (name ?? '').length + lead[0].length;
  return at === 0 || typed.slice(at).trim() === '' ? text : typed.slice(at).trim();
}
