import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { extendDeadline } from '../../src/domain/deadline.ts';
import { drawCalendar } from '../../src/reports/picture/calendar-drawing.ts';
import { svgOf, text } from '../../src/reports/picture/drawing.ts';
import { rasterise } from '../../src/reports/picture/rasterise.ts';
import { drawRound } from '../../src/reports/picture/round-drawing.ts';
import { calendarPicture, roundPicture } from '../../src/reports/picture-data.ts';
import { at, createBench, ZONE } from '../support/bot-bench.ts';
import { makeRound, makeTwoMonths } from './rounds.ts';

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
    expect(picture.counts).toBe('Đúng hạn 29 · Muộn 2 · Chưa nộp 3 · Miễn 1 · trong số đã nộp có 1 không phát sinh');
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
    expect(before?.counts).toBe(
      'Đúng hạn 29 · Muộn 2 · Chưa đến hạn 3 · Miễn 1 · trong số đã nộp có 1 không phát sinh',
    );
  });

  it('tell a report of nothing from one with figures, and a deadline of the round from those some units were given', () => {
    const bench = createBench({ start: '2026-11-10 08:00' });
    makeRound(bench, {
      obligation: 'thang',
      period: '2026-11',
      report: (unit) => (unit === 'HBG' ? { nothingToReport: true, values: {} } : null),
    });
    const { store } = bench;
    const open = store.tasks.ofRound('thang', '2026-11').filter(({ state }) => state === 'open');
    for (const task of open.slice(0, 15))
      store.taskDecisions.setDeadline(task.id, { ...extendDeadline(task, '2026-11-20', ZONE), extended: 1 });
    const picture = roundPicture(bench.bot().desk, 'thang', '2026-11', at('2026-11-18 09:00'));
    if (picture === null) throw new Error('the round is not there');
    expect(picture.deadline).toBe('Hạn trước 18/11/2026 (chậm nhất hết thứ Ba 17/11) · 15 đơn vị có hạn riêng');
    expect(picture.counts).toBe(
      'Đúng hạn 1 · Muộn 0 · Chưa nộp 19 · Chưa đến hạn 15 · trong số đã nộp có 1 không phát sinh',
    );
    expect(drawRound(picture).svg.match(/>Không phát sinh</gu)).toHaveLength(1);
  });

  it('draw names that would break the picture as they are', () => {
    const { picture } = november();
    const drawing = drawRound({ ...picture, title: '<b>&"' });
    expect(drawing.svg).toContain('&lt;b&gt;&amp;&quot;');
  });

  it('draw the reporting year with every deadline, by its last good day', () => {
    const { bench } = november();
    const year = calendarPicture(bench.bot().desk, 2026);
    expect(year.deadlines.filter(({ reports }) => reports.length > 0)).toHaveLength(14);
    expect(year.deadlines).toContainEqual({ day: '2026-11-17', reports: ['Báo cáo tháng 11/2026'], compiled: [] });
    const half = ['Báo cáo 6 tháng đầu năm 2026'];
    expect(year.deadlines).toContainEqual({ day: '2026-06-14', reports: half, compiled: [] });
    // What the office owes itself, and nothing of all that cut short.
    const own = ['Báo cáo tổng hợp tháng 6/2026', 'Báo cáo tổng hợp 6 tháng đầu năm 2026'];
    expect(year.deadlines).toContainEqual({ day: '2026-06-20', reports: [], compiled: own });
    const { svg } = drawCalendar(year);
    expect(svg).toContain('LỊCH BÁO CÁO NĂM 2026');
    expect(svg.match(/stroke-dasharray/gu)).toHaveLength(1 + 12);
    expect(svg).not.toContain('…');
    expect(calendarPicture(bench.bot().desk, 2027).provisional).toBe(true);
  });
});
