import { unitsAllowing } from '../domain/access.ts';
import { isOutstanding } from '../domain/task.ts';
import { parsePeriod } from '../language/period-word.ts';
import type { Task } from '../store/tasks.ts';
import { today } from './look-up.ts';
import type { Turn } from './turn.ts';

/** A task's number in front: not a year ("2026"), and not half a year ("6 tháng", "6T/2026"). */
const NUMBERED = /^\s*(?:#\s*(\d{1,7})|(?!20\d\d\b|6\s*t(?:h|\b))(\d{1,7}))(?![\d/.-])\s*/iu;
/** "Nộp báo cáo" says no more than "nộp". */
const FILLER = /^\s*(?:báo cáo|bao cao|bc)(?![\p{L}\p{N}])[\s,:]*/iu;

const JUST_SENT_MS = 24 * 3600_000;

export interface Chosen {
  /** Null: something was named that is not there. */
  tasks: readonly Task[] | null;
  rest: string;
}

/**
 * What the words after "/nop" or "/tep" mean: a task's number, a period, a unit, or nothing of the kind. `forFile`: it is
 * about a file, which often comes after the report it belongs to.
 */
export function chooseTasks(turn: Turn, typed: string, forFile: boolean): Chosen {
  const { store } = turn.desk;
  const units = unitsAllowing(turn.memberships, 'submit');
  const args = typed.normalize('NFC').replace(FILLER, '');
  const numbered = NUMBERED.exec(args);
  if (numbered !== null) {
    const task = store.tasks.find(Number(numbered[1] ?? numbered[2]));
    const own = task !== null && units.includes(task.unit);
    return { tasks: own ? [task] : null, rest: args.slice(numbered[0].length) };
  }
  const first = takeUnit(units, args);
  const period = parsePeriod(first.rest, today(turn));
  const second = period === null ? first : takeUnit(first.units, period.rest);
  const candidates = second.units.flatMap((unit) => store.tasks.ofUnit(unit, 60));
  if (period !== null) {
    const named = candidates.filter((task) => task.period === period.key);
    return { tasks: named.length === 0 ? null : named, rest: second.rest };
  }
  const owed = candidates.filter((task) => isOutstanding(task.state)).sort((a, b) => a.cutOffAt - b.cutOffAt);
  const lately = forFile ? candidates.filter((task) => isJustSent(turn, task)) : [];
  const meant = [...lately, ...owed];
  return { tasks: meant.length > 0 ? meant : correctable(candidates), rest: second.rest };
}

/** With nothing owed, "/nop" is about the report sent last: people come back to correct it. */
function correctable(tasks: readonly Task[]): Task[] {
  const latest = tasks.filter((task) => task.state === 'submitted').sort((a, b) => b.cutOffAt - a.cutOffAt);
  return latest.slice(0, 3);
}

function isJustSent({ desk, now }: Turn, task: Task): boolean {
  const sent = task.state === 'submitted' ? desk.store.submissions.latestOf(task.id) : null;
  return sent !== null && now - sent.receivedAt < JUST_SENT_MS;
}

/** Takes a unit code of the person's own off the front of the words. */
function takeUnit(units: readonly string[], text: string): { units: readonly string[]; rest: string } {
  const word = /^\s*([\p{L}\p{N}-]+)/u.exec(text);
  const unit = units.find((code) => code === word?.[1]?.toUpperCase());
  return unit === undefined ? { units, rest: text } : { units: [unit], rest: text.slice(word?.[0].length ?? 0) };
}
