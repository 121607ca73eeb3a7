import { foldInPlace, tidy } from '../language/fold.ts';
import { listUnits } from './list-units.ts';
import type { KnownUnit } from './name-unit.ts';

/** Units that are to be left out of what was shown, and those to be taken in. */
export interface AmendedUnits {
  drop: string[];
  add: string[];
}

const DROPS =
  /^(?:(?:a|quen|u|uh|thoi|va|nhung|ma|nho|em|chi)[\s,]+)*(?:ngoai tru|tru|bo qua|bo|chua lai|chua|khong (?:co|nhac|gui|gia han|mien)|dung (?:nhac|gui|gia han|mien)|huy(?: gia han| mien)?|rut)(?: (?:cai|ca|don vi|them))*\s+/u;
const ADDS =
  /^(?:(?:a|quen|u|uh|va|nho|em|chi)[\s,]+)*(?:them(?: ca)?|ca|va ca|gom ca|bo sung)(?: (?:don vi|cho))*\s+/u;
const TAIL = /(?:\s+(?:nua|ra|di|nhe|nha|a|em|chi|giup|luon|thoi))+[.!\s]*$/u;
const LONGEST = 160;

/** "À quên, trừ cả công an nữa, thêm cả Thanh Miện"; null where anything else is said. */
export function readAmend(text: string, units: readonly KnownUnit[]): AmendedUnits | null {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST || /[:\n?]/u.test(typed)) return null;
  const amended: AmendedUnits = { drop: [], add: [] };
  let into: keyof AmendedUnits | null = null;
  const whole = typed.replace(/^(?:à quên|a quen|à|quên|thôi)[\s,]+/iu, '');
  for (const clause of whole.split(/[,;.]\s*(?=\S)/u)) {
    const folded = foldInPlace(clause);
    const drops = DROPS.exec(folded)?.[0] ?? '';
    const adds = drops === '' ? (ADDS.exec(folded)?.[0] ?? '') : '';
    into = drops === '' ? (adds === '' ? into : 'add') : 'drop';
    if (into === null) return null;
    const behind = clause.slice(drops.length + adds.length);
    const tail = TAIL.exec(foldInPlace(behind));
    const { codes, unknown } = listUnits(tail === null ? behind : behind.slice(0, tail.index), units);
    if (codes.length === 0 || unknown.length > 0) return null;
    amended[into].push(...codes);
  }
  return amended;
}
