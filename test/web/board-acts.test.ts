import { expect, it } from 'vitest';
import { boardAddress, openBoardSite } from '../support/board-site.ts';

/** A coordinator at the board, without scripts, in the days before a deadline; two units with people, one with a report. */
async function atBoard(now = '2026-11-16 08:40') {
  const site = openBoardSite('2026-10-10 08:30');
  const { bench, say, tú } = site;
  const an = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An' });
  const chi = bench.join('liaison', 'HCG', { name: 'Trần Thị Chi' });
  await bench.liveTo(now);
  const figures = { hoi_nghi: 3, nguoi_du: 1250, ket_qua: 'Ba hội nghị <b>đông</b> & vui.' };
  bench.submit(an, 'HBG', '2026-11', { nothingToReport: false, values: figures });
  await say(tú, '/bang');
  const browser = site.visitor();
  await browser.post(boardAddress(bench, tú));
  const task = (unit: string) => bench.task(unit, '2026-11');
  const round = `${task('HBG').obligation}/2026-11`;
  const heard = (member: typeof an) => bench.texts(member).at(-1) ?? '';
  return { ...site, an, chi, browser, task, round, heard };
}

it('a report is read whole, sent back with its fields and a reason, and that is taken back', async () => {
  const { browser, task, bench, an, heard } = await atBoard();
  const { id } = task('HBG');
  const page = await browser.look(`/board/task/${id}`);
  expect(page.text).toMatch(
    /huyện Bình Giang: Báo cáo tháng 11\/2026 .*Người gửi Nguyễn Văn An .*Ba hội nghị <b>đông<\/b> & vui\./u,
  );
  expect(page.html).not.toContain('<b>đông');
  // Without a reason nothing is done, and what was chosen stays.
  const bare = await browser.press(page, 'return', 'return', { fields: ['hoi_nghi'], reason: ' ' });
  expect(bare.status).toBe(422);
  expect(bare.html).toMatch(/value="hoi_nghi" checked/u);
  expect(task('HBG').state).toBe('submitted');
  const sent = await browser.pressOn(page, 'return', 'return', { fields: ['hoi_nghi'], reason: 'Chưa khớp văn bản' });
  expect(sent.text).toMatch(/Đã trả lại để sửa.*Đã báo cho 1 người.*Hoàn tác \(được đến 09:10\)/u);
  expect(task('HBG')).toMatchObject({ state: 'returned', stateReason: 'Chưa khớp văn bản', objected: '["hoi_nghi"]' });
  expect(bench.store.audit.about([`task:${id}`], 1)[0]).toMatchObject({ action: 'return' });
  await bench.clock.advance(60_000);
  expect(heard(an)).toMatch(/Chưa khớp văn bản/u);
  // Said once.
  expect((await browser.look(`/board/task/${id}`)).text).not.toContain('Đã trả lại để sửa');
  const undone = await browser.pressOn(sent, 'undo', 'undo');
  expect(undone.text).toMatch(/Trả lại|không còn|rút/iu);
  expect(task('HBG').state).toBe('submitted');
});

it('what waits is accepted as it was shown: a version that came since is not', async () => {
  const { browser, task, bench, an } = await atBoard();
  const queue = await browser.look('/board/review');
  expect(queue.text).toMatch(
    /Chờ duyệt .*Bình Giang Báo cáo đầu tiên của người gửi Tháng 11\/2026 1 08:40 .*Duyệt 1 báo cáo đầu tiên của người mới/u,
  );
  bench.submit(an, 'HBG', '2026-11', { nothingToReport: true, values: {} });
  const stale = await browser.press(queue, 'accept', 'accept');
  expect(stale.status).toBe(422);
  expect(stale.text).toContain('vừa gửi bản mới');
  expect(task('HBG').state).toBe('submitted');
  // Also from the page of its round, and of that round alone.
  const { obligation } = task('HBG');
  expect((await browser.look(`/board/period/${obligation}/2026-11`)).html).toContain(`review?ky=${obligation}/2026-11`);
  expect((await browser.look(`/board/review?ky=${obligation}/2026-11`)).text).toContain(
    'Bình Giang Báo cáo đầu tiên của người gửi Tháng 11/2026',
  );
  expect((await browser.look(`/board/review?ky=${obligation}/2026-10`)).text).toContain('Không có báo cáo nào');
  const one = await browser.look(`/board/task/${task('HBG').id}`);
  const accepted = await browser.pressOn(one, 'accept', 'accept');
  expect(accepted.text).toMatch(/Đã duyệt 1 báo cáo.*Hoàn tác/u);
  expect(task('HBG').state).toBe('accepted');
  // An accepted one is opened again from the same page, with a reason.
  const again = await browser.pressOn(accepted, 'return', 'return', { reason: 'Sai kinh phí' });
  expect(again.text).toContain('Đã trả lại để sửa');
  expect(task('HBG').state).toBe('returned');
});

