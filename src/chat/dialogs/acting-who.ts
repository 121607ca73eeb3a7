import { isOutstanding, standingOf } from '../../domain/task.ts';
import { UNIT_KINDS } from '../../domain/unit.ts';
import { readAudience, type SaidAudience } from '../../language/desk/audience.ts';
import { AUDIENCE_WORDS, readMissing } from '../../language/desk/audience-words.ts';
import { fold } from '../../language/fold.ts';
import type { Task } from '../../store/tasks.ts';
import type { ActingOrder } from '../../understanding/acting-order.ts';
import { readActingOrder } from '../../understanding/acting-order.ts';
import { listUnits } from '../../understanding/list-units.ts';
import { agreesTo } from '../../understanding/said-of-open.ts';
import { sayNotInRound } from '../../wording/acting-dialog.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { today, unitsToday } from '../look-up.ts';
import { namedUnits, takeExcept } from '../named-units.ts';
import type { Turn } from '../turn.ts';
import { whichRounds } from '../which.ts';

/** The tasks of the round that words mean: "tất cả", "chưa nộp", "các huyện", codes and names. */
export function readWho(
  turn: Turn,
  tasks: readonly Task[],
  typed: string,
): { tasks: Task[]; except?: string[] } | { problem: RichText } {
  const said = readAudience(typed);
  if (said.state === 'submitted' || said.state === 'late') return inState(turn, tasks, said);
  const taken = takeExcept(turn, typed);
  if ('problem' in taken) return taken;
  if (taken.except.length > 0) {
    const whom = taken.whom === '' ? { tasks: [...tasks] } : readWho(turn, tasks, taken.whom);
    return 'problem' in whom
      ? whom
      : { tasks: whom.tasks.filter(({ unit }) => !taken.except.includes(unit)), except: taken.except };
  }
  const words = fold(typed);
  const means = (spellings: readonly string[]): boolean => spellings.some((one) => fold(one) === words);
  if (means(AUDIENCE_WORDS.all)) return { tasks: [...tasks] };
  if (readMissing(typed) === '') return { tasks: tasks.filter(({ state }) => isOutstanding(state)) };
  const kind = UNIT_KINDS.find((one) => means(AUDIENCE_WORDS[one]));
  if (kind !== undefined) {
    const codes = unitsToday(turn).flatMap((unit) => (unit.kind === kind ? [unit.code] : []));
    return { tasks: tasks.filter(({ unit }) => codes.includes(unit)) };
  }
  const named = namedUnits(turn, typed);
  if ('problem' in named) return named;
  const others = named.codes.filter((code) => !tasks.some(({ unit }) => unit === code));
  if (others.length > 0) return { problem: sayNotInRound(others) };
  return { tasks: tasks.filter(({ unit }) => named.codes.includes(unit)) };
}

/** "Các đơn vị đã nộp báo cáo năm": those tasks of the round whose units stand so, in that round or in this one. */
function inState(turn: Turn, tasks: readonly Task[], said: SaidAudience): ReturnType<typeof readWho> {
  const [first] = tasks;
  const here = first === undefined ? [] : [first];
  const which = said.report === '' ? { found: here } : whichRounds(turn, said.report);
  if ('problem' in which) return { problem: sayProblem(which.problem, turn.desk.zone) };
  const named = said.units === '' ? null : namedUnits(turn, said.units);
  if (named !== null && 'problem' in named) return named;
  const kinds = unitsToday(turn).flatMap(({ code, kind }) => (said.kinds.includes(kind) ? [code] : []));
  const among = named?.codes ?? (kinds.length > 0 ? kinds : null);
  const standing = which.found
    .flatMap(({ obligation, period }) => turn.desk.store.tasks.ofRound(obligation, period))
    .filter((task) => (said.state === 'late' ? standingOf(task) === 'late' : task.timeliness !== null))
    .map(({ unit }) => unit);
  return { tasks: tasks.filter(({ unit }) => standing.includes(unit) && among?.includes(unit) !== false) };
}

type Read = ReturnType<typeof readWho>;

/** Whether the words are about some of several units that are shown, or about others: what is said of these changes nothing for the rest. */
export function isOfOthers({ tasks }: { tasks: readonly number[] | null }, read: Read, isInstead: boolean): boolean {
  const named = 'tasks' in read ? read.tasks.map(({ id }) => id) : [];
  const shown = tasks ?? [];
  const isPart = shown.length > 1 && shown.some((id) => !named.includes(id));
  return isPart || (!isInstead && named.length > 0 && !shown.some((id) => named.includes(id)));
}

export function addedBy(read: Read): { drop: string[]; add: string[] } {
  return { drop: [], add: 'tasks' in read ? read.tasks.map(({ unit }) => unit) : [] };
}

export type Said = Pick<ActingOrder, 'who' | 'later' | 'reason'>;

/** What of a decision words say. */
export function orderIn(turn: Turn, { act }: { act: string }, text: string): Said {
  const { who, later, reason } = readActingOrder(text, { today: today(turn), reports: [] });
  return { who, later: act === 'extend' ? later : null, reason };
}

/** "Ừ, miễn" where a waiver is taken back is no yes. */
export const VERB_OF_YES = { extend: 'giahan', waive: 'mien', owe: null } as const;

/** Units alone, or the order said again, where a reason is asked for: told to the unit as one it would be nonsense. */
export function isOfElse(turn: Turn, act: keyof typeof VERB_OF_YES, text: string): boolean {
  const { codes, unknown } = listUnits(text, unitsToday(turn));
  return (codes.length > 0 && unknown.length === 0) || agreesTo(text, act === 'extend' ? 'giahan' : 'mien');
}
