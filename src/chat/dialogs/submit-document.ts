import type { TaskView } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import type { DocumentPart } from '../../domain/document-part.ts';
import { PERIOD_KINDS } from '../../domain/period-kinds.ts';
import { namedInHead, periodOfPasted } from '../../language/document/document-head.ts';
import { readReportDocument } from '../../language/report/report-document.ts';
import { parseReport } from '../../language/report/report-template.ts';
import { parsePeriod } from '../../language/time/period-word.ts';
import { unitIn } from '../../understanding/name-unit.ts';
import { sayNothingInFile, sayReadFile } from '../../wording/report-document.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { today, unitName, unitsToday } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import type { Gathered } from './draft.ts';
import { readTyped } from './submit-form.ts';

interface NamedDocument {
  name: string;
  parts: readonly DocumentPart[];
}

/** The last of these files that says something; null where none can be read. */
export function documentAmong({ desk, documents }: Turn, attachments: readonly number[]): NamedDocument | null {
  const id = attachments.findLast((one) => documents.has(one));
  const file = id === undefined ? null : desk.store.attachments.find(id);
  return id === undefined || file === null ? null : { name: file.name, parts: documents.get(id) ?? [] };
}

/**
 * The task that a file is for by what it says itself, where nothing was said beside it: that of our own form, whichever it is, or the one of
 * these whose period its title names, as of one that is pasted. Null where it leaves that open.
 */
export function taskOfFile(
  turn: Turn,
  tasks: readonly number[],
  { typed, attachments }: { typed: string; attachments: readonly number[] },
): number | null {
  const { desk } = turn;
  const ofPeriod = (period: string | null): number | null => {
    const [only, another] = tasks.filter((id) => desk.store.tasks.find(id)?.period === period);
    return another === undefined ? (only ?? null) : null;
  };
  const pasted = periodOfPasted(typed, today(turn));
  if (pasted !== null) return ofPeriod(pasted);
  const document = documentAmong(turn, attachments);
  if (document === null || parsePeriod(turn.text, today(turn)) !== null) return null;
  const named = namedInHead(document.parts, today(turn));
  if (named === null) return null;
  if ('header' in named) {
    const { unit, obligation, period } = named.header;
    const isOwn = unitsAllowing(turn.memberships, 'submit').includes(unit);
    return isOwn ? (desk.store.tasks.findByKey(unit, obligation, period)?.id ?? null) : null;
  }
  return ofPeriod(named.period);
}

/** Whether the words beside a file are a report themselves; otherwise they are its caption. */
export function saysSomething({ form }: TaskView, text: string): boolean {
  const { header, values, faults, nothingToReport } = parseReport(form, text);
  return header !== null || nothingToReport || faults.length > 0 || Object.keys(values).length > 0;
}

/**
 * An office's own report, sent as a file: what stands in it is filled in and shown, what is not sure is asked for. Nothing is sent before it
 * was confirmed; the file goes along.
 */
export function takeDocument(
  turn: Turn,
  view: TaskView,
  draft: Gathered,
  { name, parts }: NamedDocument,
  otherwise: (problem: RichText) => void,
): void {
  const lastDay = `${PERIOD_KINDS[view.obligation.frequency].lastMonth(view.period.key)}-28`;
  const units = unitsToday(turn);
  const read = readReportDocument(view.form, parts, {
    key: view.period.key,
    lastDay,
    unitIn(line) {
      const code = unitIn(line, units);
      return code === null ? null : { name: unitName(turn, code), isOwn: code === view.task.unit };
    },
  });
  // One doubtful figure alone stands in a document about anything.
  const isEmpty = Object.keys(read.values).length === 0 && read.faults.length < 2 && !read.nothingToReport;
  if (isEmpty) return otherwise(sayNothingInFile(name));
  readTyped(turn, view, draft, {
    text: '',
    via: 'file',
    read,
    heading: sayReadFile({ name, period: view.period.key }, view.form, read),
    fallback: otherwise,
  });
}