it('a deadline moves after it was shown for whom and until when; others who decided meanwhile are named', async () => {
  const { browser, task, round, bench, tú, chi, heard } = await atBoard();
  const form = await browser.look(`/board/extend/${round}?don-vi=HCG`);
  expect(form.html).toMatch(/value="\d+" checked \/> Huyện Cẩm Giàng/u);
  for (const [typed, why] of [
    [{ until: '', reason: 'Mưa lũ' }, 'Chưa có ngày hạn mới'],
    [{ until: '2026-02-31', reason: 'Mưa lũ' }, 'Chưa có ngày hạn mới'],
    [{ until: '2026-11-17', reason: 'Mưa lũ' }, 'hạn mới phải muộn hơn'],
    [{ until: '2026-11-20', reason: '' }, 'lý do'],
    [{ until: '2026-11-20', reason: 'Mưa lũ', tasks: [] as string[] }, 'Chưa chọn đơn vị'],
  ] as const) {
    const answer = await browser.press(form, 'extend', 'preview', typed as Record<string, string>);
    expect([why, answer.status, answer.text.toLowerCase()]).toEqual([
      why,
      422,
      expect.stringContaining(why.toLowerCase()),
    ]);
  }
  expect(task('HCG').extended).toBe(0);
  const preview = await browser.press(form, 'extend', 'preview', { until: '2026-11-20', reason: 'Mưa lũ' });
  expect(preview.text).toMatch(
    /Hạn mới: đến hết thứ Sáu 20\/11.*Được gia hạn \(1\): Huyện Cẩm Giàng.*Báo cho: 1 người/u,
  );
  expect(task('HCG').extended).toBe(0);
  const done = await browser.pressOn(preview, 'extend', 'yes');
  expect(done.text).toMatch(/Đã gia hạn 1 đơn vị.*Hoàn tác/u);
  expect(task('HCG')).toMatchObject({ extended: 1, lastGoodDay: '2026-11-20' });
  await bench.clock.advance(60_000);
  expect(heard(chi)).toMatch(/Mưa lũ/u);
  // The same preview once more: it was decided already, by whom is said, and nothing happens twice.
  const twice = await browser.press(preview, 'extend', 'yes');
  expect(twice.status).toBe(422);
  expect(twice.text).toMatch(/hạn mới phải muộn hơn|Lê Anh Tú vừa quyết định/u);
  expect(
    bench.store.audit.about([`task:${task('HCG').id}`], 9).filter(({ action }) => action === 'extend'),
  ).toHaveLength(1);
  expect(tú.name).toBe('Lê Anh Tú');
});

it('a unit is waived and owes again, each with a reason', async () => {
  const { browser, task, round } = await atBoard();
  const waive = await browser.look(`/board/waive/${round}?don-vi=HCG`);
  const preview = await browser.press(waive, 'waive', 'preview', { reason: 'Đang sáp nhập' });
  expect(preview.text).toMatch(/Được miễn, không phải nộp \(1\): Huyện Cẩm Giàng/u);
  expect((await browser.pressOn(preview, 'waive', 'yes')).text).toContain('Đã miễn 1 đơn vị');
  expect(task('HCG')).toMatchObject({ state: 'waived', stateReason: 'Đang sáp nhập' });
  const owe = await browser.look(`/board/owe/${round}?don-vi=HCG`);
  const back = await browser.press(owe, 'owe', 'preview', { reason: 'Vẫn hoạt động' });
  expect((await browser.pressOn(back, 'owe', 'yes')).text).toContain('Đã bỏ miễn 1 đơn vị');
  expect(task('HCG').state).toBe('open');
});

