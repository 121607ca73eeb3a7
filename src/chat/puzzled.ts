import { unitsAllowing } from '../domain/access.ts';
import { asksSomething } from '../understanding/asked.ts';
import { sayContact } from '../wording/contact.ts';
import { sayGreeting } from '../wording/join.ts';
import { sayNotUnderstood, sayStillPuzzled } from '../wording/router.ts';
import { COMMANDS } from './commands/index.ts';
import { choicesToSend } from './dialogs/part.ts';
import { keepQuestion } from './dialogs/ticket.ts';
import type { Turn } from './turn.ts';

/** More than this many guesses help nobody. */
const MOST_OFFERED = 3;

/** Nobody is left alone with a bot that does not understand: the second time in a row it says whom to ask. */
export function sayPuzzled(turn: Turn, suggestions: readonly string[]): void {
  if (turn.person === null) return turn.say(sayGreeting(sayContact(turn.rules.document)));
  const times = turn.desk.store.dialogs.puzzle(turn.chat.id);
  const contact = sayContact(turn.rules.document);
  if (times > 2 && !mayForward(turn) && turn.memberships.some(({ unit }) => unit !== null))
    return turn.say(sayStillPuzzled(contact));
  const isAgain = times > 1;
  const forward = mayForward(turn) ? keepQuestion(turn, turn.text.trim()) : [];
  const offers = [...forward, ...choicesToSend(turn), ...offersOf(turn, suggestions)].slice(0, MOST_OFFERED);
  turn.say(sayNotUnderstood(offers, isAgain ? contact : []));
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
  return isOfUnit && !text.startsWith('/') && text.trim().length >= SHORTEST_QUESTION && asksSomething(text);
}
