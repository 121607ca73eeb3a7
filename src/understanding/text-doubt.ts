import type { FormField, ReportForm } from '../domain/report-form.ts';
import { isNameAndFigure, readChange } from '../language/change/correction.ts';
import { readReply } from '../language/choice-word.ts';
import { behindRefusal } from '../language/extension-talk.ts';
import { fold, foldInPlace, lower, tidy } from '../language/fold.ts';
import { wantsToLook } from '../language/look-word.ts';
import { isNumberWord } from '../language/number/number-words.ts';
import { isPausing } from '../language/pause-word.ts';
import { isQuestion } from '../language/question-form.ts';
import { readRemark } from '../language/remark-word.ts';
import { fieldNames } from '../language/report/field-names.ts';
import { type GuidedAnswer, readAnswer } from '../language/report/guided-answer.ts';
import { saidOfTexts } from '../language/report/said-of-text.ts';
import { isTalk, isTalkOfText } from '../language/report/talk-of-text.ts';
import { addressesBot } from '../language/report/to-bot.ts';
import { mayBeText, saysApproved, saysSend, saysSendAgain } from '../language/review-reply.ts';
import { beginsWithThanks, isAcknowledgement } from '../language/small-talk.ts';
import { spelled, wholeWords } from '../language/spelled.ts';
import { nounsIn } from '../language/told/told-nouns.ts';
import { FIGURE, GENERIC, PERIODS, POINTED, SIZE, WORDS_BEFORE } from '../language/told/told-words.ts';

/** A longer text tells something, whatever it begins with. */
const LONGEST = 160;
/** Of so few words every one can be a figure's, a field's or a period's. */
const FEW = 12;

/** Of so many words a figure behind a field's name says something of that figure. */
const SOME = 20;