it('a nudge says who gets it and when before it goes, and goes once', async () => {
  const { browser, round, bench, chi, heard } = await atBoard();
  const page = await browser.look(`/board/nudge/${round}`);
  expect(page.text).toMatch(/Huyện Cẩm Giàng.*Nhắc 1 người/u);
  const worded = await browser.press(page, 'nudge', 'look', { words: 'Đề nghị gửi trước 17h.' });
  expect(worded.text).toContain('Đề nghị gửi trước 17h.');
  const sent = await browser.pressOn(worded, 'nudge', 'send');
  expect(sent.text).toContain('Đang gửi tin đôn đốc tới 1 người');
  await bench.clock.advance(60_000);
  expect(heard(chi)).toContain('Đề nghị gửi trước 17h.');
  expect((await browser.look(`/board/nudge/${round}`)).text).toMatch(
    /Kết quả đôn đốc.*Lê Anh Tú.*Đã tới.*Trần Thị Chi \(HCG\)/u,
  );
  const again = await browser.press(worded, 'nudge', 'send');
  expect(again.status).toBe(422);
  expect((await browser.press(page, 'nudge', 'send', { words: 'x'.repeat(301) })).text).toContain('300 ký tự');
});

it('a notice shows everybody it goes to before it goes, is stopped, and sent again to whom it missed', async () => {
  const { browser, bench, chi, heard } = await atBoard();
  const page = await browser.look('/board/announce');
  const typed = { audience: 'units', units: ['HCG'], text: 'Mời họp <8h>', receipt: '1' };
  const preview = await browser.press(page, 'notice', 'preview', typed);
  expect(preview.text).toMatch(/Mời họp <8h>.*Trần Thị Chi.*Gửi cho 1 người/u);
  expect(preview.text).not.toContain('Nguyễn Văn An');
  expect(bench.store.notices.newest(9)).toEqual([]);
  const edited = await browser.press(preview, 'notice', 'back');
  expect(edited.html).toMatch(/value="HCG" checked/u);
  const sent = await browser.pressOn(preview, 'notice', 'send');
  expect(sent.text).toMatch(/Đang gửi thông báo số 1 tới 1 người.*Dừng gửi/u);
  await bench.clock.advance(60_000);
  expect(heard(chi)).toContain('Mời họp <8h>');
  // The same words once more are asked about.
  const same = await browser.press(preview, 'notice', 'send');
  expect(same.status).toBe(422);
  expect(same.text).toMatch(/Có gửi lần nữa không\?.*Vẫn gửi/u);
  expect(bench.store.notices.newest(9)).toHaveLength(1);
  // One that waits for its time is stopped before it went to anybody.
  const later = await browser.press(page, 'notice', 'preview', { ...typed, text: 'Hẹn', sendAt: '2026-11-17T09:00' });
  const waiting = await browser.pressOn(later, 'notice', 'send');
  expect(waiting.text).toContain('gửi lúc 09:00 ngày 17/11/2026');
  expect((await browser.pressOn(waiting, 'stop-notice', 'stop-notice')).text).toContain('Chưa gửi cho ai');
  for (const [wrong, why] of [
    [{ text: '' }, 'Nội dung'],
    [{ text: 'x'.repeat(1501) }, 'dài quá 1500 ký tự'],
    [{ audience: 'units', units: [] as string[] }, 'Chưa chọn đơn vị'],
    [{ sendAt: '2026-11-01T08:00' }, 'Giờ gửi phải sau'],
    [{ sendAt: 'mai' }, 'Giờ hẹn chưa đúng'],
  ] as const) {
    const answer = await browser.press(page, 'notice', 'preview', { ...typed, ...(wrong as object) });
    expect([why, answer.status]).toEqual([why, 422]);
    expect(answer.text).toContain(why);
  }
  expect((await browser.look('/board/notices/1')).text).toMatch(/Trần Thị Chi \S* ?Huyện Cẩm Giàng đã đến/u);
});

