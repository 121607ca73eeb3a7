import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { DESK, describeBoard, expectNoSidewaysScroll, goTo, PHONE, SHOTS, shot } from './open-board.ts';

describeBoard('the board in a browser', (open) => {
  test.each([
    ['phone', PHONE],
    ['desk', DESK],
    ['phone-no-script', { ...PHONE, javaScriptEnabled: false }],
  ])('every page is readable on: %s', async (name, device) => {
    const { page, done } = await open(device);
    const look = async (what: string) => {
      await expectNoSidewaysScroll(page);
      // What axe finds does not depend on the width, and costs more time than all else here.
      if (name === 'phone') expect([what, await seriousFindings(page)]).toEqual([what, []]);
      await shot(page, `${name}-${what}`);
    };
    // Four ways of every day, and the rest behind a press: a phone shows the table on its first screen. At a desk all stand there.
    const shown = await page.getByRole('navigation').getByRole('link').count();
    expect(shown).toBe(name === 'desk' ? 13 : 4);
    await look('matrix');
    await page.getByLabel('Tìm đơn vị').fill('binh giang');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.getByText(/^1 trong/).waitFor();
    await page
      .getByRole('rowheader', { name: /Bình Giang/ })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { name: /Bình Giang \(HBG\)/ }).waitFor();
    await look('unit');
    await page.getByRole('link', { name: 'Báo cáo tháng 11/2026' }).first().click();
    await page.getByRole('heading', { name: 'Trả lại để sửa' }).waitFor();
    await look('task');
    await page.getByRole('link', { name: 'Trang của kỳ' }).click();
    await page.getByRole('heading', { name: 'Báo cáo tháng 11/2026', level: 1, exact: true }).waitFor();
    await look('period');
    for (const way of ['Đôn đốc các đơn vị chưa nộp', 'Gia hạn']) {
      await page.getByRole('link', { name: way, exact: true }).click();
      await page.getByRole('heading', { name: way.slice(0, 7), level: 1 }).waitFor();
      await look(way.slice(0, 7));
      await page.goBack();
    }
    const pages = ['Chờ duyệt', 'Cần gọi', 'Thông báo', 'Vướng mắc', 'Tin chưa đến', 'Bot, bản sao', 'Phiên đăng nhập'];
    for (const link of pages) {
      await goTo(page, link);
      await look(link);
    }
    await page.getByRole('button', { name: 'Thoát' }).click();
    await page.getByText('Đã thoát khỏi bảng').waitFor();
    expect(await page.getByRole('link', { name: /Mở bảng/ }).count()).toBe(0);
    done();
  });

  test.each([
    ['keyboard', DESK],
    ['phone-no-script', { ...PHONE, javaScriptEnabled: false }],
  ])('a report is sent back and that is undone, and a notice is written: %s', async (name, device) => {
    const { page, bench, done } = await open(device);
    const task = () => bench.task('HBG', '2026-11');
    const press = async (button: string): Promise<void> => {
      const found = page.getByRole('button', { name: button, exact: true });
      if (name !== 'keyboard') return found.click();
      await found.focus();
      await page.keyboard.press('Enter');
    };
    await page.goto(new URL(`board/task/${task().id}`, page.url().replace(/board.*$/u, '')).href);
    await page.getByLabel('Hội nghị, tập huấn').press('Space');
    await press('Trả lại để sửa');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Hội nghị, tập huấn').isChecked()).toBe(true);
    await page.getByLabel('Lý do').fill('Chưa khớp văn bản');
    await press('Trả lại để sửa');
    await page.getByRole('status').getByText('Đã trả lại để sửa').waitFor();
    expect(task()).toMatchObject({ state: 'returned', objected: '["hoi_nghi"]' });
    await shot(page, `${name}-returned`);
    await page.getByRole('button', { name: /^Hoàn tác/ }).press('Enter');
    await page.getByRole('heading', { name: 'Tình hình nộp báo cáo' }).waitFor();
    expect(task().state).toBe('submitted');
    await goTo(page, 'Thông báo');
    await page.getByRole('link', { name: 'Soạn thông báo' }).click();
    await page.getByRole('textbox', { name: /^Nội dung/ }).fill('x'.repeat(1490));
    if (name === 'keyboard') {
      await page.getByText('Còn 10 ký tự').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.getByRole('textbox', { name: /^Nội dung/ }).fill('Mời họp lúc 8h.');
    await press('Xem trước và xem người nhận');
    await page.getByText('Nguyễn Văn An').waitFor();
    await shot(page, `${name}-notice`);
    await press('Gửi cho 1 người');
    await page.getByText('Đang gửi thông báo số 1 tới 1 người').waitFor();
    await expectNoSidewaysScroll(page);
    done();
  });

  test('follows what happens by itself, keeps the reader’s place, and closes with the role', async () => {
    const { page, bench, an, tú } = await open(DESK);
    const cell = page
      .getByRole('row', { name: /Bình Giang/ })
      .getByRole('cell')
      .first();
    await expect.poll(() => cell.textContent()).toBe('Đúng hạn');
    // What is half typed is not thrown away by it, wherever the focus is; once it is gone, the change comes.
    await page.getByLabel('Tìm đơn vị').fill('huyện');
    await page.getByRole('heading', { name: 'Chú giải' }).click();
    bench.submit(an, 'HBG', '2026-11');
    await page.waitForTimeout(300);
    expect(await page.getByLabel('Tìm đơn vị').inputValue()).toBe('huyện');
    await page.getByLabel('Tìm đơn vị').fill('');
    await page.getByRole('heading', { name: 'Chú giải' }).click();
    await page.getByText('Đã cập nhật lúc').waitFor();
    bench.store.people.leave(tú.person, 'coordinator', null, bench.clock.now());
    await page.getByText('Phiên đăng nhập đã kết thúc').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Cần đăng nhập' }).waitFor();
  });

  test('throws away nothing that was begun to be typed while the page was on its way, and misses no change', async () => {
    const { page, bench, an } = await open(DESK);
    const held: (() => void)[] = [];
    await page.route('**/board', async (route) => {
      const answer = await route.fetch();
      await new Promise<void>((resolve) => held.push(resolve));
      await route.fulfill({ response: answer });
    });
    bench.submit(an, 'HBG', '2026-11');
    await expect.poll(() => held.length).toBe(1);
    await page.getByLabel('Tìm đơn vị').fill('huyện');
    held[0]?.();
    await page.waitForTimeout(300);
    expect(await page.getByLabel('Tìm đơn vị').inputValue()).toBe('huyện');
    await page.unroute('**/board');
    await page.getByLabel('Tìm đơn vị').fill('');
    await page.getByRole('heading', { name: 'Chú giải' }).click();
    await page.getByText('Đã cập nhật lúc').waitFor();
  });

  test('listens again after an error page in the bot’s place, and says so when the session has ended meanwhile', async () => {
    const { page, bench, an, tú } = await open(DESK);
    const broken = async (): Promise<void> => {
      await page.route('**/board/events*', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
      await page.reload();
      await page.getByText('Mất kết nối').waitFor();
    };
    await broken();
    bench.submit(an, 'HBG', '2026-11');
    await page.unroute('**/board/events*');
    await page.getByText('Đã cập nhật lúc').waitFor();
    await broken();
    bench.store.people.leave(tú.person, 'coordinator', null, bench.clock.now());
    await page.unroute('**/board/events*');
    await page.getByText('Phiên đăng nhập đã kết thúc').waitFor();
  });

  test('goes by keyboard, and prints on A4', async () => {
    const { page, done } = await open(DESK);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.name')).toBe('tim');
    await page.keyboard.type('hbg');
    await page.keyboard.press('Enter');
    await page.getByText(/^1 trong/).waitFor();
    await page.goBack();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    // A footer group would be printed at the end of every sheet, in the middle of the units.
    expect(await page.locator('tfoot').evaluate((sums) => getComputedStyle(sums).display)).toBe('table-row-group');
    await page.pdf({ path: join(SHOTS, 'board-print.pdf'), preferCSSPageSize: true });
    done();
  });
});
