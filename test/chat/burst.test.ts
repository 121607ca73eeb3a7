import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/database.ts';
import type { Bench, Member } from '../support/bot-bench.ts';
import { createBench } from '../support/bot-bench.ts';
import { fileOf } from '../support/sample-files.ts';

const TELEGRAM_LIMIT = 4096;
const HEAD = '/nop t11 hoi_nghi=3 ket_qua=';
const PROSE = 'Đã tuyên truyền về Nghị quyết. '.repeat(47).trim();
const LONG = `${HEAD}${PROSE}\nvuong_mac=${PROSE}\nkien_nghi=${PROSE}`;
const PARTS = [LONG.slice(0, TELEGRAM_LIMIT), LONG.slice(TELEGRAM_LIMIT)] as const;
const WHOLE = { ket_qua: PROSE, vuong_mac: PROSE, kien_nghi: PROSE };

async function scene(): Promise<{ bench: Bench; an: Member }> {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  return { bench, an };
}

const picture = (at: number) => fileOf(`trang-${at}.jpg`);

async function sendAlbum({ channel, chat }: Member, count: number): Promise<void> {
  for (let at = 1; at <= count; at++) await channel.attach(chat, picture(at), '', 'g1');
}

async function confirm(bench: Bench, an: Member): Promise<unknown> {
  await bench.type(an, 'gửi');
  await bench.clock.advance(5000);
  expect(bench.texts(an).at(-1)).toContain('Đã nhận báo cáo');
  return bench.store.submissions.latestOf(bench.task('HBG', '2026-11').id)?.report.values;
}

describe('a text that the app cut in two', () => {
  it('is one report, answered once', async () => {
    const { bench, an } = await scene();
    for (const part of PARTS) await bench.type(an, part);
    await bench.clock.advance(10_000);
    expect(bench.texts(an)).toHaveLength(1);
    expect(await confirm(bench, an)).toMatchObject(WHOLE);
  });

  it('is one report when its second half comes a second later', async () => {
    const { bench, an } = await scene();
    await bench.type(an, PARTS[0]);
    await bench.clock.advance(1000);
    await bench.type(an, PARTS[1]);
    await bench.clock.advance(10_000);
    expect(bench.texts(an)).toHaveLength(1);
    expect(await confirm(bench, an)).toMatchObject(WHOLE);
  });

  it('is one report when the process dies between the halves', async () => {
    const { bench, an } = await scene();
    await bench.type(an, PARTS[0]);
    await bench.clock.advance(1000);
    await bench.crashAndRestart();
    await bench.type(an, PARTS[1]);
    await bench.clock.advance(10_000);
    expect(bench.texts(an)).toHaveLength(1);
    expect(await confirm(bench, an)).toMatchObject(WHOLE);
  });

  it('is one report when the bot is stopped in good order between the halves', async () => {
    const { bench, an } = await scene();
    await bench.type(an, PARTS[0]);
    const stopped = bench.bot().stop();
    await bench.clock.advance(10_000);
    await stopped;
    expect(bench.texts(an)).toEqual([]);
    await bench.crashAndRestart();
    await bench.type(an, PARTS[1]);
    await bench.clock.advance(10_000);
    expect(bench.texts(an)).toHaveLength(1);
    expect(await confirm(bench, an)).toMatchObject(WHOLE);
  });

  it('is not repeated when a half is delivered again, or comes too late', async () => {
    const { bench, an } = await scene();
    const [first, second] = PARTS.map((text) => an.channel.incoming(an.chat, { text }));
    for (const part of [first, first, second, first]) await an.channel.deliver(an.chat, part ?? {});
    await bench.clock.advance(10_000);
    await an.channel.deliver(an.chat, second ?? {});
    await bench.clock.advance(10_000);
    expect(bench.texts(an)).toHaveLength(1);
    expect(await confirm(bench, an)).toMatchObject(WHOLE);
  });

  it('waits whole for a disk that is full', async () => {
    const { bench, an } = await scene();
    const { write } = bench.store.dialogs;
    bench.store.dialogs.write = () => {
      throw new StoreError('disk-full', 'test');
    };
    for (const part of PARTS) await bench.type(an, part);
    await bench.clock.advance(20_000);
    bench.store.dialogs.write = write;
    await bench.clock.advance(20_000);
    expect(bench.texts(an)).toHaveLength(1);
    expect(await confirm(bench, an)).toMatchObject(WHOLE);
  });

  it('that is a bug of ours is apologised for once', async () => {
    const { bench, an } = await scene();
    bench.store.dialogs.write = () => {
      throw new TypeError('a bug');
    };
    for (const part of PARTS) await bench.type(an, part);
    await bench.clock.advance(60_000);
    expect(bench.texts(an)).toEqual([expect.stringContaining('Xin lỗi')]);
  });
});

