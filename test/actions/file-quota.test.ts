import { expect, it } from 'vitest';
import { FILE_QUOTA } from '../../src/domain/file-quota.ts';
import { createBench, type Member } from '../support/bot-bench.ts';
import { fileOf } from '../support/sample-files.ts';

const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);
const JPG = fileOf('a.jpg').bytes ?? Buffer.alloc(0);

function scene() {
  const bench = createBench({ start: '2026-11-06 08:00' });
  const files = () => bench.store.attachments;
  const attach = async (member: Member, index: number | string, album?: string) => {
    const bytes = Buffer.concat([PDF, Buffer.from(`trang ${index}`)]);
    await member.channel.attach(member.chat, { name: `trang-${index}.pdf`, bytes }, '', album);
  };
  const settle = async () => {
    // Many files in a row are several bursts.
    for (let round = 0; round < 4; round += 1) await bench.clock.advance(20_000);
    await bench.clock.settle();
  };
  return { bench, files, attach, settle };
}

it('a person sends so many files with a report and is told once when it is too many; others and text go on', async () => {
  const { bench, files, attach, settle } = scene();
  const an = bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HCG');
  await bench.tick();
  await bench.type(an, '/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Ba hội nghị');
  const most = FILE_QUOTA.report.files;
  for (let index = 0; index < most - 5; index += 1) await attach(an, index);
  for (let index = most - 5; index < most + 5; index += 1) await attach(an, index, 'album');
  await settle();
  const refusals = bench.texts(an).filter((text) => text.includes('chưa nhận được'));
  expect(refusals).toHaveLength(1);
  expect(refusals[0]).toContain(
    '5 tệp chưa nhận được: một người gửi kèm mỗi báo cáo nhiều nhất 30 tệp, tổng cộng 90 MB',
  );
  expect(refusals[0]).toContain('Xin gộp các trang vào một tệp pdf');
  const sum = files().since(an.person, 0);
  expect(sum.files).toBe(most);

  await attach(mai, 'của Mai');
  await settle();
  expect(files().since(mai.person, 0).files).toBe(1);
  expect(bench.texts(mai).at(-1)).toContain('1 tệp kèm');
  // What came stays with the report.
  await bench.press(an, 'Gửi báo cáo');
  expect(bench.texts(an).at(-1)).toContain(`Tệp kèm: ${most}`);
});

it('files that were dropped do not keep the right one out', async () => {
  const { bench, files, attach, settle } = scene();
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const most = FILE_QUOTA.report.files;
  await bench.type(an, '/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Ba hội nghị');
  for (let index = 0; index < most; index += 1) await attach(an, index);
  await settle();
  await bench.type(an, '/huy');
  await bench.clock.advance(3 * 60_000);
  await bench.type(an, '/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Ba hội nghị');
  await attach(an, 'đúng');
  await settle();
  expect(bench.texts(an).filter((text) => text.includes('chưa nhận được'))).toEqual([]);
  expect(files().since(an.person, 0).files).toBe(most + 1);
});

it('a day has a bound too, whatever the reports; another day there is room again', async () => {
  const { bench, files, attach, settle } = scene();
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const { day, report } = FILE_QUOTA;
  const send = async (period: string) => {
    await bench.type(an, `/nop ${period} hoi_nghi=3 nguoi_du=250 ket_qua=Ba hội nghị`);
    for (let index = 0; index < report.files; index += 1) await attach(an, `${period}-${index}`);
    await settle();
    await bench.press(an, 'Gửi báo cáo');
  };
  const refusals = () => bench.texts(an).filter((text) => text.includes('trong 24 giờ'));
  // Two reports' worth in a day, and one more: two corrections of one report would be stopped before.
  await bench.liveTo('2026-12-02 09:00');
  await send('t11');
  await send('t12');
  expect(files().since(an.person, 0).files).toBe(day.files);
  await attach(an, 'thêm');
  await settle();
  expect(refusals()).toEqual([
    'Tệp “trang-thêm.pdf” chưa nhận được: một người gửi nhiều nhất 60 tệp, tổng cộng 200 MB trong 24 giờ. Xin gửi tiếp vào ngày mai, hoặc gửi phần còn lại qua hệ thống văn bản.',
  ]);
  await bench.liveTo('2026-12-03 10:00');
  await attach(an, 'hôm sau');
  await settle();
  expect(refusals()).toHaveLength(1);
  expect(files().since(an.person, 0).files).toBe(day.files + 1);
});

it('equal files are stored once, whoever sends them, and count once', async () => {
  const { bench, files, settle } = scene();
  const an = bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HCG');
  await bench.tick();
  const stored = bench.store.storedFiles;
  for (const member of [an, mai, an]) await member.channel.attach(member.chat, { name: 'anh.jpg', bytes: JPG });
  await settle();
  expect(files().since(an.person, 0)).toEqual({ files: 1, bytes: JPG.length });
  expect(files().since(mai.person, 0).files).toBe(1);
  expect(bench.store.attachments.ofInbound(1).map(({ file }) => file)).toEqual([stored.keep(JPG)]);
});

it('what would be too much is not even fetched', async () => {
  const { bench, attach, settle } = scene();
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  let fetched = 0;
  const { channel } = an;
  const { download } = channel;
  channel.download = (...given: Parameters<typeof download>) => {
    fetched += 1;
    return download(...given);
  };
  for (let index = 0; index < FILE_QUOTA.report.files; index += 1) await attach(an, index);
  await settle();
  expect(fetched).toBe(FILE_QUOTA.report.files);
  await attach(an, 'một nữa');
  await settle();
  expect(fetched).toBe(FILE_QUOTA.report.files);
  expect(bench.texts(an).at(-1)).toContain('chưa nhận được');
});
