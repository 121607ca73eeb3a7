import type { ReportForm } from '../../domain/report-form.ts';
import { behindRefusal } from '../extension-talk.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { parseCount } from '../number/numbers.ts';
import { type FieldNames, fieldNames } from '../report/field-names.ts';
import { parseField } from '../report/report-field.ts';
import { type ParsedReport, parseReport } from '../report/report-template.ts';
import { splitRest } from '../report/rest-clause.ts';
import { saidOfTexts } from '../report/said-of-text.ts';
import { saidOfWhole } from '../report/said-whole.ts';
import { clearedBeside, clearedIn, withCleared } from './cleared-fields.ts';
import { asCorrected } from './corrected-at-once.ts';
import { SECOND_THOUGHTS, withoutTail, wordsOfChange } from './correction-words.ts';
import { doubtingMore, doubtingWhole } from './doubting-more.ts';
import { type Move, movedWithin } from './moved-figures.ts';
import { ONE_OF_TWO, withoutOther } from './one-of-two.ts';
import { relativeChange, withRelative } from './relative-change.ts';
import { type TakenBack, takenBack } from './taken-back.ts';
import { toldInto } from './told-into.ts';

/** What a text changes of a report. */
export interface ReportChange extends ParsedReport {
  /** Keys of the fields that are to be empty again. */
  cleared: readonly string[];
  /** A figure with no field named: "8 mới đúng". */
  loose: number | null;
  /** The one it stands in the place of: "2 chứ không phải 22". */
  instead: number | null;
  /** Its texts come beside what is there: "thêm khó khăn là thiếu máy tính". */
  isMore: boolean;
  /** What goes over to another field. */
  moved: Move | null;
  /** Figures that stand in the place of others: weighed against what is there. */
  taken: readonly TakenBack[];
  /** The field that is wrong, with nothing said of what is right: "sai số người dự rồi". */
  wanted: string | null;
}

/** A longer text is a report. */
const LONGEST = 300;
const INTO =
  /\s+(?:(?:sua|doi|chinh|ghi|tang|giam)\s+)?(?:lai\s+)?(?:(?:thanh|sang|la|bang|len|xuong con|xuong|chi co|chi la|phai la|dung la|dung ra la|moi la|->|→|=>)(?=[\s:])\s*:?|:)\s*(?=\S)/;
const COUNTED = /^(?:(?:chi\s+)?(?:co|la)\s+)?(\d[\d.,]*)\s+(\p{L}[\p{L} ,]{1,60})$/u;
/** "…, phải là 15". */
const RIGHT = /^:?\s*(?:(?:phai|dung|dung ra|thuc te|thuc ra|that ra|chi|moi)(?: la| co)?\s+|la\s+)?(\d[\d.,]*)$/;
const WRONG =
  /\s+(?:(?:bi|em|e|ghi|go|nhap)\s+){0,2}(?:sai|nham|chua dung|khong dung|ko dung|k dung)(?:\s+(?:roi|r|mat roi))?$/;

/**
 * Reads what is to change, however it is said: "sửa số hội nghị thành 5", "sua lai hoi nghi 1, nguoi du 30", "người dự 1.250 chứ không
 * phải 1.200", "khoan đã, người dự là 1.250", "bỏ tin bài". A text that reads as it stands is taken as it stands.
 */
export function readChange(form: ReportForm, typed: string): ReportChange {
  const { text, rest } = splitRest(typed);
  const read = { ...doubtingWhole(readOwn(form, rest === null ? typed : text)), taken: takenBack(form, typed) };
  return rest === null ? read : { ...read, rest };
}

