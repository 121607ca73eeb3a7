import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { drawCalendar } from '../../src/reports/picture/calendar-drawing.ts';
import { svgOf, text } from '../../src/reports/picture/drawing.ts';
import { rasterise } from '../../src/reports/picture/rasterise.ts';
import { drawRound } from '../../src/reports/picture/round-drawing.ts';
import { calendarPicture, roundPicture } from '../../src/reports/picture-data.ts';
import { at, createBench } from '../support/bot-bench.ts';
import { makeTwoMonths } from './rounds.ts';

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';

/** How many pixels of a letter's picture are dark. */
async function darkPixels(letter: string): Promise<number> {
  const png = PNG.sync.read(Buffer.from(await rasterise(svgOf(60, 60, [text(10, 44, letter, { size: 36 })]))));
  let dark = 0;
  for (let pixel = 0; pixel < png.data.length; pixel += 4) if ((png.data[pixel] ?? 255) < 128) dark += 1;
  return dark;
}

function november() {
  const bench = createBench({ start: '2026-09-20 08:00' });
  makeTwoMonths(bench);
  const picture = roundPicture(bench.bot().desk, 'thang', '2026-11', at('2026-11-20 09:00'));
  if (picture === null) throw new Error('the round is not there');
  return { bench, picture };
}

describe('the pictures', () => {
  it('show every Vietnamese letter, and a mark that the font lacks would be dropped', async () => {
    const all = [...LETTERS, ...LETTERS.toLocaleUpperCase('vi')];
    const dark = await Promise.all(all.map(darkPixels));
    expect(all.filter((_, index) => (dark[index] ?? 0) < 20)).toEqual([]);
    expect(await darkPixels('✓')).toBe(0);
  });

  it('draw a round for a phone: those who are missing first, in words too, and light', async () => {
    const { picture } = november();
    expect(picture.rows.slice(0, 3).map(({ marks }) => marks.at(-1))).toEqual(['missing', 'missing', 'missing']);
    expect(picture.totals).toMatchObject({ onTime: 29, late: 2, missing: 3, waived: 1 });
    const drawing = drawRound(picture);
    expect(drawing.svg).toContain('Chưa nộp');
    expect(drawing.svg).not.toMatch(/[✓✗✔✘×]/u);
    const bytes = await rasterise(drawing);
    expect(PNG.sync.read(Buffer.from(bytes)).width).toBe(1080);
    expect(bytes.length).toBeLessThan(400_000);
  });

  it('do not call missing what is not due yet', () => {
    const { bench } = november();
    const before = roundPicture(bench.bot().desk, 'thang', '2026-11', at('2026-11-10 09:00'));
    expect(before?.rows.filter(({ marks }) => marks.at(-1) === 'missing')).toEqual([]);
    expect(before?.rows.filter(({ marks }) => marks.at(-1) === 'open')).toHaveLength(3);
  });

  it('draw names that would break the picture as they are', () => {
    const { picture } = november();
    const drawing = drawRound({ ...picture, title: '<b>&"' });
    expect(drawing.svg).toContain('&lt;b&gt;&amp;&quot;');
  });

  it('draw the reporting year with every deadline, by its last good day', () => {
    const { bench } = november();
    const year = calendarPicture(bench.bot().desk, 2026);
    expect(year.deadlines).toHaveLength(14);
    expect(year.deadlines).toContainEqual({ day: '2026-11-17', reports: ['Báo cáo tháng 11/2026'] });
    expect(year.deadlines).toContainEqual({ day: '2026-06-14', reports: ['Báo cáo 6 tháng đầu năm 2026'] });
    expect(drawCalendar(year).svg).toContain('LỊCH BÁO CÁO NĂM 2026');
    expect(calendarPicture(bench.bot().desk, 2027).provisional).toBe(true);
  });
});
