import { readReply } from './choice-word.ts';
import { fold, tidy } from './fold.ts';

/** "Vì", "do", "lý do:", "với lý do là": what stands behind it is the reason. Marks count: "đô" is no "do"; without them "don vi" is a unit. */
const REASON =
  /(?<![\p{L}\p{N}])(?<!(?<!\p{L})[dđ][oơ]n\s)(?:với\s+)?(?:lý do|lí do|ly do|nguyên nhân|vì|vi|do)(?:\s+là)?\s*:?\s+(?=\S)/iu;

/** Takes the reason off the end of what was typed; null where none is given. */
export function takeReason(text: string): { reason: string; rest: string } | null {
  const tidied = tidy(text);
  const found = REASON.exec(tidied);
  if (found === null) return null;
  const reason = tidied.slice(found.index + found[0].length).trim();
  return { reason: reason.replace(CHANGED_TO, ''), rest: tidied.slice(0, found.index).trim() };
}

/** The words in which the units of an order stand: never those of its reason. */
export function beforeReason(text: string): string {
  const given = takeReason(text);
  return given === null || given.rest === '' ? text : given.rest;
}

/** "Lý do đổi thành tổng kết". */
const CHANGED_TO = /^(?:đổi|sửa|doi|sua)\s+(?:lại\s+|lai\s+)?(?:thành|thanh|là|la)\s*:?\s+/iu;
/** "Ừ bỏ miễn, chị nhầm", "trả lại để sửa" (the button's own words, said once more): the order said again is no part of why. */
const ORDER_AGAIN =
  /^(?:(?:ừ|u|vâng|vang|ok|dạ|da|đúng rồi|dung roi)\s+)?(?:bỏ miễn|bo mien|huỷ miễn|miễn|mien|gia hạn|gia han|(?:trả|mở) lại(?: để sửa)?|(?:tra|mo) lai(?: de sua)?)(?:\s+(?:đi|di|nhé|nhe|luôn|luon|cho họ))*\s*(?:[,.;]\s*|$)/iu;

/** The reason in the answer to "why?", without "vì"; null where it is none: "ok", "1", "không". */
export function readReason(text: string): string | null {
  const given = takeReason(text);
  const isAlone = given !== null && given.rest.replace(ORDER_AGAIN, '') === '';
  const reason = (isAlone ? given.reason : text).trim().replace(ORDER_AGAIN, '').trim();
  const isWord = readReply(reason) !== null && !/^(?:nham|sai)(?!\p{L})/u.test(fold(reason));
  return /\p{L}{2}/u.test(reason) && !isWord ? reason : null;
}

const ASKS_FOR_TIME =
  /(?<!\S)(?:xin|lui|gia han|hoan|khat|them|duoc (?:khong|ko|k)|dc (?:khong|ko|k)|cho em|cho phep)(?!\S)/u;
const EXCUSED_BY = 3;

/** "Huyện em bị lũ, xin chị cho lùi đến 22/11": the clause beside the request says why; null where none does. */
export function reasonBeside(text: string): string | null {
  const clauses = text.split(/[,;.](?=\s|$)/u).map((clause) => clause.trim());
  const [why, another] = clauses.filter(
    (clause) => clause.split(/\s+/u).length >= EXCUSED_BY && !ASKS_FOR_TIME.test(fold(clause)) && !/\d/u.test(clause),
  );
  return clauses.length > 1 && why !== undefined && another === undefined ? why : null;
}
