import { lastToUndo, pressUndo, type Undoable, undoOfUnit } from '../../actions/press-undo.ts';
import { viewTask } from '../../actions/task-view.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { unitIn } from '../../understanding/name-unit.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayNothingToLeave } from '../../wording/router.ts';
import { sayUndoThat, sayUndoWhich } from '../../wording/undo.ts';
import type { Command } from '../command.ts';
import type { OpenDialog } from '../dialog.ts';
import { SUBMIT } from '../dialogs/draft.ts';
import { openDialog } from '../dialogs/index.ts';
import { unitsToday } from '../look-up.ts';
import type { Turn } from '../turn.ts';

/** "Làm tiếp" below the question what is to be undone. */
const GO_ON = 'lamtiep';

/**
 * Takes back what the person did last, or what its button names. Said in the middle of something it is a step back there, or is
 * asked about: what was done before is not undone unasked.
 */
export const undoCommand: Command = {
  name: 'hoantac',
  alias: 'undo',
  ...COMMAND_WORDS.hoantac,
  ...HEARD.hoantac,
  needs: 'member',
  isHidden: true,
  run(turn, args) {
    if (turn.person === null) return;
    const open = openDialog(turn);
    const said = args.trim();
    if (said === GO_ON) return open === null ? turn.say(sayNothingToLeave()) : open.repeat();
    if (said === '' && open !== null) return askWhich(turn, open);
    const act = { person: turn.person, at: turn.now };
    // "Hoàn tác bản giấy của Sở Tư pháp": not whatever was done last.
    const unit = said.startsWith(`${ASKED} `) ? unitIn(said, unitsToday(turn)) : null;
    if (unit !== null) return askUndo(turn, undoOfUnit(turn.desk, act, unit));
    const last = lastToUndo(turn.desk, act);
    // Its button stands no more on the screen: something else was done since, which may be meant.
    if (last !== null && (said === ASKED || (said === '' && !isOnScreen(turn, last.id))))
      return turn.say(sayUndoThat(last, namesOf(turn, last)));
    // "/hoantac 12 45": of what was done there only the one task.
    const [, id, task] = /^(\d{1,9})(?:\s+(\d{1,9}))?$/u.exec(said) ?? [];
    const which = id === undefined ? null : Number(id);
    const one = task === undefined ? null : Number(task);
    const undone = pressUndo(turn.desk, act, which, one);
    turn.say(undone.ok ? undone.value : sayProblem(undone.problem, turn.desk.zone));
  },
};

function askUndo(turn: Turn, found: Undoable | null): void {
  // Nothing of that unit, but something: never "nothing".
  const act = turn.person === null ? null : { person: turn.person, at: turn.now };
  const meant = found ?? (act === null ? null : lastToUndo(turn.desk, act));
  if (meant === null) return turn.say(sayProblem({ problem: 'nothing-to-undo' }, turn.desk.zone));
  turn.say(sayUndoThat(meant, namesOf(turn, meant)));
}

/** The units it is about. */
function namesOf({ desk }: Turn, { tasks }: Undoable): string[] {
  return tasks.flatMap((id) => {
    const task = desk.store.tasks.find(id);
    return task === null ? [] : [viewTask(desk, task).unit.shortName];
  });
}

/** "Hoàn tác việc trả lại Sở Y tế": asked about, never done unasked. */
const ASKED = 'hoi';

function isOnScreen({ chat }: Turn, id: number): boolean {
  return chat.choices?.includes(`"/hoantac ${id}"`) === true;
}

function askWhich(turn: Turn, open: OpenDialog): void {
  // Question by question it is the answer before.
  if (open.kind === SUBMIT && open.awaits === 'value') return open.answer({ text: 'back', picked: true });
  const done = turn.person === null ? null : lastToUndo(turn.desk, { person: turn.person, at: turn.now });
  turn.say(sayUndoWhich(open.describe(), done));
}
