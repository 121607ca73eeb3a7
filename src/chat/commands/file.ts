import { viewTask } from '../../actions/task-view.ts';
import { offerUpload } from '../../actions/upload-link.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayWhichTask } from '../../wording/submit-dialog.ts';
import { sayFileHere, sayNoUpload, sayUploadOffer, WHICH_FILE_TASK } from '../../wording/upload.ts';
import type { Command } from '../command.ts';
import type { Draft } from '../dialogs/draft.ts';
import { draftInHand } from '../dialogs/keep-draft.ts';
import type { Turn } from '../turn.ts';
import { whichTasks } from '../which.ts';

export const fileCommand: Command = {
  name: 'tep',
  alias: 'file',
  ...COMMAND_WORDS.tep,
  ...HEARD.tep,
  needs: 'submit',
  run(turn, args) {
    const { desk } = turn;
    const which = args.trim() === '' ? null : whichTasks(turn, args, { forFile: true });
    if (which !== null && 'problem' in which && which.problem.problem === 'not-your-unit')
      return turn.say(sayProblem(which.problem, desk.zone));
    const bot = desk.bots.find((one) => one.channel === turn.chat.channel && one.bot === turn.chat.bot);
    if (bot?.capabilities.filesIn === 'all') return turn.say(sayFileHere());
    if (desk.publicUrl === null) return turn.say(sayNoUpload(otherApp(turn)));
    const inHand = args.trim() === '' ? taskOf(draftInHand(turn)) : null;
    if (inHand !== null) return offer(turn, inHand);
    const meant = which ?? whichTasks(turn, args, { forFile: true });
    if ('problem' in meant) return turn.say(sayProblem(meant.problem, desk.zone));
    const [first, ...more] = meant.found;
    if (more.length === 0) return offer(turn, first.id);
    turn.say(
      sayWhichTask(
        WHICH_FILE_TASK,
        'tep',
        meant.found.map((task) => viewTask(desk, task)),
      ),
    );
  },
};

function taskOf(draft: Draft | null): number | null {
  return draft === null || draft.stage === 'task' ? null : draft.task;
}

function offer(turn: Turn, id: number): void {
  const { desk, person } = turn;
  const task = desk.store.tasks.find(id);
  if (task === null || person === null) return;
  const made = offerUpload(desk, { chat: turn.chat.id, person, task: id }, turn.now);
  if (made !== null) turn.say(sayUploadOffer(made, viewTask(desk, task), desk.zone));
}

/** An app through which files can be sent, where there is a bot on one. */
function otherApp({ desk }: Turn): string | null {
  const other = desk.bots.find((one) => one.channel !== 'web' && one.capabilities.filesIn === 'all');
  return other === undefined ? null : desk.titleOf(other.channel);
}
