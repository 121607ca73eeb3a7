import { tidy } from '../fold.ts';
import { spelled } from '../spelled.ts';
import { type LocalNow, parseMoment, type SaidMoment } from './moment-word.ts';

/** When something is to be sent: as `parseMoment`, but "sáng mai" is when work begins, "chiều mai" when it goes on. */
export function parseSendingTime(text: string, now: LocalNow): SaidMoment | null {
  const said = tidy(text).replace(/^\s*(?:(?:gửi|gui|hẹn|hen|giờ|gio)\s+)+(?:(?:lúc|luc|vào|vao)\s+)?/iu, '');
  if (/\d\s*(?:h|g|giờ|gio|:)/iu.test(said)) return parseMoment(said, now);
  return parseMoment(said.replace(/sáng|sang/iu, '8h sáng').replace(/chiều|chieu/iu, '14h'), now);
}

/** How people say that it is to go out. */
export const SEND_WORDS = ['gửi', 'gửi đi', 'gửi luôn', 'gửi ngay', 'gửi cho họ', 'gửi nhé', 'gửi thông báo'];

const OPENING = /^(?:cho|tới|toi|đến|den|gửi|gui)\s+([^:\n]{2,80}):\s*(\S[\s\S]*)$/iu;

const HEAD = /^([^:\n]{2,80}):\s*(\S[\s\S]*)$/u;

/** "HBG, HTM: mai họp": what may be whom it is for, and what its words; null where nothing is divided so. */
export function splitNotice(text: string): { who: string; words: string } | null {
  const found = HEAD.exec(tidy(text).trim());
  return found?.[1] === undefined || found[2] === undefined ? null : { who: found[1], words: found[2] };
}

/** "Cho các huyện: Mời họp 8h": whom a notice is for, and its words; null where it does not begin so. */
export function readNoticeOpening(text: string): { who: string; words: string } | null {
  const found = OPENING.exec(tidy(text).trim());
  return found?.[1] === undefined || found[2] === undefined ? null : { who: found[1], words: found[2] };
}

const SENDS =
  /^(?:(?:hẹn|hen)\s+)?(?:gửi|gui)(?:\s+(?:vào|lúc|vao|luc))?\s+|\s+(?:mới |moi |hẵng |hang )?(?:gửi|gui)$/iu;
const HOUR = /\d{1,2}\s?(?:h|g|giờ|gio|:)(?!\p{L})/iu;

/** "8h sáng mai gửi", "gửi lúc 14h": when, in words; null where no hour is named for sending. */
export function whenToSend(clause: string): string | null {
  return SENDS.test(clause) && HOUR.test(clause) ? clause.replace(SENDS, '') : null;
}

/** Whether an hour stands in the words of a notice. */
export function namesHour(text: string): boolean {
  return HOUR.test(text);
}

export function speaksOfSending(text: string): boolean {
  return /gửi|gui|hẹn|hen/iu.test(text);
}

const TO_TIME = new RegExp(
  `^(?:${spelled('khoan|thôi|à|ok|oke|ừ|được|vâng|để|đến|tới|cứ|nhưng|mà|chờ|đợi|cho|hãy')}[\\s,.]+)+`,
  'iu',
);

/** "Khoan, để 17h hẵng gửi": from the hour on. */
export function behindHesitation(typed: string): string {
  return typed.replace(TO_TIME, '');
}
