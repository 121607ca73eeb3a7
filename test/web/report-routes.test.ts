import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/channels/zalo/lay-out.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { openReportSite, PUBLIC, pageIn } from '../support/report-site.ts';

const REPORT = { hoi_nghi: '3', nguoi_du: '1.250', kinh_phi: '12,5', ket_qua: 'Ba hội nghị, "đủ" <các xã>.' };

/** A liaison on Zalo whose task is open, with the page that /nop offers. */
async function withPage(start?: string) {
  const site = openReportSite(start);
  const { bench, say } = site;
  const an = bench.join('liaison', 'HBG', { channel: 'zalo', name: 'Nguyễn Văn An' });
  await bench.tick();
  await say(an, '/nop');
  const url = pageIn(bench, an);
  return {
    ...site,
    an,
    url,
    page: site.browse(url),
    latest: () => bench.store.submissions.latestOf(bench.task('HBG', '2026-11').id),
  };
}

describe('the page of one report', () => {
  it('is the form of the chat: what is typed is previewed, sent once, and receipted; without a script', async () => {
    const { page, latest, bench, an } = await withPage();
    const shown = await page.look();
    expect(shown.status).toBe(200);
    expect(shown.text).toMatch(
      /Báo cáo tháng 11\/2026 – Ủy ban nhân dân huyện Bình Giang.*dành riêng cho Nguyễn Văn An/u,
    );
    const preview = await page.post('preview', REPORT);
    expect(preview.text).toMatch(/Xem lại trước khi gửi.*Lượt người dự: 1\.250.*"đủ" <các xã>/u);
    expect(preview.html).not.toContain('<các');
    expect(latest()).toBeNull();
    const sent = bench.texts(an).length;
    const receipt = await page.send(preview);
    expect(receipt.text).toMatch(/Đã nhận báo cáo.*đúng hạn.*Mã biên nhận: HBG-2026-11-1-/u);
    expect(latest()).toMatchObject({ via: 'web', report: { values: { nguoi_du: 1250, kinh_phi: 12.5 } } });
    // The receipt is in the chat as well, once, whatever the app.
    await bench.clock.advance(60_000);
    expect(bench.texts(an).slice(sent)).toEqual([expect.stringMatching(/Đã nhận báo cáo.*HBG-2026-11-1-/su)]);
    // A browser that lost the answer asks again, or goes back: nothing is sent twice, and it is told what became of it.
    const back = await page.look('GET', '?buoc=xem-lai');
    for (const again of [await page.send(preview), await page.look(), back, await page.post('preview', REPORT)]) {
      expect(again.status).toBe(410);
      expect(again.text).toMatch(/Bản thứ 1 nhận lúc .*mã biên nhận HBG-2026-11-1-.*không dùng được nữa/u);
    }
    expect(latest()?.version).toBe(1);
  });

  it('has an address for each step: the preview is asked for again, and is the form where nothing can be sent', async () => {
    const { page, latest } = await withPage();
    expect((await page.look('GET', '?buoc=xem-lai')).html).toContain('name="f.ket_qua"');
    await page.post('preview', REPORT);
    const again = await page.look('GET', '?buoc=xem-lai');
    expect(again.text).toMatch(/Xem lại trước khi gửi.*Lượt người dự: 1\.250/u);
    expect((await page.send(again)).text).toContain('Đã nhận báo cáo');
    expect(latest()?.version).toBe(1);
  });

  it('says before anything is typed that the deadline is over', async () => {
    const { page, bench } = await withPage('2026-11-17 08:30');
    expect((await page.look()).text).not.toMatch(/Đã qua hạn/u);
    await bench.sleepTo('2026-11-18 08:00');
    expect((await page.look()).text).toMatch(/Đã qua hạn/u);
  });

  it('is not used up by an app that looks at it for a preview', async () => {
    const { page, bench } = await withPage();
    const before = bench.store.dialogs.read(1);
    for (let time = 0; time < 3; time += 1) {
      expect((await page.look()).status).toBe(200);
      expect((await page.look('HEAD')).status).toBe(200);
    }
    expect(bench.store.dialogs.read(1)).toEqual(before);
    expect((await page.post('preview', REPORT)).status).toBe(200);
  });

  it('names what is wrong and how it is right, and loses nothing', async () => {
    const { page, latest } = await withPage();
    const faulty = { hoi_nghi: 'ba bốn', nguoi_du: '-5', kinh_phi: '15000', ket_qua: '' };
    const answer = await page.post('preview', { ...faulty, tin_bai: '7' });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/Hội nghị, tập huấn: “ba bốn” chưa phải là số; xin nhập chữ số, ví dụ 12/u);
    expect(answer.text).toMatch(/Lượt người dự: “-5” là số âm/u);
    expect(answer.text).toMatch(/Kinh phí \(triệu đồng\): “15000” có thể là .*xin ghi kèm đơn vị, ví dụ “12,5 triệu”/u);
    expect(answer.text).toMatch(/Kết quả nổi bật: mục này bắt buộc, xin điền/u);
    expect(answer.html).toMatch(
      /<a href="#f-hoi_nghi">.*id="f-hoi_nghi"[^>]*aria-describedby="h-hoi_nghi e-hoi_nghi"[^>]*aria-invalid="true"/su,
    );
    // Also when the page is opened anew.
    for (const { fields } of [answer, await page.look()])
      expect(fields).toMatchObject({
        'f.hoi_nghi': 'ba bốn',
        'f.nguoi_du': '-5',
        'f.kinh_phi': '15000',
        'f.tin_bai': '7',
      });
    const right = await page.post('preview', {
      hoi_nghi: '3',
      nguoi_du: '5',
      kinh_phi: '15000 triệu',
      ket_qua: 'Tốt lắm',
    });
    expect((await page.send(right)).text).toContain('Đã nhận báo cáo');
    expect(latest()?.report.values).toEqual({
      hoi_nghi: 3,
      nguoi_du: 5,
      tin_bai: 7,
      kinh_phi: 15000,
      ket_qua: 'Tốt lắm',
    });
  });

  it('asks about ten times last month, as the chat does', async () => {
    const { browse, bench, say, an } = await withPage('2026-10-12 08:30');
    const values = { hoi_nghi: 2, nguoi_du: 100, ket_qua: 'x y' };
    bench.submit(an, 'HBG', '2026-10', { nothingToReport: false, values });
    await bench.liveTo('2026-11-10 08:30');
    await say(an, '/nop t11');
    const preview = await browse(pageIn(bench, an)).post('preview', REPORT);
    expect(preview.text).toMatch(/Xin kiểm tra lại.*Lượt người dự: 1\.250, kỳ trước là 100/u);
  });

  it('takes "không phát sinh", and says what is left out by it', async () => {
    const { page, latest } = await withPage();
    const preview = await page.post('nothing', { hoi_nghi: '3' });
    expect(preview.text).toMatch(/không phát sinh.*1 mục đã nhập sẽ không được gửi/u);
    expect((await page.look()).fields['f.hoi_nghi']).toBe('3');
    await page.post('nothing');
    const again = await page.post('nothing');
    await page.send(again);
    expect(latest()).toMatchObject({ via: 'nothing', report: { nothingToReport: true, values: {} } });
  });

  it('goes on in chat and back: one draft', async () => {
    const { page, say, an } = await withPage();
    expect((await page.post('save', { hoi_nghi: '3', nguoi_du: 'nhiều' })).text).toMatch(/Đã lưu lúc 08:3/u);
    expect(await say(an, '/nop')).toMatch(/Hội nghị, tập huấn \(hoi_nghi\): 3\n/u);
    expect(await say(an, 'nguoi_du=250 ket_qua=Ba hội nghị')).toMatch(
      /Xem lại trước khi gửi.*Hội nghị, tập huấn: 3.*250/su,
    );
    const { fields } = await page.look();
    expect(fields).toMatchObject({ 'f.hoi_nghi': '3', 'f.nguoi_du': '250', 'f.ket_qua': 'Ba hội nghị' });
    expect(await say(an, 'gửi')).toContain('Đã nhận báo cáo');
    expect((await page.look()).status).toBe(410);
  });

  it('a page that was opened before takes nothing back that was changed elsewhere since; what both changed is asked about', async () => {
    const { page, say, an, latest } = await withPage();
    await page.post('save', { hoi_nghi: '9', nguoi_du: 'ba bốn' });
    const opened = await page.look();
    await say(an, 'hội nghị 11');
    const preview = await page.postFrom(opened, 'preview', { nguoi_du: '250', ket_qua: 'Đã họp\nHai buổi' });
    expect(preview.text).toMatch(/Xem lại trước khi gửi.*Hội nghị, tập huấn: 11.*Lượt người dự: 250/u);
    const both = await page.postFrom(opened, 'preview', { hoi_nghi: '8' });
    expect(both.status).toBe(422);
    expect(both.text).toContain('đã ghi “11”; trang này ghi “8” và đang giữ như vậy');
    const sure = await page.postFrom(both, 'preview', {});
    expect(sure.text).toMatch(/Xem lại trước khi gửi.*Hội nghị, tập huấn: 8.*Lượt người dự: 250/u);
    await page.send(sure);
    expect(latest()?.report.values).toMatchObject({ hoi_nghi: 8, nguoi_du: 250, ket_qua: 'Đã họp\nHai buổi' });
  });

  it('shows in the chat’s preview what was typed here and could not be read', async () => {
    const { page, say, an } = await withPage();
    await page.post('save', { hoi_nghi: 'ba bốn' });
    expect(await say(an, 'nguoi_du=250 ket_qua=Ba hội nghị')).toMatch(
      /chưa hiểu phần «ba bốn», nên chưa đưa vào báo cáo/u,
    );
  });

  it('keeps what could not be read, though only another field comes along', async () => {
    const { page } = await withPage();
    await page.post('save', { hoi_nghi: 'ba bốn' });
    await page.post('save', { nguoi_du: '250' });
    expect((await page.look()).fields).toMatchObject({ 'f.hoi_nghi': 'ba bốn', 'f.nguoi_du': '250' });
    expect((await page.post('preview', { ket_qua: 'Ba hội nghị' })).text).toContain('“ba bốn”');
  });

  it('leaves out what was cleared, in chat too', async () => {
    const { browse, bench, say, an } = await withPage();
    bench.submit(an, 'HBG', '2026-11', {
      nothingToReport: false,
      values: { hoi_nghi: 9, nguoi_du: 8, ket_qua: 'Đã làm' },
    });
    await say(an, '/nop t11');
    const corrected = browse(pageIn(bench, an));
    await corrected.post('save', { nguoi_du: '' });
    expect(await say(an, '/nop')).toMatch(/hoi_nghi\): 9\n.*nguoi_du\): ?\n/su);
  });

  it('sets the chat’s other half typed report aside, where it can be fetched back', async () => {
    const { page, bench, say, an } = await withPage();
    bench.join('liaison', 'HCG', { channel: 'zalo', chat: an.chat });
    await say(an, '/nop HCG hoi_nghi=40');
    await page.post('save', { hoi_nghi: '3' });
    expect(await say(an, '/huy laylai')).toMatch(/Cẩm Giàng/u);
    expect((await page.look()).fields['f.hoi_nghi']).toBe('3');
  });
});

