import { z } from 'zod';
import { answerTicket, askBack, closeTicket, raiseTicket } from '../../actions/tickets.ts';
import type { Problem } from '../../domain/problem.ts';
import { nextSendingMoment } from '../../domain/sending-hours.ts';
import { sayYesOrNo } from '../../wording/dialogs.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import {
  sayAnsweredMeanwhile,
  sayAnswerGone,
  sayAskedBack,
  sayClosedNow,
  sayConfirmRaising,
  sayTicketRaised,
  TICKET_WORDS,
} from '../../wording/ticket.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { unitName } from '../look-up.ts';
import { unclear } from '../on-screen.ts';
import type { Turn } from '../turn.ts';
import { decisionOf } from './confirm.ts';

const text = z.string();
const id = z.number();
const schema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('text') }),
  /** Which of several units. */
  z.object({ stage: z.literal('unit'), text }),
  z.object({ stage: z.literal('confirm'), text, unit: z.string().nullable() }),
  z.object({ stage: z.literal('more'), id }),
  z.object({ stage: z.literal('answer'), id, seen: z.number() }),
  /** A colleague answered meanwhile. */
  z.object({ stage: z.literal('anyway'), id, seen: z.number(), text, last: text, by: text, at: z.number() }),
  z.object({ stage: z.literal('reason'), id }),
]);
type Content = z.infer<typeof schema>;
type At<Stage extends Content['stage']> = Extract<Content, { stage: Stage }>;

const AWAITS: Readonly<Record<Content['stage'], Awaits>> = {
  text: 'value',
  unit: 'choice',
  confirm: 'choice',
  more: 'value',
  answer: 'value',
  anyway: 'choice',
  reason: 'value',
};

/** Raising a difficulty, asking back, answering, closing: each takes one text, and asks where something is not plain. */
export const ticketDialog: Dialog<Content> = {
  kind: 'ticket',
  schema,
  answer(turn, content, reply) {
    if (content.stage === 'text') return raise(turn, reply.text);
    if (content.stage === 'unit') return takeUnit(turn, content, reply);
    if (content.stage === 'confirm') return takeConfirm(turn, content, reply);
    if (content.stage === 'more') return sendMore(turn, content.id, reply.text);
    if (content.stage === 'answer') return sendAnswer(turn, content, reply.text);
    if (content.stage === 'anyway') return takeAnyway(turn, content, reply);
    close(turn, content.id, reply.text);
  },
  repeat: ask,
  awaits: ({ stage }) => AWAITS[stage],
  about: () => 'vuongmac',
  describe: () => TICKET_WORDS.what,
  isWorthKeeping: (_turn, content) => 'text' in content,
};

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  turn.keep(ticketDialog.kind, content);
  const say = (words: RichText): void => turn.say(join([problem, words], '\n\n'));
  if (content.stage === 'text') return say(TICKET_WORDS.ask);
  if (content.stage === 'more') return say(TICKET_WORDS.askMore(content.id));
  if (content.stage === 'answer') return say(TICKET_WORDS.askAnswer(content.id));
  if (content.stage === 'reason') return say(TICKET_WORDS.askReason(content.id));
  if (content.stage === 'unit') return askUnit(turn, problem);
  const choices =
    content.stage === 'confirm'
      ? [turn.choice(TICKET_WORDS.yes, 'yes'), turn.choice(TICKET_WORDS.no, 'no')]
      : [turn.choice(TICKET_WORDS.anyway, 'yes'), turn.choice(TICKET_WORDS.drop, 'no')];
  const question =
    content.stage === 'confirm'
      ? sayConfirmRaising(content.text)
      : sayAnsweredMeanwhile(
          { name: content.by, at: content.at, zone: turn.desk.zone, last: content.last },
          content.text,
        );
  turn.say({ text: join([problem, question], '\n\n'), choices: choices.map((one) => [one]), answer: 'pick' });
}

/** A new one, with the words where they were typed. `isSpoken`: they were said without the command, and perhaps not meant so. */
export function beginTicket(turn: Turn, typed: string, isSpoken: boolean): void {
  if (typed.trim() === '') return ask(turn, { stage: 'text' });
  const units = unitsOf(turn);
  if (units.length > 1) return ask(turn, { stage: 'unit', text: typed });
  const unit = units.at(0) ?? null;
  if (isSpoken) return ask(turn, { stage: 'confirm', text: typed, unit });
  send(turn, typed, unit, null);
}

/** A question that nothing answers: kept for a day, to be passed on by one press; nothing where something else is kept. */
export function keepQuestion(turn: Turn, text: string): { label: string; value: string }[] {
  const [unit = null, another] = unitsOf(turn);
  // A question that was kept before and not passed on gives way; a report never does.
  const held = turn.aside();
  if ((held !== null && held.kind !== ticketDialog.kind) || another !== undefined) return [];
  turn.keepAside({ kind: ticketDialog.kind, content: { stage: 'confirm', text, unit } satisfies Content });
  return [{ label: TICKET_WORDS.forward, value: '/huy laylai' }];
}

/** Out of a report that was handed in. */
export function raiseFromReport(turn: Turn, task: { id: number; unit: string }, words: string): void {
  send(turn, words, task.unit, task.id);
}

