import type { Desk } from '../actions/desk.ts';
import { deliverPrint, offerTemplate, type Printed, refusePrint } from '../actions/print.ts';
import type { Instant } from '../domain/calendar.ts';
import type { PrintJob } from '../store/print-jobs.ts';
import { sayTemplateProblems } from '../wording/template.ts';
import type { Made } from './print-file.ts';

/** Sends what was made, or why nothing was: a file, a trial with the question that goes with it, or what is wrong with a template. */
export function settlePrint(
  desk: Desk,
  job: PrintJob,
  { words, made }: { words: Omit<Printed, 'bytes'>; made: Made },
  now: Instant,
): void {
  const { order } = job;
  if ('problems' in made) {
    const name = order.print === 'template-trial' ? order.name : '';
    return refusePrint(desk, job, sayTemplateProblems(name, made.problems), now);
  }
  const printed = { ...words, bytes: made.bytes };
  const picture = 'picture' in made ? (made.picture ?? null) : null;
  const absent = 'absent' in made ? (made.absent ?? []) : [];
  if (order.print === 'template-trial') offerTemplate(desk, job, { order, printed, picture, absent }, now);
  else deliverPrint(desk, job, printed, now);
}
