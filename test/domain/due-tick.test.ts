import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../../src/domain/deadline.ts';
import { type DueTick, dueTick } from '../../src/domain/due-tick.ts';
import { type PlannedMilestone, planMilestones } from '../../src/domain/milestone-plan.ts';
import { periodOf } from '../../src/domain/period.ts';
import { mayDisturb } from '../../src/domain/sending-hours.ts';
import { REAL_CALENDAR } from './real-calendar.ts';
import { MONTHLY, POLICY, vn } from './real-obligations.ts';

// L-5 Tue 10/11, L-2 Fri 13/11, L Tue 17/11 08:30 and 15:00, T+1 Wed 18/11, T+3 Fri 20/11, T+5 Wed 25/11.
const NOVEMBER = planOf('2026-11');
const NOTHING: DueTick = { fire: null, superseded: [], expired: [], cleared: [], lookAgainAt: null };

function planOf(key: string): PlannedMilestone[] {
  return planMilestones(POLICY, deadlineOf(MONTHLY, periodOf(MONTHLY, key)!, REAL_CALENDAR), REAL_CALENDAR);
}

function tick(now: number, milestones: readonly PlannedMilestone[], outstanding = true): DueTick {
  return dueTick({ now, milestones, outstanding, policy: POLICY, calendar: REAL_CALENDAR });
}

function settledBy({ fire, superseded, expired, cleared }: DueTick): string[] {
  return [...(fire === null ? [] : [fire]), ...superseded, ...expired, ...cleared];
}

function without(milestones: readonly PlannedMilestone[], keys: readonly string[]): PlannedMilestone[] {
  return milestones.filter(({ key }) => !keys.includes(key));
}

describe('waking', () => {
  test.each<[string, string, Partial<DueTick>]>([
    ['before anything is due it looks again at the first', '2026-11-02 09:00', { lookAgainAt: vn('2026-11-10 08:30') }],
    ['on the dot it fires', '2026-11-10 08:30', { fire: 'L-5', lookAgainAt: vn('2026-11-13 08:30') }],
    ['a millisecond early it does not', '2026-11-10 08:29:59.999', { lookAgainAt: vn('2026-11-10 08:30') }],
    [
      'after three days off it sends one, the latest',
      '2026-11-16 10:00',
      { fire: 'L-2', superseded: ['L-5'], lookAgainAt: vn('2026-11-17 08:30') },
    ],
    [
      'on the last evening the last call stands for all before it',
      '2026-11-17 20:59',
      { fire: 'L-15h', superseded: ['L-5', 'L-2', 'L'], lookAgainAt: vn('2026-11-18 08:30') },
    ],
    [
      'outside sending hours everything waits for the opening',
      '2026-11-13 22:00',
      { lookAgainAt: vn('2026-11-16 07:00') },
    ],
    [
      'just past the cut-off the early ones are of no use',
      '2026-11-18 00:00',
      { expired: ['L-5', 'L-2', 'L', 'L-15h'], lookAgainAt: vn('2026-11-18 08:30') },
    ],
    [
      'after the cut-off expired and superseded are told apart',
      '2026-11-20 09:00',
      {
        fire: 'T+3',
        superseded: ['T+1'],
        expired: ['L-5', 'L-2', 'L', 'L-15h'],
        lookAgainAt: vn('2026-11-25 08:30'),
      },
    ],
    [
      'at night after the cut-off the useless expire at once and the rest waits',
      '2026-11-18 21:30',
      { expired: ['L-5', 'L-2', 'L', 'L-15h'], lookAgainAt: vn('2026-11-19 07:00') },
    ],
    [
      'months later there is one message and nothing to look at again',
      '2027-03-02 09:00',
      { fire: 'T+5', superseded: ['T+1', 'T+3'], expired: ['L-5', 'L-2', 'L', 'L-15h'] },
    ],
  ])('%s', (_, moment, expected) => {
    expect(tick(vn(moment), NOVEMBER)).toEqual({ ...NOTHING, ...expected });
  });

  test('a report that is in clears the whole ladder, due or not, at any hour', () => {
    for (const moment of ['2026-11-02 09:00', '2026-11-17 23:00', '2026-11-24 10:00']) {
      expect(tick(vn(moment), NOVEMBER, false)).toEqual({ ...NOTHING, cleared: NOVEMBER.map(({ key }) => key) });
    }
  });

  test('with nothing planned there is nothing to do', () => {
    expect(tick(vn('2026-11-17 09:00'), [])).toEqual(NOTHING);
    expect(tick(vn('2026-11-17 09:00'), [], false)).toEqual(NOTHING);
  });

  test('a reminder held back over Tết expires instead of coming late', () => {
    const february = planOf('2026-02').filter(({ key }) => key === 'L-15h');
    const held = tick(vn('2026-02-13 21:00'), february);
    expect(held).toEqual({ ...NOTHING, lookAgainAt: vn('2026-02-23 07:00') });
    expect(tick(held.lookAgainAt!, february)).toEqual({ ...NOTHING, expired: ['L-15h'] });
  });
});

