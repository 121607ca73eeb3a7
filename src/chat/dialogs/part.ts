import { z } from 'zod';
import { answerWork, workOf } from '../../actions/assign.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import type { ReportForm } from '../../domain/report-form.ts';
import { readChange } from '../../language/change/correction.ts';
import { isQuestion } from '../../language/question-form.ts';
import { fieldNames } from '../../language/report/field-names.ts';
import { parseReport } from '../../language/report/report-template.ts';
import { isTalk } from '../../language/report/talk-of-text.ts';
import type { Assignment } from '../../store/assignments.ts';
import { ASSIGN_WORDS, choiceToSend, sayAskPart, sayPartSent } from '../../wording/assignment.ts';
import type { Choice } from '../../wording/message.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayGiven } from '../../wording/submit.ts';
import type { Dialog } from '../dialog.ts';
import { owedTasks } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import type { Gathered } from './draft.ts';

const schema = z.object({ id: z.number() });
type Content = z.infer<typeof schema>;

/** A colleague sends the part that was handed to them: figures, a text, files. */
export const partDialog: Dialog<Content> = {
  kind: 'part',
  schema,
  takesFiles: true,
  answer(turn, { id }, reply) {
    if (turn.person === null) return;
    const sent = { text: reply.text, files: turn.files.map((file) => file.id) };
    const done = answerWork(turn.desk, { person: turn.person, at: turn.now }, id, sent);
    if (!done.ok && done.problem.problem === 'text-too-long')
      return partDialog.repeat(turn, { id }, sayProblem(done.problem, turn.desk.zone));
    turn.finish();
    if (!done.ok) return turn.say(sayProblem(done.problem, turn.desk.zone));
    const { form } = viewOf(turn, done.value);
    turn.say(sayPartSent(done.value, sayGiven(form, parseReport(form, reply.text).values)));
  },
  repeat(turn, { id }, problem: RichText = []) {
    const work = turn.desk.store.assignments.find(id);
    const task = work === null ? null : turn.desk.store.tasks.find(work.task);
    if (work === null || task === null || work.person !== turn.person) {
      turn.finish();
      return turn.say(sayProblem({ problem: 'no-such-assignment' }, turn.desk.zone));
    }
    turn.keep(partDialog.kind, { id });
    turn.say(join([problem, sayAskPart(work, viewTask(turn.desk, task))], '\n\n'));
  },
  awaits: () => 'form',
  describe: () => ASSIGN_WORDS.whatPart,
};

/** "12 tin nhé" out of the blue, of somebody who was handed just one thing, and "à 13 mới đúng" of what was sent: that is what it answers. */
export function takePart(turn: Turn): boolean {
  const open = workHere(turn).filter(({ state }) => state === 'open');
  const [only, another] = open.length > 0 ? open : answeredHere(turn);
  if (only === undefined || another !== undefined) return false;
  const isStaff = unitsAllowing(turn.memberships, 'submit').length === 0;
  // Whoever was handed one thing and writes figures means it, whatever they count.
  const isOfIt = isStaff && only.state === 'open' && /\d/u.test(turn.text) && !isQuestion(turn.text);
  const text = partIn(viewOf(turn, only).form, only, turn.text) ?? (isOfIt ? turn.text : null);
  if (text === null || (only.state === 'answered' && unitsAllowing(turn.memberships, 'submit').length > 0))
    return false;
  partDialog.answer(turn, { id: only.id }, { text, picked: false });
  return true;
}

/** What of a text answers the part; a figure alone is that of the one field it had. */
function partIn(form: ReportForm, { answer }: Assignment, typed: string): string | null {
  const { values, loose } = readChange(form, typed);
  const before = Object.keys(parseReport(form, answer).values);
  // A new answer takes the place of the whole old one: one that says less is asked for.
  if (Object.keys(values).length > 0) return before.every((one) => values[one] !== undefined) ? typed : null;
  const [key, more] = before;
  const field = form.fields.find((one) => one.key === key);
  return loose === null || field === undefined || more !== undefined ? null : `${field.shortLabel}: ${loose}`;
}

/** Ways to send what was handed out, or to send it again: a new answer takes the place of the whole old one, so it is asked for. */
export function choicesToSend(turn: Turn): Choice[] {
  return workHere(turn).map(choiceToSend);
}

function workHere({ desk, person }: Turn): Assignment[] {
  return person === null ? [] : workOf(desk, person);
}

/** What they sent back for reports that are still owed, of what they were handed. */
function answeredHere(turn: Turn): Assignment[] {
  return owedTasks(turn, 'view-tasks')
    .flatMap((task) => turn.desk.store.assignments.ofTask(task.id))
    .filter((one) => one.person === turn.person && one.givenBy !== turn.person && one.state === 'answered');
}

function viewOf({ desk }: Turn, { task }: Assignment): TaskView {
  const found = desk.store.tasks.find(task);
  if (found === null) throw new Error(`an assignment belongs to task ${task}, which is not there`);
  return viewTask(desk, found);
}

/** The draft of a report with what colleagues sent for it: what the draft says already stays. `from`: whose parts are in it. */
export function withParts<Draft extends Gathered>(
  turn: Turn,
  view: TaskView,
  draft: Draft,
): { draft: Draft; from: string[] } {
  const parts = turn.desk.store.assignments.ofTask(view.task.id).filter((one) => one.state === 'answered');
  const read = parts.map((part) => ({ part, ...parseReport(view.form, part.answer) }));
  const values = Object.assign({}, ...read.map((one) => one.values), draft.values);
  const names = fieldNames(view.form);
  const labelOf = (key: string): string => view.form.fields.find((field) => field.key === key)?.shortLabel ?? '';
  // A figure in doubt is theirs to say, and not lost; who has a text is no content.
  const unread = read.flatMap(({ part, unread: left, faults }) =>
    [
      ...left.filter((line) => !isTalk(names, line)),
      ...faults
        .filter(({ field }) => draft.values[field] === undefined)
        .map(({ field, raw }) => `${labelOf(field)} ${raw}`.trim()),
    ].map((line) => `${part.name}: ${line}`),
  );
  const attachments = [...new Set([...draft.attachments, ...parts.flatMap((part) => part.files)])];
  return {
    draft: { ...draft, values, attachments, unread: [...new Set([...draft.unread, ...unread])] },
    from: [...new Set(parts.map((part) => part.name))],
  };
}
