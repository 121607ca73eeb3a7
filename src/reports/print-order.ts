import { compileRound } from '../actions/compile-round.ts';
import type { Desk } from '../actions/desk.ts';
import { botOf } from '../actions/desk.ts';
import { startingValues } from '../actions/prefill.ts';
import type { Printed } from '../actions/print.ts';
import { standingRounds } from '../actions/round-status.ts';
import { viewTask } from '../actions/task-view.ts';
import type { Instant } from '../domain/calendar.ts';
import { FILE_KINDS, type PrintOrder } from '../domain/print-order.ts';
import { headerLine, headOf } from '../language/report/report-header.ts';
import { EXPORT_WORDS, sayExported, sayExportName, sayPictured } from '../wording/export.ts';
import { FORM_SHEET, sayForm } from '../wording/form-sheet.ts';
import type { RichText } from '../wording/rich-text.ts';
import { TEMPLATE_WORDS } from '../wording/template.ts';
import { TOTAL_PREFIX } from '../wording/template-names.ts';
import { calendarPicture, roundPicture } from './picture-data.ts';
import type { PrintTask } from './print-file.ts';

/** A file that is about to be made: all that was read for it, and what it will be called. */
export interface Prepared extends Omit<Printed, 'bytes'> {
  task: PrintTask;
}

/** The template that is in force; null: the one that is built in. */
export type TemplateOf = () => Uint8Array | null;

/**
 * Reads what an order needs (`chat`: where the file goes), and checks every total on the way: what leaves is the round as it is at this moment. Null where
 * there is no such round. Throws TotalsMismatch.
 */
export function prepareOrder(
  desk: Desk,
  { order, chat }: { order: PrintOrder; chat?: number },
  templateOf: TemplateOf,
  now: Instant,
): Prepared | null {
  if (order.print === 'calendar') {
    return {
      task: { make: 'calendar', picture: calendarPicture(desk, order.year) },
      name: EXPORT_WORDS.calendarName(order.year),
      mediaType: FILE_KINDS.picture.mediaType,
      caption: EXPORT_WORDS.calendar(order.year),
    };
  }
  if (order.print === 'template') {
    const named = {
      name: TEMPLATE_WORDS.fileName,
      mediaType: FILE_KINDS.word.mediaType,
      caption: TEMPLATE_WORDS.caption,
    };
    return { ...named, task: { make: 'template', template: templateOf() } };
  }
  if (order.print === 'form') return prepareForm(desk, order.task, chat);
  if (order.print === 'template-trial') return prepareTrial(desk, order.file, now);
  const { obligation, period, format } = order;
  const { ending, mediaType } = FILE_KINDS[format];
  const named = (task: PrintTask, caption: RichText): Prepared => ({
    task,
    name: sayExportName(obligation, period, ending),
    mediaType,
    caption,
  });
  if (format === 'picture') {
    const picture = roundPicture(desk, obligation, period, now);
    if (picture === null) return null;
    return named({ make: 'round-picture', picture }, sayPictured(picture.title, picture.counts));
  }
  const round = compileRound(desk, obligation, period, now);
  if (round === null) return null;
  const task: PrintTask = format === 'word' ? { make: 'word', round, template: templateOf() } : { make: format, round };
  return named(task, sayExported(round, format));
}

/** The form starts from what is known, as the template in chat does. */
function prepareForm(desk: Desk, id: number, chat?: number): Prepared | null {
  const task = desk.store.tasks.find(id);
  if (task === null) return null;
  const view = viewTask(desk, task);
  const from = desk.store.submissions.latestOf(id)?.version ?? 0;
  const values = startingValues(desk, view);
  const head = headerLine(
    headOf({ obligation: view.obligation.code, period: view.period.key, unit: view.unit.code, from }),
  );
  return {
    task: { make: 'form', sheet: { title: FORM_SHEET.title(view), head, form: view.form, values } },
    name: FORM_SHEET.name(view),
    mediaType: FILE_KINDS.excel.mediaType,
    caption: sayForm(view, Object.keys(values).length, takesFiles(desk, chat)),
  };
}

/** Whether whatever goes to that chat can come back there as a file. */
function takesFiles(desk: Desk, chat: number | undefined): boolean {
  const at = chat === undefined ? null : desk.store.chats.find(chat);
  return at === null || botOf(desk, at)?.capabilities.filesIn === 'all';
}

/** A template is tried out on the newest round there is. Null where there is none yet, or the file is gone. */
function prepareTrial(desk: Desk, file: number, now: Instant): Prepared | null {
  const [newest] = standingRounds(desk, 1);
  const template = desk.store.storedFiles.bytes(file);
  const round = newest === undefined ? null : compileRound(desk, newest.obligation, newest.period, now);
  if (template === null || round === null) return null;
  const figures = desk.rules().forms.flatMap((form) => form.fields.filter((field) => field.kind !== 'text'));
  const totals = [...new Set(figures.map(({ key }) => `${TOTAL_PREFIX}${key}`))];
  return {
    task: { make: 'template-trial', template, totals, round },
    name: TEMPLATE_WORDS.trialName,
    mediaType: FILE_KINDS.word.mediaType,
    caption: TEMPLATE_WORDS.trial(round.title),
  };
}
