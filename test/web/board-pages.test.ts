import { expect, it } from 'vitest';
import { announce } from '../../src/actions/send-notice.ts';
import { waiveTasks } from '../../src/actions/waive-tasks.ts';
import { asSeen } from '../support/as-seen.ts';
import { boardAddress, openBoardSite } from '../support/board-site.ts';

/** A round with something of everything, and a coordinator at the board. */
async function withRound() {
  const site = openBoardSite('2026-10-10 08:30');
  const { bench, say, tú } = site;
  const an = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An' });
  const chi = bench.join('liaison', 'HCG', { name: 'Trần Thị Chi' });
  await bench.liveTo('2026-11-10 08:30');
  const words = 'Ba hội nghị, <b>đủ</b> & "hay".';
  bench.submit(an, 'HBG', '2026-11', {
    nothingToReport: false,
    values: { hoi_nghi: 3, nguoi_du: 1250, ket_qua: words },
  });
  bench.submit(an, 'HBG', '2026-11', {
    nothingToReport: false,
    values: { hoi_nghi: 4, nguoi_du: 1250, ket_qua: words },
  });
  const reason = 'Đơn vị sáp nhập';
  const act = { person: tú.person, at: bench.clock.now() };
  const { desk } = bench.bot();
  const waived = waiveTasks(desk, act, { ...asSeen(desk, bench.task('HCG', '2026-11')), reason });
  expect(waived.ok).toBe(true);
  await say(chi, '/vuongmac Chưa có hướng dẫn về kinh phí');
  await say(tú, '/bang');
  const browser = site.visitor();
  await browser.post(boardAddress(bench, tú));
  return { ...site, an, chi, browser, read: async (path: string) => (await browser.look(`/board${path}`)).text };
}

it('the matrix says how each unit stands in each period, and counts', async () => {
  const { browser, read } = await withRound();
  const { html, text } = await browser.look('/board');
  expect(html).toMatch(
    /<tr><th scope="row"><a href="board\/unit\/HBG">[^<]*Bình Giang<\/a><\/th><td class="tone-good">Đúng hạn<\/td>/u,
  );
  expect(html).toMatch(
    /Cẩm Giàng<\/a><\/th><td class="tone-waived">Miễn<\/td><td class="tone-missing">Chưa nộp<\/td>/u,
  );
  expect(text).toMatch(/Chú giải Đúng hạn Muộn Chưa nộp \(đã quá hạn\) Chưa đến hạn Miễn/u);
  expect(html).toContain('<th scope="col"><a href="board/period/');
  // Search and filter stand in the address, whatever else is typed there.
  expect(await read('?tim=binh+giang')).toMatch(/1 trong \d+ đơn vị/u);
  expect(await read('?tim=%3Cscript%3E&tinh-trang=x&so-ky=-1&sap-xep=%00')).toMatch(
    /0 trong \d+ đơn vị.*Không có đơn vị nào khớp/u,
  );
  const waived = await read('?tinh-trang=waived');
  expect(waived).toContain('Cẩm Giàng');
  expect(waived).toMatch(/1 trong/u);
  expect((await browser.look('/board?tim=%3Cscript%3E')).html).not.toContain('<script>');
});

it('"waived" and "extended" never hide what came', async () => {
  const { bench, browser, an } = await withRound();
  bench.store.tasks.move(bench.task('HCG', '2026-11').id, 'owe-again', null);
  const { id } = bench.task('HBG', '2026-11');
  bench.store.tasks.move(id, 'return', 'Thiếu số liệu');
  bench.store.taskDecisions.setDeadline(id, {
    ...bench.task('HBG', '2026-11'),
    lastGoodDay: '2026-11-20',
    extended: 1,
  });
  expect((await browser.look('/board?tim=HBG')).text).toContain('Đúng hạn, đã trả lại, gia hạn 20/11');
  bench.store.tasks.move(id, 'waive', 'Sáp nhập');
  expect((await browser.look('/board?tim=HBG')).text).toContain('Miễn, đã nộp đúng hạn, gia hạn 20/11');
  expect(an.name).toBe('Nguyễn Văn An');
});

