import { readStandInAnswer } from '../language/stand-in-word.ts';
import { addReason } from './commands/ask-extension.ts';
import { callOffStandIn, standInCommand } from './commands/stand-in.ts';
import { answerWaiting } from './dialogs/meeting-join.ts';
import { takePart } from './dialogs/part.ts';
import { tellWhoReports } from './not-theirs.ts';
import { takeAmendment, takeCorrection } from './returned.ts';
import type { Turn } from './turn.ts';

/** Takes what no command or dialog does, by what is known of the person: false where nothing is. */
export function takeOutOfTheBlue(turn: Turn): boolean {
  return (
    answerWaiting(turn) ||
    takeStandInAnswer(turn) ||
    callOffStandIn(turn) ||
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
