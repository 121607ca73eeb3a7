import type { Command } from '../command.ts';
import { aboutOrderCommand } from './about-order.ts';
import { acknowledgeCommand } from './acknowledge.ts';
import { announceCommand } from './announce.ts';
import { askCommand } from './ask.ts';
import { askExtensionCommand } from './ask-extension.ts';
import { assignCommand } from './assign.ts';
import { boardCommand } from './board.ts';
import { botsCommand } from './bots.ts';
import { callsCommand } from './calls.ts';
import { cancelCommand } from './cancel.ts';
import { exportCommand } from './export.ts';
import { extendCommand } from './extend.ts';
import { fileCommand } from './file.ts';
import { filedCommand } from './filed.ts';
import { formCommand } from './form.ts';
import { handOverCommand } from './hand-over.ts';
import { helpCommand } from './help.ts';
import { historyCommand } from './history.ts';
import { inviteCommand } from './invite.ts';
import { issueCommand } from './issue.ts';
import { materialsCommand } from './materials.ts';
import { meCommand } from './me.ts';
import { meetCommand } from './meet.ts';
import { meetingCommand } from './meeting.ts';
import { nudgeCommand } from './nudge.ts';
import { partCommand } from './part.ts';
import { promiseCommand } from './promise.ts';
import { receivedCommand } from './received.ts';
import { remarkCommand } from './remark.ts';
import { remindCommand } from './remind.ts';
import { requestCommand } from './request.ts';
import { restoredCommand } from './restored.ts';
import { reviewCommand } from './review.ts';
import { sentFiguresCommand } from './sent-figures.ts';
import { standInCommand } from './stand-in.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { submitCommand } from './submit.ts';
import { submitForCommand } from './submit-for.ts';
import { tasksCommand } from './tasks.ts';
import { templateCommand } from './template.ts';
import { timetableCommand } from './timetable.ts';
import { undoCommand } from './undo.ts';
import { unitsCommand } from './units.ts';
import { waiveCommand } from './waive.ts';
import { whyCommand } from './why.ts';
import { wrongPersonCommand } from './wrong-person.ts';

/** Everything people can type, in the order help and menus show it. */
export const COMMANDS: readonly Command[] = [
  startCommand,
  tasksCommand,
  submitCommand,
  formCommand,
  fileCommand,
  promiseCommand,
  remindCommand,
  assignCommand,
  partCommand,
  historyCommand,
  receivedCommand,
  filedCommand,
  askExtensionCommand,
  timetableCommand,
  whyCommand,
  issueCommand,
  materialsCommand,
  statusCommand,
  boardCommand,
  nudgeCommand,
  reviewCommand,
  extendCommand,
  waiveCommand,
  submitForCommand,
  aboutOrderCommand,
  askCommand,
  remarkCommand,
  sentFiguresCommand,
  callsCommand,
  announceCommand,
  requestCommand,
  exportCommand,
  templateCommand,
  unitsCommand,
  botsCommand,
  inviteCommand,
  handOverCommand,
  standInCommand,
  meetingCommand,
  meCommand,
  helpCommand,
  cancelCommand,
  meetCommand,
  wrongPersonCommand,
  undoCommand,
  acknowledgeCommand,
  restoredCommand,
];

/** The command of that name, which has to be one. */
export function commandNamed(name: string): Command {
  const found = COMMANDS.find((command) => command.name === name || command.alias === name);
  if (found === undefined) throw new Error(`command ${name} is not in the list`);
  return found;
}
