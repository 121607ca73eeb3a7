import { expect, it } from 'vitest';
import { hashCode } from '../../src/actions/secret-code.ts';
import { boardAddress, openBoardSite } from '../support/board-site.ts';

/** A coordinator at the board, without scripts. */
async function atBoard(now: string) {
  const site = openBoardSite('2026-10-10 08:30');
  const { bench, say, tú } = site;
  const an = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An' });
  await bench.liveTo(now);
  await say(tú, '/bang');
  const browser = site.visitor();
  await browser.post(boardAddress(bench, tú));
  const heard = (member: typeof an) => bench.texts(member).at(-1) ?? '';
  return { ...site, an, browser, heard };
}

it('the compiled report of a round is shown with its date, recorded after a preview, and taken back', async () => {
  const { browser, bench, an, tú } = await atBoard('2026-11-19 09:00');
  const period = await browser.look('/board/period/thang/2026-11');
  expect(period.text).toMatch(/Báo cáo tổng hợp Chưa ghi đã gửi\. Còn 1 ngày làm việc/u);
  expect(period.html).toContain('href="../../../board/compiled/thang/2026-11"');
  const list = await browser.look('/board/compiled');
  expect(list.text).toMatch(/Báo cáo tổng hợp tháng 11\/2026 UBND tỉnh 20\/11\/2026 0\/\d+ Chưa ghi đã gửi/u);
  const one = await browser.look('/board/compiled/thang/2026-11');
  expect((await browser.press(one, 'compiled', 'preview', { document: 'abc' })).text).toContain('Chưa thấy số văn bản');
  const odd = await browser.press(one, 'compiled', 'preview', { document: '215/BC-SKHCN', sentOn: '2026-11-20' });
  expect(odd).toMatchObject({ status: 422, text: expect.stringContaining('không sau hôm nay') });
  const shown = await browser.press(one, 'compiled', 'preview', { document: 'số 215/bc-skhcn', sentOn: '2026-11-19' });
  expect(shown.text).toMatch(/Xem lại trước khi ghi .*số 215\/BC-SKHCN ngày 19\/11\/2026 : đúng hạn/u);
  expect(bench.store.compiledReports.standing({ obligation: 'thang', period: '2026-11' })).toBeNull();
  const back = await browser.press(shown, 'compiled', 'back');
  expect(back.html).toContain('value="215/BC-SKHCN"');
  const recorded = await browser.pressOn(shown, 'compiled', 'yes');
  expect(recorded.text).toMatch(
    /Đã ghi nhận .*SKHCN-2026-11-.*Hoàn tác \(được đến 09:30\) .*Ghi lại số, ngày văn bản/u,
  );
  expect(recorded.text).not.toContain('gõ lại');
  expect((await browser.look('/board/compiled')).text).toContain('Đã gửi số 215/BC-SKHCN ngày 19/11/2026, đúng hạn');
  // The same preview once more: somebody's record stands there now, and is not replaced unseen.
  const stale = await browser.press(shown, 'compiled', 'yes');
  expect(stale.status).toBe(422);
  const undone = await browser.pressOn(recorded, 'undo', 'undo');
  expect(undone.text).toContain('Đã bỏ ghi nhận số 215/BC-SKHCN');
  expect(bench.store.compiledReports.standing({ obligation: 'thang', period: '2026-11' })).toBeNull();
  const deeds = bench.store.audit.about(['round:thang/2026-11'], 9).map(({ action, person }) => [action, person]);
  expect(deeds).toEqual([
    ['undo-send-compiled', tú.person],
    ['send-compiled', tú.person],
  ]);
  expect(bench.texts(an).join('\n')).not.toContain('215/BC-SKHCN');
  expect((await browser.look('/board/compiled/thang/2031-01')).status).toBe(404);
});

