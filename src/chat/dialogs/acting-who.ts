import { isOutstanding } from '../../domain/task.ts';
import { UNIT_KINDS } from '../../domain/unit.ts';
import { AUDIENCE_WORDS, readMissing } from '../../language/audience-words.ts';
import { fold } from '../../language/fold.ts';
import type { Task } from '../../store/tasks.ts';
import { sayNotInRound } from '../../wording/acting-dialog.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { unitsToday } from '../look-up.ts';
import { namedUnits, takeExcept } from '../named-units.ts';
import type { Turn } from '../turn.ts';

/** The tasks of the round that words mean: "tất cả", "chưa nộp", "các huyện", codes and names. */
export function readWho(
  turn: Turn,
  tasks: readonly Task[],
  typed: string,
): { tasks: Task[]; except?: string[] } | { problem: RichText } {
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

type Read = ReturnType<typeof readWho>;

/** Whether the words leave out one of several units that are shown: what was said of others takes none of them away. */
export function leavesOut({ tasks }: { tasks: readonly number[] | null }, read: Read): boolean {
  const named = 'tasks' in read ? read.tasks.map(({ id }) => id) : [];
  const shown = tasks ?? [];
  return shown.length > 1 && shown.some((id) => !named.includes(id));
}

export function addedBy(read: Read): { drop: string[]; add: string[] } {
  return { drop: [], add: 'tasks' in read ? read.tasks.map(({ unit }) => unit) : [] };
}
