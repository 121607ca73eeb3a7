import type { FormField } from '../../domain/report-form.ts';
import { fold, lower, tidy } from '../fold.ts';
import { isSigh } from '../sigh-word.ts';
import { isTalkOfText } from './talk-of-text.ts';

/** A longer part of a text tells something. */
const LONGEST = 90;
const WHO = '(?:em|e|toi|tui|minh|chi|anh|ben em|ben minh|bot|ad)';
const LATER =
  '(?:mai|ngay mai|mot|chieu|chieu nay|chieu mai|toi|toi nay|sang mai|lat|lat nua|ti nua|chut nua|sau|tuan sau|hom sau|cuoi gio|cuoi ngay|cuoi buoi)';
/** What is done with a report, or what the bot is asked for. */
const DOES =
  '(?:gui|nop|nhac|cho qua|doi ti|cho ti|doi em|cho em|sua|bo|xoa|them|ghi|chot|hen|bo sung|xem|kiem tra|duyet|chuyen|luu|nhap|cap nhat|dien|chep|copy|tach|cong)';
/** "… nhé": no official text ends so. Without tone marks "nha" is a house. */
const SPOKEN = /(?<!\p{L})(?:nhé|nha|nhá|nghen|nhen|nghe|hen)(?:\s+(?:em|chị|anh|bot|bạn|ạ|ơi|ad))*\s*$/u;
const SPOKEN_PLAIN = /(?<!\S)nhe(?: (?:em|chi|anh|bot|ban|a|oi|ad))*$/u;
const HELP = new RegExp(`(?<!\\S)(?:giup|ho|gium)(?: ${WHO})?(?: (?:voi|nhe|a|cai|nha))*$`, 'u');
const DOES_IT = new RegExp(`(?<!\\S)${DOES}(?!\\S)`, 'u');
/** "Mai gửi nốt phần tiền", "em gửi sau", "chiều bổ sung thêm số": whoever writes, about sending. */
const LATER_ON = new RegExp(
  `^(?:(?:con|roi|thi|de|a|da|vang|oi|nhung|va) )*(?:${WHO} )?${LATER} (?:${WHO} )?(?:(?:se|moi|lai|roi) )?(?:gui|nop|bo sung|bao|cap nhat|sua|ghi|lam) (?:not|tiep|them|lai|sau|du|luon|phan|so)(?!\\S)`,
  'u',
);
const I_SEND = new RegExp(
  `^(?:(?:con|roi|thi|de|a|da|vang|nhung|va) )*${WHO} (?:(?:se|dang|phai|xin|moi|tinh|chua|da) )*(?:gui|nop|bo sung|cap nhat)(?: \\S+){0,2} (?:sau|not|tiep|luon|mai|chieu|toi|lai)(?!\\S)`,
  'u',
);
/** "5h nhắc lại tui", "nhắc em lúc 5h": never "nhắc nhở cán bộ". */
const REMIND_ME = new RegExp(
  `(?<!\\S)nhac(?: lai)?(?: giup| ho| cho)? ${WHO}(?!\\S)|(?<!\\S)\\d{1,2} ?(?:h|gio|:)(?: ?\\d\\d)? (?:thi |bot |roi )?nhac(?: lai)?(?!\\S)`,
  'u',
);

/**
 * Whether a text, or a part of one, is said to the bot: a promise, an order, a reminder asked for. `isAsking`: it stands where the province is asked
 * for something, so that "bổ sung kinh phí giúp" may be meant.
 */
export function addressesBot(text: string, isAsking = false): boolean {
  const typed = lower(tidy(text))
    .replace(/[.,;:!?~“”"'()…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const said = fold(typed);
  if (said === '' || typed.length > LONGEST) return false;
  if (LATER_ON.test(said) || I_SEND.test(said) || REMIND_ME.test(said)) return true;
  if (isAsking || !DOES_IT.test(said)) return false;
  return (typed === said ? SPOKEN_PLAIN : SPOKEN).test(typed) || HELP.test(said);
}

/** "5h nhắc lại tui": a reminder for oneself. */
export function wantsReminder(text: string): boolean {
  return text.length <= LONGEST && REMIND_ME.test(fold(text));
}

const LAST_PART = /[,;.!\n]\s*[^,;.!\n]{3,90}[.!…\s]*$/u;

/** A text without the last parts of it that are said to the bot, and these; null where there is none. The text may be all of it. */
export function splitTalk(text: string, isAsking = false): { text: string; talk: string[] } | null {
  let own = text;
  const talk: string[] = [];
  for (let last = lastOf(own); last !== null; last = lastOf(own)) {
    const part = last.replace(/^[,;.!\s]+/u, '').trim();
    if (!addressesBot(part, isAsking) && !isTalkBehind(part) && !isSigh(part)) break;
    if (!isSigh(part)) talk.unshift(part);
    own = own.slice(0, own.length - last.length).trimEnd();
  }
  if (addressesBot(own, isAsking)) return { text: '', talk: [own.trim(), ...talk] };
  return own === text ? null : { text: own, talk };
}

/** "…, để em bổ sung sau": who writes what is missing, and when. */
function isTalkBehind(part: string): boolean {
  return isTalkOfText(part) && /(?<!\S)(?:em|e|toi|tui|minh|sau|mai|chieu|lat)(?!\S)/u.test(fold(part));
}

function lastOf(text: string): string | null {
  return LAST_PART.exec(text.slice(-100))?.[0] ?? null;
}

/** The lines of a text of the form, and apart from them what is said to the bot; of one that is nothing else all stays. */
export function linesApart<Typed extends { field: FormField; lines: string[]; guarded: boolean }>(
  entry: Typed,
): { entry: Typed; talk: string[] } {
  const { field, lines, guarded } = entry;
  const found = field.kind === 'text' && !guarded ? splitTalk(lines.join('\n').trim(), !field.required) : null;
  if (found === null || found.text === '') return { entry, talk: [] };
  return { entry: { ...entry, lines: found.text.split('\n') }, talk: found.talk };
}
