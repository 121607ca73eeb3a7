import { describe, expect, it } from 'vitest';
import { createBench, type Member } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';
import { fileOf } from '../support/sample-files.ts';

const PNG = fileOf('a.png').bytes ?? Buffer.alloc(0);
const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);
const PUBLIC = 'https://baocao.example.gov.vn';
const ZALO = {
  buttons: false,
  filesIn: 'pictures',
  filesOut: { pictures: 10_000_000, others: 0, by: 'address' },
} as const;

function open(options: { publicUrl?: string; cap?: number } = {}) {
  const bench = createBench({
    start: '2026-11-10 08:00',
    ...options,
    channels: (wire) => [
      createMemoryChannel({ name: 'telegram', wire }),
      createMemoryChannel({ name: 'zalo', wire, capabilities: ZALO }),
    ],
  });
  const { store, clock } = bench;
  const chatOf = (member: Member) => store.chats.meet(member.channel.name, '1', member.chat, 'private', clock.now());
  /** A text and a file after it, as one decision; what the bot says of its own accord unless `answer`. */
  function decide(
    member: Member,
    kind: 'answer' | 'notice',
    name: string,
    bytes: Buffer,
  ): { text: number; file: number } {
    const chat = chatOf(member);
    const common = {
      chat: chat.id,
      person: member.person,
      kind,
      priority: 0,
      notice: null,
      repeatIfUnknown: kind === 'answer',
      queuedAt: clock.now(),
      expiresAt: null,
      notBefore: 0,
    };
    return store.transact(() => {
      const mediaType = name.endsWith('.png') ? 'image/png' : 'application/pdf';
      const file = { id: store.storedFiles.keep(bytes), name, mediaType, size: bytes.length };
      const text = store.outbox.add({ ...common, content: { text: ['Xin xem tệp.'] } });
      return { text, file: store.outbox.add({ ...common, content: { text: ['Phụ lục'], file } }) };
    });
  }

  return {
    bench,
    store,
    decide,
    /** A file alone. */
    decideFile(member: Member, name: string, bytes: Buffer): number {
      const { text, file } = decide(member, 'answer', name, bytes);
      store.outbox.settleUnsent(text, 'cleared', null, clock.now());
      return file;
    },
    async run() {
      bench.bot().dispatcher.wake();
      await clock.settle();
    },
    state: (id: number) => store.outbox.outcome(id)?.state,
    /** Runs the day's forgetting; how many stored files went. */
    async forget(): Promise<number> {
      store.facts.set('forgot_on', '');
      const job = bench.bot().jobs.find((one) => one.name === 'forget-old');
      const done = await job?.run(clock.now());
      return Number((done as { bytes?: number } | undefined)?.bytes ?? 0);
    },
  };
}

const filesTo = (member: Member) =>
  member.channel.sent
    .filter((one) => one.chat === member.chat && one.message.file !== undefined)
    .map(({ message }) => ({ name: message.file?.name, bytes: message.file?.read() }));

