import { isAllowed, unitsAllowing } from '../domain/access.ts';
import { clausesWithFigures } from '../language/change/after-sending.ts';
import { isQuestion } from '../language/question-form.ts';
import { readsFigures } from '../understanding/named-in.ts';
import { sayContact } from '../wording/contact.ts';
import { sayAskForPart, sayChangedByLiaison, sayNotTheirReport } from '../wording/stand-in.ts';
import type { Command } from './command.ts';
import { choicesToSend, takePart } from './dialogs/part.ts';
import { liaisonNames } from './look-up.ts';
import { sayPuzzled } from './puzzled.ts';
import { noteRefused, refuse } from './refuse.ts';
import { answerReport } from './side-answer.ts';
import type { Turn } from './turn.ts';
import { keepUnasked } from './unasked-figures.ts';
import { mayUse } from './usable-commands.ts';
import { readNamed } from './which.ts';

/** What the desk does in the place of a command of units: calls told, words passed on, figures asked for. */
const NEAREST: Readonly<Record<string, readonly string[]>> = { hen: ['goi'] };
const NOTICE: readonly string[] = ['thongbao'];
const FIGURES: readonly string[] = ['tonghop', 'lichsu'];
const OF_PEOPLE: readonly string[] = ['bangiao', 'thaythe', 'moi'];

/** Whether the command is not this person's: then it was said, with the way on where there is one. */
export function isOthers(turn: Turn, command: Command): boolean {
  if (mayUse(command, turn.memberships, turn.person !== null)) return false;
  if (sayWhoseItIs(turn, command)) return true;
  // Words of the desk that sound like a command of units were read wrongly: nothing was asked that the desk may not do.
  if (isAllowed(turn.memberships, 'watch-round') && !turn.text.startsWith('/') && !turn.isPress)
    sayPuzzled(turn, NEAREST[command.name] ?? (turn.text.includes(':') ? NOTICE : FIGURES));
  else refuse(turn, { problem: 'not-allowed' }, command.name);
  return true;
}

/** The unit of somebody who sees its reports and hands in none; null where they are of none, or report themselves. */
function unitOfOthers({ memberships }: Turn): string | null {
  if (unitsAllowing(memberships, 'submit').length > 0) return null;
  return unitsAllowing(memberships, 'view-tasks').at(0) ?? null;
}

/** Figures of somebody who reports for nobody and was handed nothing: kept for who does, or who that is and how they get there. */
export function tellWhoReports(turn: Turn): boolean {
  const unit = unitOfOthers(turn);
  if (unit === null || choicesToSend(turn).length > 0) return false;
  if (isQuestion(turn.text) || !readsFigures(turn.text, turn.rules)) return false;
  const names = liaisonNames(turn, unit);
  if (!keepUnasked(turn, unit, names)) turn.say(sayNotTheirReport(names));
  return true;
}

/**
 * Somebody of a unit speaks of what its liaison does: figures are the part they were handed, or nobody's yet; of a report is said how it stands and who
 * hands it in. False where a command was typed by its name, or nothing of their unit is meant.
 */
function sayWhoseItIs(turn: Turn, { name, needs }: Command): boolean {
  const { rules, text } = turn;
  const unit = unitOfOthers(turn);
  const isOfLiaison = needs === 'submit' || needs === 'invite-staff';
  if (unit === null || !isOfLiaison || text.startsWith('/') || turn.isPress) return false;
  noteRefused(turn, name);
  const names = liaisonNames(turn, unit);
  if (readsFigures(text, rules) || readsFigures(clausesWithFigures(text), rules)) {
    if (!takePart(turn) && !keepUnasked(turn, unit, names)) turn.say(sayNotTheirReport(names));
    return true;
  }
  if (OF_PEOPLE.includes(name)) {
    turn.say(sayChangedByLiaison(names, sayContact(rules.document)));
    return true;
  }
  const { period } = readNamed(turn, text);
  const [next] = turn.desk.store.tasks.outstandingOf(unit).toSorted((a, b) => a.cutOffAt - b.cutOffAt);
  const meant = period ?? next?.period ?? null;
  if (meant !== null) answerReport(turn, meant);
  turn.say(sayAskForPart(names));
  return true;
}
