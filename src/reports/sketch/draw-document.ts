import { PICTURE } from '../../wording/picture.ts';
import { box, type Drawing, escaped, INK, PALE, svgOf, text } from '../picture/drawing.ts';
import { layOutPages, type Mark } from './lay-out.ts';
import { type Look, readLook } from './read-look.ts';

/** As many pages as are looked at before a template is taken: the first, and how the second one begins. */
const PAGES = 2;
/** Pixels in a point. */
const SCALE = 1.8;
const GAP = 24;
const NOTE = 56;
/** The font at hand is wider than Times New Roman: so much smaller, it is as wide. */
const NARROWER = 0.86;

/** The first pages of a .docx, one below the other: a sketch, and it says so. Throws where the file cannot be read. */
export function drawDocument(file: Uint8Array): Drawing {
  const look = readLook(file);
  const { pages, isCut } = layOutPages(look, PAGES);
  const [width, height] = [Math.round(look.page.width * SCALE), Math.round(look.page.height * SCALE)];
  const parts = pages.flatMap((marks, index) => {
    const top = NOTE + index * (height + GAP);
    return [
      box(0, top, width, height, '#ffffff'),
      `<g transform="translate(0 ${top}) scale(${SCALE})">`,
      ...marks.map(drawMark),
      index > 0 && look.hasNumbers ? numberOf(look, index + 1) : '',
      '</g>',
    ];
  });
  const end = NOTE + pages.length * (height + GAP);
  return svgOf(width, end + (isCut ? NOTE : 0), [
    box(0, 0, width, end + NOTE, '#e5e7eb'),
    text(width / 2, 36, PICTURE.sketch, { size: 22, fill: INK, anchor: 'middle' }),
    ...parts,
    isCut ? text(width / 2, end + 30, PICTURE.sketchGoesOn, { size: 22, fill: INK, anchor: 'middle' }) : '',
  ]);
}

function drawMark(mark: Mark): string {
  if (mark.mark === 'line') {
    const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
    return `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" stroke="#000000" stroke-width="0.6"/>`;
  }
  const { size, bold, italic } = mark.letters;
  const look = `${bold ? ' font-weight="700"' : ''}${italic ? ' font-style="italic"' : ''}`;
  // Stretched to what it would be in Times New Roman, so that lines break where they will and blanks stay what they are; a "1" would
  // only look odd, and stands in the middle of its room.
  const isOne = [...mark.text.normalize('NFC')].length === 1;
  const place = isOne
    ? `x="${fixed(mark.x + mark.width / 2)}" text-anchor="middle"`
    : `x="${fixed(mark.x)}" textLength="${fixed(mark.width)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text ${place} y="${fixed(mark.y)}" font-size="${fixed(size * NARROWER)}"${look} fill="#000000">${escaped(mark.text)}</text>`;
}

function numberOf({ page }: Look, number: number): string {
  return text(page.width / 2, Math.max(14, page.top - 24), String(number), { size: 12, fill: PALE, anchor: 'middle' });
}

function fixed(value: number): string {
  return value.toFixed(1);
}