it('a difficulty is answered, and a colleague’s answer that came meanwhile is shown first', async () => {
  const { browser, bench, chi, say, heard } = await atBoard();
  await say(chi, '/vuongmac Chưa có hướng dẫn về kinh phí');
  const page = await browser.look('/board/tickets/1');
  expect((await browser.press(page, 'answer-ticket', 'answer', { text: '' })).status).toBe(422);
  const mai = bench.join('coordinator', null, { name: 'Phạm Thị Mai' });
  await say(mai, '/vuongmac traloi 1 Theo công văn 12.');
  const late = await browser.press(page, 'answer-ticket', 'answer', { text: 'Sẽ có công văn.' });
  expect(late.status).toBe(422);
  expect(late.text).toMatch(/Phạm Thị Mai đã trả lời.*Theo công văn 12\..*Sẽ có công văn\./u);
  expect((await browser.pressOn(late, 'answer-ticket', 'answer')).text).toMatch(/Trần Thị Chi/u);
  await bench.clock.advance(60_000);
  expect(heard(chi)).toContain('Sẽ có công văn.');
  const closed = await browser.pressOn(await browser.look('/board/tickets/1'), 'close-ticket', 'close', {
    reason: 'Đã rõ',
  });
  expect(closed.text).toContain('Đã đóng vướng mắc số 1');
  expect(bench.store.tickets.find(1)?.state).toBe('closed');
});

it('a call is ticked off with what was promised, in the words of the chat', async () => {
  const { browser, bench, task } = await atBoard('2026-11-17 15:30');
  const page = await browser.look('/board/calls');
  expect(page.text).toMatch(/Cần gọi điện .*Cẩm Giàng \(HCG\).*đã nhận \d+ tin nhắc, chưa gửi Trần Thị Chi/u);
  const id = String(task('HCG').id);
  const unread = await browser.press(page, 'call', 'call', { task: id, promise: 'lúc nào đó' });
  expect(unread.text).toContain('Chưa rõ “lúc nào đó”');
  expect(bench.store.contacts.latestOf(task('HCG').id)).toBeNull();
  const noted = await browser.pressOn(page, 'call', 'call', { task: id, promise: '17h' });
  expect(noted.text).toMatch(/đã gọi, hẹn gửi trước 17:00/u);
  expect(bench.store.contacts.latestOf(task('HCG').id)).toMatchObject({ outcome: 'reached' });
  expect(noted.text).not.toMatch(/Cẩm Giàng \(HCG\)/u);
});

it('a report on paper is shown as it will be recorded, and taken back', async () => {
  const { browser, task } = await atBoard();
  const { id } = task('HCG');
  const page = await browser.look(`/board/paper/${id}`);
  const typed = { document: '125/BC-UBND ngày 15/11', received: '2026-11-16T08:00', figures: 'now' };
  const bare = await browser.press(page, 'paper', 'preview', { ...typed, 'f.hoi_nghi': '1.5.2' });
  expect(bare.status).toBe(422);
  expect(bare.html).toContain('value="1.5.2"');
  const preview = await browser.press(page, 'paper', 'preview', {
    ...typed,
    'f.hoi_nghi': '4',
    'f.ket_qua': 'Bốn hội nghị.',
  });
  expect(preview.text).toMatch(
    /125\/BC-UBND ngày 15\/11\/2026.*Nhận lúc: 08:00 ngày 16\/11\/2026 → đúng hạn.*Bốn hội nghị/u,
  );
  expect(task('HCG').state).toBe('open');
  const recorded = await browser.pressOn(preview, 'paper', 'yes');
  expect(recorded.text).toMatch(/Đã ghi nhận báo cáo bằng văn bản.*Hoàn tác/u);
  expect(task('HCG')).toMatchObject({ state: 'submitted', timeliness: 'on_time' });
  // The same page once more is over a version that is there now.
  expect((await browser.press(preview, 'paper', 'yes')).status).toBe(422);
  await browser.pressOn(recorded, 'undo', 'undo');
  expect(task('HCG')).toMatchObject({ state: 'open', timeliness: null });
});

