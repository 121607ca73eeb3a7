import { viewTask } from '../actions/task-view.ts';
import { isAllowed, unitsAllowing } from '../domain/access.ts';
import { isQuestion } from '../language/question-form.ts';
import { sayContact } from '../wording/contact.ts';
import { sayGreeting } from '../wording/join.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayNotUnderstood, sayStillPuzzled } from '../wording/router.ts';
import { offerToSubmit } from '../wording/tasks.ts';
import { COMMANDS } from './commands/index.ts';
import { choicesToSend } from './dialogs/part.ts';
import { keepQuestion } from './dialogs/ticket.ts';
import { owedTasks } from './look-up.ts';
import type { Turn } from './turn.ts';

/** More than this many guesses help nobody. */
const MOST_OFFERED = 3;
const MOST_STILL = 4;
const REPORTS_OFFERED = 2;
const COMMON: readonly string[] = ['nhiemvu', 'lichsu', 'trogiup'];

/** Nobody is left alone with a bot that does not understand: the second time in a row it says whom to ask. */
export function sayPuzzled(turn: Turn, suggestions: readonly string[]): void {
  if (turn.person === null) return turn.say(sayGreeting(sayContact(turn.rules.document)));
  const times = turn.desk.store.dialogs.puzzle(turn.chat.id);
  const contact = contactOf(turn);
  // What was offered twice and not taken is not what was meant: the reports themselves, and what most people come for.
  const isStill = times > 2 && turn.memberships.some(({ unit }) => unit !== null);
  const forward = mayForward(turn) ? keepQuestion(turn, turn.text.trim()) : [];
  const own = isStill ? [...owedReports(turn), ...offersOf(turn, COMMON)] : offersOf(turn, suggestions);
  const offers = [...forward, ...choicesToSend(turn), ...own].slice(0, isStill ? MOST_STILL : MOST_OFFERED);
  if (isStill && forward.length === 0) return turn.say(sayStillPuzzled(times === 3 ? contact : [], offers));
  const isAsked = isAllowed(turn.memberships, 'watch-round') && isQuestion(turn.text);
  turn.say(sayNotUnderstood(offers, times === 2 ? contact : [], isAsked));
}

/** Whom to ask; nobody is sent to the office they are of themselves. */
function contactOf({ memberships, rules }: Turn): RichText {
  return isAllowed(memberships, 'watch-round') ? [] : sayContact(rules.document);
}

/** To be begun by one press. */
function owedReports(turn: Turn): { label: string; value: string }[] {
  const owed = owedTasks(turn, 'submit').slice(0, REPORTS_OFFERED);
  const views = owed.map((task) => viewTask(turn.desk, task));
  return offerToSubmit(...views).choices.flat();
}

function offersOf(turn: Turn, names: readonly string[]): { label: string; value: string }[] {
  return names.flatMap((name) => {
    const hidden = COMMANDS.find((one) => one.isHidden === true && one.name === name);
    const command = turn.usable.find((one) => one.name === name) ?? hidden;
    return command === undefined ? [] : [{ label: `/${name}: ${command.summary}`, value: `/${name}` }];
  });
}

const SHORTEST_QUESTION = 16;

/** A question that nothing here answers is for the coordinators, and offered to be passed on. */
function mayForward({ memberships, text }: Turn): boolean {
  const isOfUnit = unitsAllowing(memberships, 'submit').length > 0;
  return isOfUnit && !text.startsWith('/') && text.trim().length >= SHORTEST_QUESTION && isQuestion(text);
}
