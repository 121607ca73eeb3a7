import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { compileRound } from '../../src/actions/compile-round.ts';
import { makeFile } from '../../src/reports/print-file.ts';
import { drawDocument } from '../../src/reports/sketch/draw-document.ts';
import { layOutPages, type Mark } from '../../src/reports/sketch/lay-out.ts';
import { readLook } from '../../src/reports/sketch/read-look.ts';
import { fillTemplate } from '../../src/reports/word/fill.ts';
import { at, createBench } from '../support/bot-bench.ts';
import { makeTwoMonths } from './rounds.ts';

const EDITED = new Uint8Array(readFileSync('test/fixtures/mau-sua-trong-writer.docx'));

function november() {
  const bench = createBench({ start: '2026-09-20 08:00' });
  makeTwoMonths(bench);
  const round = compileRound(bench.bot().desk, 'thang', '2026-11', at('2026-11-20 09:00'));
  if (round === null) throw new Error('the round is not there');
  return round;
}

type Written = Extract<Mark, { mark: 'text' }>;

/** Lines as a reader sees them: what stands at one height, from left to right. */
function linesOf(marks: readonly Mark[]): { text: string; words: Written[] }[] {
  const words = marks.filter((mark): mark is Written => mark.mark === 'text');
  const byHeight = Map.groupBy(words, ({ y }) => y.toFixed(1));
  return [...byHeight]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, line]) => {
      const sorted = line.toSorted((a, b) => a.x - b.x);
      return { text: sorted.map(({ text }) => text).join(' '), words: sorted };
    });
}

describe('the sketch of a filled template', () => {
  it('shows the first two pages: head, blank number, title, text, table, everything between the margins', async () => {
    const look = readLook(await fillTemplate(EDITED, november()));
    const { pages, isCut } = layOutPages(look, 2);
    expect(isCut).toBe(true);
    expect(pages).toHaveLength(2);
    const [first = []] = pages;
    const lines = linesOf(first);
    const text = lines.map((line) => line.text).join('\n');
    expect(text).toContain('UBND TỈNH HẢI DƯƠNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('DỰ THẢO');
    expect(text).toMatch(/Số: ?\/ ?BC-SKHCN/u);
    expect(text).not.toMatch(/[{}]/u);
    const { page } = look;
    for (const { words } of lines) {
      const [from, to] = [words[0]?.x ?? 0, (words.at(-1)?.x ?? 0) + (words.at(-1)?.width ?? 0)];
      expect(from, words[0]?.text).toBeGreaterThanOrEqual(page.left - 1);
      expect(to, words.at(-1)?.text).toBeLessThanOrEqual(page.width - page.right + 1);
    }
    for (const marks of pages)
      for (const mark of marks) if (mark.mark === 'text') expect(mark.y).toBeLessThanOrEqual(page.height - page.bottom);
    // The title is bold, in capitals, in the middle of the page.
    const title = lines.find((line) => line.text === 'BÁO CÁO')?.words ?? [];
    expect(title.every(({ letters }) => letters.bold && letters.size === 14)).toBe(true);
    const [from, to] = [title[0]?.x ?? 0, (title.at(-1)?.x ?? 0) + (title.at(-1)?.width ?? 0)];
    expect((from + to) / 2).toBeCloseTo((page.left + page.width - page.right) / 2, 0);
  });

  it('is a picture in the colours of paper, with ink where the letters are', async () => {
    const made = await makeFile({
      make: 'template-trial',
      template: EDITED,
      totals: ['tong_hoi_nghi'],
      round: november(),
    });
    if ('problems' in made || made.picture == null) throw new Error('no picture was made');
    const { width, height, data } = PNG.sync.read(Buffer.from(made.picture));
    expect(height / width).toBeGreaterThan(2.5);
    // Telegram takes pictures whose sides add up to 10,000 pixels.
    expect(width + height).toBeLessThan(10_000);
    const dark = Array.from({ length: width * height }, (_, i) => data[i * 4] ?? 255).filter((red) => red < 90).length;
    expect(dark / (width * height)).toSatisfy((share: number) => share > 0.005 && share < 0.2);
    if (process.env.KEEP_PICTURES !== undefined) {
      mkdirSync(process.env.KEEP_PICTURES, { recursive: true });
      writeFileSync(`${process.env.KEEP_PICTURES}/thu-mau.png`, made.picture);
      writeFileSync(`${process.env.KEEP_PICTURES}/thu-mau.docx`, made.bytes);
    }
  });

  it('gives every word the room it has, short ones too: else blanks close up beside it or gape', async () => {
    const { svg } = drawDocument(await fillTemplate(null, november()));
    const words = [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/gu)].filter(
      ([, look]) => !look?.includes('font-size="22"'),
    );
    expect(words.length).toBeGreaterThan(200);
    const loose = words.filter(([, look = '']) => !/textLength=|text-anchor="middle"/u.test(look));
    expect(loose.map(([, , text]) => text)).toEqual([]);
  });

  it('is drawn in whole pixels, for else the font is forgotten', () => {
    const { width, svg } = drawDocument(EDITED);
    expect(Number.isInteger(width)).toBe(true);
    expect(svg).toMatch(/^<svg [^>]*width="\d+" height="\d+"/u);
  });
});
