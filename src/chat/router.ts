import { greetOnce } from '../actions/answer-stranger.ts';
import type { Desk } from '../actions/desk.ts';
import { noteConsentChanged } from '../actions/own-data.ts';
import type { Choice } from '../channels/channel.ts';
import { enqueueAnswer } from '../delivery/enqueue.ts';
import { parseCommand } from '../language/command-line.ts';
import { beginsWithThanks } from '../language/small-talk.ts';
import type { Chat } from '../store/chats.ts';
import type { Act, CommandAct } from '../understanding/meaning.ts';
import { isMeasured } from '../understanding/new-order.ts';
import { ordersIn } from '../understanding/spoken-order.ts';
import { decide, decideSeveral, understand } from '../understanding/understand.ts';
import { saySeveralFit } from '../wording/dialogs.ts';
import { sayFileFaults } from '../wording/files.ts';
import { OWN_DATA } from '../wording/own-data.ts';
import type { RichText } from '../wording/rich-text.ts';
import {
  sayApology,
  sayAsideWaits,
  sayChooseAgain,
  sayDropped,
  sayNeedsJoining,
  sayNoAnswerHere,
  sayNothingDone,
  sayNothingToSend,
  sayStaleChoice,
  sayStaleNumber,
  sayStillUnfinished,
} from '../wording/router.ts';
import type { Command } from './command.ts';
import { COMMANDS, commandNamed } from './commands/index.ts';
import { submitCommand } from './commands/submit.ts';
import { isForTemplate } from './commands/template.ts';
import type { OpenDialog } from './dialog.ts';
import { SUBMIT } from './dialogs/draft.ts';
import { openDialog, pushAside } from './dialogs/index.ts';
import { beginJoining } from './dialogs/join.ts';
import { reviewDialog } from './dialogs/review.ts';
import { tryTemplate } from './dialogs/template.ts';
import { answerGroup } from './group.ts';
import type { Update } from './intake.ts';
import { withLeftOver } from './left-over.ts';
import { askedByChoice, askedByText, isHushed } from './limits.ts';
import { isWord } from './loose-file.ts';
import { takeReceipt } from './lost-receipt.ts';
import { isOthers } from './not-theirs.ts';
import { offerAside } from './offer-aside.ts';
import { offerFile } from './offer-file.ts';
import { goOnAfter, goOnShortly, unclear } from './on-screen.ts';
import { askAgreedToWhat } from './open-requests.ts';
import { offerNextOrder, takeFirstOrder, tellPassedOver } from './orders-in-turn.ts';
import { takeOutOfTheBlue, takeStandInAnswer } from './out-of-the-blue.ts';
import { sayPuzzled } from './puzzled.ts';
import { noteRead } from './refuse.ts';
import { amendJustSent, takeCorrection } from './returned.ts';
import { takeSecondThought } from './second-thought.ts';
import { situationOf } from './situation.ts';
import { refuseTooLong } from './too-long.ts';
import type { Turn } from './turn.ts';
import { createTurn, readDialogAnswer } from './turn.ts';
import { takeUnsupported } from './unsupported.ts';
import { isForProvince, mayUse, usableCommands } from './usable-commands.ts';

/** Answers one update: a pressed choice, a command, the next step of a dialog, a pasted report, or words to be helped with. */
export function route(desk: Desk, update: Update): void {
  const { turn, answer } = createTurn({
    desk,
    update,
    usableBy: (memberships, isMember) => usableCommands(COMMANDS, memberships, isMember),
  });
  take(turn, update);
  offerNextOrder(turn);
  if (mayTellConsentChanged(turn)) turn.footer(OWN_DATA.changed);
  answer();
}

/** In private, and not in the middle of something: nothing waits for it. */
function mayTellConsentChanged(turn: Turn): boolean {
  const { person, chat, now } = turn;
  if (person === null || chat.kind !== 'private' || turn.unfinished() !== null) return false;
  return noteConsentChanged(turn.desk, { person, at: now });
}

