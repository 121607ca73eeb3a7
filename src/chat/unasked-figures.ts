import { sendUnasked, sentUnasked } from '../actions/send-unasked.ts';
import { viewTask } from '../actions/task-view.ts';
import { readInTurn } from '../language/change/weigh-change.ts';
import { isQuestion } from '../language/question-form.ts';
import { parseReport } from '../language/report/report-template.ts';
import type { Task } from '../store/tasks.ts';
import { sayUnaskedKept } from '../wording/assignment.ts';
import { sayReportShort } from '../wording/period.ts';
import { sayProblem } from '../wording/problems.ts';
import { sayOfWhichReport } from '../wording/stand-in.ts';
import { sayGiven } from '../wording/submit.ts';
import type { Turn } from './turn.ts';
import { readNamed } from './which.ts';

/**
 * Figures of a colleague who was handed nothing are kept as a draft for the liaison. Of several reports that are owed it is said which they are, before they are
 * kept. False where they are nobody's draft: asked, or of a report that is in.
 */
export function keepUnasked(turn: Turn, unit: string, liaisons: readonly string[]): boolean {
  const { desk, person, now, text } = turn;
  if (person === null || isQuestion(text)) return false;
  const { period, obligations } = readNamed(turn, text);
  const isNamed = (task: Task): boolean =>
    (period === null || task.period === period) && (obligations === null || obligations.includes(task.obligation));
  const owed = desk.store.tasks.outstandingOf(unit).filter(isNamed);
  const [task, another] = owed;
  if (task === undefined) return false;
  const view = viewTask(desk, task);
  if (another !== undefined) {
    const names = owed.map((one) => viewTask(desk, one)).map((one) => sayReportShort(one.obligation, one.period));
    turn.say(sayOfWhichReport(names));
    return true;
  }
  const before = sentUnasked(desk, task.id, person);
  const read = readInTurn(view.form, before === null ? [text] : [before.answer, text]);
  // Of what is in doubt the liaison decides, who sees the words.
  const lines = view.form.fields.flatMap(({ key, shortLabel }) => {
    const value = read.values[key];
    if (value === undefined) return [];
    return [
      `${shortLabel}: ${typeof value === 'number' ? String(value).replace('.', ',') : value.replaceAll('\n', ' ')}`,
    ];
  });
  const labelOf = (key: string): string => view.form.fields.find((field) => field.key === key)?.shortLabel ?? '';
  const doubtful = read.faults.map(({ field, raw }) => `${labelOf(field)}: ${raw}`);
  const unread = [...new Set([...read.unread, ...doubtful])];
  if (lines.length + doubtful.length === 0) return false;
  // In front: behind a text a line without a label would be the text's own.
  const kept = before === null ? text : [...unread, ...lines].join('\n');
  const done = sendUnasked(desk, { person, at: now }, task.id, kept);
  if (!done.ok) turn.say(sayProblem(done.problem, desk.zone));
  else
    turn.say(
      sayUnaskedKept(view, liaisons, { read: sayGiven(view.form, parseReport(view.form, kept).values), unread }),
    );
  return true;
}