it('a unit’s page has its people, versions with what changed, deliveries and what was done', async () => {
  const { read, browser } = await withRound();
  const page = await read('/unit/HBG');
  expect(page).toMatch(/Nguyễn Văn An cán bộ đầu mối/u);
  expect(page).toMatch(/2 08:30 ngày 10\/11\/2026 mẫu điền sẵn Hội nghị, tập huấn: 3 → 4 HBG-2026-11-2/u);
  expect(page).toContain('Ba hội nghị, <b>đủ</b> & "hay".');
  expect((await browser.look('/board/unit/HBG')).html).not.toContain('<b>đủ');
  expect(page).toMatch(/Tin nhắc đã gửi gần đây .* Báo cáo tháng 10\/2026 Nguyễn Văn An \S+ đã đến/u);
  expect(page).toMatch(/Nhật ký gần đây .*nộp báo cáo Nguyễn Văn An/u);
  const other = await read('/unit/HCG');
  expect(other).toMatch(/miễn nộp Lê Anh Tú Đơn vị sáp nhập/u);
});

it('a unit’s page names who stands in for whom, until it is over', async () => {
  const { read, bench, an } = await withRound();
  const hoa = bench.join('staff', 'HBG', { name: 'Trần Thị Hoa' });
  const parts = { unit: 'HBG', absent: an.person, substitute: hoa.person, proposedBy: an.person };
  const id = bench.store.standIns.add({ ...parts, from: '2026-11-12', until: '2027-01-20', at: bench.clock.now() });
  const line = 'Trần Thị Hoa thay Nguyễn Văn An từ 12/11 đến hết 20/01/2027 (chờ trả lời)';
  expect(await read('/unit/HBG')).toContain(line);
  expect(await read('/unit/HCG')).not.toContain('thay Nguyễn Văn An');
  bench.store.standIns.move(id, 'ended', 0, bench.clock.now());
  expect(await read('/unit/HBG')).not.toContain('thay Nguyễn Văn An');
});

it('a period’s page has figures, totals and texts; who only looks reads no words of people', async () => {
  const { read, browser, say, tú, bench, visitor } = await withRound();
  const [, path = ''] = /href="board(\/period\/[^"]+2026-11)"/u.exec((await browser.look('/board')).html) ?? [];
  const page = await read(path);
  expect(page).toMatch(/Đúng hạn 1 · Muộn 0 · Chưa đến hạn 33 · Miễn 1/u);
  expect(page).toMatch(/Tổng cộng 4 1\.250/u);
  expect(page).toContain('Ba hội nghị, <b>đủ</b>');
  expect(page).toContain('Đơn vị sáp nhập');
  await say(tú, '/bang xem');
  const address = boardAddress(bench, tú);
  const looked = await visitor().look(`${address}${path}`);
  expect(looked.text).toMatch(/Tổng cộng 4 1\.250/u);
  expect(looked.text).not.toMatch(/Ba hội nghị|sáp nhập|Lê Anh Tú|Nguyễn Văn An/u);
  expect(looked.html).not.toContain('unit/');
});

it('notices person by person, difficulties, what did not arrive, and the bots', async () => {
  const { bench, read, tú, browser } = await withRound();
  const order = {
    audience: { to: 'all' },
    text: 'Mời họp <chiều> thứ Sáu',
    file: null,
    wantsReceipt: true,
    sendAt: null,
    again: false,
  } as const;
  const sent = announce(bench.bot().desk, { person: tú.person, at: bench.clock.now() }, order);
  expect(sent.ok).toBe(true);
  await bench.tick();
  await bench.clock.advance(10_000);
  expect(await read('/notices')).toMatch(/1 08:\d\d ngày 10\/11\/2026 Mời họp <chiều> thứ Sáu Lê Anh Tú 2 0 0 0/u);
  expect(await read('/notices/1')).toMatch(/Nguyễn Văn An \S+ Bình Giang đã đến/u);
  expect(await read('/tickets')).toMatch(/1 .*Cẩm Giàng Trần Thị Chi Chưa có hướng dẫn về kinh phí/u);
  expect(await read('/tickets/1')).toMatch(/chờ trả lời.*Chưa có hướng dẫn.*Gửi câu trả lời/u);
  expect(await read('/undelivered')).toContain('Đơn vị chưa liên lạc được qua bot');
  expect(await read('/health')).toMatch(
    /tốt .*Bản sao liên tục không dùng .*Khôi phục gần nhất chưa lần nào .*Mã kiểm \w{12}/u,
  );
  for (const path of [
    '/unit/KHONG',
    '/unit/HBG/x',
    '/period/x/2026-11',
    '/period/x',
    '/notices/99',
    '/notices/x',
    '/tickets/99',
    '/nothing',
    '/enter',
    '/view',
  ])
    expect([path, (await browser.look(`/board${path}`)).status]).toEqual([path, 404]);
});
