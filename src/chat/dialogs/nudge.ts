import { z } from 'zod';
import type { NudgeOrder, NudgePlan } from '../../actions/nudge.ts';
import { nudge, planNudge } from '../../actions/nudge.ts';
import { roundStatus } from '../../actions/round-status.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { unitOfTask } from '../../actions/task-view.ts';
import { mayDisturb, nextSendingMoment } from '../../domain/sending-hours.ts';
import { inUnitOrder } from '../../domain/unit-order.ts';
import type { Task } from '../../store/tasks.ts';
import { NUDGE_WORDS, sayYesOrNo } from '../../wording/dialogs.ts';
import { sayNudgeDone, sayNudgePreview } from '../../wording/nudge.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Dialog, Reply } from '../dialog.ts';
import { unitsToday } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { decisionOf } from './confirm.ts';

/** What a coordinator adds stays a line, not a letter: for that there are notices. */
export const WORDS_LIMIT = 300;

const schema = z.object({
  obligation: z.string(),
  period: z.string(),
  units: z.array(z.string()).nullable().default(null),
  except: z.array(z.string()).default([]),
  everybody: z.boolean().default(false),
  words: z.string().default(''),
  isWriting: z.boolean().default(false),
});
type Content = z.infer<typeof schema>;

/** Chasing who is missing: who gets it, by which app and when, is shown first; what goes along is the coordinator's to choose. */
export const nudgeDialog: Dialog<Content> & { begin(turn: Turn, content: z.input<typeof schema>): void } = {
  kind: 'nudge',
  schema,
  begin: (turn, content) => ask(turn, schema.parse(content)),
  repeat: ask,
  awaits: ({ isWriting }) => (isWriting ? 'value' : 'choice'),
  about: () => 'dondoc',
  describe: () => NUDGE_WORDS.what,
  answer: take,
};

function take(turn: Turn, content: Content, reply: Reply): void {
  if (content.isWriting) return takeWords(turn, content, reply);
  if (reply.picked && reply.text === 'words') return ask(turn, { ...content, isWriting: true });
  if (reply.picked && reply.text === 'everybody') return ask(turn, { ...content, everybody: true });
  if (reply.picked && reply.text === 'at-once') return send(turn, content, true);
  const decision = decisionOf(reply);
  if (decision === null) return ask(turn, content, reply.picked ? [] : sayYesOrNo(reply.text));
  // Where only such are left as were left out, they are meant.
  if (decision === 'yes' && isNobodyLeft(turn, content)) return ask(turn, { ...content, everybody: true });
  if (decision === 'yes') return send(turn, content, false);
  turn.finish();
  turn.say(NUDGE_WORDS.dropped);
}

function isNobodyLeft(turn: Turn, content: Content): boolean {
  const plan = planNudge(turn.desk, { ...content, atOnce: false }, turn.now);
  return plan.chased.length === 0 && leftOutOf(plan) > 0;
}

function leftOutOf({ promised, nudgedToday, extended }: NudgePlan): number {
  return promised.length + nudgedToday.length + extended.length;
}

function takeWords(turn: Turn, content: Content, { text }: Reply): void {
  const words = text.trim().replace(/\s+/gu, ' ');
  if (words.length > WORDS_LIMIT) return ask(turn, content, NUDGE_WORDS.wordsTooLong(WORDS_LIMIT));
  ask(turn, { ...content, words, isWriting: false });
}

