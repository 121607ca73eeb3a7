import { enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { DueDigest } from '../domain/digest-time.ts';
import { digestHours } from '../domain/digest-time.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { sayDigest } from '../wording/digest.ts';
import type { Outgoing } from '../wording/message.ts';
import { compiledLastDays, noteCompiledReminders } from './compiled-report.ts';
import type { Desk } from './desk.ts';
import type { ChasedRound } from './digest-sections.ts';
import { chasedRounds, digestSections, lastDays } from './digest-sections.ts';
import { comesAnyway, digestState, hasSeen } from './digest-state.ts';
import { coordinatorsOf } from './fire-reminders.ts';
import type { TaskView } from './task-view.ts';

const DECIDED = 'digest_decided';

/**
 * Puts the digest that is due into the coordinators' outbox, once: on working days in the morning, on a round's last day in the evening
 * too. Where there is nothing to say, nobody is written to; where nothing is new, only those who were not told yet, but at the beginning of
 * a week and on last days everybody. It is composed when it is sent. How many it goes to.
 */
export function sendDigests(desk: Desk, now: Instant): number {
  const { store } = desk;
  const { policy, calendar } = desk.rules();
  if (!mayDisturb(policy, calendar, now)) return 0;
  const decided = Number(store.facts.get(DECIDED) ?? 0);
  const [hour] = digestHours(policy, calendar, now);
  // Looked at first, for it costs nothing: on almost every beat there is no more to do.
  if (hour === undefined || hour.at <= decided) return 0;
  return store.transact(() => {
    store.facts.set(DECIDED, String(hour.at));
    const due = dueDigest(desk, now);
    if (due === null || due.at <= decided) return 0;
    const rounds = chasedRounds(desk, now);
    if (composeDigest(desk, { overdue: [], queuedAt: due.at, rounds }, now) === null) return 0;
    // What the reminders have put there already is composed as the digest, too.
    const all = coordinatorsOf(desk);
    const waiting = all.filter(({ person }) => store.outbox.waitingFor(person, 'digest') === null);
    const state = due.kind === 'evening' || comesAnyway(desk, now) ? null : digestState(desk, rounds, now);
    const people = waiting.filter(({ person }) => state === null || !hasSeen(desk, person, state));
    const message = { kind: 'digest', priority: PRIORITY.reminder, content: null, repeatIfUnknown: false } as const;
    for (const { person } of people) enqueueProactive(store, { ...message, person, expiresAt: null }, now);
    noteCompiledReminders(
      desk,
      all.map(({ person }) => person),
      now,
    );
    return people.length;
  });
}

/**
 * What coordinators read at that moment, with the reports that are overdue for long (`overdue`), of the rounds that are chased now. Null: nothing is worth a message (any
 * more). One that has waited (since `queuedAt`) until the next was due leaves all but `overdue` to that one.
 */
export function composeDigest(
  desk: Desk,
  {
    overdue,
    queuedAt,
    rounds: chased,
  }: { overdue: readonly TaskView[]; queuedAt: Instant; rounds: readonly ChasedRound[] },
  now: Instant,
): Outgoing | null {
  const due = dueDigest(desk, now);
  const isOld = due !== null && queuedAt < due.at;
  const isEvening = due?.kind === 'evening';
  const rounds = isOld ? [] : chased;
  const isOwnAlone = isEvening && overdue.length === 0 && !isLastDay(lastDays(desk, now), desk, now);
  const material = { now, decidedAt: queuedAt, isOwnAlone, isEvening, rounds, overdue };
  const sections = isOld && overdue.length === 0 ? [] : digestSections(desk, material);
  if (sections.length === 0) return null;
  return sayDigest(sections, { now, zone: desk.zone, isEvening, auditHead: desk.store.audit.head() });
}

/** The digest of this hour; null: none has been due today. */
function dueDigest(desk: Desk, now: Instant): DueDigest | null {
  const { policy, calendar } = desk.rules();
  // What the evening asks of every round costs more than all else here: in the morning nobody asks it.
  const isSomeLastDay = (): boolean => isLastDay([...lastDays(desk, now), ...compiledLastDays(desk, now)], desk, now);
  return digestHours(policy, calendar, now).find(({ kind }) => kind === 'morning' || isSomeLastDay()) ?? null;
}

function isLastDay(days: readonly Day[], { zone }: Desk, now: Instant): boolean {
  return days.includes(dayOf(now, zone));
}
