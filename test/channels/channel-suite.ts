import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Address, Channel, FileAtHand, Incoming, Receive, Sendable } from '../../src/channels/channel.ts';
import { SEND_FAILURES, SendError, type SendFailure } from '../../src/channels/send-error.ts';
import { b, code, plain, say } from '../../src/wording/rich-text.ts';
import { fileOf } from '../support/sample-files.ts';

/** A channel against a scriptable platform, as every channel's test sets it up. */
export interface ChannelHarness {
  channel: Channel;
  /** A chat that the bot may write to. */
  address: Address;
  /** What must turn up in no error: tokens, webhook secrets. */
  secrets: readonly string[];
  /** Somebody writes to the bot in that chat. */
  deliverText(text: string): void;
  /** The platform brings the last update once more; left out where nothing comes twice. */
  deliverDuplicate?(): void;
  /** Somebody picks this choice of the last message; left out where the channel leaves that to the chat. */
  pick?(value: string): void;
  /** Whether the platform has been told that every update so far arrived. */
  acknowledged(): boolean;
  /** What people in that chat read, message by message. */
  sentTexts(): readonly string[];
  /** The longest message people can be shown there, in UTF-16 units. */
  textLimit: number;
  /** The files among them, as people got them. */
  sentFiles(): readonly SentFile[];
  /** The public address of a file, on platforms that fetch files. */
  host?(bytes: Buffer): string;
  /** Stores a file and returns its id, on channels that name it to people themselves. */
  store?(bytes: Buffer): number;
  /** The send after `after` good ones fails in this way: a name out of the list given to `describeChannel`. */
  failNext(name: string, after?: number): void;
  /** From now on receiving fails, until it is mended; left out where it cannot. */
  breakReceiving?(): void;
  mendReceiving?(): void;
  close(): Promise<void>;
}

/** A way in which a send can fail, and what the house is to be told. */
export interface FailureCase {
  name: string;
  kind: SendFailure;
  retryAfterMs?: number;
  /** Where it means something else of a file. */
  kindOfFile?: SendFailure;
}

export interface SentFile {
  /** Null where the platform shows none. */
  name: string | null;
  caption: string;
  bytes: Buffer;
  isPicture: boolean;
}

