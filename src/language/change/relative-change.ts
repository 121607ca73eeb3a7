import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { type FieldNames, fieldNames } from '../report/field-names.ts';
import { parseField } from '../report/report-field.ts';
import type { ParsedReport, ReportFault } from '../report/report-template.ts';
import { meantBy, nounsIn } from '../told/told-nouns.ts';
import { withoutTail } from './correction-words.ts';

/** What people say before they come to it. */
export const LEAD =
  /^\s*(?:(?:a|ah|ay|o|oi|ua|ui|uh|u|da|vang|em|e|c|chi|anh|con|thi|ma|vua|nay|roi|luc|hoi|ban|cho|giup|ho|nho|khoan|thoi|chet|nham|y|la|toi|minh|xin|bot oi|bi|ghi|go|nhap|to chuc|mo|lam|dang|phat sinh|viet|cua)(?:[\s,.:!…]+|$))*/u;
const MORE =
  'them|cong them|cong|tang them|tang|bo sung them|bo sung|(?:con thieu|thieu|con sot|bo sot|sot|con quen|quen ghi|quen)(?: mat| luon| cua)?';
const LESS = 'bot|bot di|bot ra|giam|giam di|giam bot|tru|tru di|tru ra|rut bot';
const AMOUNT = String.raw`\d[\d.,]*(?:\s?(?:trieu|tr|nghin|ngan|ty|dong|d|k)(?![\p{L}]))*`;
const LABEL = String.raw`\p{L}[\p{L} ]{1,60}?`;
const shapesOf = (verbs: string): readonly RegExp[] => [
  new RegExp(`^(?:${verbs}) (?<by>${AMOUNT})(?: (?<label>${LABEL}))?$`, 'u'),
  new RegExp(`^(?:${verbs}) (?<label>${LABEL})(?: (?:la|duoc|them|co))?[ :]+(?<by>${AMOUNT})$`, 'u'),
  new RegExp(
    `^(?<label>${LABEL}) (?:thi )?(?:${verbs}) (?<by>${AMOUNT})(?: (?:cai|cuoc|bai|nguoi|luot|lop|tin))?$`,
    'u',
  ),
];
const WAYS = [
  ['more', shapesOf(MORE)],
  ['less', shapesOf(LESS)],
] as const;

const COUNTED = /^\d[\d.,]*\s+\p{L}/u;
/** "… chứ không phải 3". */
const NOT_THAT = /\s*,?\s*(?:chu\s+)?(?:khong|ko|k)\s+phai(?:\s+la)?\s+\d[\d.,]*$/u;

/** What a text says of figures as so many more or less ("thêm 2 hội nghị, bớt 10 người"), each to be weighed against what is there, and the text without it. */
export interface Relative {
  faults: readonly ReportFault[];
  rest: string;
}

/** Null where nothing in it is said so. */
export function relativeChange(form: ReportForm, text: string): Relative | null {
  const names = fieldNames(form);
  const clauses = tidy(text).split(/[;,]\s|\s(?:và|va|nhưng|nhung)\s|\s(?:với|voi)\s(?=\d)/u);
  const read: { clause: string; fault: ReportFault | null }[] = [];
  for (const clause of clauses) {
    const way = read.at(-1)?.fault?.fault;
    // "Thêm 2 hội nghị với 90 người": said of both.
    const isCarried = (way === 'more' || way === 'less') && COUNTED.test(clause.trim());
    const meant = isCarried ? `${way === 'more' ? 'thêm' : 'bớt'} ${clause.trim()}` : clause;
    read.push({ clause: meant, fault: relativeIn(names, meant) });
  }
  const faults = read.flatMap(({ fault }) => fault ?? []);
  if (faults.length === 0) return null;
  const rest = read
    .filter(({ fault, clause }) => fault === null && foldInPlace(clause).replace(LEAD, '').trim() !== '')
    .map(({ clause }) => clause);
  return { faults, rest: rest.join(', ') };
}

/** So many more or less beside what else is said; a figure of the same field leaves open which of the two is meant. */
export function withRelative<Read extends ParsedReport>({ faults }: Relative, read: Read): Read {
  const isRelative = (key: string): boolean => faults.some(({ field }) => field === key);
  const [both, own] = [true, false].map((is) => Object.entries(read.values).filter(([key]) => isRelative(key) === is));
  const unread = [...read.unread, ...(both ?? []).map(([, value]) => String(value))];
  return {
    ...read,
    values: Object.fromEntries(own ?? []),
    faults: [...faults, ...read.faults.filter(({ field }) => !isRelative(field))],
    unread,
  };
}

function relativeIn(names: FieldNames, clause: string): ReportFault | null {
  const folded = foldInPlace(clause);
  const lead = LEAD.exec(folded)?.[0].length ?? 0;
  // "Cổng 60 tin" is no "cộng 60 tin".
  if (/^\s*cổng(?!\p{L})/iu.test(clause.normalize('NFC').slice(lead))) return null;
  const said = withoutTail(folded.slice(lead).trim().replace(NOT_THAT, ''));
  for (const [fault, shapes] of WAYS) {
    for (const shape of shapes) {
      const { by = '', label = '' } = shape.exec(said)?.groups ?? {};
      const found = by === '' ? null : fieldOf(names, label, by);
      const count = found === null ? null : parseField(found, by);
      if (found !== null && count?.kind === 'ok' && typeof count.value === 'number')
        return { field: found.key, raw: clause.trim(), fault, readings: [count.value] };
    }
  }
  return null;
}

/** With no word for it an amount of money is the form's only one. */
function fieldOf(names: FieldNames, label: string, by: string) {
  if (label !== '') return countedField(names, label);
  const isMoney = /(?:trieu|tr|ty|dong)$/u.test(by);
  return isMoney ? (names.fields.find(({ kind }) => kind === 'money') ?? null) : null;
}

/** The field of figures that is called so. */
export function countedField(names: FieldNames, label: string): FormField | null {
  const found = names.named(label) ?? names.meant(label) ?? countedIn(names, label);
  return found === null || found.field.kind === 'text' ? null : found.field;
}

/** "Bài đăng facebook", "bài trên trang fanpage của sở": what the form counts by its nouns, with no word that tells of anything else. */
function countedIn({ form }: FieldNames, label: string): { field: FormField } | null {
  const nouns = nounsIn(form, { from: 0, text: label });
  const field = meantBy(nouns)?.field ?? null;
  const others = nouns
    .toReversed()
    .reduce((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, label)
    .split(' ');
  return field === null || others.some((word) => word !== '' && !BESIDE_NOUN.has(word)) ? null : { field };
}

const BESIDE_NOUN: ReadonlySet<string> = new Set(
  'bai tin luot cuoc buoi cai dang tren len o cua ben trang kenh nhom page don vi so huyen xa co quan minh em chi anh duoc phat moi viet ve cho va da chia se video clip phong su anh noi dung'.split(
    ' ',
  ),
);