describe('what is no part of it', () => {
  it('is not waited for: a short text is answered at once', async () => {
    const { bench, an } = await scene();
    const before = bench.clock.now();
    await bench.type(an, '/nhiemvu');
    expect(bench.texts(an)).toHaveLength(1);
    expect(bench.clock.now()).toBe(before);
  });

  it('is acted on by itself: a command, a press, words after a text that was whole', async () => {
    const { bench, an } = await scene();
    const whole = LONG.slice(0, 2400);
    for (const text of [whole, 'gửi']) await an.channel.type(an.chat, text);
    await bench.clock.advance(10_000);
    expect(bench.texts(an).at(-1)).toContain('Đã nhận báo cáo');
    for (const text of [PARTS[0].replace('3', '4'), '/nhiemvu']) await an.channel.type(an.chat, text);
    await bench.clock.advance(10_000);
    expect(bench.texts(an).at(-2)).toContain('Xem lại trước khi gửi');
    expect(bench.texts(an).at(-1)).toContain('báo cáo');
  });

  it('is not what was said long after, though both come at once', async () => {
    const { bench, an } = await scene();
    const long = an.channel.incoming(an.chat, { text: PARTS[0], sentAt: 1_000_000 });
    const later = an.channel.incoming(an.chat, { text: PARTS[1], sentAt: 1_060_000 });
    await Promise.all([an.channel.deliver(an.chat, long), an.channel.deliver(an.chat, later)]);
    await bench.clock.advance(10_000);
    expect(bench.texts(an)).toHaveLength(2);
  });
});

describe('an album', () => {
  it('is answered once, each picture is kept once, and its caption is read', async () => {
    const { bench, an } = await scene();
    await bench.type(an, `${HEAD}Tốt`);
    await bench.clock.advance(5000);
    await an.channel.attach(an.chat, picture(1), 'nguoi_du=90', 'g1');
    for (const at of [2, 3, 4]) await an.channel.attach(an.chat, picture(at), '', 'g1');
    await bench.clock.advance(10_000);
    expect(bench.texts(an)).toHaveLength(2);
    expect(bench.texts(an).at(-1)).toContain('Tệp kèm: trang-1.jpg, trang-2.jpg, trang-3.jpg, trang-4.jpg');
    expect(bench.texts(an).at(-1)).toContain('Lượt người dự: 90');
  });

  it('is answered once for each of two that come one after the other', async () => {
    const { bench, an } = await scene();
    await bench.type(an, `${HEAD}Tốt`);
    await bench.clock.advance(5000);
    await sendAlbum(an, 2);
    for (const at of [3, 4]) await an.channel.attach(an.chat, picture(at), '', 'g2');
    await bench.clock.advance(10_000);
    expect(bench.texts(an)).toHaveLength(3);
    expect(bench.texts(an).at(-1)).toContain('trang-4.jpg');
  });

  it('is kept whole when the process dies in the middle of fetching it', async () => {
    const { bench, an } = await scene();
    await bench.type(an, `${HEAD}Tốt`);
    await bench.clock.advance(5000);
    const { download } = an.channel;
    let fetched = 0;
    an.channel.download = (file, maxBytes) => {
      fetched += 1;
      return fetched === 3 ? new Promise(() => {}) : download(file, maxBytes);
    };
    await sendAlbum(an, 4);
    await bench.clock.advance(10_000);
    await bench.crashAndRestart();
    await bench.clock.advance(10_000);
    expect(bench.texts(an).at(-1)).toContain('Tệp kèm: trang-1.jpg, trang-2.jpg, trang-3.jpg, trang-4.jpg');
    expect(fetched).toBe(5);
  });

  it('of somebody who has not joined costs one answer', async () => {
    const { bench, an } = await scene();
    await sendAlbum({ ...an, chat: 'lan' }, 5);
    await bench.clock.advance(10_000);
    expect(an.channel.textsTo('lan')).toHaveLength(1);
  });
});