const POLITE = spelled('dạ|vâng|em|e|chị|anh|à|ừ|uh|ơ|ok|bot|ơi|thế|mà|thì|rằng');
/** What people begin with who turn to the bot: hesitation, orders, answers. No result of a month begins so, with these marks. */
const TURNS_TO_BOT = new RegExp(
  `^(?:${POLITE} )*(?:${[
    `${spelled('thôi')}(?! (?:gian|diem|ky)(?: |$))`,
    spelled(
      'khoan|từ từ|nhầm|quên|ủa|chốt|sao|chưa|để đấy|không phải|ko phải|k phải|thật ra|hết rồi|xong|đủ rồi|thế thôi|vậy thôi|tính lại',
    ),
    `${spelled('sai')}(?: ${spelled('rồi|r|số|mục|cái|chỗ|ở|hết|mất')}|$)`,
    `${spelled('chờ|đợi')} ${spelled('tí|chút|xíu|em|e|tôi|mình|chị|anh|lát|đã|sếp|ý kiến')}`,
    `${spelled('đừng|không|ko|k|chưa')} ${spelled('gửi|nộp|ghi|làm|lưu|tính|đưa|lấy|cần|biết|rõ|nhớ|có gì|hiểu|đúng|muốn|được')}`,
    `${spelled('gửi|nộp|bỏ|huỷ|hủy|xoá|xóa|sửa|nhắc|giữ|lưu|làm|xem|lấy|quay|kiểm tra|tiếp tục')}(?: ${spelled('gửi|nộp|đi|giúp|hộ|luôn|lại|thôi|nhé|báo cáo|bc|hết|mục|phần|tiếp|em|anh|chị|cho|cái|nguyên|ngay|được|qua|đã|số|câu')}|$)`,
    `${spelled('để')} ${spelled('em|e|tôi|mình|chị|anh|mai|sau|lát|đó|trống|nguyên')}`,
    `${spelled('nhờ')} ${spelled('em|e|chị|anh|bot|giúp|xem|sửa|gửi')}`,
    `${spelled('ý')} ${spelled('em|e|tôi|mình|là')}`,
    `${spelled('lát|mai|chiều|tối')} ${spelled('em|e|tôi|mình|gửi|nộp|báo|làm|sau|nữa')}`,
    `${spelled('câu|mục|số|cái')} ${spelled('này|đó|kia|trên|trước|sau|tiếp')}`,
    `${spelled('cho')} ${spelled('hỏi|em hỏi|tôi hỏi|mình hỏi')}`,
    spelled('hỏi chút|hỏi cái|hỏi tí|sếp|nếu|lỡ'),
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);
/** "Em gửi sau", "để em hỏi lại sếp", "anh xem giúp em": about what somebody does with the report, in few words. */
const OF_THE_TALK = wholeWords(
  [
    `${spelled('em|e|mình|tôi|chị|anh|bot')} (?:${spelled('sẽ|đang|chưa|phải|xin|mới|vừa|đã|muốn|cần')} )*${spelled('gửi|nộp|báo|hỏi|xem|kiểm tra|bổ sung|sửa|ghi|nhập|gõ|nhầm|quên|không|ko|k|cần|biết|hiểu|nhớ')}`,
    spelled('bot|sếp|báo cáo này|bản này|gửi lại|nộp lại|nhập lại|ghi lại|làm lại|lấy lại'),
    `${spelled('gửi|nộp|bỏ|xoá|xóa|huỷ|hủy|sửa|ghi|nhập|để')} ${spelled('đi|đã|sau|luôn|giúp|hộ|nhé|vào|ra')}$`,
  ].join('|'),
);
/** "Phải, ghi vào đi": yes or no with a word behind it. */
const AGREES = new RegExp(`^${spelled('phải|đúng|ok|vâng|ừ|được|không|ko|chưa')}(?: |$)`, 'u');
const OF_A_REPORT = /(?<!\S)(?:bao cao|bc)(?!\S)/u;
/** One word that is a result, if a short one. */
const JUDGING = /^(?:tot|kha|dat|cao|on|hieu qua)$/u;
const BETWEEN_FIGURES = new Set([
  ...WORDS_BEFORE,
  ...'hon gan tren duoi khoang tam chung uoc xap xi it nhat vai may moi cai nguoi luot nua them la tong so thoi a nhe nha chu mot chut ti xiu video clip lan dot k co chi dung tat ca het'.split(
    ' ',
  ),
]);

/** What a text typed where words of the report are asked for may be: said to the bot alone, or perhaps something else. */
export type TextDoubt = 'to-bot' | 'maybe';

/**
 * Whether a text typed where words of the report are asked for may be something else: an order, a hesitation, a correction, a question,
 * a figure, another field's or report's name. It is asked about before it is written: what stands in a report nobody typed for it is worse than
 * one press more. Null: it is the text.
 */
export function doubtOfText(form: ReportForm, field: FormField, text: string): TextDoubt | null {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST || typed.includes('\n')) return null;
  const marked = plainOf(typed);
  const said = fold(marked);
  const words = said.split(' ');
  if (JUDGING.test(said)) return null;
  if (isToBot(typed, words) || isTalk(fieldNames(form), typed) || addressesBot(typed, !field.required)) return 'to-bot';
  return mayBeElse({ form, field, typed, marked, said, words }) ? 'maybe' : null;
}

/** Thanks, "ok", "gửi", "xem lại cái", "sếp bảo ok": nothing of a report. */
function isToBot(typed: string, words: readonly string[]): boolean {
  // "Đã làm tốt" reads like "dạ tốt lắm" without its marks.
  const isThanks = !JUDGING.test(words.at(-1) ?? '') && (isAcknowledgement(typed) || beginsWithThanks(typed));
  const isOrder = readReply(typed) !== null || saysSend(typed) || saysSendAgain(typed) || wantsToLook(typed);
  return isThanks || isOrder || saysApproved(typed) || readRemark(typed) !== null || isPausing(typed);
}

interface Typed {
  form: ReportForm;
  field: FormField;
  typed: string;
  marked: string;
  said: string;
  words: readonly string[];
}

function mayBeElse({ form, field, typed, marked, said, words }: Typed): boolean {
  if (isQuestion(typed)) return true;
  if (TURNS_TO_BOT.test(marked) || POINTED.test(said)) return true;
  if (words.length <= FEW && OF_THE_TALK.test(marked)) return true;
  if (words.length <= FEW / 2 && (OF_A_REPORT.test(said) || AGREES.test(marked))) return true;
  // Numbers of documents are what is asked for there.
  if (isOfDocument(form, field)) return false;
  // "Uh fb 12 đó là cả cụm, sở có 3 thôi", "đài 9 ấy là 7 tin": results tell a figure before what it counts.
  if (words.length <= SOME && namesWithFigure(form, typed)) return true;
  // "Ấy khoan, hội nghị 41": a field's whole name and its figure.
  if (words.length <= FEW && typed.split(/[,;]\s/u).some((part) => isNameAndFigure(form, part))) return true;
  return words.length === 1 || namesAnother(form, field, typed) || isFigureOrPeriod(form, typed);
}

/** The answer to a question of the form. Where words are asked for, figures alone are those of the fields they name. */
export function readGuided(form: ReportForm, field: FormField, asTyped: string): GuidedAnswer {
  const typed = behindRefusal(asTyped) ?? asTyped;
  const answer = readAnswer(form, field, typed);
  const isText = answer.is === 'values' && field.kind === 'text' && answer.values[field.key] === typed;
  if (!isText || typed.length > LONGEST) return answer;
  const paper = saidOfTexts(form).document(typed);
  // "Hn 3, kq: để mai": what it says of the text asked for is no part of it.
  const told = readChange(form, typed);
  const isTalked = told.unread.length > 0 && told.unread.every((part) => isTalk(fieldNames(form), part));
  if (isTalked && Object.keys(told.values).length > 0) return { is: 'change', change: { ...told, unread: [] } };
  // "9 tin thời sự, phát thanh 20, hội nghị 0 nhưng …": figures by their names, one after the other.
  const parts = typed.split(/[,;]\s/u).filter((part) => /\d/u.test(part));
  const named = parts.filter((part) => isNameAndFigure(form, part) || figuresIn(form, part));
  const isList = named.length > 1 && named.length * 2 > parts.length;
  if (isList && Object.keys(told.values).length + told.faults.length > 0) return { is: 'change', change: told };
  const isOfPaper = paper !== null && paper.field.key !== field.key;
  if (!isOfPaper && !isFigureOrPeriod(form, typed)) return answer;
  const isRead = Object.keys(told.values).length + told.faults.length > 0 && told.unread.length === 0;
  return isRead ? { is: 'change', change: told } : answer;
}

/** "Fb 12", "đài 9 ấy": what the form counts, and right behind it a figure with nothing that it counts. */
function namesWithFigure(form: ReportForm, typed: string): boolean {
  const folded = foldInPlace(tidy(typed)).replace(/(?<!\p{L})dai (?=\d)/gu, 'phat thanh ');
  return nounsIn(form, { from: 0, text: folded }).some(
    ({ from, to, isGeneric }) =>
      !isGeneric &&
      !/\d\s*$/u.test(folded.slice(0, from)) &&
      /^ (?:la |co |duoc )?\d[\d.]*(?=\s*(?:[,;]|$| (?:la|do|ay|kia|thoi|nua|nhe|a|thi|moi|chu|cai|bai|cuoc|buoi|luot|tin|ng|nguoi|tong)(?!\p{L})))/u.test(
        folded.slice(to),
      ),
  );
}

/** "Kết quả: ở trong công văn ấy": where the text asked for is, under its own name. */
export function isTalkAlone(answer: GuidedAnswer, { key, kind }: FormField): boolean {
  const value = answer.is === 'values' && kind === 'text' ? answer.values[key] : undefined;
  return typeof value === 'string' && (isTalkOfText(value) || addressesBot(value));
}

/** "5 tin bài", "9 tin thời sự": a figure, what the form counts, and hardly a word besides. */
function figuresIn(form: ReportForm, part: string): boolean {
  const folded = foldInPlace(part).trim();
  const [first] = nounsIn(form, { from: 0, text: folded });
  return (
    first !== undefined &&
    /^(?:co |va |them )?\d[\d.,]* $/u.test(folded.slice(0, first.from)) &&
    folded.slice(first.to).trim().split(/\s+/u).length < 3
  );
}

function isOfDocument(form: ReportForm, field: FormField): boolean {
  return fieldNames(form)
    .namesOf(field)
    .some((name) => /(?:^| )(?:van ban|cong van)(?: |$)/u.test(name));
}

/** Another field's name alone, or at the head of it: "khó khăn thì không có". */
function namesAnother(form: ReportForm, field: FormField, typed: string): boolean {
  const names = fieldNames(form);
  const said = fold(typed).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const named = names.named(typed);
  if (named !== null) return true;
  return form.fields.some(
    (other) =>
      other.key !== field.key &&
      other.kind === 'text' &&
      names
        .namesOf(other)
        .some((name) => name.includes(' ') && new RegExp(`^${name} (?:thi|la|co|khong|ko|k)(?: |$)`, 'u').test(said)),
  );
}

/** Only figures with what they count, or a period: nothing is left that tells of anything. */
function isFigureOrPeriod(form: ReportForm, typed: string): boolean {
  const folded = foldInPlace(typed);
  const nouns = nounsIn(form, { from: 0, text: folded });
  const blank = (text: string, from: number, to: number): string =>
    text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  const bare = nouns.reduce((text, { from, to }) => blank(text, from, to), folded);
  const withoutPeriod = bare.replace(PERIODS, ' ');
  const figures = [...withoutPeriod.matchAll(FIGURE)];
  const left = figures.reduce((text, match) => {
    const to = match.index + match[0].length;
    return blank(text, match.index, to + (SIZE.exec(withoutPeriod.slice(to))?.[0].length ?? 0));
  }, withoutPeriod);
  const words = [...left.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    word,
    typed: lower(typed.slice(index, index + word.length)),
  }));
  if (words.length > FEW) return false;
  const isMarked = lower(typed) !== fold(typed);
  const isNumber = (one: { word: string; typed: string }): boolean => isNumberWord(one.typed, isMarked);
  const others = words.filter((one) => !isNumber(one) && !BETWEEN_FIGURES.has(one.word) && !GENERIC.includes(one.word));
  const counts = figures.length + words.filter(isNumber).length;
  return others.length === 0 && (counts > 0 || withoutPeriod !== bare || (nouns.length > 0 && words.length < 3));
}

function plainOf(text: string): string {
  return lower(text)
    .replace(/[.,;:!?~“”"'()…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A sentence before a preview that may be meant for one of the report's texts. */
export function mayBeTextOf(form: ReportForm, text: string): boolean {
  return mayBeText(text) && !isTalk(fieldNames(form), text);
}
