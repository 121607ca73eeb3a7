import type { FormField, ReportForm } from '../../domain/report-form.ts';
import {
  isCorrecting,
  isNameAndFigure,
  isOnlySecondThoughts,
  type ReportChange,
  readChange,
} from '../change/correction.ts';
import { readReply } from '../choice-word.ts';
import { fold } from '../fold.ts';
import { saysSend, withoutOrder } from '../review-reply.ts';
import { isPersonal } from '../small-talk.ts';
import { unitOfAnother } from '../unit/unit-of-another.ts';
import { fieldNames } from './field-names.ts';
import { figuresBehind } from './figures-out-of-text.ts';
import { withoutOwnLabel } from './own-label.ts';
import { parseField, type ValueFault } from './report-field.ts';

/** What an answer to one question of a form says. */
export type GuidedAnswer =
  /** The value asked for, or those of other fields that were named along ("Hội nghị: 3, người dự: 250"). */
  | { is: 'values'; values: Readonly<Record<string, number | string>> }
  /** "Không" where a text need not be there. */
  | { is: 'none' }
  /** "Ok" where words are asked for. */
  | { is: 'no-content' }
  /** A figure with the word of another field: "12 tin" where people are counted. */
  | { is: 'of-another'; typed: string; value: number; fields: readonly FormField[] }
  /** An earlier answer is taken back, or said to be wrong or more: nothing of it answers this question. */
  | { is: 'change'; change: ReportChange }
  | { is: 'fault'; typed: string; fault: ValueFault; readings: readonly number[] };

/** A figure with a word for anything that comes in numbers. */
const OF_ANYTHING =
  /^(?:(?:da|vang|em|e|co|duoc|la|tong|tong cong) )*\d[\d.]* ?(?:buoi|luot|lan|cuoc|cai|dot|san pham)(?: (?:a|nhe|em|thoi|roi|chi|anh))*[.! ]*$/u;
/** A figure with its word behind it: "12 tin", and not "kinh phí 5 triệu". */
const COUNTED = /^(?:(?:da|vang|em|e|co|duoc|la|tong|khoang|tam|hon|gan)\s+)*[~≈]?\d/u;
const BARE_NO = /^(?:da |vang )?(?:khong|ko|k|kh|hong|hok|chua)(?: (?:a|nhe|em))?[.!]?$/;

/** What people call the way that asks one question at a time, besides the button's own words. Folded. */
export const ASKED_ONE_BY_ONE = [
  'nhap tung muc',
  'tung muc',
  'hoi tung cau',
  'hoi tung muc',
  'tra loi tung muc',
  'huong dan',
];

/** "4 👌": a picture says nothing about a figure. */
const PICTURES_AROUND =
  /^(?:\p{Extended_Pictographic}|\ufe0f|\s){1,40}|(?:\p{Extended_Pictographic}|\ufe0f|\s){1,40}$/gu;

/** "Thành 39", "chốt là 12": where a figure is asked for. */
const INTO =
  /^\s*(?:(?:dạ|da|vâng|vang|à|a|ừ|sửa|sua|đổi|doi|chốt|chot|chắc|chac)\s+){0,3}(?:thành|thanh|chốt|chot|lên|len|xuống|xuong|bằng|bang)\s+(?:là\s+|la\s+|còn\s+|con\s+)?(?=\d[\d.,]*\s*(?:nhé|nhe|ạ|a|thôi|thoi)?[.!]?$)/iu;

