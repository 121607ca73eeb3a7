import { expect, it } from 'vitest';
import { boardAddress, openBoardSite } from '../support/board-site.ts';

it('the files of a round and the year’s calendar are taken at the board, as in chat, and stand on record', async () => {
  const { bench, say, tú, visitor } = openBoardSite('2026-11-10 08:30');
  await bench.tick();
  await say(tú, '/bang');
  const browser = visitor();
  await browser.post(boardAddress(bench, tú));
  const page = await browser.look('/board/period/thang/2026-11');
  const links = [...page.html.matchAll(/href="([^"]*files\/[a-z]+\/thang~2026-11)"/gu)].map(([, to]) => to ?? '');
  expect(links).toHaveLength(4);
  const heads: Record<string, string> = { word: 'PK', excel: 'PK', csv: '\u00ef\u00bb', picture: '\u0089P' };
  for (const [format, head] of Object.entries(heads)) {
    const file = await browser.fetch(`/board/files/${format}/thang~2026-11`);
    expect([format, file.status, Buffer.from(file.bytes.subarray(0, 2)).toString('latin1')]).toEqual([
      format,
      200,
      head,
    ]);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="thang-2026-11/u);
  }
  const calendar = await browser.fetch('/board/files/calendar/2026');
  expect(calendar.headers.get('content-type')).toBe('image/png');
  expect((await browser.look('/board/compiled')).html).toContain('files/calendar/2026');
  const exports = bench.store.audit.about(['round:thang/2026-11', 'calendar:2026'], 20);
  expect(exports.filter(({ action }) => action === 'export')).toHaveLength(5);
});

it('a file of what is not there, or without a session, is not given', async () => {
  const { bench, say, tú, visitor } = openBoardSite('2026-11-10 08:30');
  expect((await visitor().fetch('/board/files/excel/thang~2026-11')).status).toBe(401);
  await bench.tick();
  await say(tú, '/bang');
  const browser = visitor();
  await browser.post(boardAddress(bench, tú));
  for (const odd of [
    'excel/thang~2031-01',
    'excel/thang',
    'excel/x~y~z',
    'word/__proto__~2026-11',
    'calendar/1e3',
    'pdf/thang~2026-11',
  ])
    expect([odd, (await browser.fetch(`/board/files/${odd}`)).status]).toEqual([odd, 404]);
});