function readOwn(form: ReportForm, asTyped: string): ReportChange {
  const typed = asCorrected(behindRefusal(asTyped) ?? asTyped);
  const text = isShort(typed) ? saidOfTexts(form).labelled(tidy(typed)) : typed;
  const plain = changeOf(parseReport(form, text));
  if (plain.header !== null || plain.nothingToReport || !isShort(text)) return plain;
  const names = fieldNames(form);
  const said = tidy(text).trim();
  const into = toldInto(form)(said);
  if (into === 'unclear') return { ...nothingOf(plain), unread: [said] };
  if (into !== null) return { ...nothingOf(plain), values: { [into.key]: into.value }, isMore: true };
  const none = saidOfTexts(form).none(said);
  if (none !== null) return { ...nothingOf(plain), values: { [none.key]: said } };
  const paper = Object.keys(plain.values).length > 0 ? null : saidOfTexts(form).document(said);
  if (paper !== null) return { ...nothingOf(plain), values: { [paper.field.key]: paper.value } };
  const whole = Object.keys(plain.values).length > 0 ? null : saidOfWhole(form, said);
  if (whole !== null) return { ...nothingOf(plain), values: whole };
  const left = saidOfTexts(form).forgotten(said);
  if (left !== null) return { ...nothingOf(plain), values: { [left.field.key]: left.value }, isMore: true };
  const told = textChange(names, said) ?? textAdded(names, said);
  if (told !== null) return { ...nothingOf(plain), ...told };
  const move = movedWithin(names, said);
  if (move !== null) {
    const besides = move.rest === '' ? nothingOf(plain) : readOwn(form, move.rest);
    return { ...besides, moved: move.moved };
  }
  const out = clearedBeside(names, said);
  const kept = out === null ? null : withCleared(out.cleared, readOwn(form, out.rest));
  if (kept !== null) return kept;
  const relative = relativeChange(form, said);
  if (relative !== null) return withRelative(relative, readOwn(form, relative.rest));
  const asks = COMPLAINS.test(foldInPlace(said));
  const isWhole =
    !asks && plain.faults.length === 0 && plain.unread.length === 0 && Object.keys(plain.values).length > 0;
  if (isWhole) return doubtingMore(said, plain);
  const of = wholeChange(names, said);
  if (of !== null) return { ...nothingOf(plain), ...of };
  const read = parseReport(form, withoutCorrecting(names, said));
  const [more, less] = [Object.keys(read.values).length + read.faults.length, Object.keys(plain.values).length];
  const isBetter = more > less || (more === less && more > 0 && (asks || read.unread.length < plain.unread.length));
  const isClear = read.faults.every(({ fault }) => ['ambiguous', 'of-another', 'each'].includes(fault));
  // "Tin bài và cổng 8": no part of it makes sure what the whole leaves in doubt.
  const isDoubted =
    !isCorrecting(said) &&
    plain.faults.some(({ field, fault }) => fault === 'ambiguous' && read.values[field] !== undefined);
  if (isBetter && isClear && !isDoubted) return changeOf(withoutOther(said) === said ? doubtingMore(said, read) : read);
  // "Sao hội nghị có 1 thế": what is there is wrong, and nothing else is said.
  if (asks) return { ...nothingOf(plain), unread: [said], wanted: namedIn(names, said) };
  return Object.keys(plain.values).length > 0 ? doubtingMore(said, plain) : { ...plain, ...incomplete(names, said) };
}

/** "Ơ sao hội nghị lại có 1 thế": the figure in it is the one that is not meant. */
const COMPLAINS = /^\s*(?:(?:o|ua|oi|the|a|nhung) )*(?:sao|vi sao|tai sao)(?= \p{L})/u;

function namedIn(names: FieldNames, text: string): string | null {
  const before = /^\D*/u.exec(foldInPlace(text).replace(COMPLAINS, ''))?.[0] ?? '';
  return names.named(before.replace(/(?: (?:lai|co|thanh|la|chi|van))+\s*$/u, ''))?.field.key ?? null;
}

/** Whether it says that something was wrong or is to be changed, and not only what is: "khoan đã, …", "sửa …", "5 chứ không phải 3". */
export function isCorrecting(text: string): boolean {
  if (!isShort(text)) return false;
  const folded = foldInPlace(tidy(text));
  return (
    SECOND_THOUGHTS.test(folded) ||
    wordsOfChange(folded).isChanging ||
    ONE_OF_TWO.some(([pattern]) => folded.search(pattern) >= 0)
  );
}

/** A whole name and a figure, and nothing else: "nguoi du 250". */
export function isNameAndFigure(form: ReportForm, text: string): boolean {
  if (!isShort(text)) return false;
  const match = /^(\D{2,60}?)\s*(?:[:=]|\s)\s*\d[\d.,]*$/u.exec(withoutTail(foldInPlace(tidy(text)).trim()));
  return match !== null && fieldNames(form).named(match[1] ?? '') !== null;
}

/** "Khoan", "nhầm rồi", and nothing besides. */
export function isOnlySecondThoughts(text: string): boolean {
  const folded = foldInPlace(tidy(text)).trim();
  return isShort(text) && SECOND_THOUGHTS.test(folded) && wordsOfChange(folded).rest.trim() === '';
}

function isShort(text: string): boolean {
  return text.length <= LONGEST && !text.trim().includes('\n');
}

/** A report as a change that says nothing else. */
export function changeOf(read: ParsedReport): ReportChange {
  return { ...read, cleared: [], loose: null, instead: null, isMore: false, moved: null, taken: [], wanted: null };
}

function nothingOf(read: ReportChange): ReportChange {
  return { ...read, values: {}, faults: [], unread: [] };
}

/** "Sửa kết quả thành: đã tổ chức 3 hội nghị, 200 người dự": all of it is the text. */
function textChange(names: FieldNames, text: string): Pick<ReportChange, 'values'> | null {
  const { rest, isChanging } = strip(text);
  const into = INTO.exec(foldInPlace(rest));
  const found = into === null || !isChanging ? null : names.named(rest.slice(0, into.index));
  if (into === null || found === null || found.field.kind !== 'text') return null;
  const read = parseField(found.field, rest.slice(into.index + into[0].length));
  return read.kind === 'ok' ? { values: { [found.field.key]: read.value } } : null;
}

const MORE_TEXT =
  /^\s*(?:(?:a|da|em|cho em|oi|con|xin|nho|quen)[\s,]+){0,4}(?:(?:them|bo sung|ghi them|con)\s+){1,2}(?:muc |phan |noi dung )?/u;