/** Reads the answer to the question for this field. A label that was typed along names the field; it is no part of the value. */
export function readAnswer(form: ReportForm, field: FormField, text: string): GuidedAnswer {
  const typed =
    field.kind === 'text'
      ? withoutOwnLabel(fieldNames(form), field, withoutOrder(withoutQuotes(text)))
      : withoutQuotes(text.replace(PICTURES_AROUND, '').replace(INTO, ''));
  if (field.kind === 'text' && typed.length <= LONGEST_LABELLED && ASKS_WHAT.test(fold(typed)))
    return { is: 'no-content' };
  const change = readChange(form, typed);
  const { values, faults, unread, header, cleared } = change;
  const others = unitOfAnother(form, field, typed);
  const isCounted = others.length > 0 && COUNTED.test(fold(typed)) && Object.keys(values).length < 2;
  // "30 buổi": of whatever is asked for.
  const own = field.kind === 'count' && OF_ANYTHING.test(fold(typed)) ? parseField(field, typed) : null;
  if (own?.kind === 'ok') return { is: 'values', values: { [field.key]: own.value } };
  const isNamed =
    Object.keys(values).length > 0 && faults.length + unread.length + cleared.length === 0 && header === null;
  if (
    isNamed &&
    !isCounted &&
    (field.kind !== 'text' || values[field.key] !== undefined || isOfOthers(form, typed, values))
  )
    return { is: 'values', values };
  const behind = field.kind === 'text' && field.required && cleared.length === 0 ? figuresBehind(form, typed) : null;
  if (behind !== null) return { is: 'values', values: { ...behind.values, [field.key]: behind.text } };
  const told = field.kind === 'text' ? withOthers(field, typed, change) : null;
  if (told !== null) return { is: 'values', values: told };
  // "Thêm 2 hội nghị" may be what is asked for of others; after "khoan đã" it is not.
  const isAdded =
    faults.some(({ fault }) => fault === 'more' || fault === 'less') && (field.kind !== 'text' || isCorrecting(typed));
  if (
    cleared.length > 0 ||
    isAdded ||
    change.wanted !== null ||
    change.moved !== null ||
    (change.loose !== null && field.kind === 'text')
  )
    return { is: 'change', change };
  const isDoubtful = faults.some(({ field: of }) => of !== '' && of !== field.key) && unread.length === 0;
  if (isDoubtful && isOfOthers(form, typed, values)) return { is: 'change', change };
  // "Sai rồi, 5 mới đúng" where a figure is asked for: it is that one.
  if (change.loose !== null) return { is: 'values', values: { [field.key]: change.loose } };
  if (field.kind === 'text' && BARE_NO.test(fold(typed)) && !field.required) return { is: 'none' };
  if (
    field.kind === 'text' &&
    (saysNoWords(typed) || isOnlySecondThoughts(typed) || isPersonal(typed) || isNoResult(typed) || saysSend(typed))
  )
    return { is: 'no-content' };
  const read = parseField(field, typed);
  const other =
    read.kind === 'fault' && field.kind !== 'text' && header === null ? otherwiseRead(field, typed, change) : null;
  if (other !== null) return other;
  if (read.kind === 'fault') return { is: 'fault', typed, fault: read.fault, readings: read.readings ?? [] };
  if (typeof read.value === 'number' && others.length > 0)
    return { is: 'of-another', typed, value: read.value, fields: others };
  return { is: 'values', values: { [field.key]: read.value } };
}

/** What the words say of it, or of others, where the answer as it stands is no figure: "hết khoảng 45 triệu 500", "130 người dự" for money. */
function otherwiseRead(field: FormField, typed: string, change: ReportChange): GuidedAnswer | null {
  const { values, faults } = change;
  const own = faults.find(({ field: of }) => of === field.key);
  if (own?.fault === 'ambiguous' && own.readings !== undefined)
    return { is: 'fault', typed, fault: 'ambiguous', readings: own.readings };
  if (faults.some(({ readings = [] }) => readings.length > 0)) return { is: 'change', change };
  const isOfOthers = Object.keys(values).length > 0 && values[field.key] === undefined && faults.length === 0;
  return isOfOthers ? { is: 'values', values } : null;
}

/** The text asked for, and behind its sentences others by their names: "Đã tập huấn cho các xã. Khó khăn: thiếu kinh phí". */
function withOthers(field: FormField, typed: string, { values, faults, unread, header }: ReportChange) {
  const [first = '', more] = unread;
  const isOfTexts = Object.values(values).every((value) => typeof value === 'string');
  const isBehind = first !== '' && more === undefined && typed.startsWith(first) && values[field.key] === undefined;
  if (!isOfTexts || !isBehind || Object.keys(values).length === 0 || faults.length > 0 || header !== null) return null;
  return { [field.key]: first.trim(), ...values };
}

/** The key of the field that a text names, and nothing else: "tin bài", "của tin bài"; null where it names none. */
export function readFieldNamed(form: ReportForm, text: string): string | null {
  const label = fold(text).replace(/^(?:(?:da|vang|cua|la|muc)\s+)+/u, '');
  return fieldNames(form).named(label)?.field.key ?? null;
}

/** The key of the field that is said to be right: "hội nghị đúng rồi"; null where none is. */
export function fieldConfirmed(form: ReportForm, text: string): string | null {
  const [, label = ''] =
    /^(.{2,60}?) (?:thi |van |la )?(?:dung|ok|on|chuan)(?: (?:roi|r|a|nhe))*[.! ]*$/u.exec(fold(text)) ?? [];
  return label === '' ? null : (fieldNames(form).named(label)?.field.key ?? null);
}

