import type { Act } from '../../actions/desk.ts';
import { lastToUndo, pressUndo, undoOfUnit } from '../../actions/press-undo.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { unitIn, unitsIn } from '../../understanding/name-unit.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayNothingToLeave } from '../../wording/router.ts';
import { sayUndoEach, sayUndoOf, sayUndoThat, sayUndoWhich } from '../../wording/undo.ts';
import type { Command } from '../command.ts';
import type { OpenDialog } from '../dialog.ts';
import { SUBMIT } from '../dialogs/draft.ts';
import { openDialog } from '../dialogs/index.ts';
import { viewOf } from '../dialogs/review-shown.ts';
import { namesOfTasks, shortNameOf, unitsToday } from '../look-up.ts';
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
    // "/hoantac 12 45": of what was done there only the one task.
    const [, id, task] = /^(\d{1,9})(?:\s+(\d{1,9}))?$/u.exec(said) ?? [];
    if (id === undefined && said !== '') return askUndo(turn, act, said);
    const last = lastToUndo(turn.desk, act);
    // Its button stands no more on the screen: something else was done since, which may be meant.
    if (said === '' && last !== null && !isOnScreen(turn, last.id))
      return turn.say(sayUndoThat(last, namesOfTasks(turn, last.tasks), null));
    const undone = pressUndo(
      turn.desk,
      act,
      id === undefined ? null : Number(id),
      task === undefined ? null : Number(task),
    );
    turn.say(undone.ok ? undone.value : sayProblem(undone.problem, turn.desk.zone));
  },
};

/** "Hoàn tác việc trả lại Sở Y tế": asked about, never done unasked; of the unit that is named, not whatever was done last. */
function askUndo(turn: Turn, act: Act, said: string): void {
  const { desk } = turn;
  const last = lastToUndo(desk, act);
  if (last === null) return turn.say(sayProblem({ problem: 'nothing-to-undo' }, desk.zone));
  const several = unitsIn(said, unitsToday(turn));
  if (several.length > 1) return askEach(turn, act, several);
  const unit = unitIn(said, unitsToday(turn));
  const found = unit === null ? null : undoOfUnit(desk, act, unit);
  const reports = (found?.own ?? []).flatMap((id) => viewOf(turn, id) ?? []);
  const [first] = reports;
  if (found === null || first === undefined) {
    const not = unit === null ? null : shortNameOf(turn, unit);
    return turn.say(sayUndoThat(last, namesOfTasks(turn, last.tasks), not));
  }
  const others = found.tasks.length - found.own.length;
  turn.say(sayUndoOf({ ...found, isLatest: found.id === last.id, others }, first.unit.shortName, reports));
}

/** Several units were named: what was done last may be none of theirs. */
function askEach(turn: Turn, act: Act, units: readonly string[]): void {
  const offers = units.map((unit) => ({ unit, found: undoOfUnit(turn.desk, act, unit) }));
  const found = offers.flatMap(({ unit, found: one }) =>
    (one?.own ?? []).map((task) => ({ id: one?.id ?? 0, kind: one?.kind ?? '', unit: shortNameOf(turn, unit), task })),
  );
  const not = offers.filter((one) => one.found === null).map(({ unit }) => shortNameOf(turn, unit));
  turn.say(sayUndoEach(found, not));
}

function isOnScreen({ chat }: Turn, id: number): boolean {
  return chat.choices?.includes(`"/hoantac ${id}"`) === true;
}

function askWhich(turn: Turn, open: OpenDialog): void {
  // Question by question it is the answer before.
  if (open.kind === SUBMIT && open.awaits === 'value') return open.answer({ text: 'back', picked: true });
  const done = turn.person === null ? null : lastToUndo(turn.desk, { person: turn.person, at: turn.now });
  turn.say(sayUndoWhich(open.describe(), done));
}
