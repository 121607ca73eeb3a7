import { describe, expect, it, onTestFinished } from 'vitest';
import type { WebChannel } from '../../src/channels/web-chat/web-channel.ts';
import { createRoomChannel } from '../../src/rehearsal/room-channel.ts';
import { readLineFile, showLine } from '../../src/rehearsal/show-line.ts';
import type { Line } from '../../src/web/rehearsal.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { ZONE } from '../support/bot-bench.ts';
import { createHandClock } from '../support/hand-clock.ts';
import { openEmptyStore } from '../support/open-store.ts';
import { fileOf } from '../support/sample-files.ts';
import { type ChannelHarness, createInbox, describeChannel } from './channel-suite.ts';

const CHAT = 'dau-moi-hbg';

function openRoom() {
  const store = openEmptyStore();
  const { channel } = createRoomChannel(store, createHandClock(0));
  const lines = (): Line[] => store.roomLines.after(CHAT, 0).map((row) => showLine(row, ZONE));
  return { store, channel, lines, said: () => lines().filter(({ from }) => from === 'bot') };
}

/** A person at the page: what the server did not take stands there with "Thử lại", and that is pressed. */
async function postUntilTaken(channel: WebChannel, text: string, pickedLabel: string | null = null): Promise<void> {
  for (;;) {
    const post = channel.post({ chat: CHAT, name: 'An', text, pickedLabel, file: null });
    const isTaken = await post.then(
      () => true,
      () => false,
    );
    if (isTaken) return;
  }
}

async function makeHarness(): Promise<ChannelHarness> {
  const { store, channel, said } = openRoom();
  let waiting = 0;
  const deliver = (text: string, label: string | null = null): void => {
    waiting += 1;
    void postUntilTaken(channel, text, label).then(() => (waiting -= 1));
  };
  return {
    channel,
    address: { chat: CHAT },
    secrets: [],
    deliverText: (text) => deliver(text),
    pick(value) {
      const choice = said()
        .at(-1)
        ?.choices.flat()
        .find((one) => one.value === value);
      if (choice === undefined) throw new Error(`no choice ${value}`);
      deliver(value, choice.label);
    },
    acknowledged: () => waiting === 0,
    sentTexts: () => said().map((line) => plain(line.text)),
    textLimit: Number.POSITIVE_INFINITY,
    sentFiles: () =>
      said().flatMap(({ id, text, file }) => {
        const stored = readLineFile(store, id);
        if (stored === null || file === null) return [];
        return [{ name: stored.name, caption: plain(text), bytes: stored.bytes, isPicture: file.isPicture }];
      }),
    store: (bytes) => store.storedFiles.keep(bytes),
    failNext: () => expect.fail('the room does not fail'),
    close: async () => store.close(),
  };
}

describeChannel('the rehearsal room', [], makeHarness);

describe('files in the rehearsal room', () => {
  it('a person’s file is there for the bot, and for the page, after a restart too', async () => {
    const { store, channel, lines } = openRoom();
    onTestFinished(() => store.close());
    const inbox = createInbox();
    channel.start(inbox.receive);
    const bytes = fileOf('a.png').bytes ?? Buffer.alloc(0);
    await channel.post({ chat: CHAT, name: 'An', text: '', pickedLabel: null, file: { name: 'ảnh.png', bytes } });
    const [incoming] = await inbox.atLeast(1);
    const again = createRoomChannel(store, createHandClock(0)).channel;
    expect(await again.download(incoming!.files[0]!, 1000)).toEqual(bytes);
    await expect(again.download(incoming!.files[0]!, 10)).rejects.toMatchObject({ kind: 'refused' });
    const [line] = lines();
    expect(line?.file).toEqual({
      name: 'ảnh.png',
      url: `/rehearsal/lines/${line?.id}/file`,
      size: bytes.length,
      isPicture: true,
    });
    expect(readLineFile(store, line?.id ?? 0)).toMatchObject({ name: 'ảnh.png', mediaType: 'image/png', bytes });
  });
});
