import type { ReportContent, ReportForm } from '../../domain/report-form.ts';
import type { ParsedReport } from '../report/report-template.ts';
import { type ReportChange, readChange } from './correction.ts';
import type { Move } from './moved-figures.ts';

type Values = ReportContent['values'];

/** A change beside what is there: 2 more of nothing are 2, 2 more of 3 are 5 or 2 in all; 40 at each of two are offered as 80. */
export function weighed(of: ReportChange, before: Values): ReportChange {
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
function partsOf(taken: ReportChange['taken'], values: Values, before: Values): ReportChange['faults'] {
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

/** So many of one field to another; not done, and named, where there are not so many. */
function withMoved(change: ReportChange, { from, to, by, isSaidOf, raw }: Move, before: Values): ReportChange {
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
export function without(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
}
