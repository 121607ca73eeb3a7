import type { CompiledRound } from '../domain/compiled-round.ts';
import type { CalendarPicture } from './picture/calendar-drawing.ts';
import type { RoundPicture } from './picture/round-drawing.ts';

/** What is to be made, as plain data that can be handed to a worker. */
export type PrintTask =
  | { make: 'word'; round: CompiledRound; template: Uint8Array | null }
  | { make: 'excel' | 'csv'; round: CompiledRound }
  | { make: 'round-picture'; picture: RoundPicture }
  | { make: 'calendar'; picture: CalendarPicture };

/** Makes the file. The libraries are loaded when they are needed: they are large, and mostly only one of them is. */
export async function printFile(task: PrintTask): Promise<Uint8Array> {
  switch (task.make) {
    case 'word':
      return (await import('./word/fill.ts')).fillTemplate(task.template, task.round);
    case 'excel':
      return (await import('./workbook/workbook.ts')).writeWorkbook(task.round);
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
