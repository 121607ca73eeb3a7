import { enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { dueTick } from '../domain/due-tick.ts';
import type { MilestoneRule } from '../domain/reminder-policy.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Milestone } from '../store/milestones.ts';
import type { MemberRow } from '../store/people.ts';
import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import { putOffPromised } from './hold-promised.ts';
import { putOffLeftAlone } from './lost-stretch.ts';
import { withSubstitutes } from './substitutes.ts';
import { viewTask } from './task-view.ts';

export interface FiredCounts {
  fired: number;
  superseded: number;
  expired: number;
  unreached: number;
}

const BATCH = 500;

/**
 * Decides about every milestone that is due: sent, superseded by a later one, or of no use any more.
 * The decision, the reminder and its outbox row commit together. Outside sending hours nothing is decided:
 * what is due waits, and the freshest goes out when the hours begin.
 */
export function fireReminders(desk: Desk, now: Instant): FiredCounts {
  const counts: FiredCounts = { fired: 0, superseded: 0, expired: 0, unreached: 0 };
  const rules = desk.rules();
  if (!mayDisturb(rules.policy, rules.calendar, now)) return counts;
  for (;;) {
    const due = desk.store.milestones.dueTasks(now, BATCH);
    if (due.length === 0) return counts;
    desk.store.transact(() => {
      for (const id of due) fireTask(desk, rules, id, now, counts);
    });
  }
}

function fireTask(desk: Desk, rules: RuleBook, id: number, now: Instant, counts: FiredCounts): void {
  const { store } = desk;
  const task = store.tasks.find(id);
  if (task === null) throw new Error(`a milestone belongs to task ${id}, which is not there`);
  const open = putOffLeftAlone(desk, viewTask(desk, task), store.milestones.plannedOf(id), now);
  const planned = putOffPromised(desk, rules, task, open, now);
  const tick = dueTick({
    now,
    milestones: planned.map((one) => ({ key: one.key, dueAt: one.dueAt, usefulUntil: one.usefulUntil })),
    outstanding: isOutstanding(task.state),
    policy: rules.policy,
    calendar: rules.calendar,
  });
  const byKey = new Map(planned.map((one) => [one.key, one]));
  const settle = (keys: readonly string[], outcome: 'superseded' | 'expired' | 'cleared'): void => {
    for (const key of keys) settleMilestone(desk, byKey.get(key), outcome, now);
  };
  settle(tick.superseded, 'superseded');
  settle(tick.expired, 'expired');
  settle(tick.cleared, 'cleared');
  counts.superseded += tick.superseded.length;
  counts.expired += tick.expired.length;
  if (tick.fire === null) return;
  const reached = remind(desk, rules, task, tick.fire, now);
  settleMilestone(desk, byKey.get(tick.fire), reached > 0 ? 'fired' : 'unreached', now);
  counts.fired += reached;
  if (reached === 0) counts.unreached += 1;
}

function settleMilestone(
  desk: Desk,
  milestone: Milestone | undefined,
  outcome: 'superseded' | 'expired' | 'cleared' | 'fired' | 'unreached',
  now: Instant,
): void {
  if (milestone !== undefined) desk.store.milestones.settle(milestone, outcome, now);
}

/** Writes the reminder of one milestone for everybody it concerns; how many of the unit's people have a chat. */
function remind(desk: Desk, rules: RuleBook, task: Task, key: string, now: Instant): number {
  const rule = rules.policy.milestones.find((one) => one.key === key);
  if (rule === undefined) return 0;
  const own = audienceOf(desk, task.unit, rule.audience);
  const reached = own.filter((member) => remindPerson(desk, { task, rule, member, now, kind: 'reminder' })).length;
  if (rule.escalates) {
    for (const member of coordinatorsOf(desk)) remindPerson(desk, { task, rule, member, now, kind: 'digest' });
  }
  return reached;
}

/** The unit's people in the wanted roles; when there is none, whoever may submit for it. */
export function audienceOf(desk: Desk, unit: string, roles: readonly Role[]): MemberRow[] {
  const members = desk.store.people.ofUnit(unit);
  const wanted = members.filter((member) => roles.includes(member.role));
  const chosen = wanted.length > 0 ? wanted : members.filter((member) => member.role !== 'staff');
  return oncePerPerson(withSubstitutes(desk, unit, chosen));
}

export function coordinatorsOf(desk: Desk): MemberRow[] {
  return oncePerPerson(desk.store.people.provincial());
}

export interface ReminderOrder {
  task: Task;
  rule: Pick<MilestoneRule, 'key' | 'repeatIfUnknown'>;
  member: MemberRow;
  now: Instant;
  kind: 'reminder' | 'digest' | 'nudge';
}

/**
 * Reminds one person of one task; false when they have no chat, or were reminded of exactly this before.
 * What waits unsent for the same person is added to, so that one moment makes one message.
 */
export function remindPerson(desk: Desk, { task, rule, member, now, kind }: ReminderOrder): boolean {
  const { store } = desk;
  if (store.reminders.exists(task.id, rule.key, member.person, task.scheduleVersion)) return true;
  const waiting = store.outbox.waitingFor(member.person, kind);
  const repeatIfUnknown = rule.repeatIfUnknown || store.reminders.isUrgentWaiting(task.id, member.person);
  const priority = repeatIfUnknown ? PRIORITY.lastDay : PRIORITY.reminder;
  if (waiting !== null) store.outbox.raise(waiting, priority, repeatIfUnknown);
  const outbox =
    waiting ??
    enqueueProactive(
      store,
      {
        person: member.person,
        kind,
        priority,
        content: null,
        repeatIfUnknown,
        expiresAt: null,
      },
      now,
    );
  if (outbox === null) return false;
  store.reminders.add({
    task: task.id,
    milestone: rule.key,
    person: member.person,
    scheduleVersion: task.scheduleVersion,
    role: member.role,
    decidedAt: now,
    outbox,
  });
  return true;
}

function oncePerPerson(members: readonly MemberRow[]): MemberRow[] {
  return [...new Map(members.map((member) => [member.person, member])).values()];
}
