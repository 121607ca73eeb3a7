import type { Day } from '../../domain/calendar.ts';
import { addDays, weekday } from '../../domain/calendar.ts';
import { PICTURE, sayCalendarDay } from '../../wording/picture.ts';
import { box, type Drawing, fitted, INK, inLines, LINE, PALE, svgOf, text } from './drawing.ts';

/** A reporting year as it hangs on a wall. */
export interface CalendarPicture {
  year: number;
  plan: string;
  provisional: boolean;
  daysOff: readonly { day: Day; name: string }[];
  makeUpDays: readonly Day[];
  /** By the last day on which each report is on time: what units owe, and what is compiled of it. */
  deadlines: readonly { day: Day; reports: readonly string[]; compiled: readonly string[] }[];
}

const WIDTH = 1600;
const MARGIN = 40;
const COLUMNS = 4;
const CELL = { width: 50, height: 40 } as const;
const MONTH_WIDTH = (WIDTH - 2 * MARGIN) / COLUMNS;
const MONTH_HEIGHT = 340;
const RED = '#b91c1c';
const BLUE = '#1d4ed8';
const TITLE_LINE = 26;

/** Twelve months with days off tinted and framed deadlines, and what is due when in words below. */
export function drawCalendar(picture: CalendarPicture): Drawing {
  const { year, plan, deadlines, provisional } = picture;
  const titles = inLines(plan, WIDTH - 2 * MARGIN, 20);
  const down = (titles.length - 1) * TITLE_LINE;
  const top = 150 + down;
  const months = Array.from({ length: 12 }, (_, index) => {
    const x = MARGIN + MONTH_WIDTH * (index % COLUMNS);
    return drawMonth(picture, index + 1, x, top + MONTH_HEIGHT * Math.floor(index / COLUMNS));
  }).flat();
  const listTop = top + MONTH_HEIGHT * 3 + 20;
  const lines = deadlines.flatMap(({ day, reports, compiled }) => [
    ...reports.map((report) => ({ day, report, fill: RED })),
    ...compiled.map((report) => ({ day, report, fill: BLUE })),
  ]);
  const half = Math.ceil(lines.length / 2);
  const list = lines.flatMap(({ day, report, fill }, index) => {
    const column = index < half ? 0 : 1;
    const x = MARGIN + column * ((WIDTH - 2 * MARGIN) / 2);
    const y = listTop + 40 + (index - column * half) * 34;
    return [
      text(x, y, sayCalendarDay(day), { size: 22, bold: true, fill }),
      text(x + 225, y, fitted(report, (WIDTH - 2 * MARGIN) / 2 - 245, 22), { size: 22 }),
    ];
  });
  const none = deadlines.length === 0 ? [text(MARGIN, listTop + 40, PICTURE.noDeadlines, { size: 22 })] : [];
  const height = listTop + 60 + Math.max(1, half) * 34 + (provisional ? 40 : 10);
  const note = provisional ? [text(MARGIN, height - 20, PICTURE.provisional(year), { size: 20, fill: RED })] : [];
  return svgOf(WIDTH, height, [
    text(WIDTH / 2, 62, PICTURE.calendarTitle(year), { size: 44, bold: true, anchor: 'middle' }),
    ...titles.map((line, at) =>
      text(WIDTH / 2, 96 + at * TITLE_LINE, line, { size: 20, fill: PALE, anchor: 'middle' }),
    ),
    ...legend(112 + down),
    ...months,
    ...list,
    ...none,
    ...note,
  ]);
}

function legend(y: number): string[] {
  const items = [
    { label: PICTURE.legendDeadline, mark: (x: number) => frame(x, y, 30, 26) },
    { label: PICTURE.legendCompiled, mark: (x: number) => dashes(x, y, 30, 26) },
    { label: PICTURE.legendOff, mark: (x: number) => box(x, y, 30, 26, '#e5e7eb') },
    {
      label: PICTURE.legendMakeUp,
      mark: (x: number) => `${box(x, y, 30, 26, '#ffffff', `stroke="${LINE}"`)}${underline(x, y, 30, 26)}`,
    },
  ];
  return items.flatMap(({ label, mark }, index) => {
    const x = WIDTH / 2 - 720 + index * 390;
    return [mark(x), text(x + 40, y + 20, label, { size: 20 })];
  });
}

function drawMonth(
  { year, daysOff, makeUpDays, deadlines }: CalendarPicture,
  month: number,
  x: number,
  y: number,
): string[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const parts = [
    text(x + (CELL.width * 7) / 2, y + 30, PICTURE.month(month), { size: 26, bold: true, anchor: 'middle' }),
  ];
  for (const [index, name] of PICTURE.weekdays.entries()) {
    const fill = index > 4 ? RED : PALE;
    parts.push(text(x + CELL.width * (index + 0.5), y + 62, name, { size: 18, fill, anchor: 'middle' }));
  }
  const offset = weekday(first) - 1;
  for (let day = first, count = 0; day.slice(5, 7) === first.slice(5, 7); day = addDays(day, 1), count++) {
    const place = offset + count;
    const cx = x + CELL.width * (place % 7);
    const cy = y + 74 + CELL.height * Math.floor(place / 7);
    const isMakeUp = makeUpDays.includes(day);
    const isOff = !isMakeUp && (weekday(day) > 5 || daysOff.some((off) => off.day === day));
    const due = deadlines.find((one) => one.day === day);
    const isDue = due !== undefined && due.reports.length > 0;
    const isCompiled = due !== undefined && due.compiled.length > 0;
    parts.push(box(cx + 2, cy + 2, CELL.width - 4, CELL.height - 4, isOff ? '#e5e7eb' : '#ffffff', `stroke="${LINE}"`));
    if (isMakeUp) parts.push(underline(cx + 2, cy + 2, CELL.width - 4, CELL.height - 4));
    if (isCompiled) parts.push(dashes(cx + 2, cy + 2, CELL.width - 4, CELL.height - 4));
    if (isDue) parts.push(frame(cx + 2, cy + 2, CELL.width - 4, CELL.height - 4));
    parts.push(
      text(cx + CELL.width / 2, cy + 28, String(count + 1), {
        size: 22,
        bold: isDue || isCompiled,
        fill: isDue ? RED : isCompiled ? BLUE : isOff ? PALE : INK,
        anchor: 'middle',
      }),
    );
  }
  return parts;
}

/** A deadline has a thick frame with a corner, so that it is seen in black and white too. */
function frame(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x + 1}" y="${y + 1}" width="${width - 2}" height="${height - 2}" fill="none" stroke="${RED}" stroke-width="4"/><path d="M${x + width} ${y} h-12 l12 12 z" fill="${RED}"/>`;
}

/** What the coordinating office owes itself: told from the units' days in black and white too. */
function dashes(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x + 1}" y="${y + 1}" width="${width - 2}" height="${height - 2}" fill="none" stroke="${BLUE}" stroke-width="3" stroke-dasharray="6 4"/>`;
}

function underline(x: number, y: number, width: number, height: number): string {
  return `<path d="M${x + 4} ${y + height - 4} h${width - 8}" stroke="${INK}" stroke-width="3"/>`;
}
