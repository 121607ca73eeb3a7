import { describe, expect, it } from 'vitest';
import { boardAddress, formKey, openBoardSite, PUBLIC } from '../support/board-site.ts';

/** A coordinator who is signed in, and the browser they use. */
async function signedIn(start?: string) {
  const site = openBoardSite(start);
  await site.bench.tick();
  await site.say(site.tú, '/bang');
  const address = boardAddress(site.bench, site.tú);
  const browser = site.visitor();
  await browser.post(address);
  return { ...site, address, browser };
}

describe('the way in to the board', () => {
  it('is a link that a press uses, once; looking at it uses nothing up', async () => {
    const site = openBoardSite();
    await site.say(site.tú, 'bảng');
    const address = boardAddress(site.bench, site.tú);
    const preview = site.visitor();
    for (let time = 0; time < 3; time += 1) {
      const shown = await preview.look(address);
      expect(shown.status).toBe(200);
      expect(shown.text).toContain('Vào bảng theo dõi');
      expect(shown.text).not.toContain('Lê Anh Tú');
      expect(shown.set).toBeNull();
    }
    const browser = site.visitor();
    const entered = await browser.post(address);
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('../../board');
    expect(entered.set).toMatch(/^__Host-bang=[\w-]{32}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u);
    expect((await browser.look('/board')).text).toContain('Tình hình nộp báo cáo');
    const again = await site.visitor().post(address);
    expect(again.status).toBe(410);
    expect(again.text).toContain('đã được dùng');
    expect(again.set).toBeNull();
    // What the database keeps opens nothing.
    const [session] = site.bench.store.boardAccess.openSessions(site.tú.person, site.bench.clock.now());
    expect(JSON.stringify(session)).not.toContain(browser.cookie().split('=')[1]);
  });

  it('dies in time, with a newer one, and with the role', async () => {
    const site = openBoardSite();
    await site.say(site.tú, '/bang');
    const first = boardAddress(site.bench, site.tú);
    await site.say(site.tú, '/bang');
    const second = boardAddress(site.bench, site.tú);
    expect((await site.visitor().post(first)).status).toBe(410);
    await site.bench.clock.advance(11 * 60_000);
    const late = await site.visitor().post(second);
    expect([late.status, late.set]).toEqual([410, null]);
    expect(late.text).toContain('hết hạn');
    await site.say(site.tú, '/bang');
    const third = boardAddress(site.bench, site.tú);
    site.bench.store.people.leave(site.tú.person, 'coordinator', null, site.bench.clock.now());
    const gone = await site.visitor().post(third);
    expect([gone.status, gone.set]).toEqual([410, null]);
  });

  it('is for coordinators and administrators alone', async () => {
    const site = openBoardSite();
    const an = site.bench.join('liaison', 'HBG');
    const bình = site.bench.join('leader', 'HBG');
    const admin = site.bench.join('admin');
    for (const member of [an, bình])
      for (const typed of ['/bang', '/bang xem', '/bang phien', '/bang thuhoi 1'])
        expect(await site.say(member, typed)).not.toMatch(/\/board\/|đã thu hồi/iu);
    expect(await site.say(admin, 'mở bảng theo dõi trên web')).toContain(`${PUBLIC}/board/enter/`);
  });
});

describe('a session', () => {
  it('ends at the next request once the role has ended, or the chat leads to somebody else', async () => {
    const { bench, browser, tú, say, visitor } = await signedIn();
    expect((await browser.look('/board')).status).toBe(200);
    bench.store.people.leave(tú.person, 'coordinator', null, bench.clock.now());
    const shut = await browser.look('/board');
    expect(shut.status).toBe(401);
    expect(shut.text).not.toContain('Bình Giang');
    const mai = bench.join('coordinator', null, { name: 'Phạm Thị Mai' });
    await say(mai, '/bang');
    const hers = visitor();
    await hers.post(boardAddress(bench, mai));
    expect((await hers.look('/board')).status).toBe(200);
    const chat = bench.store.chats.ofPerson(mai.person)[0];
    bench.store.chats.unlink(chat?.id ?? 0, mai.person);
    expect((await hers.look('/board')).status).toBe(401);
  });

  it('lasts a working day', async () => {
    const { bench, browser } = await signedIn();
    await bench.clock.advance(11 * 3600_000);
    expect((await browser.look('/board')).status).toBe(200);
    await bench.clock.advance(2 * 3600_000);
    expect((await browser.look('/board')).status).toBe(401);
  });

  it('is ended on the page and in chat, and never by somebody else', async () => {
    const { bench, browser, tú, say, visitor } = await signedIn();
    await say(tú, '/bang');
    const second = visitor();
    await second.post(boardAddress(bench, tú));
    const mai = bench.join('coordinator', null, { name: 'Phạm Thị Mai' });
    await say(mai, '/bang');
    const hers = visitor();
    await hers.post(boardAddress(bench, mai));
    // Another coordinator counts the numbers up.
    const key = formKey(await hers.look('/board'));
    for (const id of ['1', '2']) await hers.post('/board/act', { act: 'end', id, key });
    expect(await say(mai, '/bang dong 1')).toContain('không phải của anh/chị');
    expect((await browser.look('/board')).status).toBe(200);
    // Their own.
    const page = await browser.look('/board/sessions');
    expect(page.text).toMatch(/1 \(máy này\).*Kết thúc phiên 2/u);
    expect((await browser.post('/board/act', { act: 'end', id: '2', key: formKey(page) })).status).toBe(303);
    expect((await second.look('/board')).status).toBe(401);
    expect(await say(tú, '/bang phiên')).toContain('1 máy đang đăng nhập');
    expect(await say(tú, '/bang đóng tất cả')).toContain('Đã kết thúc phiên');
    expect((await browser.look('/board')).status).toBe(401);
    expect((await hers.look('/board')).status).toBe(200);
    const left = await hers.post('/board/act', { act: 'leave', key: formKey(await hers.look('/board')) });
    expect(left.text).toContain('Đã thoát');
    expect((await hers.look('/board')).status).toBe(401);
    expect(await say(tú, '/bang phien')).toContain('không có máy nào');
    expect(await say(tú, '/bang dong')).toContain('Kết thúc phiên nào?');
  });
});

