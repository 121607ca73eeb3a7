import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';
import { readAmount } from '../number/amount.ts';
import { countedBy, fieldNames } from '../report/field-names.ts';

const MONEY = /(?<!\p{L})(?:trieu|tr|ty|ti|dong|vnd)(?!\p{L})/u;
/** A longer tail tells more than what is counted. */
const LONGEST_TAIL = 40;

/**
 * The fields whose own word stands behind a figure given for another: "12 tin" where people are counted, "5 triệu" where anything
 * is. Empty where the word is the field's own, or nobody's.
 */
export function unitOfAnother(form: ReportForm, field: FormField, text: string): FormField[] {
  if (field.kind === 'text' || text.length > 80) return [];
  const folded = fold(text.replace(/\([^()]*\)/gu, ' '));
  if (field.kind === 'count' && /\d/u.test(folded) && MONEY.test(folded))
    return form.fields.filter(({ kind }) => kind === 'money');
  const amount = readAmount(text.replace(/\([^()]*\)/gu, ' '));
  if (amount === null || amount === 'negative') return [];
  const word = fold(amount.tail)
    .replace(/(?:^|\s+)(?:a|nhe|nha|em|thoi|roi|day|cai|nhe em)$/u, '')
    .trim();
  // "15 buổi", "3 lượt": counted of anything.
  if (/^(?:buoi|luot|lan|so)$/u.test(word) || !/^\p{L}/u.test(word) || word.length > LONGEST_TAIL) return [];
  const names = fieldNames(form);
  const broadcast =
    broadcastIn(word) !== null ? form.fields.filter((one) => names.namesOf(one).includes('truyen hinh')) : [];
  if (broadcast.length > 0 && !broadcast.includes(field)) return broadcast;
  const isOwn = word.split(' ').some((one) => ` ${names.namesOf(field).join(' ')} `.includes(` ${one} `));
  if (isOwn) return [];
  return countedBy(form.fields, word);
}

/** "9 tin thời sự": a broadcaster's, or a newspaper's. Folded; null where nothing is said of it. */
export function broadcastIn(counted: string): string | null {
  return /^(?:ban tin|tin bai|tin|bai) (?:thoi su|video|truc tiep|hinh)(?!\p{L})/u.exec(counted)?.[0] ?? null;
}

/** Whether a text speaks of another field than the one asked for, and gives a figure with it. */
export function tellsOfAnother(form: ReportForm, field: FormField, text: string): boolean {
  if (!/\d/u.test(text)) return false;
  const said = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const names = fieldNames(form);
  const speaksOf = (one: FormField): boolean => names.namesOf(one).some((name) => said.includes(` ${name} `));
  return form.fields.some((other) => other.key !== field.key && speaksOf(other)) && !speaksOf(field);
}
