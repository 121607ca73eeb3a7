import { z } from 'zod';
import {
  askOneOff,
  isDueDayOver,
  type OneOffOrder,
  openOneOffs,
  TITLE_LIMIT,
  withdrawOneOff,
} from '../../actions/ask-one-off.ts';
import { previewOneOff } from '../../actions/one-off-preview.ts';
import { cleanName } from '../../domain/clean-name.ts';
import { CUT_OFF_WORDS } from '../../domain/obligation.ts';
import { FREE_FORM, oneOffCode } from '../../domain/one-off.ts';
import { UNIT_KINDS } from '../../domain/unit.ts';
import { AUDIENCE_WORDS } from '../../language/desk/audience-words.ts';
import { readReason } from '../../language/reason-word.ts';
import { parseDueDay, type SaidDueDay } from '../../language/time/day-word.ts';
import { readAmend, withoutDenial } from '../../understanding/amend-units.ts';
import { readOneOffOrder } from '../../understanding/one-off-order.ts';
import { sayNoneFits } from '../../wording/dialogs.ts';
import { UNIT_KIND_NAMES } from '../../wording/notice.ts';
import { ONE_OFF_WORDS, sayOneOffAsked, sayOneOffTaken, sayOneOffWithdrawn } from '../../wording/one-off.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { today, unitsToday } from '../look-up.ts';
import { unclear } from '../on-screen.ts';
import type { Turn } from '../turn.ts';
import { decisionOf } from './confirm.ts';
import { amendWho, kindsOwing, namesAsked, unitsInstead, whoIn } from './one-off-who.ts';

const whoSchema = z.object({ addressees: z.array(z.enum(UNIT_KINDS)), units: z.array(z.string()).nullable() });
const dueSchema = z.object({ dueOn: z.string(), word: z.enum(CUT_OFF_WORDS) });
/** What was said along with the name: whom it is for, and until when. */
const toldSchema = z.object({ who: whoSchema.nullable(), due: dueSchema.nullable() }).default({ who: null, due: null });
const title = z.string();
const form = z.string();

/** What is known at each step: a step cannot be reached without what stands before it. */
const schema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('title') }),
  z.object({ stage: z.literal('form'), title, told: toldSchema }),
  z.object({ stage: z.literal('who'), title, form, told: toldSchema }),
  z.object({ stage: z.literal('due'), title, form, who: whoSchema }),
  z.object({ stage: z.literal('confirm'), title, form, who: whoSchema, due: dueSchema }),
  z.object({ stage: z.literal('reason'), id: z.number(), title }),
]);
type Content = z.infer<typeof schema>;
type At<Stage extends Content['stage']> = Extract<Content, { stage: Stage }>;

const AWAITS: Readonly<Record<Content['stage'], Awaits>> = {
  title: 'value',
  form: 'choice',
  who: 'choice',
  due: 'value',
  confirm: 'choice',
  reason: 'value',
};

/** Asking for a report once: what, on which form, of whom, until when; a preview; and only then out. */
export const oneOffDialog: Dialog<Content> = {
  kind: 'one-off',
  schema,
  answer(turn, content, reply) {
    if (content.stage === 'title') return beginOneOff(turn, reply.text);
    if (content.stage === 'form') return takeForm(turn, content, reply);
    if (content.stage === 'who') return takeWho(turn, content, reply);
    if (content.stage === 'due') return takeDue(turn, content, reply.text);
    if (content.stage === 'confirm') return takeDecision(turn, content, reply);
    takeReason(turn, content, reply.text);
  },
  repeat: ask,
  awaits: ({ stage }) => AWAITS[stage],
  isBrief: ({ stage }) => stage !== 'confirm',
  about: () => 'dotxuat',
  describe: () => ONE_OFF_WORDS.what,
  isWorthKeeping: (_turn, { stage }) => stage !== 'title' && stage !== 'reason',
};

/** Begins with the title, where one was typed, and what was said along with it. */
export function beginOneOff(turn: Turn, typed: string): void {
  const order = readOneOffOrder(typed, unitsToday(turn), today(turn));
  const name = order.title === '' ? null : cleanName(order.title);
  if (name === null) return ask(turn, { stage: 'title' });
  if (name.length > TITLE_LIMIT)
    return ask(turn, { stage: 'title' }, sayProblem({ problem: 'text-too-long', limit: TITLE_LIMIT }, turn.desk.zone));
  const who = order.who === null ? null : whoIn(turn, order.who);
  const asked = order.due === null ? null : dueOf(order.due);
  const due = asked === null || isDueDayOver(asked, today(turn)) ? null : asked;
  ask(
    turn,
    { stage: 'form', title: name, told: { who: who === null || 'problem' in who ? null : who, due } },
    wholeDay(order.due),
  );
}