const TEXT_BEGINS = /\s*:\s*|\s(?:la|nhu sau)(?=\s|:)[\s:]*/u;

/** "Thêm vướng mắc: thiếu máy tính", "bổ sung khó khăn là thiếu cán bộ": all behind the name is the text, beside what is there. */
function textAdded(names: FieldNames, text: string): Pick<ReportChange, 'values' | 'isMore'> | null {
  const lead = MORE_TEXT.exec(foldInPlace(text))?.[0].length ?? 0;
  const rest = text.slice(lead);
  const begins = TEXT_BEGINS.exec(foldInPlace(rest));
  const label = begins === null ? '' : foldInPlace(rest.slice(0, begins.index));
  // "Kết quả thêm: …" says so behind the name.
  const name = label.replace(/\s+(?:ghi )?(?:them|bo sung)$/u, '');
  const found = begins === null || (lead === 0 && name === label) ? null : names.named(name);
  if (begins === null || found === null || found.field.kind !== 'text') return null;
  const read = parseField(found.field, rest.slice(begins.index + begins[0].length));
  return read.kind === 'ok' ? { values: { [found.field.key]: read.value }, isMore: true } : null;
}

/** What is said of one field, and is no value of it: "bỏ tin bài". */
function wholeChange(names: FieldNames, text: string): Partial<ReportChange> | null {
  const cleared = clearedIn(names, withoutTail(foldInPlace(strip(text, false).rest).trim()));
  return cleared.length === 0 ? null : { cleared };
}

/** A figure without its field, or a field without its figure. */
function incomplete(names: FieldNames, text: string): Partial<ReportChange> {
  const said = withoutOther(text);
  const { rest, isChanging } = strip(said.replace(/^\s*:\s*/u, ''));
  const bare = withoutTail(foldInPlace(rest).trim()).replace(/^(?:thanh|la|sang|chi co)\s+(?=\d)/, '');
  const count = /^\d[\d.,]*$/.test(bare) ? parseCount(bare) : null;
  if (count?.kind === 'ok' && (isChanging || said !== text)) {
    const figures = text.match(/\d[\d.,]*/gu) ?? [];
    const other = figures.map((one) => parseCount(one)).find((one) => one.kind === 'ok' && one.value !== count.value);
    return { loose: count.value, instead: other?.kind === 'ok' ? other.value : null };
  }
  const label = bare.replace(WRONG, '');
  const found = isChanging || label !== bare ? names.named(label) : null;
  return found === null ? {} : { wanted: found.field.key };
}

/** As the form's own labels and values, one after the other. */
function withoutCorrecting(names: FieldNames, text: string): string {
  const rest = withoutOther(text);
  const isSettled = rest !== text;
  const clauses = rest.split(/[;,](?=\s)|\s(?:và|va)\s+(?=\p{L})/u).map((clause) => {
    const complaint = COMPLAINS.exec(foldInPlace(clause))?.[0] ?? '';
    return complaint !== '' && !isSettled ? '' : clauseOf(names, clause.slice(complaint.length));
  });
  const said: string[] = [];
  for (const clause of clauses) {
    if (clause === '') continue;
    const isNew = /^[^:]{2,60}:|\d/.test(clause) || said.length === 0;
    const before = said.at(-1) ?? '';
    // "Sai số người dự, 250 mới đúng": the figure belongs to the name before it.
    const right = RIGHT.exec(foldInPlace(clause))?.[1];
    if (right !== undefined && names.named(before) !== null) said[said.length - 1] = `${before}: ${right}`;
    else if (isNew) said.push(clause);
    else said[said.length - 1] = `${before}, ${clause}`;
  }
  return said.join('; ');
}

function clauseOf(names: FieldNames, clause: string): string {
  const { rest: stripped } = strip(clause);
  const bare = withoutTail(stripped).replace(/^(?:thêm|them|bổ sung|bo sung)\s+(?=\p{L})/iu, '');
  const rest = bare === '' || /\d/.test(stripped) ? bare : stripped;
  const into = INTO.exec(foldInPlace(rest));
  const label = into === null ? '' : rest.slice(0, into.index);
  if (into !== null && names.named(label) !== null)
    return `${label.trim()}: ${rest.slice(into.index + into[0].length).trim()}`;
  const [, figure = '', counted = ''] = COUNTED.exec(foldInPlace(rest).trim()) ?? [];
  if (figure !== '' && names.named(counted) !== null) return `${counted}: ${figure}`;
  const wrong = foldInPlace(rest).trim().replace(WRONG, '');
  return names.named(wrong) === null ? rest.trim() : wrong;
}

/** Without the words before what changes. `isChanging`: some of them say that something does. */
function strip(text: string, isVerbToo = true): { rest: string; isChanging: boolean } {
  const { rest, isChanging } = wordsOfChange(foldInPlace(text), isVerbToo);
  return { rest: text.slice(text.length - rest.length), isChanging };
}