const START = vn('2026-11-01 00:00');
const END = vn('2026-12-31 00:00');
const anyMoment = fc.integer({ min: START, max: END });
/** Any ladder at all: moments at night and on days off, useful or not, equal ones, in any order. */
const anyLadder = fc
  .array(fc.record({ dueAt: anyMoment, usefulFor: fc.option(fc.integer({ min: -1e8, max: 1e9 }), { nil: null }) }), {
    maxLength: 8,
  })
  .map((rows) =>
    rows.map(({ dueAt, usefulFor }, index): PlannedMilestone => {
      return { key: `m${index}`, dueAt, usefulUntil: usefulFor === null ? null : dueAt + usefulFor };
    }),
  );

describe('for any ladder and any moment', () => {
  test('fired, superseded and expired are exactly the due ones, each once, when it may send', () => {
    fc.assert(
      fc.property(anyLadder, anyMoment, (ladder, now) => {
        const result = tick(now, ladder);
        const due = ladder.filter(({ dueAt }) => dueAt <= now);
        const spent = due.filter(({ usefulUntil }) => usefulUntil !== null && usefulUntil <= now);
        const expected = mayDisturb(POLICY, REAL_CALENDAR, now) ? due : spent;
        expect(settledBy(result).sort()).toEqual(expected.map(({ key }) => key).sort());
        expect(result.expired.sort()).toEqual(spent.map(({ key }) => key).sort());
        expect(result.cleared).toEqual([]);
      }),
    );
  });

  test('what fires is useful, due, sent in sending hours, and the latest of those', () => {
    fc.assert(
      fc.property(anyLadder, anyMoment, (ladder, now) => {
        const { fire } = tick(now, ladder);
        if (fire === null) return;
        const fired = ladder.find(({ key }) => key === fire)!;
        const useful = ladder.filter(({ dueAt, usefulUntil }) => dueAt <= now && (usefulUntil ?? Infinity) > now);
        expect(mayDisturb(POLICY, REAL_CALENDAR, now)).toBe(true);
        expect(useful).toContain(fired);
        expect(fired.dueAt).toBe(Math.max(...useful.map(({ dueAt }) => dueAt)));
      }),
    );
  });

  test('it looks again later, and not at all only when nothing is left planned', () => {
    fc.assert(
      fc.property(anyLadder, anyMoment, (ladder, now) => {
        const result = tick(now, ladder);
        const left = without(ladder, settledBy(result));
        expect(result.lookAgainAt === null).toBe(left.length === 0);
        if (result.lookAgainAt !== null) expect(result.lookAgainAt).toBeGreaterThan(now);
      }),
    );
  });

  test('the same answer comes for the same moment, whatever the order of distinct milestones', () => {
    fc.assert(
      fc.property(anyLadder, anyMoment, (ladder, now) => {
        fc.pre(new Set(ladder.map(({ dueAt }) => dueAt)).size === ladder.length);
        expect(tick(now, [...ladder].reverse())).toMatchObject(tickFire(tick(now, ladder)));
      }),
    );
  });
});

function tickFire({ fire, lookAgainAt }: DueTick) {
  return { fire, lookAgainAt };
}

describe('a whole life', () => {
  test('however it is woken, nothing is settled twice and one more look settles the rest', () => {
    fc.assert(
      fc.property(anyLadder, fc.array(anyMoment, { maxLength: 30 }), (ladder, moments) => {
        let left: readonly PlannedMilestone[] = ladder;
        const settled: string[] = [];
        for (const now of [...moments.sort((a, b) => a - b), vn('2027-03-02 09:00')]) {
          const keys = settledBy(tick(now, left));
          settled.push(...keys);
          left = without(left, keys);
        }
        expect(settled.sort()).toEqual(ladder.map(({ key }) => key).sort());
      }),
    );
  });

  test('waking only when told to look again comes to an end, with at most one message a look', () => {
    fc.assert(
      fc.property(anyLadder, anyMoment, (ladder, start) => {
        let left: readonly PlannedMilestone[] = ladder;
        let next: number | null = start;
        let looks = 0;
        while (next !== null) {
          const result = tick(next, left);
          left = without(left, settledBy(result));
          next = result.lookAgainAt;
          looks += 1;
          expect(looks).toBeLessThanOrEqual(2 * ladder.length + 2);
        }
        expect(left).toEqual([]);
      }),
    );
  });

  test('a bot that is never off sends the whole ladder, each at its own moment', () => {
    const sent: [string, number][] = [];
    let left: readonly PlannedMilestone[] = NOVEMBER;
    let next: number | null = START;
    while (next !== null) {
      const result = tick(next, left);
      if (result.fire !== null) sent.push([result.fire, next]);
      left = without(left, settledBy(result));
      next = result.lookAgainAt;
    }
    expect(sent).toEqual(NOVEMBER.map(({ key, dueAt }) => [key, dueAt]));
  });
});