describe('without a session', () => {
  it('no page, no stream and no form says anything', async () => {
    const { visitor } = await signedIn();
    const stranger = visitor();
    for (const cookie of [
      '',
      '__Host-bang=',
      '__Host-bang=x',
      `__Host-bang=${'A'.repeat(32)}`,
      'bang=1',
      '__Host-bang=%00',
    ]) {
      stranger.useCookie(cookie);
      for (const path of [
        '',
        '/',
        '/sessions',
        '/unit/HBG',
        '/review',
        '/task/1',
        '/paper/1',
        '/calls',
        '/announce',
        '/health',
        '/nudge/monthly/2026-11',
        '/extend/monthly/2026-11',
        '/period/monthly/2026-11',
        '/../board',
        '/events',
        '/act',
        '/%2e%2e',
      ])
        expect([path, (await stranger.look(`/board${path}`)).status]).not.toEqual([path, 200]);
      const shut = await stranger.look('/board');
      expect(shut.status).toBe(401);
      expect(shut.text).not.toMatch(/Bình Giang|Lê Anh Tú/u);
      expect((await stranger.post('/board/act', { act: 'end', id: '1', key: '' })).status).toBe(401);
    }
  });

  it('headers open nothing', async () => {
    const { visitor } = await signedIn();
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'localhost' },
      { host: 'localhost', authorization: 'Bearer 1' },
      { 'x-http-method-override': 'POST', 'x-original-url': '/board/sessions' },
    ] as Record<string, string>[])
      expect((await visitor().look('/board', headers)).status).toBe(401);
  });
});

describe('the page of whoever is not signed in', () => {
  it('offers the way in to a browser that may be, and to no other', async () => {
    const { visitor } = await signedIn();
    // A link from outside comes without the cookie, signed in or not.
    expect((await visitor().look('/board', { 'sec-fetch-site': 'cross-site' })).text).toContain('Mở bảng');
    for (const site of ['same-origin', 'none'])
      expect((await visitor().look('/board', { 'sec-fetch-site': site })).text).not.toContain('Mở bảng');
  });
});

describe('another site', () => {
  it('cannot have a signed-in browser do anything', async () => {
    const { browser, tú, bench, visitor, say } = await signedIn();
    const key = formKey(await browser.look('/board'));
    for (const site of ['cross-site', 'same-site'])
      expect((await browser.post('/board/act', { act: 'leave', key }, { 'sec-fetch-site': site })).status).toBe(403);
    for (const wrong of ['', 'x', key.slice(1), key.toUpperCase()])
      expect((await browser.post('/board/act', { act: 'leave', key: wrong })).status).toBe(403);
    expect((await browser.post('/board/act', { act: 'leave', key: 'x'.repeat(600_000) })).status).toBe(413);
    expect((await browser.look('/board')).status).toBe(200);
    // Nor sign it in as somebody else.
    await say(tú, '/bang');
    const address = boardAddress(bench, tú);
    expect((await visitor().post(address, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await visitor().post(address)).status).toBe(303);
  });
});

describe('the address for looking', () => {
  it('shows the round without people for a week, and can be taken back', async () => {
    const { bench, say, tú, visitor } = await signedIn();
    bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An' });
    expect(await say(tú, '/bang xem')).toMatch(/Đường dẫn chỉ xem.*không thấy tên người/su);
    const address = boardAddress(bench, tú);
    const head = visitor();
    const shown = await head.look(address);
    expect(shown.status).toBe(200);
    expect(shown.text).toMatch(/Chỉ xem, dùng đến .* Bình Giang/u);
    expect(shown.text).not.toMatch(/Nguyễn Văn An|Lê Anh Tú/u);
    expect(shown.set).toBeNull();
    // It opens nothing else.
    for (const path of ['/board', '/board/sessions', `${address}/sessions`, `${address}/unit/HBG`])
      expect((await head.look(path)).status).toBeGreaterThanOrEqual(400);
    const token = address.split('/').at(-1) ?? '';
    expect((await head.post(`/board/enter/${token}`)).status).toBe(410);
    head.useCookie(`__Host-bang=${token}`);
    expect((await head.look('/board')).status).toBe(401);

    expect(await say(tú, '/bang xem')).toContain('1 đường dẫn chỉ xem đang dùng được');
    expect(await say(tú, '/bang thuhoi 2')).toContain('Đã thu hồi');
    expect(await say(tú, '/bang thu hồi 2')).toContain('từ trước');
    expect((await head.look(address)).status).toBe(410);
    await say(tú, '/bang xem moi');
    const other = boardAddress(bench, tú);
    await bench.sleepTo('2026-11-16 08:00');
    expect((await head.look(other)).status).toBe(200);
    await bench.sleepTo('2026-11-17 09:00');
    expect((await head.look(other)).status).toBe(410);
  });
});