export function listOneOffs(turn: Turn): void {
  const open = openOneOffs(turn.desk, turn.now);
  if (open.length === 0) return turn.say(ONE_OFF_WORDS.none);
  turn.say({
    text: ONE_OFF_WORDS.list,
    choices: open.flatMap((one) => [
      [{ label: one.title, value: `/tonghop ${oneOffCode(one.id)} ${one.dueOn}` }],
      [{ label: ONE_OFF_WORDS.withdraw(one.title), value: `/dotxuat rut ${one.id}` }],
    ]),
    answer: 'pick',
  });
}

export function beginWithdrawing(turn: Turn, id: number): void {
  const oneOff = openOneOffs(turn.desk, turn.now).find((one) => one.id === id);
  if (oneOff === undefined) return turn.say(sayProblem({ problem: 'no-such-one-off' }, turn.desk.zone));
  ask(turn, { stage: 'reason', id, title: oneOff.title });
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  turn.keep(oneOffDialog.kind, content);
  const say = (text: RichText): void => turn.say(join([problem, text], '\n\n'));
  if (content.stage === 'title') return say(ONE_OFF_WORDS.askTitle);
  if (content.stage === 'form') return askForm(turn, content, problem);
  if (content.stage === 'who') return askWho(turn, problem);
  if (content.stage === 'due') return say(ONE_OFF_WORDS.askDue(namesAsked(turn, content.who)));
  if (content.stage === 'reason') return say(ONE_OFF_WORDS.askReason(content.title));
  askDecision(turn, content, problem);
}

function askForm(turn: Turn, { title: name, told }: At<'form'>, problem: RichText): void {
  const taken = sayOneOffTaken(name, told.who === null ? [] : namesAsked(turn, told.who), told.due);
  turn.say({
    text: join([problem, taken, ONE_OFF_WORDS.askForm], '\n\n'),
    choices: turn.rules.forms.map((one) => {
      const label = one.code === FREE_FORM ? ONE_OFF_WORDS.free : one.title;
      return [turn.choice(label, one.code)];
    }),
    answer: 'pick',
  });
}

function takeForm(turn: Turn, content: At<'form'>, reply: Reply): void {
  const chosen = turn.rules.forms.find((one) => reply.picked && one.code === reply.text);
  if (chosen === undefined) return unclearIn(turn, content, reply);
  const { title: name, told } = content;
  if (told.who === null) return ask(turn, { stage: 'who', title: name, form: chosen.code, told });
  goOn(turn, { title: name, form: chosen.code, who: told.who, told });
}

/** Asks for the day, where it was not said along. */
function goOn(turn: Turn, { told, ...known }: Omit<At<'due'>, 'stage'> & Pick<At<'who'>, 'told'>): void {
  if (told.due === null) ask(turn, { ...known, stage: 'due' });
  else ask(turn, { ...known, stage: 'confirm', due: told.due });
}

function askWho(turn: Turn, problem: RichText): void {
  const kinds = kindsOwing(turn);
  turn.say({
    text: join([problem, ONE_OFF_WORDS.askWho], '\n\n'),
    choices: [
      [turn.choice(ONE_OFF_WORDS.all, 'all', { words: AUDIENCE_WORDS.all })],
      ...kinds.map((kind) => [turn.choice(UNIT_KIND_NAMES[kind], kind, { words: AUDIENCE_WORDS[kind] })]),
    ],
    answer: 'pick',
  });
}

function takeWho(turn: Turn, content: At<'who'>, reply: Reply): void {
  const { stage: _, ...known } = content;
  const next = (who: At<'due'>['who']): void => goOn(turn, { ...known, who });
  if (reply.picked && reply.text === 'all') return next({ addressees: kindsOwing(turn), units: null });
  const kind = kindsOwing(turn).find((one) => reply.picked && one === reply.text);
  if (kind !== undefined) return next({ addressees: [kind], units: null });
  const said = whoIn(turn, reply.text);
  if ('problem' in said) return unclearIn(turn, content, reply, said.problem);
  next(said);
}