/** Where words are asked for: other fields, said as second thoughts or with a label, and nothing besides. */
function isOfOthers(form: ReportForm, typed: string, values: Readonly<Record<string, number | string>>): boolean {
  if (isCorrecting(typed)) return true;
  if (isOnlyFigures(typed)) return true;
  if (Object.values(values).some((value) => typeof value === 'string')) return false;
  // "Người dự 12 nghìn 500".
  if (Object.keys(values).length === 1 && NAMED_AMOUNT.test(fold(typed))) return true;
  const isPairs = typed.split(/[,;]\s|\s(?:và|va)\s/u).every((part) => isNameAndFigure(form, part.replace(IS, ' ')));
  return isPairs || (LABELLED.test(typed) && typed.length < LONGEST_LABELLED);
}

const NAMED_AMOUNT =
  /^\p{L}+(?: \p{L}+){0,3} (?:la |co |duoc )?\d[\d.,]*(?: ?(?:nghin|ngan|trieu|tr|ty|ti|k|tram|ruoi|dong|luot|nguoi|bai|tin|cuoc|buoi|\d{1,3}))*[.! ]*$/u;
const IS = /\s(?:là|la|có|co|được|dc|đc)(?=\s)/iu;
/** "5 bài FB, 3 bài Zalo", "hội nghị là 1, ng dự là 60": figures with their words, and nothing told of them. */
function isOnlyFigures(typed: string): boolean {
  const clauses = fold(typed).split(/[,;](?=\s)/u);
  return (
    typed.length <= LONGEST_LABELLED && clauses.length > 1 && clauses.every((clause) => ONE_FIGURE.test(clause.trim()))
  );
}

const ONE_FIGURE = /^(?:\d[\d.,]*(?: \p{L}+){1,5}|\p{L}+(?: \p{L}+){0,3}(?: la|:)? \d[\d.,]*)$/u;
/** "Kết quả nổi bật là gì thế, ví dụ đi": asked of the question, and no answer to it. */
const ASKS_WHAT =
  /(?:^| )(?:(?:la|nghia la|ghi|viet|nhap|dien) (?:gi|sao|the nao|nhu the nao|nhu nao)|vi du (?:di|xem|nao|voi|coi|cai))(?: (?:a|ah|nhi|em|e|chi|anh|vay|the|day|di|gi|sao|vi|du|cho|biet|voi|bot))*[?.! ,]*$/u;
const AS_BEFORE =
  /^(?:(?:thi|ket qua|kq|van|cu|la|da|vang|thang nay|ky nay|de|lay|ghi|noi dung) )*(?:nhu|giong|y nhu|y nguyen|tuong tu)(?: voi| nhu)? (?:thang|ky|lan|moi|cac|nam|ban|lan truoc|tren|hom)(?: (?:truoc|\d{1,2}|khi|lan|thang|ky|nguyen|thoi|a|nhe|em|chi|anh|trong|nam|het|luon))*[.! ]*$/u;
const COMPLAINT =
  /^(?:(?:o|ua|oi|the|a|da|ma) )*(?:sao|tai sao|vi sao)\b.*\b(?:ma|the|vay|hoi|nhi|hoai|mai|nua)[.! ]*$|\b(?:noi|ghi|gui|co|nop|bao cao)(?: o)?(?: tren)? roi ma[.! ]*$/u;

/** "Như tháng trước thôi", "sao cứ hỏi, trong báo cáo trên có rồi mà": said to the bot, and no result. */
function isNoResult(typed: string): boolean {
  const said = fold(typed).replace(/[,;]+/gu, '');
  return typed.length <= LONGEST_LABELLED && (AS_BEFORE.test(said) || COMPLAINT.test(said));
}

const LABELLED = /^[^:=]{2,60}[:=]\s*[~-]?\d/u;
const LONGEST_LABELLED = 120;

function saysNoWords(typed: string): boolean {
  return readReply(typed) === 'yes' || BARE_NO.test(fold(typed)) || !/[\p{L}\p{N}]/u.test(typed);
}

/** Quotes around all of an answer only mark where it ends. */
function withoutQuotes(text: string): string {
  return /^\s*["“”]([^"“”]*)["“”]\s*$/u.exec(text)?.[1] ?? text;
}
