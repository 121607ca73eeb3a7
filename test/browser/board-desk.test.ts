import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { DESK, describeBoard, expectNoSidewaysScroll, goTo, PHONE, shot } from './open-board.ts';

const EDITED = 'test/fixtures/mau-sua-trong-writer.docx';

describeBoard('what the office sets up, at the board in a browser', (open) => {
  test.each([
    ['desk', DESK],
    ['phone', PHONE],
    ['phone-no-script', { ...PHONE, javaScriptEnabled: false }],
  ])('the compiled report, one-off reports, materials, the template and invitations: %s', async (name, device) => {
    const { page, bench, done } = await open(device);
    const look = async (what: string) => {
      await expectNoSidewaysScroll(page);
      if (name === 'phone') expect([what, await seriousFindings(page)]).toEqual([what, []]);
      await shot(page, `${name}-${what}`);
    };
    const go = (link: string) => goTo(page, link);
    const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click();

    await go('Tổng hợp');
    await look('compiled-list');
    await page.getByRole('link', { name: 'Báo cáo tổng hợp tháng 10/2026' }).click();
    await page.getByLabel('Số, ký hiệu của văn bản').fill('198/BC-SKHCN');
    await page.getByLabel('Ngày gửi').fill('2026-10-20');
    await press('Xem trước khi ghi');
    await page.getByText('Xem lại trước khi ghi').waitFor();
    await look('compiled-preview');
    await press('Ghi nhận');
    await page.getByText('Đã ghi nhận').waitFor();
    await look('compiled-done');

    await go('Đột xuất');
    await page.getByLabel('Tên báo cáo').fill('Báo cáo đột xuất về an toàn thông tin');
    await page.getByLabel('Đơn vị phải báo cáo').selectOption({ label: 'Các đơn vị chọn bên dưới' });
    await page.getByText('Chọn đơn vị', { exact: true }).click();
    await page.getByLabel('Huyện Bình Giang').check();
    await page.getByLabel('Hạn nộp').fill('2026-11-13');
    await look('one-off');
    await press('Xem trước yêu cầu');
    await page.getByText('Xem lại yêu cầu báo cáo đột xuất').waitFor();
    await look('one-off-preview');
    await press('Gửi yêu cầu');
    await page.getByText('tới 1 người của 1 đơn vị').waitFor();
    await look('one-off-done');

    await go('Tài liệu');
    await page.getByLabel('Tên tài liệu').fill('Đề cương tuyên truyền tháng 11');
    await page.getByLabel('Tệp (nếu có)').setInputFiles(EDITED);
    await look('materials');
    await press('Đưa tài liệu vào');
    await page.getByText('Đã đưa vào tài liệu số 1').waitFor();
    await page.getByRole('link', { name: '1', exact: true }).click();
    await page.getByRole('heading', { name: /^Tài liệu số 1/ }).waitFor();
    await look('material');

    await go('Mẫu Word');
    await page.getByLabel('Tệp Word (.docx)').setInputFiles(EDITED);
    await press('Điền thử mẫu này');
    await page.getByText('đang điền thử. Kết quả').waitFor();
    await bench.bot().printer.whenIdle();
    if (name.includes('no-script')) await page.reload();
    const picture = page.getByRole('img', { name: 'Trang đầu của bản điền thử' });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(400);
    await look('template');
    await press('Dùng mẫu này');
    await page.getByText('Đang dùng', { exact: true }).waitFor();
    await look('template-taken');

    await go('Mã mời');
    await page.getByLabel('Mời làm').selectOption({ label: 'lãnh đạo đơn vị' });
    await page.getByLabel('Của đơn vị').selectOption('HCG');
    await press('Tạo mã mời');
    await page.getByText(/batdau/).waitFor();
    await look('invitations');
    await press('Thu hồi mã mời');
    await page.getByText('Đã thu hồi mã mời số').waitFor();
    done();
  });
});
