import { foldInPlace } from '../fold.ts';
import { readPromise } from '../promise-word.ts';
import type { LocalNow, SaidMoment } from '../time/moment-word.ts';

/** What a coordinator says of a telephone call. */
export interface SaidCall {
  /** The units that were called, as typed; empty: none was named. */
  units: string;
  outcome: 'reached' | 'no-answer';
  /** When the report was promised for on the phone. */
  promised: SaidMoment | null;
  /** Words about a promise whose moment could not be read. */
  unread: string;
}

export const NO_ANSWER =
  /(?<!\S)(?:da goi[, ]+)?(?:nhung )?(?:(?:khong|ko|chua|k) (?:ai )?(?:nghe may|bat may|nghe|goi duoc|lien lac duoc|lien he duoc|tra loi)|goi (?:khong|ko|k) (?:duoc|nghe|ai nghe)(?: may)?|thue bao|may ban|tat may)(?!\S)/;
const REACHED =
  /(?<!\S)(?:da goi|vua goi|goi roi|moi goi|da lien he|da trao doi)(?: dien)?(?: thoai)?(?: roi| xong)?(?=$|[\s,.;:])/;

/** "HBG đã gọi, hứa 17h", "Ninh Giang không nghe máy", "đã gọi HCG"; null where it tells of no call. */
export function readCall(text: string, now: LocalNow): SaidCall | null {
  if (text.length > 200 || text.includes('\n') || text.includes('?')) return null;
  const folded = foldInPlace(text);
  const missed = NO_ANSWER.exec(folded);
  const match = missed ?? REACHED.exec(folded);
  if (match === null) return null;
  const before = trim(text.slice(0, match.index));
  const after = trim(text.slice(match.index + match[0].length));
  if (missed !== null) return { units: before || after, outcome: 'no-answer', promised: null, unread: '' };
  // "Đã gọi HBG, hứa 17h": the unit stands behind the call.
  const at = before === '' ? /[,;:]|(?<!\S)(?:hua|hen|noi|bao)(?!\S)/.exec(foldInPlace(after)) : null;
  const units = before === '' ? trim(after.slice(0, at?.index ?? after.length)) : before;
  const words = before === '' ? trim(after.slice(at?.index ?? after.length)) : after;
  const promised = words === '' ? null : (readPromise(words, now)?.moment ?? null);
  return { units, outcome: 'reached', promised, unread: promised === null ? words : '' };
}

/** When a report was promised for on the phone, as it is noted: "17h", "sáng mai"; null where that is unclear. */
export function readPromised(text: string, now: LocalNow): SaidMoment | null {
  return readPromise(`hẹn ${text}`, now)?.moment ?? null;
}

function trim(text: string): string {
  return text.replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/gu, '');
}
