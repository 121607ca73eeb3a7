import type { Outgoing } from '../channels/channel.ts';
import { PRIORITY } from '../delivery/enqueue.ts';
import type { Composed } from '../delivery/judge.ts';
import type { Instant } from '../domain/calendar.ts';
import { causeOf } from '../domain/reminder-key.ts';
import { nextSendingMoment } from '../domain/sending-hours.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Nudge } from '../store/nudges.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Reminder } from '../store/reminders.ts';
import type { Task } from '../store/tasks.ts';
import { sayPromiseOver } from '../wording/promise.ts';
import { sayReminder } from '../wording/reminder.ts';
import type { Desk } from './desk.ts';
import { botOf, nameOf, unitsFor } from './desk.ts';
import { chasedRounds } from './digest-sections.ts';
import { noteDigest } from './digest-state.ts';
import { handOver } from './hand-over-file.ts';
import { isLeftAlone } from './lost-stretch.ts';
import { nudgeBehind } from './nudge.ts';
import { waitForOwnHour } from './own-hour.ts';
import { offerReportPage } from './report-link.ts';
import { composeDigest } from './send-digests.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { composeLeadersWeek } from './tell-leaders.ts';

/** Whoever is typing may be done in a minute. */
const TYPING_LOOK_MS = 60_000;
/** Until the office opens, but no longer than this at a time: the clock may be put right meanwhile. */
const LONGEST_HOLD_MS = 10 * 60_000;

/**
 * What a row says at the moment it is sent. Answers and notices say what was decided, and so do alerts, in sending hours; reminders are judged again:
 * a report that came in meanwhile clears them, a later reminder supersedes them, and nobody is disturbed at night
 * or in the middle of typing a report.
 */
export function composeMessage(desk: Desk, row: OutboxRow, now: Instant): Composed {
  // Who took consent back is not written to any more, whatever was waiting.
  if (row.kind !== 'answer' && row.person !== null && desk.store.people.find(row.person)?.withdrawnAt !== null)
    return { settle: 'cleared' };
  const rules = desk.rules();
  const nudge = row.kind === 'nudge' ? nudgeBehind(desk, row.id) : null;
  // Outside the hours where a coordinator chose so for this one. An alert with an answer's priority is about what the person has
  // begun in another chat: they wait for it.
  const waitsForHours =
    (row.content === null && nudge?.atOnce !== 1) || (row.kind === 'alert' && row.priority > PRIORITY.answer);
  const closedMs = waitsForHours ? nextSendingMoment(rules.policy, rules.calendar, now) - now : 0;
  if (closedMs > 0) return { holdMs: Math.min(closedMs, LONGEST_HOLD_MS) };
  if (row.content !== null) return { send: handOver(desk, row, JSON.parse(row.content) as Outgoing, now) };
  if (isTyping(desk, row, now)) return { holdMs: TYPING_LOOK_MS };

  const owed = stillOwed(desk, row, now);
  const views = 'settle' in owed ? [] : owed.map((one) => one.view);
  if (row.kind === 'digest') {
    if (isOfUnit(desk, row.person)) {
      const week = composeLeadersWeek(desk, row.person, now);
      return week === null ? { settle: 'cleared' } : { send: handOver(desk, row, week, now) };
    }
    const rounds = chasedRounds(desk, now);
    const digest = composeDigest(desk, { overdue: views, queuedAt: row.queuedAt, rounds }, now);
    if (digest === null) return { settle: 'cleared' };
    if (row.person !== null) noteDigest(desk, { person: row.person, outbox: row.id, rounds }, now);
    return { send: handOver(desk, row, digest, now) };
  }
  if ('settle' in owed) return owed;
  const ownHourMs = waitForOwnHour(desk, row, owed, now);
  if (ownHourMs > 0) return { holdMs: Math.min(ownHourMs, LONGEST_HOLD_MS) };
  const inHand = row.person === null ? [] : desk.store.dialogs.tasksInHand(row.person);
  const promised = promisesAbout(desk, views);
  const news = owed.filter(({ reminder, view }) => isNews(desk, reminder, view)).map(({ reminder }) => reminder.task);
  if (owed.every(({ reminder }) => causeOf(reminder.milestone) === 'promise'))
    return { send: handOver(desk, row, sayPromiseOver(views, promised, rules.calendar.zone, now), now) };
  const say = (pages: ReadonlyMap<number, string>) =>
    sayReminder(views, rules.calendar, now, { inHand, promised, news, pages, from: senderOf(desk, nudge) });
  return { send: handOver(desk, row, say(pagesFor(desk, row, { views, say }, now)), now) };
}

/** Coordinators' digest is of their own desk; whoever has no provincial role leads a unit. */
function isOfUnit({ store }: Desk, person: number | null): person is number {
  return person !== null && store.people.memberships(person).every(({ unit }) => unit !== null);
}

