import type { ReportForm } from '../../domain/report-form.ts';
import { foldInPlace } from '../fold.ts';
import { nounsIn } from '../told/told-nouns.ts';
import { fieldNames } from './field-names.ts';

/** What is longer may say more than the one figure. */
const LONGEST = 80;
/** "Du khoảng 2 trăm rưỡi": short for who came. */
const ATTENDED = /^(?:(?:dự|du|được|duoc)\s)/iu;

/** Whether a part that was not understood spoke of just one figure of the form, and one of these was said since: it is dealt with. */
export function isSaidAnew(form: ReportForm, part: string, keys: ReadonlySet<string>): boolean {
  if (part.length > LONGEST || part.includes('\n')) return false;
  const nouns = nounsIn(form, { from: 0, text: foldInPlace(part) });
  const named = nouns.flatMap(({ field, isGeneric }) => (field === null || isGeneric ? [] : [field.key]));
  const attended = ATTENDED.test(part) ? fieldNames(form).named('nguoi du')?.field.key : undefined;
  const [only, another] = new Set([...named, ...(attended === undefined ? [] : [attended])]);
  return only !== undefined && another === undefined && keys.has(only);
}
