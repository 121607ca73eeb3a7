import type { Desk } from '../actions/desk.ts';
import { looksLikeCode } from '../actions/secret-code.ts';
import type { Capabilities, Choice } from '../channels/channel.ts';
import { enqueueAnswer } from '../delivery/enqueue.ts';
import { parseOrdinal, readReply } from '../language/choice-word.ts';
import { parseCommand, suggestCommands } from '../language/command-line.ts';
import { fold } from '../language/fold.ts';
import { looksLikeReport } from '../language/report-template.ts';
import type { Chat } from '../store/chats.ts';
import type { ChoiceAnswer } from '../understanding/choice.ts';
import { readChoice } from '../understanding/choice.ts';
import { saySeveralFit } from '../wording/dialogs.ts';
import { sayFileFault, sayFilesOnly } from '../wording/files.ts';
import { sayGreeting } from '../wording/join.ts';
import { sayProblem } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import {
  sayApology,
  sayChooseAgain,
  sayDropped,
  sayNeedsJoining,
  sayNotUnderstood,
  sayStaleChoice,
  sayStaleNumber,
  sayStillUnfinished,
  sayUnsupported,
} from '../wording/router.ts';
import type { Command } from './command.ts';
import { fileCommand } from './commands/file.ts';
import { COMMANDS } from './commands/index.ts';
import { submitCommand } from './commands/submit.ts';
import { tasksCommand } from './commands/tasks.ts';
import type { OpenDialog } from './dialog.ts';
import { SUBMIT } from './dialogs/draft.ts';
import { openDialog } from './dialogs/index.ts';
import { beginJoining } from './dialogs/join.ts';
import { answerGroup } from './group.ts';
import type { Update } from './intake.ts';
import { today } from './look-up.ts';
import { refuseTooLong } from './too-long.ts';
import type { Turn } from './turn.ts';
import { createTurn, readDialogAnswer } from './turn.ts';
import { mayUse, usableCommands } from './usable-commands.ts';

/** Commands that are also how sentences begin ("Tôi muốn hỏi…"): with more words behind them they need their slash. */
const EVERYDAY_WORDS: readonly string[] = ['toi', 'moi', 'me', 'nhac', 'bang', 'huy', 'start'];

const NAMES = COMMANDS.flatMap((command) => [command.name, command.alias]);

/** Answers one update: a pressed choice, a command, the next step of a dialog, a pasted report, or words to be helped with. */
export function route(desk: Desk, update: Update): void {
  const { turn, answer } = createTurn({
    desk,
    update,
    usableBy: (memberships, isMember) => usableCommands(COMMANDS, memberships, isMember),
  });
  take(turn, update);
  answer();
}

function take(turn: Turn, update: Update): void {
  if (refuseTooLong(turn)) return;
  for (const fault of update.fileFaults) turn.say(sayFileFault(fault));
  const { incoming } = update;
  if (update.fileFaults.length > 0 && incoming.text === '' && turn.files.length === 0) return;
  if (turn.chat.kind === 'group') return answerGroup(turn);
  if (incoming.files.length > 0 && turn.person === null) return turn.say(sayNeedsJoining());
  if (incoming.unsupported) return takeUnsupported(turn);
  if (incoming.picked) return takePicked(turn, incoming.text);
  if (turn.files.length > 0) return takeFiles(turn);
  takeText(turn, incoming.text);
}

/** One apology for a bug of ours; nothing the person gave before is lost. */
export function apologise(desk: Desk, chat: Chat, now: number): void {
  enqueueAnswer(desk.store, chat, { text: sayApology() }, now);
}

function takePicked(turn: Turn, value: string): void {
  const answer = readDialogAnswer(value);
  if (answer === null) return takeText(turn, value);
  const open = openDialog(turn);
  if (open === null || open.revision !== answer.revision)
    return askAgain(turn, sayStaleChoice(open === null && reportsForAUnit(turn)));
  open.answer({ text: answer.answer, picked: true });
}

/** Something the bot cannot read: perhaps a file the app would not pass on, so the way to hand one in is shown. */
function takeUnsupported(turn: Turn): void {
  const filesIn = filesInto(turn);
  turn.say(sayUnsupported(filesIn));
  if (filesIn !== 'all' && mayUse(fileCommand, turn.memberships, turn.person !== null)) fileCommand.run(turn, '');
}

function filesInto(turn: Turn): Capabilities['filesIn'] {
  const bot = turn.desk.bots.find((one) => one.channel === turn.chat.channel && one.bot === turn.chat.bot);
  return bot?.capabilities.filesIn ?? 'none';
}

function takeFiles(turn: Turn): void {
  if (turn.person === null) return turn.say(sayNeedsJoining());
  const open = openDialog(turn);
  if (open?.kind === SUBMIT) return open.answer({ text: turn.text.trim(), picked: false });
  if (!mayUse(submitCommand, turn.memberships, true)) return turn.say(sayFilesOnly());
  submitCommand.run(turn, turn.text);
}

function takeText(turn: Turn, typed: string): void {
  const text = typed.trim();
  if (text === '') return turn.say(sayUnsupported(filesInto(turn)));
  const open = openDialog(turn);
  const slashed = text.startsWith('/');
  const chosen = slashed ? null : answerToShown(turn, text, open);
  if (chosen?.is === 'choice') return takePicked(turn, chosen.choice.value);
  if (chosen?.is === 'several' && open?.awaits === 'choice') return askAmong(turn, text, chosen.choices);
  if (parseOrdinal(text) !== null && open !== null && open.awaits !== 'value') return askAgain(turn, sayChooseAgain());
  const command = commandIn(turn, text);
  if (command !== null && (slashed || open === null)) return runCommand(turn, command.command, command.args);
  if (slashed) return unknownCommand(turn, text);
  if (open !== null) return continueDialog(turn, open, text, command);
  if (turn.person === null) return takeStranger(turn, text);
  takeFreeText(turn, text);
}

