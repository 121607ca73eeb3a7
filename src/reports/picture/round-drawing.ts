import type { StandingNow } from '../../domain/task.ts';
import { NOTHING, STANDING_WORDS } from '../../wording/compiled.ts';
import { PICTURE } from '../../wording/picture.ts';
import { box, type Drawing, fitted, INK, LINE, PALE, svgOf, text } from './drawing.ts';

/** What a cell shows; null: the round had no such task. */
export type Mark = StandingNow | null;

/** Units against periods, the newest period last. */
export interface RoundPicture {
  title: string;
  deadline: string;
  madeAt: string;
  /** As the rows count, those that are not in the picture too. */
  counts: string;
  columns: readonly { mark: string; year: string }[];
  rows: readonly { name: string; marks: readonly Mark[]; isNothing: boolean }[];
  /** Units that are not in the picture. */
  rest: number;
}

const WIDTH = 1080;
const MARGIN = 32;
const ROW = 42;
const SIZE = 24;
const COLOURS: Readonly<Record<StandingNow, { fill: string; ink: string }>> = {
  on_time: { fill: '#dcfce7', ink: '#166534' },
  late: { fill: '#fef3c7', ink: '#92400e' },
  unsettled: { fill: '#e0e7ff', ink: '#3730a3' },
  missing: { fill: '#fee2e2', ink: '#b91c1c' },
  waived: { fill: '#e5e7eb', ink: '#4b5563' },
  open: { fill: '#ffffff', ink: '#4b5563' },
};
const LEGEND = ['on_time', 'late', 'missing', 'waived', 'open'] as const;

/** The picture of a round: marks with a form of their own besides the colour, and the newest period in words as well. */
export function drawRound({ title, deadline, madeAt, counts, columns, rows, rest }: RoundPicture): Drawing {
  const wordWidth = 184;
  const cell = Math.min(72, Math.floor((WIDTH - 2 * MARGIN - wordWidth - 330) / Math.max(1, columns.length)));
  const left = WIDTH - MARGIN - wordWidth - cell * columns.length;
  const top = 268;
  const at = (index: number): number => top + index * ROW;
  const head = [
    text(MARGIN, 60, fitted(title, WIDTH - 2 * MARGIN, 36), { size: 36, bold: true }),
    text(MARGIN, 100, fitted(deadline, WIDTH - 2 * MARGIN, 24), { size: 24, fill: PALE }),
    text(MARGIN, 142, counts, {
      size: Math.min(28, Math.floor((WIDTH - 2 * MARGIN) / (counts.length * 0.56))),
      bold: true,
    }),
    ...legend(
      166,
      rows.some(({ marks }) => marks.includes('unsettled')),
    ),
    text(MARGIN, top - 16, PICTURE.unit, { size: 20, fill: PALE }),
    ...columns.flatMap(({ mark, year }, index) => {
      const x = left + cell * index + cell / 2;
      const isNewest = index === columns.length - 1;
      return [
        text(x, top - 34, fitted(mark, cell + 10, 20), { size: 20, bold: isNewest, anchor: 'middle' }),
        text(x, top - 12, year, { size: 16, fill: PALE, anchor: 'middle' }),
      ];
    }),
  ];
  const body = rows.flatMap(({ name, marks, isNothing }, index) => {
    const y = at(index);
    const newest = marks.at(-1) ?? null;
    return [
      `<line x1="${MARGIN}" y1="${y}" x2="${WIDTH - MARGIN}" y2="${y}" stroke="${LINE}"/>`,
      text(MARGIN, y + 29, fitted(name, left - MARGIN - 12, SIZE), { size: SIZE }),
      ...marks.flatMap((mark, column) => (mark === null ? [] : drawMark(mark, left + cell * column, y, cell))),
      newest === null
        ? ''
        : text(WIDTH - MARGIN - wordWidth + 12, y + 28, isNothing ? NOTHING : STANDING_WORDS[newest], {
            size: 20,
            bold: newest === 'missing',
            fill: COLOURS[newest].ink,
          }),
    ];
  });
  const end = at(rows.length);
  const foot = [
    `<line x1="${MARGIN}" y1="${end}" x2="${WIDTH - MARGIN}" y2="${end}" stroke="${LINE}"/>`,
    rest === 0 ? '' : text(MARGIN, end + 32, PICTURE.rest(rest), { size: 22, fill: INK }),
    text(WIDTH - MARGIN, end + (rest === 0 ? 34 : 66), madeAt, { size: 18, fill: PALE, anchor: 'end' }),
  ];
  return svgOf(WIDTH, end + (rest === 0 ? 56 : 88), [...head, ...body, ...foot]);
}

function legend(y: number, isOpen: boolean): string[] {
  const shown: readonly StandingNow[] = isOpen ? [...LEGEND, 'unsettled'] : LEGEND;
  const step = (WIDTH - 2 * MARGIN) / shown.length;
  return shown.flatMap((standing, index) => {
    const x = MARGIN + step * index;
    return [...drawMark(standing, x - 12, y, 54), text(x + 46, y + 28, STANDING_WORDS[standing], { size: 20 })];
  });
}

/** A mark as a path, for the usual fonts have none of them and drop them silently: a tick, a clock, a cross, a dash, a ring. */
function drawMark(mark: StandingNow, x: number, y: number, width: number): string[] {
  const { fill, ink } = COLOURS[mark];
  const [cx, cy] = [x + width / 2, y + ROW / 2];
  const stroke = `fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"`;
  const paths: Readonly<Record<typeof mark, string>> = {
    on_time: `<path d="M${cx - 9} ${cy + 1} l6 7 l12 -15" ${stroke}/>`,
    late: `<circle cx="${cx}" cy="${cy}" r="11" ${stroke}/><path d="M${cx} ${cy - 6} v7 h5" ${stroke}/>`,
    unsettled: `<path d="M${cx - 6} ${cy - 6} q0 -6 6 -6 q7 0 7 6 q0 4 -7 7 v3 m0 7 v1" ${stroke}/>`,
    missing: `<path d="M${cx - 8} ${cy - 8} l16 16 m0 -16 l-16 16" ${stroke}/>`,
    waived: `<path d="M${cx - 9} ${cy} h18" ${stroke}/>`,
    open: `<circle cx="${cx}" cy="${cy}" r="5" ${stroke}/>`,
  };
  return [box(x + 3, y + 3, width - 6, ROW - 6, fill, 'rx="6"'), paths[mark]];
}
