import { currentRounds, roundsNamed } from '../actions/round-status.ts';
import type { Problem } from '../domain/problem.ts';
import { namesHour } from '../language/time/later-day.ts';
import type { RoundRow } from '../store/tasks.ts';
import type { ActingOrder } from '../understanding/acting-order.ts';
import { readActingOrder } from '../understanding/acting-order.ts';
import type { Acting } from '../wording/acting-dialog.ts';
import { WHOLE_DAY } from '../wording/acting-dialog.ts';
import { sayProblem } from '../wording/problems.ts';
import { join } from '../wording/rich-text.ts';
import type { ActingDraft } from './dialogs/acting.ts';
import { goOn } from './dialogs/acting.ts';
import { today } from './look-up.ts';
import { knownOnly } from './named-units.ts';
import type { Turn } from './turn.ts';

/** Begins a decision about units with whatever of it was typed in one go. */
export function beginActing(turn: Turn, act: Acting, typed: string): void {
  const order = readActingOrder(typed, {
    today: today(turn),
    reports: [...turn.rules.obligations, ...turn.rules.former.obligations],
  });
  const task = order.task === null ? null : turn.desk.store.tasks.find(order.task);
  const rounds = task === null ? roundsMeant(turn, order) : [task];
  if ('problem' in rounds) return turn.say(sayProblem(rounds, turn.desk.zone));
  const { who, note } = knownOnly(turn, order.who);
  const draft: ActingDraft = {
    stage: 'who',
    act,
    rounds: rounds.map(({ obligation, period }) => ({ obligation, period })),
    typed: who,
    tasks: task === null ? null : [task.id],
    later: order.later,
    reason: order.reason,
    seen: {},
    request: null,
  };
  const isHour = act === 'extend' && namesHour(typed, today(turn));
  goOn(turn, draft, join([note, isHour ? WHOLE_DAY : []], '\n\n'));
}

/** The rounds of a report and period that were named; with none named those that are current. */
export function roundsMeant(
  turn: Turn,
  { obligations, period, task }: Pick<ActingOrder, 'obligations' | 'period' | 'task'>,
): RoundRow[] | Problem {
  if (task !== null) return { problem: 'no-such-task' };
  const isNamed = obligations !== null || period !== null;
  const found = isNamed ? roundsNamed(turn.desk, { obligations, period }) : currentRounds(turn.desk, turn.now);
  return found.length === 0 ? { problem: 'no-round', typed: period ?? '' } : found;
}
