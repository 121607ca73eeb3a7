import { unitsAllowing } from '../domain/access.ts';
import { isQuestion } from '../language/question-form.ts';
import { readStandInAnswer } from '../language/stand-in-word.ts';
import { readsFigures } from '../understanding/named-in.ts';
import { sayNotTheirReport } from '../wording/stand-in.ts';
import { addReason } from './commands/ask-extension.ts';
import { standInCommand } from './commands/stand-in.ts';
import { answerWaiting } from './dialogs/meeting-join.ts';
import { choicesToSend, takePart } from './dialogs/part.ts';
import { liaisonNames } from './look-up.ts';
import { takeAmendment, takeCorrection } from './returned.ts';
import type { Turn } from './turn.ts';
import { keepUnasked } from './unasked-figures.ts';

/** Takes what no command or dialog does, by what is known of the person: false where nothing is. */
export function takeOutOfTheBlue(turn: Turn): boolean {
  return (
    answerWaiting(turn) ||
    takeStandInAnswer(turn) ||
    takeCorrection(turn) ||
    takePart(turn) ||
    takeAmendment(turn) ||
    addReason(turn) ||
    tellWhoReports(turn)
  );
}

/** "Em đồng ý làm thay", of somebody who was asked to. */
export function takeStandInAnswer(turn: Turn): boolean {
  const { desk, person, text } = turn;
  const agrees = person === null ? null : readStandInAnswer(text);
  if (agrees === null) return false;
  const asked = desk.store.standIns.live().filter((one) => one.substitute === person && one.state === 'proposed');
  const [only, another] = asked;
  if (only === undefined || another !== undefined) return false;
  standInCommand.run(turn, `${agrees ? 'dongy' : 'khong'} ${only.id}`);
  return true;
}

/** Figures of somebody who reports for nobody and was handed nothing: who does, and how they get there. */
function tellWhoReports(turn: Turn): boolean {
  const { memberships, rules, text } = turn;
  const [unit] = unitsAllowing(memberships, 'view-tasks');
  if (unit === undefined || unitsAllowing(memberships, 'submit').length > 0) return false;
  if (choicesToSend(turn).length > 0) return false;
  if (isQuestion(text) || !readsFigures(text, { forms: rules.forms })) return false;
  const names = liaisonNames(turn, unit);
  if (!keepUnasked(turn, unit, names)) turn.say(sayNotTheirReport(names));
  return true;
}
