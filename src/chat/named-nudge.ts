import { roundDetail } from '../actions/round-detail.ts';
import { roundStatus } from '../actions/round-status.ts';
import { unitsOfKind } from '../language/desk/audience-words.ts';
import type { RoundRow } from '../store/tasks.ts';
import { readChaseOrder } from '../understanding/chase-order.ts';
import { looksLikeUnit } from '../understanding/list-units.ts';
import { ANNOUNCE_WORDS, NUDGE_WORDS } from '../wording/dialogs.ts';
import { sayProblem } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import { roundsMeant } from './begin-acting.ts';
import { today, unitsToday } from './look-up.ts';
import { codesOf } from './named-units.ts';
import type { Turn } from './turn.ts';

/** What the words behind "/dondoc" mean. `units`: these alone; null = all that are missing. */
export interface Chased {
  rounds: readonly [RoundRow, ...RoundRow[]];
  units: string[] | null;
  /** The same as it was said, by kinds: a unit of a kind was not named. Null where nobody was, or by other words. */
  asSaid: string[] | null;
  except: string[];
  words: string;
  everybody: boolean;
  /** Of the units those that were named one by one, and not by their kind. */
  named: string[];
  /** Names beside them that are not known. */
  unknown: string[];
}

/**
 * Reads "t11", "HBG, Ninh Giang", "t11 các huyện trừ HCG", "các sở chưa nộp tháng 11: gửi trước 17h"; or why it cannot be meant. A name
 * that is not known is never passed over: the order would grow to all of them.
 */
export function namedNudge(turn: Turn, said: string): Chased | { problem: RichText } {
  const { obligations, former } = turn.rules;
  const order = readChaseOrder(said, {
    today: today(turn),
    reports: [...obligations, ...former.obligations],
    units: unitsToday(turn),
  });
  const unknown = [...order.whom.unknown, ...order.except.unknown];
  // Beside others who are known a name that is not is told of, and left out; alone it would make the order grow to all.
  const isBeside = order.except.unknown.length === 0 && order.whom.codes.length > 0 && unknown.every(looksLikeUnit);
  if (unknown.length > 0 && !isBeside) return { problem: ANNOUNCE_WORDS.unknownUnits(unknown) };
  const found = roundsMeant(turn, { ...order, task: null });
  const [first, ...more] = 'problem' in found ? [] : found;
  if (first === undefined) return { problem: sayProblem({ problem: 'no-round', typed: said.trim() }, turn.desk.zone) };
  const { kinds, codes } = order.whom;
  const named = kinds.length + codes.length === 0 ? null : codesOf(turn, order.whom);
  const late = order.lapsed ? [first, ...more].flatMap((round) => lapsedIn(turn, round)) : null;
  if (late?.length === 0) return { problem: NUDGE_WORDS.noneLapsed };
  const units = late === null ? named : late.filter((code) => named?.includes(code) !== false);
  return {
    rounds: [first, ...more],
    units,
    asSaid: named === null || late !== null ? null : [...kinds.map(unitsOfKind), ...codes],
    except: codesOf(turn, order.except),
    words: order.words,
    everybody: order.everybody,
    named: late === null ? codes : [...codes, ...late],
    unknown,
  };
}

/** Units that promised a time which is over, and still owe. */
function lapsedIn({ desk, now }: Turn, { obligation, period }: RoundRow): string[] {
  const status = roundStatus(desk, obligation, period, now);
  const missing = status === null ? [] : roundDetail(desk, status, now).missing;
  return missing.flatMap(({ task, stance }) => (stance === 'lapsed' ? [task.unit] : []));
}
