import type { Desk } from '../actions/desk.ts';
import { looksLikeCode } from '../actions/secret-code.ts';
import type { Capabilities, Choice } from '../channels/channel.ts';
import { enqueueAnswer } from '../delivery/enqueue.ts';
import { parseOrdinal, readReply } from '../language/choice-word.ts';
import { parseCommand, suggestCommands } from '../language/command-line.ts';
import { fold } from '../language/fold.ts';
import { looksLikeReport } from '../language/report-template.ts';
import type { Chat } from '../store/chats.ts';
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
import { SUBMIT } from './dialogs/draft.ts';
import { dialogOf } from './dialogs/index.ts';
import { beginJoining } from './dialogs/join.ts';
import { answerGroup } from './group.ts';
import type { Update } from './intake.ts';
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
  for (const fault of update.fileFaults) turn.say(sayFileFault(fault));
  const { incoming } = update;
  if (update.fileFaults.length > 0 && incoming.text === '' && turn.files.length === 0) return;
  if (refuseTooLong(turn)) return;
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
  const unfinished = turn.unfinished();
  if (unfinished === null || unfinished.revision !== answer.revision)
    return askAgain(turn, sayStaleChoice(unfinished === null && reportsForAUnit(turn)));
  dialogOf(unfinished.kind)?.answer(turn, unfinished.content, { text: answer.answer, picked: true });
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
  const unfinished = turn.unfinished();
  if (unfinished?.kind === SUBMIT) {
    return dialogOf(SUBMIT)?.answer(turn, unfinished.content, { text: turn.text.trim(), picked: false });
  }
  if (!mayUse(submitCommand, turn.memberships, true)) return turn.say(sayFilesOnly());
  submitCommand.run(turn, turn.text);
}

function takeText(turn: Turn, typed: string): void {
  const text = typed.trim();
  if (text === '') return turn.say(sayUnsupported(filesInto(turn)));
  const chosen = chosenFromShown(turn, text);
  if (chosen !== null) return takePicked(turn, chosen.value);
  if (parseOrdinal(text) !== null && isAskedToChoose(turn)) return askAgain(turn, sayChooseAgain());
  const command = commandIn(turn, text);
  const unfinished = turn.unfinished();
  const slashed = text.startsWith('/');
  if (command !== null && (slashed || unfinished === null)) return runCommand(turn, command.command, command.args);
  if (slashed) return unknownCommand(turn, text);
  if (unfinished !== null) return continueDialog(turn, unfinished, text, command);
  if (turn.person === null) return takeStranger(turn, text);
  takeFreeText(turn, text);
}

function continueDialog(
  turn: Turn,
  unfinished: { kind: string; content: unknown },
  text: string,
  command: { command: Command; args: string } | null,
): void {
  if (readReply(text) === 'cancel') return runCommand(turn, commandNamed('huy'), '');
  // "nhiem vu" in the middle of a report is a question, not a value: a bare command name is never a useful answer.
  const isBare = command !== null && command.args === '' && command.command.name !== 'huy';
  if (isBare && (fold(text).length > 3 || command.command === submitCommand)) {
    return runCommand(turn, command.command, '');
  }
  dialogOf(unfinished.kind)?.answer(turn, unfinished.content, { text, picked: false });
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
  const before = turn.unfinished();
  command.run(turn, args);
  const after = turn.unfinished();
  if (before === null || command.name === 'huy') return;
  const what = dialogOf(before.kind)?.describe(turn, before.content) ?? '';
  if (after !== null && after.revision === before.revision)
    turn.footer(sayStillUnfinished(what, before.kind === SUBMIT));
  else if (after !== null && after.kind !== before.kind) turn.footer(sayDropped(what));
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
  const unfinished = turn.unfinished();
  turn.say(why);
  if (unfinished !== null) dialogOf(unfinished.kind)?.repeat(turn, unfinished.content);
}

/** What "2", "hai" or the words of a choice mean: the choices this chat has on its screen. */
function chosenFromShown(turn: Turn, text: string): Choice | null {
  const { choices: shown, choicesAt: seenFrom } = turn.chat;
  if (shown === null) return null;
  const choices = (JSON.parse(shown) as Choice[][]).flat();
  const words = fold(text);
  // People copy the whole line: "2. Không phát sinh".
  const byWords = choices.find((choice, at) =>
    [fold(choice.label), `${at + 1}. ${fold(choice.label)}`].includes(words),
  );
  if (byWords !== undefined) return byWords;
  // A number typed before these choices were there, or while others were on their way: nobody knows what was meant.
  if ((seenFrom !== null && seenFrom > turn.now) || turn.desk.store.outbox.isSendingIn(turn.chat.id)) return null;
  const number = parseOrdinal(text);
  const byNumber = number === null ? undefined : choices[number - 1];
  if (byNumber === undefined || (isAnswering(turn) && readDialogAnswer(byNumber.value) === null)) return null;
  return byNumber;
}

/** In the middle of something that waits for one of its choices: a number that is none of them is asked about again. */
function isAskedToChoose(turn: Turn): boolean {
  const unfinished = turn.unfinished();
  return unfinished !== null && dialogOf(unfinished.kind)?.takesNumbers(unfinished.content) === false;
}

/** Where choices are buttons nobody sees numbers: "2" in the middle of a report is a value, whatever reminder came since. */
function isAnswering(turn: Turn): boolean {
  const bot = turn.desk.bots.find((one) => one.channel === turn.chat.channel && one.bot === turn.chat.bot);
  return bot?.capabilities.buttons === true && turn.unfinished() !== null;
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