function takeDue(turn: Turn, content: At<'due'>, text: string): void {
  const said = parseDueDay(text, today(turn));
  // A step back: others after all.
  const others = said === null ? unitsInstead(turn, text) : null;
  if (others !== null) return ask(turn, { ...content, who: others }, ONE_OFF_WORDS.forWhom);
  if (said === null) return ask(turn, content, ONE_OFF_WORDS.noDay(text.trim()));
  const due = dueOf(said);
  if (isDueDayOver(due, today(turn)))
    return ask(turn, content, sayProblem({ problem: 'due-day-over' }, turn.desk.zone));
  ask(turn, { ...content, stage: 'confirm', due }, wholeDay(said));
}

const wholeDay = (said: SaidDueDay | null): RichText => (said?.hasHour === true ? ONE_OFF_WORDS.wholeDay : []);

function dueOf({ day, word }: SaidDueDay): At<'confirm'>['due'] {
  return { dueOn: day, word };
}

function askDecision(turn: Turn, content: At<'confirm'>, problem: RichText): void {
  const preview = previewOneOff(turn.desk, orderOf(content), turn.now);
  turn.say({
    text: join([problem, preview], '\n\n'),
    choices: [
      [turn.choice(ONE_OFF_WORDS.send, 'send')],
      [turn.choice(ONE_OFF_WORDS.changeDue, 'due'), turn.choice(ONE_OFF_WORDS.changeWho, 'who')],
      [turn.choice(ONE_OFF_WORDS.drop, 'drop')],
    ],
    answer: 'pick',
  });
}

function takeDecision(turn: Turn, content: At<'confirm'>, reply: Reply): void {
  const changed = reply.picked ? null : changedBy(turn, content, reply.text);
  if (changed !== null) return ask(turn, changed, wholeDay(parseDueDay(withoutDenial(reply.text), today(turn))));
  const decision = decisionOf(reply, 'dotxuat');
  if (reply.picked && reply.text === 'drop') return leaveDialog(oneOffDialog, turn, content);
  if (reply.picked && reply.text === 'due') return ask(turn, { ...content, stage: 'due' });
  if (reply.picked && reply.text === 'who')
    return ask(turn, { ...content, stage: 'who', told: { who: null, due: content.due } });
  if (decision === 'no') return ask(turn, content, ONE_OFF_WORDS.notYet);
  if (turn.person === null || !(decision === 'yes' || (reply.picked && reply.text === 'send')))
    return unclearIn(turn, content, reply);
  const asked = askOneOff(turn.desk, { person: turn.person, at: turn.now }, orderOf(content));
  if (!asked.ok) return ask(turn, { ...content, stage: 'due' }, sayProblem(asked.problem, turn.desk.zone));
  turn.finish();
  const { code, period } = asked.value;
  turn.say(sayOneOffAsked({ ...asked.value, title: content.title, command: `/tonghop ${code} ${period}` }));
}

/** "Thêm cả Sở Xây dựng", "bỏ Tứ Kỳ", "hạn 20/12" at the preview; null where nothing of the request is changed. */
function changedBy(turn: Turn, content: At<'confirm'>, text: string): At<'confirm'> | null {
  const amended = readAmend(text, unitsToday(turn));
  if (amended !== null) return { ...content, who: amendWho(turn, content.who, amended) };
  const said = parseDueDay(withoutDenial(text), today(turn));
  return said === null || isDueDayOver(dueOf(said), today(turn)) ? null : { ...content, due: dueOf(said) };
}

function takeReason(turn: Turn, content: At<'reason'>, text: string): void {
  if (turn.person === null) return;
  const done = withdrawOneOff(turn.desk, { person: turn.person, at: turn.now }, content.id, readReason(text) ?? '');
  if (!done.ok) return ask(turn, content, sayProblem(done.problem, turn.desk.zone));
  turn.finish();
  turn.say(sayOneOffWithdrawn(content.title));
}

function orderOf({ title: name, form: code, who, due }: At<'confirm'>): OneOffOrder {
  return { title: name, form: code, ...who, ...due };
}

function unclearIn(turn: Turn, content: Content, { picked, text }: Reply, why: RichText = sayNoneFits(text)): void {
  if (picked) return ask(turn, content);
  unclear(turn, text, why, (problem) => ask(turn, content, problem));
}