/** What the row reminds of and is still owed, the most urgent first; or why nothing of it is said any more. */
function stillOwed(
  desk: Desk,
  row: OutboxRow,
  now: Instant,
): { reminder: Reminder; view: TaskView }[] | { settle: 'superseded' | 'cleared' | 'expired' } {
  // Of two people who became one, what both were to be told stands in the other one's message.
  const reminders = desk.store.reminders.ofOutbox(row.id).filter((reminder) => reminder.person === row.person);
  const current = reminders.filter((reminder) => !desk.store.reminders.hasNewer(reminder));
  if (current.length === 0) return { settle: 'superseded' };
  const owed = current
    .map((reminder) => ({ reminder, view: viewReminded(desk, reminder) }))
    .filter((one): one is { reminder: Reminder; view: TaskView } => one.view !== null)
    .filter(
      ({ reminder, view }) =>
        row.kind === 'nudge' || causeOf(reminder.milestone) === 'snooze' || !isLeftAlone(view, now),
    );
  if (owed.length === 0) return { settle: 'cleared' };
  const { milestones } = desk.rules().policy;
  const useful = owed.filter(({ reminder, view }) => isUseful(reminder, view, milestones, now));
  if (useful.length === 0) return { settle: 'expired' };
  return useful.sort((a, b) => a.view.task.cutOffAt - b.view.task.cutOffAt || a.view.task.id - b.view.task.id);
}

/** Who sent it, and what they added; null: the bot of its own accord. */
function senderOf(desk: Desk, nudge: Nudge | null): { name: string; words: string } | null {
  const name = nudge === null ? '' : nameOf(desk, nudge.by);
  return nudge === null || name === '' ? null : { name, words: nudge.words };
}

/** Of a report asked for once, the first word that gets to the person, by whatever cause: nobody is reminded of what they have not heard of. */
function isNews({ store }: Desk, { task, person }: Reminder, { obligation }: TaskView): boolean {
  return obligation.frequency === 'once' && !store.reminders.wasTold(task, person);
}

/** Until when each of these reports was last promised. */
function promisesAbout({ store }: Desk, views: readonly TaskView[]): ReadonlyMap<number, Instant> {
  const pairs = views.flatMap(({ task }) => {
    const promise = store.promises.latestOf(task.id);
    return promise === null ? [] : [[task.id, promise.until] as const];
  });
  return new Map(pairs);
}

/** A page's address is as long as this one, so what it costs is known before it is made. */
const ANY_PAGE = '/report/0123456789abcdef0123456789abcdef';

/**
 * The pages on which the person fills in these reports, where each message counts and choices are typed: as many as cost no message
 * more, the most urgent first.
 */
function pagesFor(
  desk: Desk,
  { id, person, chat, channel, bot, attempts }: OutboxRow,
  { views, say }: { views: readonly TaskView[]; say(pages: ReadonlyMap<number, string>): Outgoing },
  now: Instant,
): ReadonlyMap<number, string> {
  const pages = new Map<number, string>();
  const at = botOf(desk, { channel, bot });
  const base = desk.pagesAt(channel);
  if (person === null || base === null || at?.messagesFor === undefined) return pages;
  const own = unitsFor(desk, person, 'submit');
  const cost = at.messagesFor(say(pages));
  for (const { task } of views.filter((view) => own.includes(view.task.unit))) {
    if (at.messagesFor(say(new Map([...pages, [task.id, base + ANY_PAGE]]))) > cost) break;
    const owner = { person, chat: { id: chat, channel }, task: task.id };
    const page = offerReportPage(desk, owner, now, { outbox: id, attempt: attempts });
    if (page !== null) pages.set(task.id, page);
  }
  return pages;
}

/** The task a reminder is about while it is still owed under the same schedule; null when it is settled. */
function viewReminded(desk: Desk, reminder: Reminder): TaskView | null {
  const task = desk.store.tasks.find(reminder.task);
  if (task === null || !isConcerned(desk, reminder, task)) return null;
  if (!isOutstanding(task.state) || task.scheduleVersion !== reminder.scheduleVersion) return null;
  return viewTask(desk, task);
}

/** Whoever gave up their role since the decision is not reminded any more. */
function isConcerned({ store }: Desk, { person }: Reminder, task: Task): boolean {
  return store.people.memberships(person).some(({ unit }) => unit === null || unit === task.unit);
}

/** "Two days left" is of no use once the deadline has passed: the overdue reminder comes in its place. */
function isUseful(
  reminder: Reminder,
  view: TaskView,
  rules: readonly { key: string; anchor: string }[],
  now: Instant,
): boolean {
  const rule = rules.find((one) => one.key === reminder.milestone);
  return rule?.anchor !== 'last-good-working-day' || now < view.task.cutOffAt;
}

function isTyping(desk: Desk, row: OutboxRow, now: Instant): boolean {
  if (row.person === null) return false;
  const last = desk.store.dialogs.lastTyped(row.person);
  const grace = desk.rules().policy.typingGraceMinutes * 60_000;
  return last !== null && now >= last && now - last < grace;
}
