import type { TaskView } from '../../actions/task-view.ts';
import type { ReportForm } from '../../domain/report-form.ts';
import { changeOf, type ReportChange, readChange } from '../../language/correction.ts';
import type { GuidedAnswer } from '../../language/guided-answer.ts';
import type { Move } from '../../language/moved-figures.ts';
import { NOTHING_READ, type ParsedReport } from '../../language/report-template.ts';
import { takenBack } from '../../language/taken-back.ts';
import { unitOfAnother } from '../../language/unit-of-another.ts';
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

/** A change beside what is there: 2 more of nothing are 2, 2 more of 3 are 5 or 2 in all; 40 at each of two are offered as 80. */
export function weighed(of: ReportChange, before: Gathered['values']): ReportChange {
  const change = of.moved === null ? of : withMoved(of, of.moved, { ...before, ...of.values });
  const values = { ...change.values };
  const faults = change.faults.flatMap((fault) => {
    const [reading = 0] = fault.readings ?? [];
    const [there, many] = [before[fault.field], values[fault.each ?? ''] ?? before[fault.each ?? '']];
    const { each, ...all } = fault;
    if (each !== undefined) return [{ ...all, readings: typeof many === 'number' ? [many * reading] : [] }];
    if (!['more', 'less'].includes(fault.fault) || (fault.readings ?? []).length > 1) return [fault];
    const then = typeof there === 'number' ? there + (fault.fault === 'less' ? -reading : reading) : -1;
    // More of none is that many.
    if (then >= 0 && then !== reading) return [{ ...fault, readings: [then, reading] }];
    if (fault.fault === 'less' && then < 0) return [fault];
    values[fault.field] = reading;
    return [];
  });
  // "2 chứ không phải 22": of the one field that is 22.
  const [wrong, another] = Object.keys(before).filter(
    (key) => change.instead !== null && before[key] === change.instead,
  );
  const isPlaced = change.loose !== null && wrong !== undefined && another === undefined;
  if (isPlaced) values[wrong] = change.loose ?? 0;
  const parts = partsOf(change.taken, values, before);
  for (const { field } of parts) delete values[field];
  faults.push(...parts);
  return { ...change, values, faults, ...(isPlaced ? { loose: null, unread: [] } : {}) };
}

/** "Fanpage là 56 chứ không phải 65" of a field that is not 65: a part of its sum is put right, or all of it. It is asked. */
function partsOf(
  taken: ReportChange['taken'],
  values: Gathered['values'],
  before: Gathered['values'],
): ReportChange['faults'] {
  return Object.entries(values).flatMap(([field, value]) => {
    const there = before[field];
    const of = taken.find(({ right }) => right === value);
    if (of === undefined || typeof there !== 'number' || there === 0) return [];
    const { right, wrong, raw } = of;
    if (there === right || there === wrong) return [];
    const readings = wrong !== null && there > wrong ? [there - wrong + right, right] : [right];
    return [{ field, raw, fault: 'part' as const, readings }];
  });
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

/** So many of one field to another; not done, and named, where there are not so many. */
function withMoved(
  change: ReportChange,
  { from, to, by, isSaidOf, raw }: Move,
  before: Gathered['values'],
): ReportChange {
  const [only, another] = Object.keys(before).filter((key) => before[key] === by);
  const source = from ?? (another === undefined ? only : undefined);
  const there = source === undefined ? undefined : before[source];
  const many = by ?? there;
  const [values, faults, unread] = [{ ...change.values }, [...change.faults], [...change.unread]];
  // What the form counts together stays together.
  if (source === to) return change;
  const isThere = typeof there === 'number' && typeof many === 'number' && many > 0 && many <= there;
  const isTaken = isThere && (!isSaidOf || many === there);
  const target = to === null ? undefined : before[to];
  if ((!isTaken && !isSaidOf) || typeof many !== 'number' || source === undefined)
    return { ...change, unread: [...unread, raw] };
  // "Bỏ 30 người" of 120: so many less, or the wrong figure.
  if (to === null && !isSaidOf && many < Number(there))
    return { ...change, faults: [...faults, { field: source, raw, fault: 'less', readings: [many] }] };
  const cleared = isTaken && many === there ? [...change.cleared, source] : change.cleared;
  if (isTaken && many < there) values[source] = there - many;
  // A figure of another's that has one already: beside it, or in its place.
  if (to !== null && isSaidOf && typeof target === 'number' && target !== 0 && target !== many)
    faults.push({ field: to, raw, fault: 'more', readings: [many] });
  else if (to !== null) values[to] = (isSaidOf || typeof target !== 'number' ? 0 : target) + many;
  if ((to === null && isSaidOf) || (isSaidOf && !isTaken && typeof there === 'number')) unread.push(raw);
  return { ...change, values, faults, cleared, unread };
}

export function without(values: Gathered['values'], keys: readonly string[]): Gathered['values'] {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
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

/** Several texts, each a change of those before it: "3 hội nghị, 45 người dự", then "sai rồi, 54 người". */
export function readInTurn(form: ReportForm, texts: readonly string[]): ParsedReport {
  const [first = '', ...later] = texts;
  let read: ParsedReport = weighed(readChange(form, first), {});
  for (const text of later) {
    const next = readChange(form, text);
    const { values, faults, cleared, unread, header, nothingToReport, loose, wanted } = weighed(next, read.values);
    const isSaidAnew = (key: string): boolean =>
      values[key] !== undefined || cleared.includes(key) || faults.some(({ field }) => field === key);
    const isLost = loose !== null || wanted !== null;
    const kept = without({ ...read.values, ...values }, cleared);
    read = {
      header: header ?? read.header,
      nothingToReport: (read.nothingToReport && Object.keys(values).length === 0) || nothingToReport,
      values: without(
        kept,
        faults.map(({ field }) => field),
      ),
      faults: [...read.faults.filter(({ field }) => !isSaidAnew(field)), ...faults],
      unread: [...read.unread, ...unread, ...(isLost ? [text] : [])],
      rest: next.rest ?? read.rest,
    };
  }
  const isBoth = read.nothingToReport && Object.keys(read.values).length > 0;
  if (!isBoth) return read;
  return { ...read, faults: [...read.faults, { field: '', raw: '', fault: 'contradiction' }] };
}
