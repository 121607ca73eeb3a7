import { z } from 'zod';
import { answerWork, workOf } from '../../actions/assign.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import { isCorrecting, readChange, sentAgain } from '../../language/correction.ts';
import { parseReport } from '../../language/report-template.ts';
import type { Assignment } from '../../store/assignments.ts';
import { asksSomething } from '../../understanding/asked.ts';
import { ASSIGN_WORDS, choiceToSend, sayAskPart, sayPartSent } from '../../wording/assignment.ts';
import type { Choice } from '../../wording/message.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayGiven } from '../../wording/submit.ts';
import type { Dialog } from '../dialog.ts';
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

/** "12 tin nhé" out of the blue, of somebody who was handed just one thing: that is what it answers. */
export function takePart(turn: Turn): boolean {
  const [only, another] = workHere(turn).filter(({ state }) => state === 'open');
  if (only === undefined) return takePartAgain(turn);
  if (another !== undefined) return false;
  if (Object.keys(parseReport(viewOf(turn, only).form, turn.text).values).length === 0) return false;
  partDialog.answer(turn, { id: only.id }, { text: turn.text, picked: false });
  return true;
}

/** "À 13 mới đúng", "gửi lại phần 1: 13 tin": the one part that was sent, sent again as it is now. */
function takePartAgain(turn: Turn): boolean {
  const { desk, memberships, person } = turn;
  const all = [...new Set(memberships.flatMap(({ unit }) => (unit === null ? [] : [unit])))]
    .flatMap((unit) => desk.store.tasks.outstandingOf(unit))
    .flatMap(({ id }) => desk.store.assignments.ofTask(id))
    .filter((one) => one.person === person);
  const [only, another] = all.filter(({ state }) => state === 'answered');
  if (only === undefined || another !== undefined || asksSomething(turn.text)) return false;
  const { form } = viewOf(turn, only);
  const again = sentAgain(turn.text);
  const change = readChange(form, again ?? turn.text);
  const before = parseReport(form, only.answer).values;
  const [key, ...others] = Object.keys(before);
  const isOne = key !== undefined && others.length === 0;
  const isMeant = again !== null || isCorrecting(turn.text);
  const loose = isOne && change.loose !== null ? { [key]: change.loose } : {};
  const changed = { ...change.values, ...loose };
  if (!isMeant || Object.keys(changed).length === 0) return false;
  const text = Object.entries({ ...before, ...changed })
    .map(([key, value]) => `${form.fields.find((one) => one.key === key)?.shortLabel ?? ''} (${key}): ${value}`)
    .join('\n');
  partDialog.answer(turn, { id: only.id }, { text, picked: false });
  return true;
}

/** Ways to send what was handed out, or to send it again: a new answer takes the place of the whole old one, so it is asked for. */
export function choicesToSend(turn: Turn): Choice[] {
  return workHere(turn).map(choiceToSend);
}

function workHere({ desk, person }: Turn): Assignment[] {
  return person === null ? [] : workOf(desk, person);
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
  const unread = read.flatMap((one) => one.unread.map((line) => `${one.part.name}: ${line}`));
  const attachments = [...new Set([...draft.attachments, ...parts.flatMap((part) => part.files)])];
  return {
    draft: { ...draft, values, attachments, unread: [...new Set([...draft.unread, ...unread])] },
    from: [...new Set(parts.map((part) => part.name))],
  };
}