describe('two people and one report', () => {
  it('a correction starts from what was sent, not from what was put away in the chat before', async () => {
    const { bench, say, an, page, latest, browse } = await withPage();
    await say(an, 'hội nghị 9, người dự 900, kết quả: của bản bỏ đi');
    await say(an, '/huy');
    await page.send(await page.post('preview', REPORT));
    expect(latest()?.report.values.hoi_nghi).toBe(3);
    await say(an, '/nop');
    const correction = browse(pageIn(bench, an));
    await say(an, '/huy');
    expect((await correction.look()).html).toMatch(/name="f\.hoi_nghi"[^>]*value="3"/u);
  });

  it('a colleague’s newer version is shown before it is replaced', async () => {
    const { page, bench, latest } = await withPage();
    const binh = bench.join('leader', 'HBG', { name: 'Trần Thị Bình' });
    const preview = await page.post('preview', REPORT);
    bench.submit(binh, 'HBG', '2026-11', { nothingToReport: false, values: { hoi_nghi: 8, ket_qua: 'Của Bình' } });
    const shown = await page.send(preview);
    expect(shown.text).toMatch(/chưa gửi\..*bản thứ 1: Trần Thị Bình gửi lúc.*Hội nghị, tập huấn: 8 → 3.*Của Bình/u);
    expect(latest()?.version).toBe(1);
    expect((await page.look()).text).toMatch(/Đơn vị đã nộp bản thứ 1: Trần Thị Bình.*Của Bình/u);
    await page.send(shown);
    expect(latest()).toMatchObject({ version: 2, report: { values: { hoi_nghi: 3 } } });
  });

  it('what changed after the preview is shown before it is sent', async () => {
    const { page, latest } = await withPage();
    const preview = await page.post('preview', REPORT);
    await page.post('save', { hoi_nghi: '4' });
    const shown = await page.send(preview);
    expect(shown.text).toMatch(/Nội dung đã thay đổi sau khi xem.*Hội nghị, tập huấn: 4/u);
    expect(latest()).toBeNull();
  });
});

