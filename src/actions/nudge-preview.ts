import { dayOf } from '../domain/calendar.ts';
import { nextSendingMoment } from '../domain/sending-hours.ts';
import { existsOn } from '../domain/unit.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { Task } from '../store/tasks.ts';
import { sayNudgePreview } from '../wording/nudge.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import type { NudgeOrder, NudgePlan } from './nudge.ts';
import { planNudge, settledAmong } from './nudge.ts';
import { roundStatus } from './round-status.ts';
import type { TaskView } from './task-view.ts';
import { unitOfTask } from './task-view.ts';

/** What a coordinator adds stays a line, not a letter: for that there are notices. */
export const NUDGE_WORDS_LIMIT = 300;

export interface NudgePreview {
  text: RichText;
  /** How many people it goes to, and how many units are left out for now. */
  people: number;
  leftOut: number;
  /** When it arrives where it waits for the sending hours; `isLate`: after a deadline it is about. */
  arrival: { at: number; isLate: boolean } | null;
}

/** Who would get it, by which app and when, and who is left out why; null where nobody is missing. Nothing is written. */
export function previewNudge(desk: Desk, { person, at }: Act, order: NudgeOrder): NudgePreview | null {
  const status = roundStatus(desk, order.obligation, order.period, at);
  const plan = planNudge(desk, order, at);
  if (status === null || Object.values(plan).every((list) => list.length === 0)) return null;
  const arrival = arrivalOf(desk, plan, at);
  const people = new Set(plan.chased.flatMap((one) => one.people.map((member) => member.person))).size;
  const { words } = order;
  const today = dayOf(at, desk.zone);
  const named = desk.units().filter((unit) => order.except.includes(unit.code) && existsOn(unit, today));
  const settled = settledAmong(desk, order, order.except);
  const namesOf = (isSettled: boolean): string[] =>
    named.filter(({ code }) => settled.includes(code) === isSettled).map(({ shortName }) => shortName);
  const shown = { example: status.example, arrival, words, except: namesOf(false), settled: namesOf(true), now: at };
  return {
    text: sayPlan(desk, plan, { ...shown, sender: nameOf(desk, person) }),
    people,
    leftOut: leftOutOf(plan),
    arrival,
  };
}

/** How many units are left out until everybody is meant. */
export function leftOutOf({ promised, nudgedToday, extended }: NudgePlan): number {
  return promised.length + nudgedToday.length + extended.length;
}

interface Shown {
  example: TaskView;
  arrival: NudgePreview['arrival'];
  words: string;
  except: readonly string[];
  /** Left out by name though they owe nothing. */
  settled: readonly string[];
  sender: string;
  now: number;
}

function sayPlan(
  desk: Desk,
  plan: NudgePlan,
  { example, arrival, words, except, settled, sender, now }: Shown,
): RichText {
  const unitOf = (task: Task) => unitOfTask(desk, task);
  const named = (tasks: readonly Task[]) =>
    inUnitOrder(tasks, unitOf).map((task) => ({
      name: unitOf(task).shortName,
      ownLastDay: task.lastGoodDay === example.deadline.lastGoodDay ? null : task.lastGoodDay,
      isReturned: task.state === 'returned',
    }));
  return sayNudgePreview({
    view: example,
    except,
    settled,
    names: named(plan.chased.map(({ task }) => task)),
    promised: plan.promised.map(({ task, until }) => ({
      name: unitOf(task).shortName,
      until,
      isReturned: task.state === 'returned',
    })),
    nudgedToday: named(plan.nudgedToday),
    extended: named(plan.extended),
    shutOut: named(plan.unreached),
    withoutPeople: named(plan.nobody),
    apps: appsOf(desk, plan),
    full: named(plan.full),
    words,
    sender,
    now,
    zone: desk.zone,
    arrival,
  });
}

/** How many people it goes to by each app: the one they read first. */
function appsOf(desk: Desk, { chased }: NudgePlan): { title: string; people: number }[] {
  const counts = new Map<string, number>();
  for (const person of new Set(chased.flatMap((one) => one.people.map((member) => member.person)))) {
    const chat = desk.store.chats.ofPerson(person).find(({ state }) => state === 'active');
    const title = chat === undefined ? '' : desk.titleOf(chat.channel);
    if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].map(([title, people]) => ({ title, people }));
}

function arrivalOf(desk: Desk, { chased }: NudgePlan, now: number): NudgePreview['arrival'] {
  const { policy, calendar } = desk.rules();
  const at = nextSendingMoment(policy, calendar, now);
  // What is over already cannot come too late.
  return at === now ? null : { at, isLate: chased.some(({ task }) => now < task.cutOffAt && at >= task.cutOffAt) };
}