function send(turn: Turn, content: Content, atOnce: boolean): void {
  turn.finish();
  if (turn.person === null) return;
  const done = nudge(turn.desk, { person: turn.person, at: turn.now }, { ...content, atOnce });
  const isNow = atOnce || mayDisturb(turn.rules.policy, turn.rules.calendar, turn.now);
  turn.say(done === null ? NUDGE_WORDS.overtaken : sayNudgeDone(done, isNow));
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  if (content.isWriting) {
    turn.keep(nudgeDialog.kind, content);
    return turn.say(join([problem, NUDGE_WORDS.askWords], '\n\n'));
  }
  const status = roundStatus(turn.desk, content.obligation, content.period, turn.now);
  const order: NudgeOrder = { ...content, atOnce: false };
  const plan = planNudge(turn.desk, order, turn.now);
  if (status === null || Object.values(plan).every((list) => list.length === 0)) {
    turn.finish();
    const isWhole = content.units === null && content.except.length === 0;
    return turn.say(isWhole ? NUDGE_WORDS.nobody : NUDGE_WORDS.noneOfThem);
  }
  const { example } = status;
  const arrival = arrivalOf(turn, plan);
  const text = sayPlan(turn, plan, { example, arrival, words: content.words, except: content.except });
  const people = new Set(plan.chased.flatMap((one) => one.people.map(({ person }) => person))).size;
  const leftOut = leftOutOf(plan);
  if (people === 0 && leftOut === 0) {
    turn.finish();
    return turn.say(join([problem, text], '\n\n'));
  }
  turn.keep(nudgeDialog.kind, content);
  const offered = [
    people > 0 ? turn.choice(NUDGE_WORDS.send(people), 'yes') : null,
    people > 0 && arrival !== null ? turn.choice(NUDGE_WORDS.atOnce(people), 'at-once') : null,
    leftOut > 0 ? turn.choice(NUDGE_WORDS.everybody(leftOut), 'everybody') : null,
    people > 0 && content.words === '' ? turn.choice(NUDGE_WORDS.addWords, 'words') : null,
    turn.choice(NUDGE_WORDS.drop, 'no'),
  ];
  const choices = offered.flatMap((choice) => (choice === null ? [] : [[choice]]));
  turn.say({ text: join([problem, text], '\n\n'), choices, answer: 'pick' });
}

interface Shown {
  example: TaskView;
  arrival: { at: number; isLate: boolean } | null;
  words: string;
  except: readonly string[];
}

function sayPlan(turn: Turn, plan: NudgePlan, { example, arrival, words, except }: Shown): RichText {
  const { store, zone } = turn.desk;
  const unitOf = (task: Task) => unitOfTask(turn.desk, task);
  const named = (tasks: readonly Task[]) =>
    inUnitOrder(tasks, unitOf).map((task) => ({
      name: unitOf(task).shortName,
      ownLastDay: task.lastGoodDay === example.deadline.lastGoodDay ? null : task.lastGoodDay,
    }));
  return sayNudgePreview({
    view: example,
    except: unitsToday(turn).flatMap(({ code, shortName }) => (except.includes(code) ? [shortName] : [])),
    names: named(plan.chased.filter(({ people }) => people.length > 0).map(({ task }) => task)),
    promised: plan.promised.map(({ task, until }) => ({ name: unitOf(task).shortName, until })),
    nudgedToday: named(plan.nudgedToday),
    extended: named(plan.extended),
    shutOut: named(plan.unreached),
    withoutPeople: named(plan.nobody),
    apps: appsOf(turn, plan),
    full: plan.full.length,
    words,
    sender: turn.person === null ? '' : (store.people.find(turn.person)?.name ?? ''),
    now: turn.now,
    zone,
    arrival,
  });
}

/** How many people it goes to by each app: the one they read first. */
function appsOf({ desk }: Turn, { chased }: NudgePlan): { title: string; people: number }[] {
  const counts = new Map<string, number>();
  for (const person of new Set(chased.flatMap((one) => one.people.map((member) => member.person)))) {
    const chat = desk.store.chats.ofPerson(person).find(({ state }) => state === 'active');
    const title = chat === undefined ? '' : desk.titleOf(chat.channel);
    if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].map(([title, people]) => ({ title, people }));
}

function arrivalOf({ rules, now }: Turn, { chased }: NudgePlan): Shown['arrival'] {
  const at = nextSendingMoment(rules.policy, rules.calendar, now);
  // What is over already cannot come too late.
  return at === now ? null : { at, isLate: chased.some(({ task }) => now < task.cutOffAt && at >= task.cutOffAt) };
}
