import { TotalsMismatch } from '../actions/check-totals.ts';
import type { Act, Desk } from '../actions/desk.ts';
import { noteExport } from '../actions/print.ts';
import { EXPORT_FORMATS, type ExportFormat, type PrintOrder } from '../domain/print-order.ts';
import type { Made, PrintTask } from '../reports/print-file.ts';
import { prepareOrder } from '../reports/print-order.ts';
import { BOARD_EXPORT as WORDS } from '../wording/board-desk.ts';
import type { BoardBlock } from '../wording/board-page.ts';
import { sayTotalsMismatch } from '../wording/compiled.ts';
import { FORMAT_NAMES } from '../wording/export.ts';
import type { BoardFile } from './files.ts';

/** The ways to the files of a round, as `/xuat` has them. */
export function exportLinks({ obligation, period }: { obligation: string; period: string }): BoardBlock {
  const items = EXPORT_FORMATS.map((format) => ({
    label: WORDS.get(FORMAT_NAMES[format]),
    to: `files/${format}/${obligation}${APART}${period}`,
  }));
  return { is: 'links', items };
}

/** The way to the year as a wall calendar. */
export function calendarLink(year: number): BoardBlock {
  return { is: 'links', items: [{ label: WORDS.calendar(year), to: `files/calendar/${year}` }] };
}

/** Stands in no code of an obligation and no key of a period. */
const APART = '~';
const YEAR = /^20\d\d$/;

/** What an address of a file orders; null where it is another kind of file. */
export function exportOrderAt(kind: string, id: string): PrintOrder | null {
  if (kind === 'calendar') return YEAR.test(id) ? { print: 'calendar', year: Number(id) } : null;
  const format = EXPORT_FORMATS.find((one): one is ExportFormat => one === kind);
  const [obligation = '', period = '', ...more] = id.split(APART);
  if (format === undefined || obligation === '' || period === '' || more.length > 0) return null;
  return { print: 'round', obligation, period, format };
}

interface Means {
  template(): Uint8Array | null;
  /** Makes it on a thread of its own. */
  print(task: PrintTask): Promise<Made>;
}

/** The file that was ordered, made from the figures of this moment, and on record like one that was asked for in chat; null where there is none. */
export async function exportFile(
  desk: Desk,
  act: Act,
  order: PrintOrder,
  { template, print }: Means,
): Promise<BoardFile | null> {
  try {
    const prepared = prepareOrder(desk, { order }, template, act.at);
    if (prepared === null || !noteExport(desk, act, order)) return null;
    const made = await print(prepared.task);
    return 'bytes' in made
      ? { name: prepared.name, mediaType: prepared.mediaType, bytes: made.bytes, isShown: false }
      : null;
  } catch (error) {
    if (!(error instanceof TotalsMismatch)) throw error;
    const why = sayTotalsMismatch(error.field, error.period, error);
    return { name: WORDS.failed, mediaType: 'text/plain', bytes: new TextEncoder().encode(why), isShown: false };
  }
}