it('nothing is done without the session’s key, from elsewhere, without the right, or under another name', async () => {
  const { browser, task, bench, tú } = await atBoard();
  const { id } = task('HBG');
  const page = await browser.look(`/board/task/${id}`);
  expect((await browser.press(page, 'accept', 'accept', { key: 'x' })).status).toBe(403);
  expect((await browser.post('/board/act', { act: 'accept', seen: `${id}:1` })).status).toBe(403);
  const key = /name="key" value="([^"]+)"/u.exec(page.html)?.[1] ?? '';
  const cross = { 'sec-fetch-site': 'cross-site' };
  expect((await browser.post('/board/act', { act: 'accept', key, seen: `${id}:1` }, cross)).status).toBe(403);
  expect((await browser.post('/board/act', { act: 'toString', key })).status).toBe(404);
  // Numbers of nothing, and of what is not there.
  for (const seen of ['', 'x:1', '999999:1', '-1:1', `${id}:99`])
    expect((await browser.post('/board/act', { act: 'accept', key, seen })).status).toBe(422);
  expect((await browser.post('/board/act', { act: 'undo', key, id: '999' })).status).toBe(303);
  expect((await browser.look('/board/task/999')).status).toBe(404);
  expect((await browser.look('/board/extend/monthly/1999-01')).status).toBe(404);
  bench.store.people.leave(tú.person, 'coordinator', null, bench.clock.now());
  expect((await browser.press(page, 'accept', 'accept')).status).toBe(401);
  expect(task('HBG').state).toBe('submitted');
});

it('what did not arrive is sent again: a notice to those it missed, and all of a week', async () => {
  const { browser, bench, chi, an, heard } = await atBoard();
  chi.channel.failNext(['refused'], chi.chat);
  const page = await browser.look('/board/announce');
  const preview = await browser.press(page, 'notice', 'preview', {
    audience: 'units',
    units: ['HCG', 'HBG'],
    text: 'Mời họp',
  });
  const sent = await browser.pressOn(preview, 'notice', 'send');
  expect(sent.text).toContain('tới 2 người');
  await bench.clock.advance(60_000);
  expect(heard(an)).toContain('Mời họp');
  expect(heard(chi)).not.toContain('Mời họp');
  const missed = await browser.look('/board/notices/1');
  expect(missed.text).toMatch(/Gửi lại cho người chưa nhận được/u);
  const told = bench.texts(an).length;
  expect((await browser.pressOn(missed, 'resend-notice', 'resend-notice')).text).toContain('gửi lại cho 1 người');
  await bench.clock.advance(60_000);
  expect(heard(chi)).toContain('Mời họp');
  expect(bench.texts(an)).toHaveLength(told);
  // Once more there is nobody left to be sent to.
  expect((await browser.look('/board/notices/1')).text).not.toContain('Gửi lại cho');
  chi.channel.failNext(['refused'], chi.chat);
  const other = await browser.press(page, 'notice', 'preview', {
    audience: 'units',
    units: ['HCG'],
    text: 'Lịch họp mới',
  });
  await browser.press(other, 'notice', 'send');
  await bench.clock.advance(60_000);
  const lost = await browser.look('/board/undelivered');
  expect(lost.text).toMatch(/Trần Thị Chi/u);
  expect((await browser.pressOn(lost, 'resend', 'again')).text).toContain('cho 1 người');
  await bench.clock.advance(60_000);
  expect(heard(chi)).toContain('Lịch họp mới');
});

it('who asks for more time is answered both ways', async () => {
  const { browser, say, chi, task, bench, heard } = await atBoard();
  await say(chi, `/xingiahan #${task('HCG').id} đến 20/11 vì mưa lũ`);
  expect((await browser.look('/board/review')).text).toMatch(
    /Xin gia hạn, chờ trả lời.*Cẩm Giàng .*đến hết thứ Sáu 20\/11/u,
  );
  const page = await browser.look(`/board/task/${task('HCG').id}`);
  expect(page.text).toMatch(/Đơn vị xin gia hạn đến hết thứ Sáu 20\/11/u);
  const [, way = ''] = /href="[^"]*?(extend\/[^"]*den=2026-11-20)"/u.exec(page.html) ?? [];
  const form = await browser.look(`/board/${way.replaceAll('&amp;', '&')}`);
  expect(form.html).toMatch(/type="date"[^>]*value="2026-11-20"/u);
  expect(form.html).toMatch(/checked \/> Huyện Cẩm Giàng/u);
  expect((await browser.press(page, 'refuse-extension', 'refuse', { reason: '' })).status).toBe(422);
  const refused = await browser.pressOn(page, 'refuse-extension', 'refuse', { reason: 'Sắp họp tổng kết' });
  expect(refused.text).not.toContain('Đơn vị xin gia hạn');
  await bench.clock.advance(60_000);
  expect(heard(chi)).toContain('Sắp họp tổng kết');
  // A colleague was quicker.
  expect((await browser.press(page, 'refuse-extension', 'refuse', { reason: 'Sắp họp' })).status).toBe(422);
});