describe('a message that carries a file', () => {
  it('goes after its words, in order, with its bytes', async () => {
    const { bench, decide, run, state } = open();
    const an = bench.join('liaison', 'HBG');
    const ids = decide(an, 'answer', 'Phụ lục.pdf', PDF);
    await run();
    await bench.clock.advance(3000);
    expect([state(ids.text), state(ids.file)]).toEqual(['accepted', 'accepted']);
    expect(bench.texts(an)).toEqual(['Xin xem tệp.', 'Phụ lục']);
    expect(filesTo(an)).toEqual([{ name: 'Phụ lục.pdf', bytes: PDF }]);
  });

  it('waits for its words while they are tried again', async () => {
    const { bench, decide, run } = open();
    const an = bench.join('liaison', 'HBG');
    an.channel.failNext(['unavailable', 'unavailable']);
    decide(an, 'answer', 'a.pdf', PDF);
    await run();
    expect(an.channel.tried).toHaveLength(1);
    await bench.clock.advance(60_000);
    expect(bench.texts(an)).toEqual(['Xin xem tệp.', 'Phụ lục']);
  });

  it('of which a process died in mid-send is said again once, and marked', async () => {
    const { bench, decideFile, run, state } = open();
    const an = bench.join('liaison', 'HBG');
    an.channel.hang();
    const id = decideFile(an, 'a.pdf', PDF);
    await run();
    expect(state(id)).toBe('sending');
    // What the dead process sent stays without an answer; what comes after it does not.
    an.channel.hang()();
    await bench.crashAndRestart();
    await bench.clock.advance(60_000);
    expect(state(id)).toBe('accepted');
    expect(bench.texts(an).at(-1)).toMatch(/^\(Gửi lại.*\)\nPhụ lục$/su);
    expect(filesTo(an).at(-1)?.bytes).toEqual(PDF);
  });

  it('goes to the person’s other app when this one is blocked, as that app takes it', async () => {
    const { bench, decide, run, store, state } = open({ publicUrl: PUBLIC });
    const an = bench.join('liaison', 'HBG');
    const zalo = bench.channels[1]!;
    store.chats.link(store.chats.meet('zalo', '1', 'za-an', 'private', bench.clock.now()).id, an.person, 0);
    an.channel.failAlways('blocked', an.chat);
    const ids = decide(an, 'notice', 'a.pdf', PDF);
    await run();
    await bench.clock.advance(10_000);
    expect([state(ids.text), state(ids.file)]).toEqual(['accepted', 'accepted']);
    expect(zalo.textsTo('za-an')).toEqual([
      'Xin xem tệp.',
      expect.stringMatching(
        /^Phụ lục\n📎 Tệp “a\.pdf” \(1 KB\): xin mở trang này.*\nhttps:\/\/baocao\.example\.gov\.vn\/download\/[\w-]{32}$/su,
      ),
    ]);
  });

  it('is a sentence and a way when the platform refuses the file', async () => {
    const { bench, decideFile, run, state } = open();
    const an = bench.join('liaison', 'HBG');
    an.channel.failNext(['refused']);
    const id = decideFile(an, 'a.pdf', PDF);
    await run();
    await bench.clock.advance(5000);
    expect(state(id)).toBe('accepted');
    expect(bench.texts(an).at(-1)).toBe(
      'Phụ lục\n📎 Tệp “a.pdf” (1 KB) không gửi được qua ứng dụng này. Xin nhờ cán bộ điều phối gửi giúp tệp.',
    );
  });

  it('is given up like any other when the sentence is refused too', async () => {
    const { bench, decideFile, run, state } = open();
    const an = bench.join('liaison', 'HBG');
    an.channel.failNext(['refused', 'refused']);
    const id = decideFile(an, 'a.pdf', PDF);
    await run();
    await bench.clock.advance(5000);
    expect(state(id)).toBe('failed');
  });

  it('counts under the day’s cap as the two messages it is', async () => {
    const { bench, decide, run, state } = open();
    const an = bench.join('liaison', 'HBG');
    const rows = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => decide(an, 'notice', name, PDF));
    await run();
    await bench.clock.advance(20_000);
    const cap = bench.bot().desk.rules().policy.dailyCap;
    const states = rows.flatMap((row) => [state(row.text), state(row.file)]);
    expect(states.filter((one) => one === 'accepted')).toHaveLength(cap);
    expect(states.filter((one) => one === 'capped')).toHaveLength(6 - cap);
  });

  it('costs the month of a bot as many messages as it is', async () => {
    const { bench, decide, run, store } = open({ publicUrl: PUBLIC });
    const an = bench.join('liaison', 'HBG', { channel: 'zalo' });
    decide(an, 'answer', 'a.png', PNG);
    await run();
    await bench.clock.advance(5000);
    expect(store.spending.inMonth('zalo', '1', '2026-11')).toBe(2);
  });

  it('leaves the choices of its words in force', async () => {
    const { bench, store } = open();
    const an = bench.join('liaison', 'HBG', { channel: 'zalo' });
    await bench.tick();
    await bench.type(an, '/nop t11');
    const chat = store.chats.meet('zalo', '1', an.chat, 'private', 0);
    const before = chat.choices;
    expect(before).not.toBeNull();
    const file = { id: store.storedFiles.keep(PNG), name: 'a.png', mediaType: 'image/png', size: PNG.length };
    store.outbox.add({
      chat: chat.id,
      person: an.person,
      kind: 'answer',
      priority: 0,
      content: { text: [], file },
      notice: null,
      repeatIfUnknown: true,
      queuedAt: 0,
      expiresAt: null,
      notBefore: 0,
    });
    bench.bot().dispatcher.wake();
    await bench.clock.advance(5000);
    expect(store.chats.find(chat.id)?.choices).toBe(before);
  });
});