/** What every channel promises. */
export function describeChannel(
  name: string,
  failures: readonly FailureCase[],
  makeHarness: () => Promise<ChannelHarness>,
): void {
  describe(`${name}: what every channel promises`, () => {
    let harness: ChannelHarness;
    let channel: Channel;
    beforeEach(async () => {
      harness = await makeHarness();
      channel = harness.channel;
    });
    afterEach(async () => await harness.close());

    const send = (message: Sendable, skipParts?: number) => channel.send(harness.address, message, skipParts);

    async function failureOf(message: Sendable, skipParts?: number): Promise<SendError> {
      const error = await send(message, skipParts).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(SendError);
      return error as SendError;
    }

    it('hands in what somebody wrote, with the chat to answer in', async () => {
      const inbox = createInbox();
      channel.start(inbox.receive);
      harness.deliverText('Xin chào');
      const [incoming] = await inbox.atLeast(1);
      expect(incoming).toMatchObject({
        chat: harness.address.chat,
        chatKind: 'private',
        text: 'Xin chào',
        picked: false,
        files: [],
        unsupported: false,
        addressed: true,
      });
    });

    it('gives the same update the same key, and different updates different keys', async () => {
      const inbox = createInbox();
      channel.start(inbox.receive);
      harness.deliverText('một');
      await inbox.atLeast(1);
      if (!harness.deliverDuplicate) return;
      harness.deliverDuplicate();
      await inbox.atLeast(2);
      harness.deliverText('hai');
      const [first, again, other] = await inbox.atLeast(3);
      expect(again?.key).toBe(first?.key);
      expect(again?.text).toBe(first?.text);
      expect(other?.key).not.toBe(first?.key);
    });

    it('acknowledges an update only after it is stored', async () => {
      const inbox = createInbox();
      const gate = inbox.holdBack();
      channel.start(inbox.receive);
      harness.deliverText('giữ giúp');
      await inbox.atLeast(1);
      expect(harness.acknowledged()).toBe(false);
      gate.open();
      await expect.poll(() => harness.acknowledged(), WAITING).toBe(true);
    });

    it('tries again when storing failed, and loses nothing', async () => {
      const inbox = createInbox();
      inbox.failNext(2);
      channel.start(inbox.receive);
      harness.deliverText('quan trọng');
      const [incoming] = await inbox.atLeast(1);
      expect(incoming?.text).toBe('quan trọng');
      expect(inbox.failed()).toBe(2);
      await expect.poll(() => harness.acknowledged(), WAITING).toBe(true);
    });

    it('stops only when the update in hand is stored', async () => {
      const inbox = createInbox();
      const gate = inbox.holdBack();
      channel.start(inbox.receive);
      harness.deliverText('đang cầm');
      await inbox.atLeast(1);
      let stopped = false;
      const stopping = channel.stop().then(() => {
        stopped = true;
      });
      await Promise.resolve();
      expect(stopped).toBe(false);
      expect(inbox.stored()).toBe(0);
      gate.open();
      await stopping;
      expect(inbox.stored()).toBe(1);
    });

    it('still sends after it was stopped', async () => {
      channel.start(createInbox().receive);
      await channel.stop();
      await send({ text: ['vẫn gửi được'] });
      expect(harness.sentTexts()).toEqual(['vẫn gửi được']);
    });

    it('stops when it was never started, and twice', async () => {
      await channel.stop();
      channel.start(createInbox().receive);
      await channel.stop();
      await channel.stop();
    });

    it('says when it is not well, and when it is again', async () => {
      if (!harness.breakReceiving || !harness.mendReceiving) return;
      harness.breakReceiving();
      channel.start(createInbox().receive);
      await expect.poll(() => channel.health(), WAITING).toMatchObject({ ok: false, detail: /./ });
      harness.mendReceiving();
      await expect.poll(() => channel.health(), WAITING).toMatchObject({ ok: true, detail: '' });
      const { since } = channel.health();
      harness.breakReceiving();
      await expect.poll(() => channel.health().ok, WAITING).toBe(false);
      expect(channel.health().since).toBeGreaterThanOrEqual(since);
      expectNoSecrets(channel.health());
    });

    it('shows words as they were typed, whatever they contain', async () => {
      const odd = 'a < b & c > d &lt; "x" *sao* _gạch_ [k](http://x) 💡';
      await send({ text: say`${odd} ${b('<b>đậm</b>')} ${code('</code>&amp;')}` });
      const [shown = ''] = harness.sentTexts();
      for (const words of [odd, '<b>đậm</b>', '</code>&amp;']) expect(shown).toContain(words);
    });

    it('splits a long text within the limit and loses no word', async () => {
      const words = Array.from({ length: 3000 }, (_, index) => `từ${index}`);
      const text = [words.slice(0, 1500).join(' '), { b: `\n\n${words.slice(1500).join(' ')}` }];
      const receipt = await send({ text });
      const shown = harness.sentTexts();
      expect(receipt.count).toBe(shown.length);
      expect(new Set(receipt.messageIds).size).toBe(shown.length);
      for (const part of shown) expect(part.length).toBeLessThanOrEqual(harness.textLimit);
      expect(shown.join(' ').match(/từ\d+/g)).toEqual(words);
    });

    it('goes on after the parts that went out before a failure', async () => {
      const failure = failures.find(({ kind }) => kind === 'unavailable')?.name;
      if (failure === undefined) return;
      const text = Array.from({ length: 3000 }, (_, index) => `từ${index}`).join(' ');
      harness.failNext(failure, 1);
      const error = await failureOf({ text: [text] });
      expect(error.sentParts).toBe(1);
      await send({ text: [text] }, error.sentParts);
      expect(harness.sentTexts().join(' ')).toBe(text);
    });

    it('gives a choice back as its value', async () => {
      if (!harness.pick) return;
      const inbox = createInbox();
      channel.start(inbox.receive);
      const choices = [[{ label: 'Nộp ngay', value: '/nop 12' }], [{ label: 'Để sau', value: 'd:sau' }]];
      await send({ text: ['Chọn:'], choices, answer: 'pick' });
      harness.pick('/nop 12');
      const [incoming] = await inbox.atLeast(1);
      expect(incoming).toMatchObject({ chat: harness.address.chat, text: '/nop 12', picked: true, addressed: true });
    });

    it.each(failures)('tells that a send failed: $name is $kind', async ({ name: failure, kind, retryAfterMs }) => {
      harness.failNext(failure);
      const error = await failureOf({ text: ['Chuyện riêng của xã Đông Hoà'] });
      expect(error.kind).toBe(kind);
      expect(SEND_FAILURES).toContain(error.kind);
      expect(error.sentParts).toBe(0);
      expect(error.retryAfterMs).toBe(retryAfterMs ?? null);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('Chuyện riêng');
      expectNoSecrets(error);
    });

    it('refuses a message with nothing in it, without troubling the platform', async () => {
      expect((await failureOf({ text: [] })).kind).toBe('refused');
      expect(harness.sentTexts()).toEqual([]);
    });

    function expectNoSecrets(value: unknown): void {
      const shown = inspect(value, { depth: 10, showHidden: true });
      for (const secret of harness.secrets) expect(shown).not.toContain(secret);
    }

    it('takes choices as long as the house makes them', async () => {
      const choices = [[{ label: 'Chọn', value: 'đ'.repeat(24) }]];
      expect((await send({ text: ['Chọn:'], choices, answer: 'pick' })).count).toBe(1);
      expect(plain([channel.bot])).not.toBe('');
    });

    const takes = (kind: 'pictures' | 'others') => channel.capabilities.filesOut[kind] > 0;
    const picture = () => atHand('Ảnh chụp văn bản.png', 'image/png', PNG);
    const document = () => atHand('Báo cáo quý "IV" – Bình Giang.pdf', 'application/pdf', PDF);

    function atHand(name: string, mediaType: string, bytes: Buffer): FileAtHand {
      const address = harness.host?.(bytes) ?? null;
      return { id: harness.store?.(bytes) ?? 1, name, mediaType, size: bytes.length, read: () => bytes, address };
    }

    it('sends a picture with its words as the caption, or refuses it untried', async () => {
      if (!takes('pictures')) {
        expect((await failureOf({ text: ['Ảnh'], file: picture() })).kind).toBe('refused');
        expect(harness.sentTexts()).toEqual([]);
        return;
      }
      const receipt = await send({ text: say`Mã ${b('QR')} < 1`, file: picture() });
      expect(receipt.count).toBe(1);
      expect(receipt.messageIds).toHaveLength(1);
      expect(harness.sentFiles()).toEqual([
        expect.objectContaining({ caption: 'Mã QR < 1', bytes: PNG, isPicture: true }),
      ]);
    });

    it('sends a document whole and under its name, or refuses it untried', async () => {
      if (!takes('others')) {
        const error = await failureOf({ text: ['Bản thảo'], file: document() });
        expect([error.kind, error.sentParts]).toEqual(['refused', 0]);
        expect(harness.sentTexts()).toEqual([]);
        return;
      }
      expect((await send({ text: [], file: document() })).count).toBe(1);
      const [sent] = harness.sentFiles();
      expect(sent).toMatchObject({ caption: '', bytes: PDF, isPicture: false });
      expect(sent?.name).toMatch(/^Báo cáo quý .IV. – Bình Giang\.pdf$/);
    });

    it('never tries a file that is larger than it takes', async () => {
      const { pictures } = channel.capabilities.filesOut;
      const file = { ...picture(), size: pictures + 1, read: () => expect.fail('read') };
      const error = await failureOf({ text: ['Ảnh'], file });
      expect(error.kind).toBe('refused');
      expect(harness.sentTexts()).toEqual([]);
    });

    it('sends long words first and the picture after them, and goes on with the picture alone', async () => {
      if (!takes('pictures')) return;
      const words = Array.from({ length: 700 }, (_, index) => `từ${index}`);
      const message = { text: [words.join(' ')], file: picture() };
      const receipt = await send(message);
      expect(harness.sentTexts().join(' ').match(/từ\d+/g)).toEqual(words);
      expect(harness.sentFiles()).toHaveLength(1);
      expect(receipt.count).toBe(harness.sentTexts().length);
      await send(message, receipt.count - 1);
      expect(harness.sentFiles()).toHaveLength(2);
      expect(harness.sentTexts()).toHaveLength(receipt.count + 1);
    });

    it.each(failures)(
      'tells that a file did not go: $name',
      async ({ name: failure, kind, kindOfFile, retryAfterMs }) => {
        if (!takes('pictures')) return;
        harness.failNext(failure);
        const file = picture();
        const error = await failureOf({ text: ['Chuyện riêng của xã Đông Hoà'], file });
        expect(error.kind).toBe(kindOfFile ?? kind);
        expect(error.retryAfterMs).toBe(retryAfterMs ?? null);
        const shown = inspect(error, { depth: 10, showHidden: true });
        for (const secret of ['Chuyện riêng', 'Ảnh chụp', file.address ?? 'Ảnh chụp'])
          expect(shown).not.toContain(secret);
        expectNoSecrets(error);
      },
    );
  });
}

