import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOutstanding,
  isOverdue,
  moveTask,
  standingOf,
  TASK_ACTIONS,
  TASK_STATES,
  type TaskAction,
  type TaskState,
} from '../../src/domain/task.ts';

describe('moving a task', () => {
  test.each<[TaskState, Partial<Record<TaskAction, TaskState>>]>([
    ['open', { submit: 'submitted', waive: 'waived' }],
    [
      'submitted',
      { submit: 'submitted', accept: 'accepted', return: 'returned', 'take-back': 'open', 'give-way': 'waived' },
    ],
    ['accepted', { reopen: 'returned', 'await-review': 'submitted', 'give-way': 'waived' }],
    ['returned', { submit: 'submitted', waive: 'waived', 'await-review': 'submitted' }],
    ['waived', { 'owe-again': 'open', 'await-correction': 'returned', 'stand-again': 'submitted' }],
  ])('from %s these and no other moves are allowed: %o', (state, allowed) => {
    const moves = TASK_ACTIONS.map((action) => [action, moveTask(state, action)]).filter(([, to]) => to !== null);
    expect(Object.fromEntries(moves)).toEqual(allowed);
  });

  test('no chain of moves leads back to "nothing received" or out of a waiver, unless it is taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NO_TAKING_BACK)), (actions) => {
        let state: TaskState = 'open';
        for (const action of actions) {
          const next: TaskState = moveTask(state, action) ?? state;
          if (state === 'waived') expect(next).toBe('waived');
          if (state !== 'open') expect(next).not.toBe('open');
          state = next;
        }
      }),
    );
  });
});

const TAKING_BACK: readonly TaskAction[] = ['owe-again', 'await-correction', 'take-back', 'stand-again'];
const NO_TAKING_BACK = TASK_ACTIONS.filter((action) => !TAKING_BACK.includes(action));

describe('standing', () => {
  test.each([
    [{ state: 'open', timeliness: null }, 'missing'],
    [{ state: 'submitted', timeliness: 'on_time' }, 'on_time'],
    [{ state: 'accepted', timeliness: 'late' }, 'late'],
    [{ state: 'returned', timeliness: 'on_time' }, 'on_time'],
    [{ state: 'waived', timeliness: null }, 'waived'],
    [{ state: 'waived', timeliness: 'on_time' }, 'waived'],
  ] as const)('%o is %s', (task, expected) => {
    expect(standingOf(task)).toBe(expected);
  });

  test('only open and returned tasks are outstanding, and overdue from the cut-off itself', () => {
    expect(TASK_STATES.filter(isOutstanding)).toEqual(['open', 'returned']);
    expect(TASK_STATES.filter((state) => isOverdue(state, 1000, 1000))).toEqual(['open', 'returned']);
    expect(TASK_STATES.filter((state) => isOverdue(state, 1000, 999))).toEqual([]);
  });
});
