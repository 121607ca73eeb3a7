import { describe, expect, it } from 'vitest';
import { SendError, type SendFailure } from '../../src/channels/send-error.ts';
import { StoreError } from '../../src/store/database.ts';
import { at, createBench } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  return { bench, an };
}

describe('a process that dies', () => {
  it('acts on what it had only stored, and the person has their answer, even days later', async () => {
    const { bench, an } = await scene();
    await bench.type(an, '/nop t11 hoi_nghi=1 ket_qua=Tốt');
    await bench.clock.advance(5000);
    await an.channel.press(an.chat, 'Gửi báo cáo');
    // Stored and acknowledged; dead before it was acted on.
    bench.clock.forget();
    await bench.clock.sleepTo(at('2026-11-19 08:00'));
    await bench.crashAndRestart();
    await bench.clock.advance(5000);
    expect(bench.task('HBG', '2026-11')).toMatchObject({ state: 'submitted', timeliness: 'on_time' });
    expect(bench.texts(an).at(-1)).toContain('Đã nhận báo cáo');
  });

  it('has acted on the ones before, and does so once', async () => {
    const { bench, an } = await scene();
    await bench.type(an, '/nhiemvu');
    await bench.crashAndRestart();
    await bench.clock.advance(60_000);
    expect(bench.texts(an).length).toBe(1);
  });
});

describe('an update nobody could read', () => {
  it('is acted on by the version that can, as of when it came', async () => {
    const { bench, an } = await scene();
    await bench.type(an, '/nop t11 hoi_nghi=3 ket_qua=Tốt');
    await bench.clock.advance(5000);
    await an.channel.deliverUnreadable('{"new":"Gửi báo cáo"}');
    await an.channel.deliverUnreadable('{"new":"Gửi báo cáo"}');
    await an.channel.deliverUnreadable('{"newer still":1}');
    await bench.clock.sleepTo(at('2026-11-18 09:00'));
    expect(bench.task('HBG', '2026-11').state).toBe('open');
    an.channel.reread = (body) => (body.includes('"new"') ? an.channel.incoming(an.chat, { text: 'có' }) : null);
    await bench.crashAndRestart();
    await bench.clock.advance(5000);
    expect(bench.task('HBG', '2026-11')).toMatchObject({ state: 'submitted', timeliness: 'on_time' });
    expect(bench.store.unreadable.of('telegram', an.channel.bot).map(({ body }) => body)).toEqual([
      '{"newer still":1}',
    ]);
  });
});