const PNG = fileOf('a.png').bytes ?? Buffer.alloc(0);
const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);

const WAITING = { timeout: 120_000, interval: 5 };

interface Inbox {
  receive: Receive;
  /** Waits until so many updates were handed in, and gives them; failed tries do not count. */
  atLeast(count: number): Promise<readonly Incoming[]>;
  failNext(times: number): void;
  failed(): number;
  /** What could not be read, as it came. */
  unreadable(): readonly string[];
  stored(): number;
  /** Storing takes until the gate is opened. */
  holdBack(): { open(): void };
}

/** A `receive` that remembers, and that can be made to fail or to take its time. */
export function createInbox(): Inbox {
  const handedIn: Incoming[] = [];
  const unreadable: string[] = [];
  let toFail = 0;
  let failed = 0;
  let stored = 0;
  let gate: Promise<void> = Promise.resolve();
  return {
    async receive(...delivered) {
      if (toFail > 0) {
        toFail -= 1;
        failed += 1;
        throw new Error('SQLITE_FULL: database or disk is full');
      }
      const read = delivered.flatMap((one) => ('unreadable' in one ? [] : [one]));
      unreadable.push(...delivered.flatMap((one) => ('unreadable' in one ? [one.unreadable] : [])));
      handedIn.push(...read);
      await gate;
      stored += read.length;
    },
    async atLeast(count) {
      await expect.poll(() => handedIn.length, WAITING).toBeGreaterThanOrEqual(count);
      return handedIn;
    },
    failNext(times) {
      toFail = times;
    },
    failed: () => failed,
    unreadable: () => unreadable,
    stored: () => stored,
    holdBack() {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return { open: () => open() };
    },
  };
}
