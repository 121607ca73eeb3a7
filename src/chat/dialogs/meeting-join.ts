import { z } from 'zod';
import { roomierBotLink } from '../../actions/bots.ts';
import { chooseUnit, enterMeeting, type meetingOf } from '../../actions/meeting.ts';
import { cleanName } from '../../domain/clean-name.ts';
import type { Unit } from '../../domain/unit.ts';
import { searchUnits } from '../../understanding/find-unit.ts';
import { JOIN_WORDS, sayYesOrNo } from '../../wording/dialogs.ts';
import { sayBotFull, sayDeclined } from '../../wording/join.ts';
import {
  MEETING_WORDS,
  sayAskOwnUnit,
  sayInAlready,
  sayMeetingConsent,
  sayNoOwnUnit,
  sayWaiting,
  sayWhichOwnUnit,
} from '../../wording/meeting.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Dialog, Reply } from '../dialog.ts';
import { unitName, unitsToday } from '../look-up.ts';
import { unclear } from '../on-screen.ts';
import type { Turn } from '../turn.ts';
import { decisionOf } from './confirm.ts';

const schema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('consent'), meeting: z.number(), code: z.string() }),
  z.object({ stage: z.literal('unit'), meeting: z.number() }),
]);
type Content = z.infer<typeof schema>;

/** Coming in by a meeting's code: agree, say one's unit by its name, wait. */
export const meetingJoinDialog: Dialog<Content> = {
  kind: 'meeting-join',
  schema,
  answer(turn, content, reply) {
    if (content.stage === 'consent') return takeConsent(turn, content, reply);
    takeUnit(turn, content.meeting, reply);
  },
  repeat: ask,
  awaits: ({ stage }) => (stage === 'consent' ? 'choice' : 'value'),
  describe: () => MEETING_WORDS.whatJoining,
};

/** Somebody used a meeting's code, perhaps again: they go on where they are. */
export function beginMeetingJoin(turn: Turn, meeting: NonNullable<ReturnType<typeof meetingOf>>, code: string): void {
  if (turn.person === null) return ask(turn, { stage: 'consent', meeting: meeting.id, code: meeting.code ?? code });
  const guest = enterMeeting(turn.desk, turn.chat, meeting.id, shownName(turn), turn.now);
  if (guest.confirmedAt !== null && guest.unit !== null) return turn.say(sayInAlready(unitName(turn, guest.unit)));
  ask(turn, { stage: 'unit', meeting: meeting.id });
}

/** Goes on with choosing for whoever waits to be confirmed; false when this person does not. */
export function chooseAgain(turn: Turn): boolean {
  const guest = turn.person === null ? null : turn.desk.store.meetings.waitingFor(turn.person);
  if (guest === null) return false;
  ask(turn, { stage: 'unit', meeting: guest.meeting });
  return true;
}

/** Whoever waits and types another unit's name means that one; anything else is told that they wait. False for everybody else. */
export function answerWaiting(turn: Turn): boolean {
  const guest =
    turn.person === null || turn.memberships.length > 0 ? null : turn.desk.store.meetings.waitingFor(turn.person);
  if (guest === null) return false;
  const { found } = searchUnits(turn.text, unitsToday(turn));
  if (found.length > 0) takeUnit(turn, guest.meeting, { text: turn.text, picked: false });
  else if (guest.unit === null) ask(turn, { stage: 'unit', meeting: guest.meeting });
  else turn.say(sayWaiting(guest.name, unitName(turn, guest.unit)));
  return true;
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  turn.keep(meetingJoinDialog.kind, content);
  if (content.stage === 'consent') {
    const text = sayMeetingConsent(shownName(turn), turn.rules.document);
    const choices = [[turn.choice(MEETING_WORDS.yes, 'yes'), turn.choice(MEETING_WORDS.no, 'no')]];
    return turn.say({ text: join([problem, text], '\n\n'), choices, answer: 'pick' });
  }
  if (problem.length > 0) return turn.say(problem);
  const unit = turn.desk.store.meetings.findGuest(content.meeting, turn.person ?? 0)?.unit ?? null;
  turn.say(sayAskOwnUnit(unit === null ? null : unitName(turn, unit)));
}

function takeConsent(turn: Turn, content: Extract<Content, { stage: 'consent' }>, reply: Reply): void {
  const decision = decisionOf(reply);
  if (decision === null) return askYesOrNo(turn, content, reply);
  turn.finish();
  if (decision === 'no') return turn.say(sayDeclined());
  // A whole room reads the question at the same time: the bot may have filled up since it was asked.
  const roomier = roomierBotLink(turn.desk, turn.chat, content.code);
  if (roomier !== null) return turn.say(sayBotFull(roomier.name, content.code));
  const { store } = turn.desk;
  const isOver = store.meetings.findByCode(content.code, turn.now) === null;
  if (isOver) return turn.say(sayProblem({ problem: 'code-expired' }, turn.desk.zone));
  enterMeeting(turn.desk, turn.chat, content.meeting, shownName(turn), turn.now);
  ask(turn, { stage: 'unit', meeting: content.meeting });
}

const CHOICES = 8;

function takeUnit(turn: Turn, meeting: number, reply: Reply): void {
  const owing = unitsToday(turn).filter((unit) => !unit.compiles);
  const picked = reply.picked ? owing.filter((unit) => unit.code === reply.text) : null;
  const { found, near } = picked === null ? searchUnits(reply.text, owing) : { found: picked, near: false };
  const [only] = found;
  if (only === undefined) return ask(turn, { stage: 'unit', meeting }, sayNoOwnUnit(reply.text));
  if (found.length > 1 || near) return askAmong(turn, { meeting, typed: reply.text, found, near });
  take(turn, meeting, only);
}

function askAmong(turn: Turn, asked: { meeting: number; typed: string; found: readonly Unit[]; near: boolean }): void {
  const { meeting, typed, found, near } = asked;
  turn.keep(meetingJoinDialog.kind, { stage: 'unit', meeting });
  turn.say({
    text: sayWhichOwnUnit(typed, found.length, Math.max(0, found.length - CHOICES), near),
    choices: found.slice(0, CHOICES).map((unit) => [turn.choice(unit.shortName, unit.code)]),
    answer: 'pick',
  });
}

function take(turn: Turn, meeting: number, unit: Unit): void {
  const { person } = turn;
  if (person === null) return turn.finish();
  const holds = turn.memberships.some((one) => one.unit === unit.code && one.role === 'liaison');
  turn.finish();
  if (holds) return turn.say(sayInAlready(unit.name));
  const chosen = chooseUnit(turn.desk, { person, at: turn.now }, meeting, unit.code);
  if (!chosen.ok) return turn.say(sayProblem(chosen.problem, turn.desk.zone));
  const name = turn.desk.store.people.find(person)?.name ?? '';
  turn.say({
    text: sayWaiting(name, unit.name),
    choices: [[{ label: MEETING_WORDS.again, value: '/batdau' }]],
    answer: 'pick',
  });
}

function shownName(turn: Turn): string {
  return cleanName(turn.senderName) ?? JOIN_WORDS.nameless;
}

/** Neither yes nor no. */
function askYesOrNo(turn: Turn, content: Extract<Content, { stage: 'consent' }>, { picked, text: typed }: Reply): void {
  const again = (problem: RichText): void => ask(turn, content, problem);
  if (picked) return again([]);
  unclear(turn, typed, sayYesOrNo(typed), again);
}
