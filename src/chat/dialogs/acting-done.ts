import { untilOf } from '../../actions/acting-effect.ts';
import { decidedSince } from '../../actions/acting-preview.ts';
import type { TasksChanged } from '../../actions/decide-tasks.ts';
import { extendDeadlines } from '../../actions/extend-deadline.ts';
import { oweAgain, waiveTasks } from '../../actions/waive-tasks.ts';
import type { Result } from '../../domain/problem.ts';
import { sayActed, sayDecidedMeanwhile } from '../../wording/acting-dialog.ts';
import { sayProblem } from '../../wording/problems.ts';
import { withUndo } from '../../wording/undo.ts';
import type { Turn } from '../turn.ts';
import type { ActingDraft } from './acting.ts';
import { askActing } from './acting-questions.ts';

/** Does what was confirmed; where somebody was quicker, shows how it stands now instead. */
export function actOn(turn: Turn, draft: ActingDraft): void {
  if (turn.person === null) return;
  const done = decide(turn, draft, turn.person);
  if (done.ok) {
    turn.finish();
    const { changed, told, undo } = done.value;
    const left = Object.keys(draft.seen).length - changed.length;
    return turn.say(withUndo(sayActed(draft.act, changed, told, left), undo));
  }
  if (done.problem.problem !== 'nothing-to-change') {
    turn.finish();
    return turn.say(sayProblem(done.problem, turn.desk.zone));
  }
  const other = decidedSince(turn.desk, draft.seen);
  const why =
    other === null
      ? sayProblem(done.problem, turn.desk.zone)
      : sayDecidedMeanwhile(other.name, other.unit, other.at, turn.desk.zone);
  askActing(turn, draft, why);
}

function decide(turn: Turn, draft: ActingDraft, person: number): Result<TasksChanged> {
  const { desk, now } = turn;
  const act = { person, at: now };
  const { seen } = draft;
  const order = { tasks: Object.keys(seen).map(Number), seen, reason: draft.reason ?? '' };
  if (draft.act === 'waive') return waiveTasks(desk, act, order);
  if (draft.act === 'owe') return oweAgain(desk, act, order);
  const tasks = (draft.tasks ?? []).map((id) => desk.store.tasks.find(id)).filter((task) => task !== null);
  const until = untilOf(desk, tasks, draft.later ?? { more: 0, working: true }, now);
  return extendDeadlines(desk, act, { ...order, until });
}
