import { expect, it } from 'vitest';
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
