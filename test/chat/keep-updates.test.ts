import { describe, expect, it } from 'vitest';
import type { Incoming, Receive } from '../../src/channels/channel.ts';
import type { TransactionKind } from '../../src/store/transact.ts';
import { createBench, type Member } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';

/** A platform and two people, with the kind of every transaction from then on. */
async function scene(redelivers: boolean) {
  const channel = createMemoryChannel({ redelivers });
  let receive: Receive = () => Promise.reject(new Error('not started'));
  const { start } = channel;
  channel.start = (taker) => {
    receive = taker;
    start(taker);
  };
  const bench = createBench({ start: '2026-11-10 08:00', channels: () => [channel] });
  const an = bench.join('liaison', 'HBG');
  const binh = bench.join('liaison', 'HCG');
  await bench.tick();
  const kinds: TransactionKind[] = [];
  const { transact } = bench.store;
  let depth = 0;
  bench.store.transact = (work, kind = 'deed') => {
    if (depth === 0) kinds.push(kind);
    depth += 1;
    try {
      return transact(work, kind);
    } finally {
      depth -= 1;
    }
  };
  const from = ({ chat }: Member, text: string) => channel.incoming(chat, { text });
  return { bench, an, binh, kinds, from, receive: (...all: readonly Incoming[]) => receive(...all) };
}

/** Whether it has come, however it ended. */
function watch(taken: Promise<void>) {
  const seen = { ended: 'not yet' };
  taken.then(
    () => Object.assign(seen, { ended: 'stored' }),
    (error: Error) => Object.assign(seen, { ended: error.message }),
  );
  return seen;
}

describe('an update of a platform that brings it again', () => {
  it('does not wait for the disk; what is done about it does, and the platform is told after that', async () => {
    const { bench, an, kinds, from, receive } = await scene(true);
    const taken = watch(receive(from(an, '/nhiemvu')));
    expect(kinds).toEqual(['redelivered']);
    await Promise.resolve();
    expect(taken.ended).toBe('not yet');
    await bench.clock.settle();
    expect(kinds.slice(0, 2)).toEqual(['redelivered', 'deed']);
    expect(taken.ended).toBe('stored');
    expect(bench.texts(an).length).toBe(1);
  });

  it('has the disk take it soon where nothing is done about it yet', async () => {
    const { bench, an, from, receive } = await scene(true);
    an.channel.download = () => new Promise(() => {});
    const file = { ref: 'f', name: 'a.pdf', size: 10 };
    const taken = watch(receive({ ...from(an, ''), files: [file] }));
    await bench.clock.advance(10);
    expect(taken.ended).toBe('not yet');
    await bench.clock.advance(15);
    expect(taken.ended).toBe('stored');
  });

  it('is not said to be stored while the disk will not take it', async () => {
    const { bench, an, from, receive } = await scene(true);
    an.channel.download = () => new Promise(() => {});
    const { sync } = bench.store;
    bench.store.sync = () => {
      throw new Error('disk full');
    };
    const taken = watch(receive({ ...from(an, ''), files: [{ ref: 'f', name: 'a.pdf', size: 10 }] }));
    await bench.clock.advance(25);
    expect(taken.ended).toBe('disk full');
    bench.store.sync = sync;
  });
});

it('an update of a platform that hands it over once is on the disk before anything else', async () => {
  const { bench, an, kinds, from, receive } = await scene(false);
  await receive(from(an, '/nhiemvu'));
  expect(kinds).toEqual(['deed']);
  await bench.clock.settle();
  expect(bench.texts(an).length).toBe(1);
});

describe('updates that come together', () => {
  it('are stored in one transaction', async () => {
    const { bench, an, binh, kinds, from, receive } = await scene(true);
    const taken = watch(receive(from(an, '/nhiemvu'), from(binh, '/nhiemvu'), from(an, '/han')));
    expect(kinds).toEqual(['redelivered']);
    await bench.clock.advance(60_000);
    expect([taken.ended, bench.texts(an).length, bench.texts(binh).length]).toEqual(['stored', 2, 1]);
  });

  it('are stored but for one that cannot be, and those behind it in its chat; it is acted on first when it can', async () => {
    const { bench, an, binh, from, receive } = await scene(true);
    const { add } = bench.store.inbound;
    const [bad, behind, other] = [from(an, '/nhiemvu'), from(an, 'có hạn khi nào?'), from(binh, '/nhiemvu')];
    bench.store.inbound.add = (channel, bot, chat, incoming, at) => {
      if (incoming.key === bad.key) throw new TypeError('a bug');
      return add(channel, bot, chat, incoming, at);
    };
    const first = watch(receive(bad, behind, other));
    await bench.clock.advance(60_000);
    expect(first.ended).toBe('a bug');
    expect([bench.texts(an).length, bench.texts(binh).length]).toEqual([0, 1]);
    bench.store.inbound.add = add;
    const again = watch(receive(bad, behind, other));
    await bench.clock.advance(60_000);
    expect(again.ended).toBe('stored');
    expect([bench.texts(an).length, bench.texts(binh).length]).toEqual([2, 1]);
    expect(bench.texts(an)[0]).toContain('Còn 1 báo cáo phải nộp');
  });
});

const NOTICE = {
  kind: 'notice',
  priority: 3,
  content: { text: ['Thông báo'] },
  notice: null,
  expiresAt: null,
  notBefore: 0,
} as const;

describe('what became of a message', () => {
  it.each([
    ['said again when in doubt', true, 'deed'],
    ['not said again when in doubt', false, 'unrepeated'],
  ] as const)('that is %s', async (_, repeatIfUnknown, kind) => {
    const { bench, an, kinds } = await scene(false);
    const { id } = bench.store.chats.meet('telegram', '1', an.chat, 'private', bench.clock.now());
    bench.store.outbox.add({ ...NOTICE, person: an.person, chat: id, repeatIfUnknown, queuedAt: bench.clock.now() });
    bench.bot().dispatcher.wake();
    await bench.clock.settle();
    expect(kinds).toEqual(['deed', kind]);
  });

  it('that failed waits for the disk even where it would not be said again when in doubt', async () => {
    const { bench, an, kinds } = await scene(false);
    const { id } = bench.store.chats.meet('telegram', '1', an.chat, 'private', bench.clock.now());
    an.channel.failNext(['unavailable']);
    const row = { ...NOTICE, person: an.person, chat: id, queuedAt: bench.clock.now() };
    bench.store.outbox.add({ ...row, repeatIfUnknown: false });
    bench.bot().dispatcher.wake();
    await bench.clock.settle();
    expect(kinds).toEqual(['deed', 'deed']);
  });
});