describe('the key of the page', () => {
  it.each(['x', 'x'.repeat(32), '%00', '../board', '1', 'null'])('opens nothing as %s', async (token) => {
    const { routes } = await withPage();
    for (const method of ['GET', 'POST'])
      expect([404, 410]).toContain((await routes.request(`/report/${token}`, { method })).status);
  });

  it('dies after a week', async () => {
    const { page, bench } = await withPage();
    await bench.clock.sleepTo(bench.clock.now() + 7 * 24 * 3600_000);
    expect((await page.look()).text).toContain('đã hết hạn');
    expect((await page.post('preview', REPORT)).status).toBe(410);
  });

  it('is nobody’s once its chat leads to somebody else, or its person has no role in the unit', async () => {
    const { page, bench, an } = await withPage();
    bench.store.people.leave(an.person, 'liaison', 'HBG', bench.clock.now());
    expect((await page.look()).text).toContain('không còn dùng được');
    expect((await page.post('preview', REPORT)).status).toBe(410);
    bench.store.people.join(an.person, 'staff', 'HBG', bench.clock.now());
    expect((await page.look()).status).toBe(410);
  });

  it('is kept as a hash, and goes with whoever withdraws', async () => {
    const { url, page, bench, an } = await withPage();
    const token = url.split('/').at(-1) ?? '';
    expect(bench.store.reportLinks.find(token)).toBeNull();
    bench.store.erasure.begin(an.person, bench.clock.now());
    expect((await page.look()).text).toContain('Địa chỉ không đúng');
  });

  it('says so where a report is settled otherwise', async () => {
    const { page, bench } = await withPage();
    bench.store.tasks.move(bench.task('HBG', '2026-11').id, 'waive', 'sáp nhập');
    expect((await page.look()).text).toContain('đã được miễn');
    expect((await page.post('preview', REPORT)).status).toBe(410);
  });

  it('is refused from another site, and a body without end too', async () => {
    const { page, bench, routes } = await withPage();
    const foreign = await page.post('save', { hoi_nghi: '3' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const headers = { host: 'bot.example.vn', origin: 'https://evil.example' };
    expect((await page.post('save', { hoi_nghi: '3' }, headers)).status).toBe(403);
    expect((await page.post('save', {}, { ...headers, origin: 'https://bot.example.vn' })).status).not.toBe(403);
    expect((await page.post('save', {}, { ...headers, origin: 'null' })).status).not.toBe(403);
    const big = await routes.request(page.path, {
      method: 'POST',
      body: new URLSearchParams({ do: 'save', 'f.ket_qua': 'x'.repeat(600_000) }),
    });
    expect(big.status).toBe(413);
    expect((await page.look()).fields['f.hoi_nghi']).toBe('');
    expect(bench.store.submissions.latestOf(bench.task('HBG', '2026-11').id)).toBeNull();
  });

  it('takes no field that the form does not have', async () => {
    const { page, latest } = await withPage();
    const preview = await page.post('preview', { ...REPORT, __proto__: 'x', constructor: 'y', la: 'z' });
    await page.send(preview);
    expect(Object.keys(latest()?.report.values ?? {}).sort()).toEqual(['hoi_nghi', 'ket_qua', 'kinh_phi', 'nguoi_du']);
  });
});

describe('reminders', () => {
  it('carry the person’s page on Zalo, in the same one message; those with buttons do not', async () => {
    const site = openReportSite('2026-11-02 08:00');
    const { bench } = site;
    const an = bench.join('liaison', 'HBG', { channel: 'zalo' });
    const binh = bench.join('liaison', 'HBG', { channel: 'telegram' });
    const chi = bench.join('staff', 'HBG', { channel: 'zalo' });
    await bench.liveTo('2026-11-17 10:00');
    const reminders = an.channel.sent.filter(({ chat, text }) => chat === an.chat && text.includes('Nhắc hạn'));
    expect(reminders.length).toBeGreaterThan(1);
    for (const { message, text } of reminders) {
      expect(layOut(message)).toHaveLength(1);
      expect(text.match(/https:\S+/gu)).toHaveLength(1);
    }
    const address = /https:\S+/u.exec(reminders.at(-1)?.text ?? '')?.[0] ?? '';
    expect((await site.browse(address).look()).text).toContain('Bình Giang');
    for (const other of [binh, chi]) expect(bench.texts(other).join('\n')).not.toContain('/report/');
  });

  it.each([2, 3, 4, 5, 6, 7, 8, 9, 12])('of %i reports carry as many pages as cost nothing', async (count) => {
    const { bench } = openReportSite('2026-11-02 08:00');
    const units = ['HBG', 'HCG', 'HGL', 'HKT', 'HNS', 'HNG', 'HTHA', 'HTM', 'HTK', 'STC', 'SYT', 'SXD'].slice(0, count);
    const [an] = units.map((unit) => bench.join('liaison', unit, { channel: 'zalo', chat: 'an' }));
    await bench.liveTo('2026-11-13 10:00');
    const reminders = an?.channel.sent.filter(({ chat, text }) => chat === an.chat && text.includes('Nhắc hạn'));
    const { message, text } = reminders?.at(-1) ?? { message: { text: [] }, text: '' };
    const pages = text.match(/https:\S+/gu) ?? [];
    if (count < 7) expect(pages.length).toBeGreaterThan(0);
    expect(pages.every((page) => page.startsWith(`${PUBLIC}/report/`))).toBe(true);
    expect(new Set(pages).size).toBe(pages.length);
    const bare = plain(message.text).replace(/\n[^\n]*https:\S+/gu, '');
    expect(bare).not.toContain('https:');
    expect(layOut(message)).toHaveLength(layOut({ ...message, text: [bare] }).length);
  });

  it('try after try leaves one page for each report, not a heap', async () => {
    const { bench } = openReportSite('2026-11-09 08:00');
    const an = bench.join('liaison', 'HBG', { channel: 'zalo' });
    await bench.tick();
    an.channel.failNext(['unavailable', 'unavailable', 'unavailable'], an.chat);
    await bench.liveTo('2026-11-10 10:00');
    await bench.clock.advance(30 * 60_000);
    const last = bench.texts(an).at(-1) ?? '';
    expect(an.channel.tried.length).toBeGreaterThan(an.channel.sent.length);
    expect(last).toContain('/report/');
  });
});
