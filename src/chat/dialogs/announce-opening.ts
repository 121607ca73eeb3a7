import type { Audience } from '../../actions/announce.ts';
import { atTime } from '../../domain/calendar.ts';
import { toLocal } from '../../domain/local-time.ts';
import { withoutCourtesy } from '../../language/courtesy.ts';
import { readAudience } from '../../language/desk/audience.ts';
import {
  behindHesitation,
  parseSendingTime,
  readNoticeOpening,
  splitNotice,
  whenToSend,
} from '../../language/time/sending-time.ts';
import { readAmend } from '../../understanding/amend-units.ts';
import { splitExcept } from '../../understanding/except.ts';
import { listUnits, looksLikeUnit } from '../../understanding/list-units.ts';
import { namesReceivers } from '../../understanding/said-units.ts';
import { today, unitsToday } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { whichRounds } from '../which.ts';

/** What was typed to begin a notice: whom it is for, its words, who is left out, and when it is to go. */
interface Opening {
  who: string;
  words: string;
  except: string[];
  sendAt: number | null;
}

/** "Cho các huyện: Mời họp. Trừ Ninh Giang, 8h sáng mai gửi"; null where whom it is for does not stand first. */
export function readOpening(turn: Turn, typed: string): Opening | null {
  const opening = openingOf(turn, typed);
  return opening === null ? null : { who: opening.who, ...takeTail(turn, opening.words) };
}

/** "Cho các huyện: Mời họp", "HBG, HTM: Mời họp", and "HBG, HTM" alone: whom it is for stands first. */
function openingOf(turn: Turn, typed: string): { who: string; words: string } | null {
  const opening = readNoticeOpening(typed);
  if (opening !== null) return opening;
  const head = splitNotice(typed);
  if (head !== null) return namesReceivers(head.who, unitsToday(turn), 'some') ? head : null;
  return behindReceivers(turn, typed) ?? (isOnlyReceivers(turn, typed) ? { who: typed, words: '' } : null);
}

/** "HBG, HCG, họp 8h sáng mai": receivers, and behind them a clause that is none. */
function behindReceivers(turn: Turn, typed: string): { who: string; words: string } | null {
  const units = unitsToday(turn);
  for (const { index } of typed.matchAll(/[,;]\s/gu)) {
    const words = typed.slice(index + 1).trim();
    const [clause = ''] = words.split(/[,;]/u);
    const isName = looksLikeUnit(clause) || splitExcept(clause).except !== null || namesReceivers(clause, units);
    if (!isName) return namesReceivers(typed.slice(0, index), units) ? { who: typed.slice(0, index), words } : null;
  }
  return null;
}

/** "HBG, HTM", "lãnh đạo các sở", "chưa nộp tháng 11": whom it is for and nothing else, one of several units perhaps wrongly. Said as the words of a notice it would go out to everybody. */
function isOnlyReceivers(turn: Turn, typed: string): boolean {
  const units = unitsToday(turn);
  if (namesReceivers(typed, units)) return true;
  if (typed.length > LONGEST || typed.includes('\n')) return false;
  const { codes, unknown } = listUnits(typed, units);
  if (codes.length > 0 && unknown.length > 0 && unknown.every(looksLikeUnit)) return true;
  const said = readAudience(splitExcept(typed).whom);
  if (said.units !== '' && !namesReceivers(said.units, units)) return false;
  if (said.state === null) return said.roles.length > 0;
  const which = whichRounds(turn, said.report);
  return 'found' in which && which.rest === '';
}

const LONGEST = 120;

const CLAUSE = /[,.;]\s*([^,.;\n]{3,60})[.!\s]*$/u;

/** What stands behind the words and is none of them: "Trừ Ninh Giang", "8h sáng mai gửi". */
function takeTail(turn: Turn, typed: string): Omit<Opening, 'who'> {
  let words = typed;
  const except: string[] = [];
  let sendAt: number | null = null;
  for (let clause = CLAUSE.exec(words); clause !== null; clause = CLAUSE.exec(words)) {
    const said = clause[1] ?? '';
    const amended = readAmend(said, unitsToday(turn));
    const at: number | null = sendAt === null ? momentIn(turn, said) : null;
    if (amended !== null && amended.add.length === 0) except.push(...amended.drop);
    else if (at !== null) sendAt = at;
    else break;
    words = words.slice(0, clause.index).trim();
  }
  return { words, except, sendAt };
}

/** "8h sáng mai gửi", "gửi lúc 14h"; null where it names no hour to come. */
function momentIn(turn: Turn, clause: string): number | null {
  const when = whenToSend(clause);
  const at = when === null ? null : readTime(turn, when);
  return at !== null && at > turn.now ? at : null;
}

/** When a notice is to go, in words. */
function readTime(turn: Turn, typed: string): number | null {
  const { zone } = turn.desk;
  const said = parseSendingTime(typed, { today: today(turn), time: toLocal(turn.now, zone).slice(11) });
  return said === null ? null : atTime(said.day, said.time, zone);
}

/** When a notice is to go, said at its preview: "hẹn 17h gửi", "khoan, để 17h chiều hẵng gửi nhé". */
export function sendingTime(turn: Turn, typed: string): number | null {
  const plain = withoutCourtesy(behindHesitation(typed));
  const when = whenToSend(plain);
  return readTime(turn, typed) ?? readTime(turn, plain) ?? (when === null ? null : readTime(turn, when));
}

/** The same receivers without some units. */
export function without(audience: Audience, codes: readonly string[]): Audience {
  if (codes.length === 0) return audience;
  return { ...audience, except: [...new Set([...(audience.except ?? []), ...codes])] };
}
