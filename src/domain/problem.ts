import type { Day, Instant, TimeOfDay } from './calendar.ts';
import type { TaskState } from './task.ts';
import type { FieldFault } from './validate-report.ts';

/** Why something a person asked for cannot be done. Worded kindly by wording; never thrown. */
export type Problem =
  | { problem: 'not-allowed' }
  | { problem: 'no-such-task' }
  | { problem: 'nothing-owed' }
  /** `known`: the periods that were opened, the newest first; `opensOn`: when the one that is meant opens, where that is to come. */
  | { problem: 'no-round'; typed: string; known?: readonly string[]; opensOn?: Day | null }
  | { problem: 'not-your-unit' | 'not-yours-to-see'; unit: string; own: readonly string[] }
  | { problem: 'no-such-unit'; typed: string }
  | { problem: 'unit-ended'; unit: string }
  | { problem: 'task-closed'; state: TaskState }
  | { problem: 'not-owed'; unit: string; successors: readonly string[] }
  | { problem: 'faulty-report'; faults: readonly FieldFault[] }
  | { problem: 'code-unknown'; triesLeft: number }
  | { problem: 'code-locked'; until: Instant }
  | { problem: 'code-expired' }
  | { problem: 'code-used-up' }
  | { problem: 'due-day-over' }
  | { problem: 'moment-over'; said: Instant }
  | { problem: 'promise-too-far'; days: number }
  | { problem: 'hour-outside'; first: TimeOfDay; last: TimeOfDay }
  | { problem: 'snooze-too-far'; days: number }
  | { problem: 'too-many-snoozes'; most: number }
  | { problem: 'stretch-odd'; most: number }
  | { problem: 'stand-in-there' }
  | { problem: 'no-stand-in' }
  | { problem: 'no-such-one-off' }
  | { problem: 'code-revoked' }
  | { problem: 'no-such-role' }
  | { problem: 'no-such-invitation' }
  | { problem: 'no-such-request' }
  | { problem: 'not-waiting' }
  | { problem: 'no-such-template' }
  | { problem: 'template-settled' }
  | { problem: 'last-admin' }
  | { problem: 'no-such-question' }
  | { problem: 'question-over' }
  /** `by` null: the person themselves. */
  | { problem: 'decided-already'; by: string | null; answer: string; at: Instant }
  | { problem: 'linked-already' }
  | { problem: 'link-waiting' }
  | { problem: 'link-crowded' }
  | { problem: 'asker-changed' }
  | { problem: 'moves-provincial-role' }
  | { problem: 'only-app' }
  | { problem: 'no-such-app' }
  | { problem: 'reason-needed' }
  | { problem: 'nothing-to-undo' }
  | { problem: 'undone-before' }
  | { problem: 'too-late-to-undo' }
  | { problem: 'built-on' }
  | { problem: 'nothing-to-change' }
  | { problem: 'received-when' }
  | { problem: 'sent-day-odd' }
  | { problem: 'role-needs-unit' }
  | { problem: 'no-such-ticket' }
  | { problem: 'ticket-closed' }
  | { problem: 'ticket-answered'; by: string; at: Instant }
  | { problem: 'too-many-tickets'; limit: number }
  | { problem: 'words-needed' }
  | { problem: 'send-time' }
  | { problem: 'notice-before'; id: number; by: string; at: Instant }
  | { problem: 'no-such-notice' }
  | { problem: 'notice-over' }
  | { problem: 'no-such-material' }
  | { problem: 'no-such-topic' }
  | { problem: 'no-such-colleague' }
  | { problem: 'no-such-assignment' }
  | { problem: 'assigned-before' }
  | { problem: 'assignment-over' }
  | { problem: 'inner-date-late'; last: string }
  | { problem: 'nobody-to-tell' }
  | { problem: 'text-too-long'; limit: number };

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function no(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