describe('on an app that fetches pictures', () => {
  it('a picture goes by a public address', async () => {
    const { bench, decide, run } = open({ publicUrl: PUBLIC });
    const an = bench.join('liaison', 'HBG', { channel: 'zalo' });
    decide(an, 'answer', 'a.png', PNG);
    await run();
    await bench.clock.advance(5000);
    const address = an.channel.sent.at(-1)?.message.file?.address ?? '';
    expect(address).toMatch(/^https:\/\/baocao\.example\.gov\.vn\/download\/[\w-]{32}$/u);
  });

  it.each([
    [true, 'Xin mở bot trên Telegram và hỏi lại ở đó để nhận tệp.'],
    [false, 'Xin nhận tệp qua Telegram (gõ /toi lienket để thêm ứng dụng), hoặc nhờ cán bộ điều phối gửi giúp.'],
  ])('without a public address there is a sentence and a way (on both apps: %s)', async (isOnBoth, way) => {
    const { bench, decide, run, store } = open();
    const an = bench.join('liaison', 'HBG', { channel: 'zalo' });
    if (isOnBoth) store.chats.link(store.chats.meet('telegram', '1', 'tg-an', 'private', 0).id, an.person, 0);
    decide(an, 'answer', 'Ảnh chụp.png', PNG);
    await run();
    await bench.clock.advance(5000);
    expect(bench.texts(an).at(-1)).toBe(
      `Phụ lục\n📎 Tệp “Ảnh chụp.png” (1 KB) không gửi được qua ứng dụng này. ${way}`,
    );
  });

  it('an address that was never sent is of no use', async () => {
    const { bench, decide, store } = open({ publicUrl: PUBLIC });
    const an = bench.join('liaison', 'HBG', { channel: 'zalo' });
    const { file } = decide(an, 'answer', 'a.pdf', PDF);
    const link = (hash: string) => ({ hash, found: store.downloadLinks.find(hash) });
    const row = {
      kind: 'page',
      name: 'a.pdf',
      mediaType: 'application/pdf',
      outbox: file,
      attempt: 0,
      expiresAt: 9e15,
    } as const;
    const chat = store.chats.meet('zalo', '1', an.chat, 'private', 0).id;
    const stored = store.storedFiles.keep(PDF);
    store.downloadLinks.add('first', { ...row, chat, file: stored });
    store.downloadLinks.add('second', { ...row, chat, file: stored });
    store.downloadLinks.add('third', { ...row, chat, file: stored, attempt: 1 });
    expect(['first', 'second', 'third'].map((hash) => link(hash).found !== null)).toEqual([false, true, true]);
  });
});

describe('stored files', () => {
  it('are kept once, whoever names them', () => {
    const { store } = open();
    expect(store.storedFiles.keep(PDF)).toBe(store.storedFiles.keep(Buffer.from(PDF)));
    expect(store.storedFiles.keep(PNG)).not.toBe(store.storedFiles.keep(PDF));
  });

  it('are forgotten when no message can need them any more, and not before', async () => {
    const { bench, decide, run, forget, store } = open();
    const an = bench.join('liaison', 'HBG');
    an.channel.failAlways('unavailable', an.chat);
    decide(an, 'answer', 'a.pdf', PDF);
    await run();
    expect(await forget()).toBe(0);
    an.channel.heal(an.chat);
    await bench.clock.advance(3600_000);
    const id = store.storedFiles.keep(PDF);
    expect(await forget()).toBe(1);
    expect(store.storedFiles.bytes(id)).toBeNull();
  });

  it('stay while a page leads to them, and for a day after it', async () => {
    const { bench, decide, run, store } = open({ publicUrl: PUBLIC });
    const an = bench.join('liaison', 'HBG', { channel: 'zalo' });
    decide(an, 'answer', 'a.pdf', PDF);
    const id = store.storedFiles.keep(PDF);
    await run();
    await bench.sleepTo('2026-11-12 09:00');
    expect(store.storedFiles.bytes(id)).toEqual(PDF);
    await bench.sleepTo('2026-11-13 08:30');
    expect(store.storedFiles.bytes(id)).toBeNull();
  });

  it('that belong to a report stay', async () => {
    const { bench, forget, store } = open();
    const an = bench.join('liaison', 'HBG');
    await bench.tick();
    await an.channel.attach(an.chat, fileOf('Báo cáo.pdf'), '/nop t11 hoi_nghi=1 nguoi_du=2 ket_qua=Xong');
    await bench.clock.settle();
    await bench.press(an, 'Gửi báo cáo');
    await bench.sleepTo('2026-12-20 09:00');
    expect(await forget()).toBe(0);
    const [attachment] = store.attachments.ofTask(bench.task('HBG', '2026-11').id);
    expect(store.storedFiles.bytes(attachment?.file ?? 0)).toEqual(PDF);
  });
});