export function beginAnswer(turn: Turn, ticket: number, typed: string): void {
  const seen = turn.desk.store.tickets.lines(ticket).at(-1)?.id ?? 0;
  if (typed === '') return ask(turn, { stage: 'answer', id: ticket, seen });
  sendAnswer(turn, { id: ticket, seen: null }, typed);
}

export function beginAskingBack(turn: Turn, ticket: number, typed: string): void {
  if (typed === '') return ask(turn, { stage: 'more', id: ticket });
  sendMore(turn, ticket, typed);
}

export function beginReason(turn: Turn, ticket: number): void {
  ask(turn, { stage: 'reason', id: ticket });
}

/** Units the person holds a role in; none for the province's own people. */
function unitsOf({ memberships }: Turn): string[] {
  return [...new Set(memberships.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
}

function raise(turn: Turn, typed: string): void {
  if (typed.trim() === '') return ask(turn, { stage: 'text' });
  beginTicket(turn, typed, false);
}

function askUnit(turn: Turn, problem: RichText): void {
  turn.say({
    text: join([problem, TICKET_WORDS.askUnit], '\n\n'),
    choices: unitsOf(turn).map((unit) => [turn.choice(unitName(turn, unit), unit, { words: [unit] })]),
    answer: 'pick',
  });
}

function takeUnit(turn: Turn, content: At<'unit'>, reply: Reply): void {
  const unit = unitsOf(turn).find((one) => reply.picked && one === reply.text);
  if (unit === undefined) return ask(turn, content);
  send(turn, content.text, unit, null);
}

function takeConfirm(turn: Turn, content: At<'confirm'>, reply: Reply): void {
  const decision = decisionOf(reply);
  if (decision === null) return askYesOrNo(turn, content, reply);
  if (decision === 'yes') return send(turn, content.text, content.unit, null);
  turn.finish();
  turn.say(TICKET_WORDS.notSent);
}

function send(turn: Turn, words: string, unit: string | null, task: number | null): void {
  if (turn.person === null) return;
  const raised = raiseTicket(turn.desk, { person: turn.person, at: turn.now }, { text: words, unit, task });
  if (!raised.ok) return fail(turn, raised.problem, { stage: 'text' });
  turn.finish();
  const at = nextSendingMoment(turn.rules.policy, turn.rules.calendar, turn.now);
  turn.say(sayTicketRaised({ ...raised.value, arrivesAt: at === turn.now ? null : at, zone: turn.desk.zone }));
}

function sendMore(turn: Turn, ticket: number, words: string): void {
  if (turn.person === null) return;
  const asked = askBack(turn.desk, { person: turn.person, at: turn.now }, ticket, words);
  if (!asked.ok) return fail(turn, asked.problem, { stage: 'more', id: ticket });
  turn.finish();
  turn.say(sayAskedBack(ticket));
}

function sendAnswer(turn: Turn, content: { id: number; seen: number | null }, words: string): void {
  if (turn.person === null) return;
  const { store } = turn.desk;
  const order = { text: words, seen: content.seen };
  const sent = answerTicket(turn.desk, { person: turn.person, at: turn.now }, content.id, order);
  if (!sent.ok && sent.problem.problem === 'ticket-answered') {
    const lines = store.tickets.lines(content.id);
    const last = lines.findLast((line) => line.side === 'desk');
    const shown = { seen: lines.at(-1)?.id ?? 0, last: last?.text ?? '', by: sent.problem.by, at: sent.problem.at };
    return ask(turn, { stage: 'anyway', id: content.id, text: words, ...shown });
  }
  if (!sent.ok) return fail(turn, sent.problem, { stage: 'answer', id: content.id, seen: content.seen ?? 0 });
  turn.finish();
  turn.say(sayAnswerGone(content.id, store.people.find(sent.value.asker)?.name ?? ''));
}

function takeAnyway(turn: Turn, content: At<'anyway'>, reply: Reply): void {
  const decision = decisionOf(reply);
  if (decision === null) return askYesOrNo(turn, content, reply);
  if (decision === 'yes') return sendAnswer(turn, content, content.text);
  turn.finish();
  turn.say(TICKET_WORDS.notSent);
}

/** Closes it with what was said about it. */
export function close(turn: Turn, ticket: number, reason: string): void {
  if (turn.person === null) return;
  const closed = closeTicket(turn.desk, { person: turn.person, at: turn.now }, ticket, reason);
  if (!closed.ok) return fail(turn, closed.problem, { stage: 'reason', id: ticket });
  turn.finish();
  turn.say(sayClosedNow(ticket, closed.value.asker === turn.person));
}

/** What is only too long, or empty, is asked for again; anything else ends it. */
function fail(turn: Turn, problem: Problem, again: Content): void {
  const words = sayProblem(problem, turn.desk.zone);
  const isOfText = ['text-too-long', 'words-needed', 'reason-needed'].includes(problem.problem);
  if (isOfText) return ask(turn, again, words);
  turn.finish();
  turn.say(words);
}

/** Neither yes nor no. */
function askYesOrNo(turn: Turn, content: Content, { picked, text: typed }: Reply): void {
  const again = (problem: RichText): void => ask(turn, content, problem);
  if (picked) return again([]);
  unclear(turn, typed, sayYesOrNo(typed), again);
}
