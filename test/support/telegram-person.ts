import type { Env } from './bot-process.ts';
import { inviteByShell } from './bot-process.ts';
import { isDigest } from './digest.ts';
import type { FakeTelegram, SentFile, SentMessage, Spoken } from './fake-telegram.ts';

const ANSWER_LIMIT_MS = 90_000;

/** Somebody with Telegram in hand. One message or press brings one answer; what the bot says by itself is `next`. */
export interface TelegramPerson {
  readonly chat: number;
  /** Everything this person was sent. */
  received(): SentMessage[];
  /** What came since it was last looked at. */
  unseen(): SentMessage[];
  next(): Promise<SentMessage>;
  say(text: string): Promise<SentMessage>;
  /** Presses the button with that label under the latest message that has one. */
  press(label: string | RegExp): Promise<SentMessage>;
  /** Presses without waiting for anything. */
  pressOnly(label: string | RegExp): Spoken;
  sendFile(file: SentFile): Promise<SentMessage>;
}

export function telegramPerson(fake: FakeTelegram, chat: number, name: string): TelegramPerson {
  let seen = 0;
  const received = (): SentMessage[] => fake.sent.filter((message) => message.chat_id === chat);
  const next = (): Promise<SentMessage> =>
    fake.until(() => {
      const message = received()[seen];
      if (message !== undefined) seen += 1;
      return message;
    }, ANSWER_LIMIT_MS);
  // Digests come of their own accord: whoever waits for an answer reads past them.
  const answer = async (): Promise<SentMessage> => {
    const message = await next();
    return isDigest(message.text) ? answer() : message;
  };
  const pressOnly = (label: string | RegExp): Spoken => {
    const fits = (text: string): boolean => (typeof label === 'string' ? text === label : label.test(text));
    for (const message of received().reverse()) {
      const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => fits(text));
      if (button !== undefined) return fake.press(chat, message.message_id, button.callback_data);
    }
    throw new Error(`chat ${chat} has no button ${label}; the latest message:\n${received().at(-1)?.text}`);
  };
  return {
    chat,
    received,
    next,
    pressOnly,
    unseen() {
      const messages = received().slice(seen);
      seen += messages.length;
      return messages;
    },
    async say(text) {
      fake.say(chat, text, { name });
      return answer();
    },
    async press(label) {
      pressOnly(label);
      return answer();
    },
    async sendFile(file) {
      fake.sendFile(chat, file, { name });
      return answer();
    },
  };
}

export interface Hall {
  fake: FakeTelegram;
  env: Env;
}

let nextChat = 5001;

/** Invites by the shell, opens the link's /start, agrees; gives the person, who has read the welcome. */
export async function joinByShell({ fake, env }: Hall, role: string, unit?: string): Promise<TelegramPerson> {
  const { code } = await inviteByShell(env, role, unit);
  return joinWithCode(fake, code, `${role} ${unit ?? 'tỉnh'}`);
}

/** Joins with a code: /start, the question of consent, "Đồng ý". */
export async function joinWithCode(fake: FakeTelegram, code: string, name: string): Promise<TelegramPerson> {
  const person = telegramPerson(fake, nextChat++, name);
  await person.say(`/start ${code}`);
  const welcome = await person.press('Đồng ý');
  if (!welcome.text.includes('đã tham gia')) throw new Error(`no welcome: ${welcome.text}`);
  return person;
}

/** The block to copy out of the bot's answer to /nop. */
export function templateIn(message: SentMessage): string {
  const block = message.entities.find((entity) => entity.type === 'pre');
  if (block === undefined) throw new Error(`no template in:\n${message.text}`);
  return message.text.slice(block.offset, block.offset + block.length);
}
