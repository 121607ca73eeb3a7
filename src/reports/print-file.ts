import type { CompiledRound } from '../domain/compiled-round.ts';
import type { TemplateProblem } from '../domain/template-problem.ts';
import type { CalendarPicture } from './picture/calendar-drawing.ts';
import type { RoundPicture } from './picture/round-drawing.ts';
import type { FormSheet } from './workbook/form.ts';

/** What is to be made, as plain data that can be handed to a worker. */
export type PrintTask =
  | { make: 'word'; round: CompiledRound; template: Uint8Array | null }
  | { make: 'excel' | 'csv'; round: CompiledRound }
  | { make: 'round-picture'; picture: RoundPicture }
  | { make: 'calendar'; picture: CalendarPicture }
  | { make: 'form'; sheet: FormSheet }
  /** The template itself: the one given, or the built-in one. */
  | { make: 'template'; template: Uint8Array | null }
  /** A template is checked, and only a sound one is filled in. */
  | { make: 'template-trial'; template: Uint8Array; totals: readonly string[]; round: CompiledRound };

/** A file, or why there is none. A template that was tried out comes with a picture of its first pages, where it can be drawn, and what it leaves out. */
export type Made =
  | { bytes: Uint8Array; picture?: Uint8Array | null; absent?: readonly string[] }
  | { problems: readonly TemplateProblem[] };

/** Makes the file, or says what is wrong with what it was to be made from. */
export async function makeFile(task: PrintTask): Promise<Made> {
  if (task.make !== 'template-trial') return { bytes: await printFile(task) };
  const { absentBlocks, checkTemplate } = await import('./word/check-template.ts');
  const problems = checkTemplate(task.template, task.totals);
  if (problems.length > 0) return { problems };
  const bytes = await printFile({ make: 'word', round: task.round, template: task.template });
  return { bytes, picture: await sketch(bytes), absent: absentBlocks(task.template) };
}

/** Null where the document is made in a way the sketch cannot follow: it can still be opened in Word. */
async function sketch(document: Uint8Array): Promise<Uint8Array | null> {
  const { drawDocument } = await import('./sketch/draw-document.ts');
  const { rasterise } = await import('./picture/rasterise.ts');
  try {
    return await rasterise(drawDocument(document));
  } catch {
    return null;
  }
}

/** Makes the file. The libraries are loaded when they are needed: they are large, and mostly only one of them is. */
async function printFile(task: Exclude<PrintTask, { make: 'template-trial' }>): Promise<Uint8Array> {
  switch (task.make) {
    case 'word':
      return (await import('./word/fill.ts')).fillTemplate(task.template, task.round);
    case 'template':
      return task.template ?? (await import('./word/template.ts')).buildTemplate();
    case 'excel':
      return (await import('./workbook/workbook.ts')).writeWorkbook(task.round);
    case 'form':
      return (await import('./workbook/form.ts')).writeForm(task.sheet);
    case 'csv':
      return (await import('./workbook/csv.ts')).writeTable(task.round);
    case 'round-picture': {
      const { drawRound } = await import('./picture/round-drawing.ts');
      return (await import('./picture/rasterise.ts')).rasterise(drawRound(task.picture));
    }
    case 'calendar': {
      const { drawCalendar } = await import('./picture/calendar-drawing.ts');
      return (await import('./picture/rasterise.ts')).rasterise(drawCalendar(task.picture));
    }
  }
}
