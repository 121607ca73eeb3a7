import type { TaskView } from '../../actions/task-view.ts';
import { changeOf, type ReportChange } from '../../language/change/correction.ts';
import { takenBack } from '../../language/change/taken-back.ts';
import { weighed, without } from '../../language/change/weigh-change.ts';
import type { GuidedAnswer } from '../../language/report/guided-answer.ts';
import { NOTHING_READ } from '../../language/report/report-template.ts';
import { unitOfAnother } from '../../language/unit/unit-of-another.ts';
import { sayFieldFault, sayOfPart } from '../../wording/field-fault.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { saySameField } from '../../wording/submit-aside.ts';
import { sayAddedTo, sayChanges, sayEach, sayOfWhich, sayOfWhichField } from '../../wording/submit-dialog.ts';
import type { DraftAt, Gathered } from './draft.ts';
import type { Problem, Steps } from './submit-questions.ts';

/** A question to be asked because of what was said to be wrong. */
export interface Asking {
  report: Gathered;
  steps: Steps;
  problem: Problem;
}

/**
 * What a change leads to that names no new value: the field that is wrong, or in doubt, is asked for, "2 more" whether that is in all, and a figure
 * without a field whose it is. What was to be asked otherwise comes after. Null where it says none of these.
 */
export function askingFor(view: TaskView, report: Gathered, change: ReportChange, steps: Steps | null): Asking | null {
  const { cleared, wanted, loose } = change;
  const { values } = report;
  const [fault] = change.faults;
  // What could not be done of it stays named.
  const named = { ...report, unread: [...new Set([...report.unread, ...change.unread])] };
  if (fault !== undefined) {
    const kept = { ...named, values: without({ ...values, ...change.values }, cleared) };
    const doubtful = { ...steps?.doubtful, ...doubtsOf(change.faults) };
    const queued = change.faults.reduceRight<Steps | null>((left, { field }) => firstOf(field, left), steps);
    const asking = { ...(queued ?? firstOf(fault.field, steps)), doubtful };
    return { report: kept, steps: asking, problem: problemOf(view, fault.field, fault) };
  }
  if (cleared.length > 0 && steps !== null) {
    const left = without({ ...values, ...change.values }, cleared);
    return { report: { ...named, values: left }, steps, problem: { text: sayChanges(view.form, values, left) } };
  }
  const same = sameField(view, change);
  if (same !== null && steps !== null) return { report, steps, problem: { text: same } };
  if (wanted !== null) return { report, steps: firstOf(wanted, steps), problem: { text: [] } };
  if (loose === null || steps === null) return null;
  const fields = view.form.fields.filter(({ kind }) => kind !== 'text');
  return { report, steps, problem: { text: sayOfWhichField(loose), others: { value: loose, fields } } };
}

/** A figure that was asked about as one field's, and is another's: to be asked once more where that one has a figure. Null where it has none. */
export function besideThere(view: TaskView, draft: DraftAt<'questions'>, said: Gathered['values']): Asking | null {
  const [[key, value] = ['', '']] = Object.entries(said);
  const there = draft.values[key];
  const [current, ...later] = draft.queue;
  if (key === current || typeof there !== 'number' || typeof value !== 'number' || there === value) return null;
  const [next, ...more] = later;
  const steps =
    next === undefined
      ? null
      : { ...draft, queue: [next, ...more] as Steps['queue'], asked: [...draft.asked, current] };
  const faults = [{ field: key, raw: String(value), fault: 'more' as const, readings: [value] }];
  return askingFor(view, draft, weighed({ ...changeOf(NOTHING_READ), faults }, draft.values), steps);
}

/** Whether all that a change says is written, in doubt or named: nothing of its words is left to be kept. */
export function isNamed(change: ReportChange | null): boolean {
  return change !== null && change.wanted === null && change.loose === null;
}

/** "Chuyển 5 từ hội nghị sang lớp tập huấn": both are counted in one; null where they are not. */
export function sameField({ form }: TaskView, { moved }: Pick<ReportChange, 'moved'>): RichText | null {
  const field = moved === null || moved.from !== moved.to ? undefined : form.fields.find(({ key }) => key === moved.to);
  return field === undefined ? null : saySameField(field);
}

/** What an answer changes of others, and what of it is in doubt beside what is there; null where it only answers. */
export function changeIn({ form }: TaskView, answer: GuidedAnswer, typed: string, before: Gathered['values']) {
  if (answer.is === 'change') return weighed(answer.change, before);
  if (answer.is !== 'values') return null;
  const change = weighed(
    { ...changeOf(NOTHING_READ), values: { ...answer.values }, taken: takenBack(form, typed) },
    before,
  );
  return change.faults.length > 0 ? change : null;
}

/** Texts that come beside those that are there. */
export function beside(before: Gathered['values'], more: Gathered['values']): Gathered['values'] {
  const joined = Object.entries(more).map(([key, value]) => {
    const there = before[key];
    return [key, there === undefined || there === value ? value : `${there}; ${value}`];
  });
  return Object.fromEntries(joined);
}

/** Why a figure was not taken, and what it may be instead. */
export function problemOf(
  view: TaskView,
  key: string,
  { raw, fault, readings = [] }: { raw: string; fault: string; readings?: readonly number[] },
): Problem {
  const field = view.form.fields.find((one) => one.key === key);
  const fields = field === undefined ? [] : unitOfAnother(view.form, field, raw);
  const [value] = readings;
  if (field !== undefined && fault === 'each' && value !== undefined)
    return { text: sayEach(field, raw, value), readings };
  if (field !== undefined && fault === 'part' && value !== undefined)
    return { text: sayOfPart(field, raw, readings), readings };
  if (field !== undefined && (fault === 'more' || fault === 'less') && readings.length > 1)
    return { text: sayAddedTo(field, readings[1] ?? 0, readings, fault), readings };
  if (field === undefined || value === undefined || fields.length === 0)
    return { text: sayFieldFault(field, raw, fault, readings), readings };
  return { text: sayOfWhich(field, raw, fields), others: { value, fields } };
}

/** Figures in doubt, as they are kept until each is answered. */
export function doubtsOf(faults: ReportChange['faults']): NonNullable<Steps['doubtful']> {
  return Object.fromEntries(
    faults.map(({ field, raw, fault, readings = [] }) => [field, { raw, fault, readings: [...readings] }]),
  );
}

/** That field first, then what was to be asked. */
function firstOf(key: string, steps: Steps | null): Steps {
  if (steps === null) return { queue: [key], asked: [] };
  const { queue, asked, doubtful = {} } = steps;
  return { queue: [key, ...queue.filter((one) => one !== key)], asked: asked.filter((one) => one !== key), doubtful };
}