function take(turn: Turn, update: Update): void {
  if (refuseTooLong(turn)) return;
  const { incoming } = update;
  if (turn.chat.kind === 'group') return isHushed(turn, 'other') ? undefined : answerGroup(turn);
  if (incoming.files.length > 0 && turn.person !== null && isHushed(turn, 'work')) return;
  if (update.fileFaults.length > 0) turn.say(sayFileFaults(update.fileFaults));
  const isAboutFile = incoming.text === '' || isForTemplate(turn);
  if (update.fileFaults.length > 0 && isAboutFile && turn.files.length === 0) return;
  if (incoming.files.length > 0 && turn.person === null)
    return isShutOut(turn) ? undefined : turn.say(sayNeedsJoining(turn.rules.document));
  if (incoming.unsupported) return isShutOut(turn) ? undefined : takeUnsupported(turn, incoming.unsupportedKind);
  if (incoming.picked) return takePicked(turn, incoming.text);
  if (turn.files.length > 0) return takeFiles(turn);
  takeText(turn, incoming.text);
}

/** One apology for a bug of ours: nothing is lost. */
export function apologise(desk: Desk, chat: Chat, now: number): void {
  enqueueAnswer(desk.store, chat, { text: sayApology() }, now);
}

function takePicked(turn: Turn, value: string): void {
  const answer = readDialogAnswer(value);
  if (answer === null) return takeText(turn, value);
  const open = openDialog(turn);
  if (isShutOut(turn)) return;
  const isStale = open === null || open.revision !== answer.revision;
  if (isHushed(turn, isStale ? 'other' : askedByChoice(answer))) return;
  if (isStale) return askAgain(turn, sayStaleChoice(open === null && reportsForAUnit(turn)));
  open.answer({ text: answer.answer, picked: true });
  offerAside(turn, open);
}

function takeFiles(turn: Turn): void {
  if (turn.person === null) return turn.say(sayNeedsJoining(turn.rules.document));
  const open = openDialog(turn);
  if (isForTemplate(turn)) return tryTemplate(turn, turn.files.find(isWord));
  if (open?.takesFiles === true) return open.answer({ text: turn.text.trim(), picked: false });
  if (!mayUse(submitCommand, turn.memberships, true)) return turn.say(offerFile(turn));
  // "/nop t11 hoi_nghi=1" under the file: the order is no part of the report.
  const { name, alias } = submitCommand;
  submitCommand.run(turn, parseCommand(turn.text, [name, alias])?.args ?? turn.text);
}

/** Decides what a text means, in one place, and does it. */
function takeText(turn: Turn, typed: string): void {
  const text = typed.trim();
  if (text === '') return takeUnsupported(turn);
  withLeftOver(turn, text, openDialog(turn), (open) => takeWords(turn, text, open));
}

function takeWords(turn: Turn, text: string, open: OpenDialog | null): void {
  // A receipt is no answer, but where words are to be passed on as they stand.
  if ((open === null || open.awaits !== 'value' || isMeasured(open.about)) && takeReceipt(turn, text))
    return goOnAfter(turn, open);
  if (open === null && takeSecondThought(turn)) return;
  const situation = situationOf(turn, COMMANDS, open);
  const several = decideSeveral(text, situation);
  if (several !== null) return answerSeveral(turn, several, text, open !== null);
  const { act, suggestions } = decide(text, situation);
  const isUnderstood = act.do !== 'suggest' && act.do !== 'unknown-command';
  const wasPuzzled = isUnderstood && turn.desk.store.dialogs.unpuzzle(turn.chat.id);
  if (!isJoining(act) && isShutOut(turn)) return;
  if (act.do === 'choose') return takePicked(turn, act.choice.value);
  if (act.do === 'nothing' && takeStandInAnswer(turn)) return;
  if (act.do === 'nothing' && askAgreedToWhat(turn, text)) return;
  if (act.do === 'nothing') return wasPuzzled && !beginsWithThanks(text) ? turn.say(sayNothingDone()) : undefined;
  const command = act.do === 'command' ? commandNamed(act.name) : null;
  if (isHushed(turn, askedByText(act, command, open !== null, text))) return;
  switch (act.do) {
    case 'ask-among':
      return turn.say({ text: saySeveralFit(text), choices: act.choices.map((choice) => [choice]), answer: 'pick' });
    case 'ask-again':
      return unclear(turn, text, sayChooseAgain(text, open?.kind === SUBMIT), (why) => askAgain(turn, why));
    case 'command':
      runCommand(turn, commandNamed(act.name), act.args, act.aside ?? null);
      return tellPassedOver(turn, act.name);
    case 'answer':
      open?.answer({ text, picked: false });
      if (open !== null) offerAside(turn, open);
      return tellPassedOver(turn, open?.about ?? null);
    case 'beside':
      return askAgain(turn, sayNoAnswerHere());
    case 'join':
      return beginJoining(turn, act.code);
    case 'report':
      return amendJustSent(turn, text) ? undefined : submitCommand.run(turn, text);
    case 'stale-number':
      return takeCorrection(turn) ? undefined : turn.say(sayStaleNumber(reportsForAUnit(turn)));
    case 'nothing-to-send':
      return turn.say(sayNothingToSend());
    case 'unknown-command':
    case 'suggest':
      if (act.do === 'suggest' && takeOutOfTheBlue(turn)) return void turn.desk.store.dialogs.unpuzzle(turn.chat.id);
      return sayPuzzled(turn, suggestions);
  }
}