it('an invitation is made and its code said once; the open ones are listed, and one is taken back', async () => {
  const { browser, bench, tú } = await atBoard('2026-11-10 09:00');
  const page = await browser.look('/board/invitations');
  expect(page.text).toContain('Không có mã mời nào đang mở');
  expect(page.html).toMatch(/<option value="HCG">[^<]*\(chưa có đầu mối\)/u);
  expect(page.html).not.toContain('value="admin"');
  const made = await browser.pressOn(page, 'invite', 'make', { role: 'leader', unit: 'HCG' });
  const code = /\/batdau ([A-Z2-9]{10})/u.exec(made.text)?.[1] ?? '';
  expect(made.text).toMatch(/Mã mời lãnh đạo đơn vị, Ủy ban nhân dân huyện Cẩm Giàng/u);
  // Said once; what stays is the list.
  const later = await browser.look('/board/invitations');
  expect(later.text).not.toContain(code);
  const listed = /(\d+) lãnh đạo đơn vị, Ủy ban nhân dân huyện Cẩm Giàng 1 lượt .*? Lê Anh Tú/u.exec(later.text);
  const id = listed?.[1] ?? '';
  expect(bench.store.invitations.findByHash(hashCode(code))).toMatchObject({ role: 'leader', unit: 'HCG' });
  // A coordinator makes no administrator, whatever the form posts; nor an invitation into no unit.
  expect(await browser.press(later, 'invite', 'make', { role: 'admin' })).toMatchObject({ status: 422 });
  expect(await browser.press(later, 'invite', 'make', { role: 'liaison', unit: 'XYZ' })).toMatchObject({ status: 422 });
  const revoked = await browser.pressOn(later, 'revoke-invitation', 'revoke', { reason: 'Nhầm đơn vị' });
  expect(revoked.text).toMatch(/Đã thu hồi mã mời số \d+ .*Không có mã mời nào đang mở/u);
  expect(await browser.press(later, 'revoke-invitation', 'revoke')).toMatchObject({ status: 422 });
  expect(bench.store.audit.about([`invitation:${id}`, 'HCG'], 9).map(({ action, person }) => [action, person])).toEqual(
    [
      ['revoke-invitation', tú.person],
      ['invite', tú.person],
    ],
  );
});

it('a report is asked for once after a preview of what, until when and of whom; and withdrawn with a reason', async () => {
  const { browser, bench, an } = await atBoard('2026-11-10 09:00');
  const page = await browser.look('/board/request');
  const typed = { title: 'Báo cáo về an toàn thông tin', who: 'units', units: ['HBG', 'HCG'], dueOn: '2026-11-12' };
  expect(await browser.press(page, 'request', 'preview', { ...typed, title: ' ' })).toMatchObject({ status: 422 });
  expect(await browser.press(page, 'request', 'preview', { ...typed, units: [] })).toMatchObject({ status: 422 });
  const over = await browser.press(page, 'request', 'preview', { ...typed, dueOn: '2026-11-09' });
  expect(over).toMatchObject({ status: 422 });
  expect(over.html).toContain('value="Báo cáo về an toàn thông tin"');
  const shown = await browser.press(page, 'request', 'preview', typed);
  expect(shown.text).toMatch(/Hạn: chậm nhất hết thứ Năm 12\/11\/2026 .*phải nộp \(2\): .*Chưa có ai tham gia bot: 1/u);
  expect(bench.store.oneOffs.all()).toEqual([]);
  const back = await browser.press(shown, 'request', 'back');
  expect(back.html).toMatch(/value="HCG" checked/u);
  const sent = await browser.pressOn(shown, 'request', 'send');
  expect(sent.text).toMatch(/tới 1 người của 2 đơn vị.*Báo cáo về an toàn thông tin .*12\/11.* 0\/2/u);
  await bench.clock.advance(60_000);
  expect(bench.texts(an).at(-1)).toContain('an toàn thông tin');
  expect(await browser.press(sent, 'withdraw-request', 'withdraw', { reason: ' ' })).toMatchObject({ status: 422 });
  const gone = await browser.pressOn(sent, 'withdraw-request', 'withdraw', { reason: 'Không cần nữa' });
  expect(gone.text).toMatch(/Đã rút “Báo cáo về an toàn thông tin”.*Không có báo cáo đột xuất nào đang mở/u);
  expect(bench.store.audit.about(['dx_1'], 9).map(({ action }) => action)).toEqual(['withdraw-one-off', 'ask-one-off']);
});
