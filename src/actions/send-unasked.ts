import type { Result } from '../domain/problem.ts';
import { no } from '../domain/problem.ts';
import type { Assignment } from '../store/assignments.ts';
import { ASSIGN_WORDS } from '../wording/assignment.ts';
import { ASSIGNMENT_LIMITS, answerWork } from './assign.ts';
import type { Act, Desk } from './desk.ts';

/** What this person sent for that report without having been handed anything, and that still waits; null where nothing is. */
export function sentUnasked({ store }: Desk, task: number, person: number): Assignment | null {
  const own = store.assignments.ofTask(task).filter((one) => one.person === person && one.givenBy === person);
  return own.find(({ state }) => state === 'answered') ?? null;
}

/**
 * Figures of a colleague whom nobody asked wait as a draft like a part that was handed out: the liaisons are told, and see them in the form before
 * anything is sent. Sent again, they take the place of what was there.
 */
export function sendUnasked(desk: Desk, act: Act, task: number, text: string): Result<Assignment> {
  const { store } = desk;
  const owed = store.tasks.find(task);
  if (owed === null) return no({ problem: 'no-such-task' });
  if (text.length > ASSIGNMENT_LIMITS.answer) return no({ problem: 'text-too-long', limit: ASSIGNMENT_LIMITS.answer });
  const before = sentUnasked(desk, task, act.person);
  if (before !== null) return answerWork(desk, act, before.id, { text, files: [] });
  return store.transact(() => {
    const id = store.assignments.add({
      task,
      person: act.person,
      givenBy: act.person,
      part: ASSIGN_WORDS.unaskedPart,
      dueOn: owed.lastGoodDay,
      remindAt: null,
      now: act.at,
    });
    return id === null ? no({ problem: 'assigned-before' }) : answerWork(desk, act, id, { text, files: [] });
  });
}