/** Each question one after the other, as if it had been asked alone; what is in hand goes on after the last. */
function answerSeveral(turn: Turn, several: readonly CommandAct[], text: string, isInHand: boolean): void {
  turn.desk.store.dialogs.unpuzzle(turn.chat.id);
  const granted = several.filter((act) => !isHushed(turn, askedByText(act, commandNamed(act.name), isInHand, text)));
  for (const act of granted)
    runCommand(turn, commandNamed(act.name), act.args, isInHand ? '' : null, act === granted.at(-1));
}

/** Whether this is a stranger who has had today's answer. Asks for it, so it is called once a turn. */
function isShutOut(turn: Turn): boolean {
  const isStranger = turn.person === null && openDialog(turn) === null;
  return isStranger && !greetOnce(turn.desk, turn.chat, turn.now);
}

/** A code is always looked at. */
function isJoining(act: Act<Choice>): boolean {
  return act.do === 'join' || (act.do === 'command' && act.name === 'batdau' && act.args !== '');
}

/** `aside`: it is asked beside what is in hand, which goes on; `isLast`: nothing else is asked with it. */
function runCommand(turn: Turn, command: Command, args: string, aside: string | null, isLast = true): void {
  if (command.needs !== 'nothing' && turn.person === null) return turn.say(sayNeedsJoining(turn.rules.document));
  if (isOthers(turn, command)) return;
  const orders = ordersIn({ name: command.name, args });
  if (orders !== null) return beginOrders(turn, orders);
  if (isForProvince(command)) noteRead(turn, command.name);
  const before = openDialog(turn);
  const held = before?.isWorthKeeping === true && before.kind !== SUBMIT ? turn.unfinished() : null;
  if (aside !== null && before?.aside(aside) === true) return isLast ? before.goOn?.() : undefined;
  command.run(turn, args);
  const after = turn.unfinished();
  if (before === null || before.isQuiet || command.name === 'huy' || command.name === 'hoantac') return;
  const isInHand = after !== null && after.revision === before.revision;
  if (isInHand && !isLast) return;
  if (isInHand && aside !== null && before.goOn !== null) return before.goOn();
  if (isInHand && aside !== null && goOnShortly(turn, before)) return;
  if (isInHand) turn.footer(sayStillUnfinished(before.describe(), before.kind === SUBMIT));
  else if (after === null || after.kind !== before.kind || isBegunAnew(before, openDialog(turn), { command, args })) {
    if (held !== null) pushAside(turn, held);
    if (held !== null && after === null) return turn.say(sayAsideWaits(before.describe()));
    turn.footer(sayDropped(before.describe(), before.kind === SUBMIT ? 'report' : held === null ? 'none' : 'order'));
  }
}

/** Several orders in one message are carried out one after the other. */
function beginOrders(turn: Turn, orders: readonly string[]): void {
  const { act, suggestions } = understand(takeFirstOrder(turn, orders), situationOf(turn, COMMANDS, null));
  if (act.do !== 'command') return sayPuzzled(turn, suggestions);
  runCommand(turn, commandNamed(act.name), act.args, null);
  tellPassedOver(turn, act.name);
}

/** An order of the same kind in the place of the one that was not carried out. A report is gone on with, or says so itself; a list of reports is only looked at. */
function isBegunAnew(
  before: OpenDialog,
  after: OpenDialog | null,
  { command, args }: { command: Command; args: string },
): boolean {
  const isUndecided = before.kind !== SUBMIT && before.kind !== reviewDialog.kind;
  return isUndecided && args !== '' && [before.about, after?.about].includes(command.name);
}

const reportsForAUnit = ({ memberships }: Turn): boolean => memberships.some(({ unit }) => unit !== null);

function askAgain(turn: Turn, why: RichText): void {
  const open = openDialog(turn);
  if (open === null) turn.say(why);
  else open.repeat(why);
}