describe('one chat', () => {
  it('gets its updates acted on in the order they came', async () => {
    const { bench, an } = await scene();
    await Promise.all(['/nop t11', 'hoi_nghi=3 ket_qua=Tốt', 'có'].map((text) => an.channel.type(an.chat, text)));
    await bench.clock.advance(10_000);
    expect(bench.texts(an).at(-1)).toContain('Đã nhận báo cáo');
  });

  it('does not wait for a slow file in another one', async () => {
    const { bench, an } = await scene();
    const mai = bench.join('liaison', 'HCG');
    an.channel.download = () => new Promise(() => {});
    await an.channel.attach(an.chat, { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n') });
    await bench.type(mai, '/nhiemvu');
    expect(bench.texts(mai).length).toBe(1);
    expect(bench.texts(an)).toEqual([]);
  });
});

describe('trouble', () => {
  it('that is ours is apologised for once, and changes nothing', async () => {
    const { bench, an } = await scene();
    const { outstandingOf } = bench.store.tasks;
    bench.store.tasks.outstandingOf = () => {
      throw new TypeError('a bug');
    };
    await bench.type(an, '/nhiemvu');
    await bench.clock.advance(60_000);
    expect(bench.texts(an)).toEqual([expect.stringContaining('Xin lỗi')]);
    bench.store.tasks.outstandingOf = outstandingOf;
    await bench.type(an, '/nhiemvu');
    expect(bench.texts(an).at(-1)).toContain('Còn 1 báo cáo phải nộp');
  });

  it('that is the disk’s makes it wait: what the person said is acted on when there is room again', async () => {
    const { bench, an } = await scene();
    const { outstandingOf } = bench.store.tasks;
    bench.store.tasks.outstandingOf = () => {
      throw new StoreError('disk-full', 'test');
    };
    await bench.type(an, '/nhiemvu');
    await bench.clock.advance(30_000);
    expect(bench.texts(an)).toEqual([]);
    bench.store.tasks.outstandingOf = outstandingOf;
    await bench.clock.advance(5000);
    expect(bench.texts(an)).toEqual([expect.stringContaining('Còn 1 báo cáo phải nộp')]);
  });

  it('in reading what waits does not leave the chat behind', async () => {
    const { bench, an } = await scene();
    const { next } = bench.store.inbound;
    bench.store.inbound.next = () => {
      throw new StoreError('disk-full', 'test');
    };
    await bench.type(an, '/nhiemvu');
    bench.store.inbound.next = next;
    await bench.clock.advance(5000);
    expect(bench.texts(an).length).toBe(1);
  });
});

describe('a file that does not come', () => {
  async function sendWhile(failures: number, kind: SendFailure = 'unavailable') {
    const { bench, an } = await scene();
    const { download } = an.channel;
    let tries = 0;
    an.channel.download = (file, maxBytes) => {
      tries += 1;
      return tries > failures ? download(file, maxBytes) : Promise.reject(new SendError(kind, 'test'));
    };
    await bench.type(an, '/nop t11 hoi_nghi=3 ket_qua=Tốt');
    await bench.clock.advance(5000);
    await an.channel.attach(an.chat, { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n') });
    await bench.clock.advance(40_000);
    return { tries, said: bench.texts(an).at(-1) };
  }

  it('is asked for again before the person is', async () => {
    expect((await sendWhile(2)).said).toContain('Tệp kèm: a.pdf');
  });

  it('is given up after a quarter of a minute, and the person is told', async () => {
    const { tries, said } = await sendWhile(1000);
    expect(tries).toBeGreaterThan(5);
    expect(said).toBe('Tệp “a.pdf” chưa nhận được: chưa tải về được; xin gửi lại.');
  });

  it.each([
    ['gone', 'chưa tải về được'],
    ['refused', 'lớn hơn 20 MB'],
  ] as const)('is not asked for again when it is %s', async (kind, words) => {
    const { tries, said } = await sendWhile(1000, kind);
    expect(tries).toBe(1);
    expect(said).toContain(words);
  });
});

describe('strangers', () => {
  it('leave no file behind', async () => {
    const { bench, an } = await scene();
    let downloads = 0;
    an.channel.download = async () => {
      downloads += 1;
      return Buffer.from('%PDF-1.4\n');
    };
    await an.channel.attach('stranger', { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n') });
    await bench.clock.settle();
    expect(downloads).toBe(0);
    expect(an.channel.textsTo('stranger').at(-1)).toContain('/batdau');
  });
});

it('lets nobody act in a group in another one’s name', async () => {
  const { bench, an } = await scene();
  const group = { chatKind: 'group', sender: an.chat, senderName: an.name } as const;
  const code = bench.invitation('coordinator');
  await an.channel.deliver('nhom', { ...group, text: `/batdau ${code}` });
  await bench.clock.advance(5000);
  await an.channel.deliver('nhom', { ...group, text: 'đồng ý' });
  await bench.clock.advance(5000);
  await an.channel.deliver('nhom', { ...group, text: '/tonghop' });
  await bench.clock.advance(30_000);
  expect(an.channel.textsTo('nhom').join('\n')).not.toMatch(/Mã mời hợp lệ|Chưa nộp/u);
  expect(bench.store.people.provincial()).toEqual([]);
});

it('does not hear what a group says to itself', async () => {
  const { bench, an } = await scene();
  await an.channel.deliver('nhom', { chatKind: 'group', text: 'trưa nay ăn gì', addressed: false });
  await bench.clock.advance(5000);
  expect(an.channel.textsTo('nhom')).toEqual([]);
});
