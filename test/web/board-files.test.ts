import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it, onTestFinished } from 'vitest';
import { createBoard } from '../../src/assembly/board.ts';
import { buildTemplate } from '../../src/reports/word/template.ts';
import { createLandingPlace } from '../../src/store/landing.ts';
import { boardAddress, openBoardSite } from '../support/board-site.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EDITED = readFileSync('test/fixtures/mau-sua-trong-writer.docx');

const fileOf = (bytes: Uint8Array, name: string): File => new File([new Uint8Array(bytes)], name, { type: WORD });

async function atBoard() {
  const site = openBoardSite('2026-11-10 08:30');
  const { bench, say, tú } = site;
  const ba = bench.join('coordinator', null, { name: 'Phạm Văn Ba' });
  const an = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An' });
  await bench.tick();
  await say(tú, '/bang');
  const browser = site.visitor();
  await browser.post(boardAddress(bench, tú));
  const settle = (): Promise<void> => bench.bot().printer.whenIdle();
  const deeds = (subject: string) => bench.store.audit.about([subject], 9).map(({ action }) => action);
  return { ...site, ba, an, browser, settle, deeds };
}

it('a template is tried out at the board, looked at, taken or not, and the one before comes back', async () => {
  const { browser, bench, tú, ba, settle } = await atBoard();
  const page = await browser.look('/board/template');
  expect(page.text).toMatch(/Đang dùng mẫu kèm theo kế hoạch .*Chưa đổi mẫu lần nào.*\{\{tong_hoi_nghi\}\}/u);
  const shipped = await browser.fetch('/board/files/template/now');
  expect(shipped.bytes.subarray(0, 2).toString()).toBe('PK');
  expect(await browser.send(page, 'try-template', null)).toMatchObject({ status: 422 });
  const picture = new File([readFileSync('docs/room.png')], 'mẫu.docx', { type: WORD });
  expect((await browser.send(page, 'try-template', picture)).text).toContain('Mẫu phải là tệp Word');
  const before = bench.texts(tú).length;
  const sent = await browser.sendOn(page, 'try-template', fileOf(EDITED, 'mẫu mới.docx'));
  expect(sent.text).toMatch(/Đã nhận “mẫu mới\.docx”.*Lê Anh Tú gửi lúc .*Đang điền thử/u);
  await settle();
  const shown = await browser.look('/board/template');
  expect(shown.html).toMatch(/<img src="\.\.\/board\/files\/trial-picture\/1" alt="Trang đầu/u);
  const drawn = await browser.fetch('/board/files/trial-picture/1');
  expect(drawn.headers.get('content-type')).toBe('image/png');
  expect(drawn.headers.get('content-disposition')).toMatch(/^inline/u);
  expect(drawn.bytes.length).toBeGreaterThan(5000);
  expect((await browser.fetch('/board/files/trial/1')).bytes.subarray(0, 2).toString()).toBe('PK');
  // Looked at on the board, so the chat has nothing of it; and nothing is in force yet.
  expect(bench.texts(tú)).toHaveLength(before);
  expect(bench.store.templates.inForce().current).toBeNull();
  const taken = await browser.pressOn(shown, 'take-template', 'take-template');
  expect(taken.text).toMatch(/mẫu mới\.docx.* Đang dùng mẫu mới\.docx, từ /u);
  expect(taken.html).not.toContain('trial-picture');
  expect((await browser.fetch('/board/files/template/now')).bytes).toEqual(EDITED);
  await bench.clock.advance(60_000);
  expect(bench.texts(ba).at(-1)).toContain('Lê Anh Tú vừa đổi mẫu Word');
  const back = await browser.pressOn(taken, 'end-template', 'end-template');
  expect(back.text).toMatch(/Đang dùng mẫu kèm theo kế hoạch .*Lê Anh Tú/u);
  // A press on a page that is out of date changes nothing.
  expect(await browser.press(taken, 'end-template', 'end-template')).toMatchObject({ status: 422 });
});

it('a template with a fault is refused with what to mend, and one that is not wanted is put away', async () => {
  const { browser, bench, settle, deeds } = await atBoard();
  const page = await browser.look('/board/template');
  const parts = unzipSync(new Uint8Array(await buildTemplate()));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('{{can_cu}}', '{{can_cu_phap_ly}}');
  const torn = zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
  await browser.send(page, 'try-template', fileOf(torn, 'hỏng.docx'));
  await settle();
  const told = await browser.look('/board/template');
  expect(told.text).toMatch(/Chưa dùng được mẫu “hỏng\.docx”.*Không có tên \{\{can_cu_phap_ly\}\}/u);
  expect(told.html).not.toContain('value="take-template"');
  expect((await browser.pressOn(told, 'refuse-template', 'refuse-template')).text).not.toContain('Điền thử: hỏng');
  await browser.send(page, 'try-template', fileOf(EDITED, 'không ưng.docx'));
  await settle();
  const put = await browser.pressOn(await browser.look('/board/template'), 'refuse-template', 'refuse-template');
  expect(put.text).toMatch(/Không dùng mẫu “không ưng\.docx”/u);
  expect(bench.store.templates.taken(9)).toEqual([]);
  expect(deeds('template-trial:2')).toEqual(['refuse-template']);
});

it('materials are put in with a file, replaced, found by the units, and taken out with a reason', async () => {
  const { browser, an, say, deeds } = await atBoard();
  const page = await browser.look('/board/materials');
  const typed = { title: 'Đề cương tháng 11', body: '' };
  // Neither file nor words: nothing to give.
  const bare = await browser.send(page, 'material', null, typed);
  expect(bare).toMatchObject({ status: 422 });
  expect(bare.html).toContain('value="Đề cương tháng 11"');
  const put = await browser.sendOn(page, 'material', fileOf(EDITED, 'đề cương.docx'), typed);
  expect(put.text).toMatch(/Đã đưa vào tài liệu số 1.*Đề cương tháng 11 .*đề cương\.docx/u);
  const given = await browser.fetch('/board/files/material/1');
  expect(given.bytes).toEqual(EDITED);
  expect(given.headers.get('content-disposition')).toMatch(/^attachment/u);
  expect(await say(an, '/tailieu đề cương')).toContain('Đề cương tháng 11');
  const one = await browser.look('/board/materials/1');
  const again = await browser.sendOn(one, 'material', null, {
    title: 'Đề cương mới',
    body: 'https://example.gov.vn/a',
  });
  expect(again.text).toMatch(/Đã thay bằng bản mới, số 2/u);
  // The number that was handed out leads to what replaced it.
  const next = await browser.look('/board/materials/1');
  expect(next.text).toMatch(/Tài liệu số 2: Đề cương mới .*https:\/\/example\.gov\.vn\/a/u);
  expect(await browser.press(next, 'remove-material', 'remove', { reason: ' ' })).toMatchObject({ status: 422 });
  const gone = await browser.pressOn(next, 'remove-material', 'remove', { reason: 'Hết hiệu lực' });
  expect(gone.text).toMatch(/Đã bỏ tài liệu “Đề cương mới”.*Chưa có tài liệu nào/u);
  expect([...deeds('material:1'), ...deeds('material:2')]).toEqual([
    'add-material',
    'remove-material',
    'replace-material',
  ]);
  expect((await browser.fetch('/board/files/material/1')).status).toBe(404);
});

it('a file of an odd kind, from elsewhere, without the key or without a session is not taken', async () => {
  const { browser, bench, visitor } = await atBoard();
  const page = await browser.look('/board/materials');
  const typed = { title: 'Kịch bản', body: 'x' };
  const script = new File(['<script>alert(1)</script>'], 'a.html', { type: 'text/html' });
  expect((await browser.send(page, 'material', script, typed)).text).toMatch(/Tệp “a\.html” chưa nhận được/u);
  const word = fileOf(EDITED, 'a.docx');
  const from = { 'sec-fetch-site': 'cross-site' };
  expect(await browser.send(page, 'material', word, typed, from)).toMatchObject({ status: 403 });
  expect(await browser.send(page, 'material', word, { ...typed, key: 'x' })).toMatchObject({ status: 403 });
  expect(await browser.send(page, 'material', word, { ...typed, act: 'accept' })).toMatchObject({ status: 404 });
  expect(await visitor().send(page, 'material', word, typed)).toMatchObject({ status: 401 });
  expect((await visitor().fetch('/board/files/template/now')).status).toBe(401);
  expect((await browser.fetch('/board/files/material/__proto__')).status).toBe(404);
  const huge = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.docx', { type: WORD });
  expect(await browser.send(page, 'material', huge, typed)).toMatchObject({ status: 413 });
  expect(bench.store.materials.inUse()).toEqual([]);
  // Nothing is left of any of them, so the next one is taken.
  expect((await browser.sendOn(page, 'material', word, typed)).text).toContain('Đã đưa vào tài liệu số 1');
});

it('a disk that takes no file for a while takes no place from the next one', () => {
  const { bench, tú } = openBoardSite();
  const { desk } = bench.bot();
  const folder = join(mkdtempSync(join(tmpdir(), 'board-')), 'later');
  onTestFinished(() => rmSync(dirname(folder), { recursive: true, force: true }));
  const landing = createLandingPlace(join(folder, 'bot.sqlite'));
  const board = createBoard(desk, bench.clock, { lagMs: null, landing, template: () => null, onDone: () => {} });
  const session = { id: 1, person: tú.person, name: '', formKey: '' };
  for (let time = 0; time < 3; time += 1) expect(() => board.receive(session)).toThrow('ENOENT');
  mkdirSync(folder);
  const uploads = [board.receive(session), board.receive(session), board.receive(session)];
  expect(uploads.map((one) => one === null)).toEqual([false, false, true]);
  for (const upload of uploads) upload?.release();
});