function continueDialog(
  turn: Turn,
  open: OpenDialog,
  text: string,
  command: { command: Command; args: string } | null,
): void {
  if (readReply(text) === 'cancel') return runCommand(turn, commandNamed('huy'), '');
  // "nhiem vu" in the middle of a report is a question, not a value: a bare command name is never a useful answer.
  const isBare = command !== null && command.args === '' && command.command.name !== 'huy';
  if (isBare && (fold(text).length > 3 || command.command === submitCommand)) {
    return runCommand(turn, command.command, '');
  }
  open.answer({ text, picked: false });
}

function takeStranger(turn: Turn, text: string): void {
  // People paste the bare code they were given.
  if (/^[a-hjkmnp-z2-9]{10}$/iu.test(text.replace(/[\s-]/gu, '')) && looksLikeCode(text))
    return beginJoining(turn, text);
  turn.say(sayGreeting());
}

function takeFreeText(turn: Turn, text: string): void {
  if (parseOrdinal(text) !== null) return turn.say(sayStaleNumber(reportsForAUnit(turn)));
  const maySubmit = mayUse(submitCommand, turn.memberships, true);
  const isReport = readReply(text) === 'nothing' || turn.rules.forms.some((form) => looksLikeReport(form, text));
  if (maySubmit && isReport) return submitCommand.run(turn, text);
  turn.say(sayNotUnderstood(likeliest(turn, text)));
}

function runCommand(turn: Turn, command: Command, args: string): void {
  if (command.needs !== 'nothing' && turn.person === null) return turn.say(sayNeedsJoining());
  if (!mayUse(command, turn.memberships, turn.person !== null))
    return turn.say(sayProblem({ problem: 'not-allowed' }, turn.desk.zone));
  const before = openDialog(turn);
  command.run(turn, args);
  const after = turn.unfinished();
  if (before === null || command.name === 'huy') return;
  if (after !== null && after.revision === before.revision)
    turn.footer(sayStillUnfinished(before.describe(), before.kind === SUBMIT));
  else if (after !== null && after.kind !== before.kind)
    turn.footer(sayDropped(before.describe(), before.kind === SUBMIT));
}

function unknownCommand(turn: Turn, text: string): void {
  if (turn.person === null) return turn.say(sayGreeting());
  turn.say(sayNotUnderstood(likeliest(turn, text)));
}

/** The commands that come nearest to what was typed, among those the person may use. */
function likeliest(turn: Turn, text: string): { label: string; value: string }[] {
  const isIdle = (name: string): boolean => name === tasksCommand.name && !reportsForAUnit(turn);
  const names = turn.usable.map((command) => command.name).filter((name) => !isIdle(name));
  return suggestCommands(text, names, 3).flatMap((name) => {
    const command = turn.usable.find((one) => one.name === name);
    return command === undefined ? [] : [{ label: `/${name}: ${command.summary}`, value: `/${name}` }];
  });
}

const reportsForAUnit = ({ memberships }: Turn): boolean => memberships.some(({ unit }) => unit !== null);

function askAgain(turn: Turn, why: RichText): void {
  const open = openDialog(turn);
  if (open === null) turn.say(why);
  else open.repeat(why);
}

/** Several of the choices fit: only these are offered, and each answers what all of them ask. */
function askAmong(turn: Turn, text: string, choices: readonly Choice[]): void {
  turn.say({ text: saySeveralFit(text), choices: choices.map((choice) => [choice]), answer: 'pick' });
}

/** What was typed under the choices this chat has on its screen; null where it has none. */
function answerToShown(turn: Turn, text: string, open: OpenDialog | null): ChoiceAnswer<Choice> | null {
  const { choices: shown, choicesAt: seenFrom } = turn.chat;
  if (shown === null) return null;
  const { obligations, former } = turn.rules;
  // A number typed before these choices were there, or while others were on their way: nobody knows what was meant.
  const isSettled = (seenFrom === null || seenFrom <= turn.now) && !turn.desk.store.outbox.isSendingIn(turn.chat.id);
  return readChoice(text, (JSON.parse(shown) as Choice[][]).flat(), {
    today: today(turn),
    numbersShown: isSettled && !hasButtons(turn),
    partsFrom: open === null || open.awaits === 'value' ? null : open.awaits === 'choice' ? 1 : 2,
    reports: [...obligations, ...former.obligations],
  });
}

/** Where choices are buttons nobody sees numbers: "2" is a value there, or asked about. */
function hasButtons(turn: Turn): boolean {
  const bot = turn.desk.bots.find((one) => one.channel === turn.chat.channel && one.bot === turn.chat.bot);
  return bot?.capabilities.buttons === true;
}

function commandIn(turn: Turn, text: string): { command: Command; args: string } | null {
  const parsed = parseCommand(text, NAMES);
  if (parsed === null) return null;
  const command = commandNamed(parsed.name);
  const isEveryday = !parsed.exact && EVERYDAY_WORDS.includes(parsed.name);
  return isEveryday && command.isMeant?.(turn, parsed.args) !== true ? null : { command, args: parsed.args };
}

function commandNamed(name: string): Command {
  const found = COMMANDS.find((command) => command.name === name || command.alias === name);
  if (found === undefined) throw new Error(`command ${name} is not in the list`);
  return found;
}
