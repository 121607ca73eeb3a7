import { enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import type { Instant } from '../domain/calendar.ts';
import { addDays, dayOf, weekday } from '../domain/calendar.ts';
import { digestHours } from '../domain/digest-time.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { sayLeadersWeek } from '../wording/leaders-week.ts';
import type { Outgoing } from '../wording/message.ts';
import type { Desk } from './desk.ts';
import { isLeftAlone } from './lost-stretch.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';

const DECIDED = 'leaders_week_decided';
const SUNDAY = 7;

/**
 * Puts the week's line into the outbox of every leader whose unit owes something late or due by Sunday: once a week, with the
 * first digest of it. It is composed when it is sent. How many it goes to.
 */
export function tellLeaders(desk: Desk, now: Instant): number {
  const { store, zone } = desk;
  const { policy, calendar } = desk.rules();
  const today = dayOf(now, zone);
  const begun = digestHours(policy, calendar, now).some(({ kind }) => kind === 'morning');
  const monday = addDays(today, 1 - weekday(today));
  if (!begun || store.facts.get(DECIDED) === monday || !mayDisturb(policy, calendar, now)) return 0;
  return store.transact(() => {
    store.facts.set(DECIDED, monday);
    const leaders = [
      ...new Set(store.people.members().flatMap(({ role, person }) => (role === 'leader' ? [person] : []))),
    ];
    const told = leaders.filter(
      (person) => composeLeadersWeek(desk, person, now) !== null && store.outbox.waitingFor(person, 'digest') === null,
    );
    const message = { kind: 'digest', priority: PRIORITY.reminder, content: null, repeatIfUnknown: false } as const;
    for (const person of told) enqueueProactive(store, { ...message, person, expiresAt: null }, now);
    return told.length;
  });
}

/** What a leader reads at that moment of the units they lead; null: nothing is late or due by Sunday (any more). */
export function composeLeadersWeek(desk: Desk, person: number, now: Instant): Outgoing | null {
  const { store, zone } = desk;
  const today = dayOf(now, zone);
  const sunday = addDays(today, SUNDAY - weekday(today));
  const led = store.people
    .memberships(person)
    .flatMap(({ role, unit }) => (role === 'leader' && unit !== null ? [unit] : []));
  const views = led
    .flatMap((unit) => store.tasks.outstandingOf(unit))
    .map((task): TaskView => viewTask(desk, task))
    .filter((view) => view.deadline.lastGoodDay <= sunday && !isLeftAlone(view, now));
  return views.length === 0 ? null : sayLeadersWeek(views, desk.rules().calendar, now);
}
