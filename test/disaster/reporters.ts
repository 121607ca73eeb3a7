import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/store/store.ts';
import type { FakeTelegram, SentMessage } from '../support/fake-telegram.ts';

/** A receipt that somebody was sent. */
export interface Held {
  code: string;
  /** When it reached them. */
  at: number;
  /** It says that the copy does not have the report yet. */
  isHereOnly: boolean;
}

const FIRST_CHAT = 41_001;
/** After so long somebody says it again. */
const PATIENCE_MS = 15_000;
/** Between two reports of one person. */
const BREATH_MS = 400;

/** One liaison for each unit, written down while no bot runs. */
export function seatLiaisons(database: string, fake: FakeTelegram): number[] {
  const store = openStore(database);
  const units = store.units.owingOn('2026-11-06').map(({ code }) => code);
  const chats = units.map((unit, index) => {
    const chat = FIRST_CHAT + index;
    store.transact(() => {
      const person = store.people.add(`Đầu mối ${unit}`, 0, '2026-11');
      store.people.join(person, 'liaison', unit, 0);
      store.chats.link(store.chats.meet('telegram', '1', String(chat), 'private', 0).id, person, 0);
    });
    fake.know(chat);
    return chat;
  });
  store.close();
  return chats;
}

/** People who send one version of a report after the other, whatever becomes of the bot. */
export function startReporting(fake: FakeTelegram, chats: readonly number[], atOnce: number) {
  const held = new Map<string, Held>();
  const waits: number[] = [];
  let read = 0;
  let isOver = false;
  let turn = 0;

  /** Whatever came meanwhile; a receipt that is said again is the same one. */
  function look(): void {
    for (; read < fake.sent.length; read += 1) {
      const message = fake.sent[read];
      const code = message === undefined ? null : receiptIn(message);
      if (message === undefined || code === null || held.has(code)) continue;
      held.set(code, { code, at: message.at, isHereOnly: message.text.includes('bản sao dự phòng đang chậm') });
    }
  }

  async function report(chat: number): Promise<void> {
    const number = ++turn;
    let from = fake.sent.length;
    const since = (): readonly SentMessage[] => fake.sent.slice(from).filter(({ chat_id }) => chat_id === chat);
    fake.say(chat, `/nop t11 hoi_nghi=1 nguoi_du=${number} ket_qua=Lần ${number}.`, { name: `Đầu mối ${chat}` });
    const preview = await fake.until(() => since().find(({ text }) => text.includes('Xem lại')), PATIENCE_MS);
    const button = preview.reply_markup?.inline_keyboard.flat().find(({ text }) => text === 'Gửi báo cáo');
    if (button === undefined) return;
    // A receipt of an earlier try may have come meanwhile.
    from = fake.sent.length;
    const pressedAt = Date.now();
    fake.press(chat, preview.message_id, button.callback_data);
    const receipt = await fake.until(() => since().find((message) => receiptIn(message) !== null), PATIENCE_MS);
    waits.push(receipt.at - pressedAt);
  }

  const working = Array.from({ length: atOnce }, async (_, first) => {
    // One person does one thing at a time.
    const own = chats.filter((_chat, index) => index % atOnce === first);
    for (let index = 0; !isOver; index += 1) {
      await report(own[index % own.length] ?? 0).catch(() => {});
      await sleep(BREATH_MS);
    }
  });

  return {
    /** Every receipt so far, by its code. */
    held(): ReadonlyMap<string, Held> {
      look();
      return held;
    },
    /** How long people waited for their receipts since this was asked last, in ms. */
    takeWaits: (): number[] => waits.splice(0),
    async stop(): Promise<void> {
      isOver = true;
      await Promise.all(working);
    },
  };
}

function receiptIn({ text }: SentMessage): string | null {
  return text.includes('Đã nhận báo cáo') ? (/Mã biên nhận: (\S+)/u.exec(text)?.[1] ?? null) : null;
}
