import { join } from 'node:path';
import type { Env } from './bot-process.ts';
import { isDigest } from './digest.ts';
import type { FakeZalo, SentZaloMessage } from './fake-zalo.ts';

const ANSWER_LIMIT_MS = 90_000;

export const ZALO_TOKENS = ['12345689:abc-xyz', '98765432:def-uvw'] as const;

/** The settings of a rehearsal over a fake Zalo with two bots whose clock stands until it is moved. */
export function rehearsalOverZalo(apiUrl: string, folder: string, more: Env = {}): Env {
  return {
    ZALO_BOT_TOKENS: ZALO_TOKENS.join(','),
    ZALO_API_URL: apiUrl,
    REHEARSAL_START: '2026-11-06T08:00',
    REHEARSAL_SPEED: '0',
    DATABASE_PATH: join(folder, 'bot.sqlite'),
    ...more,
  };
}

/** Somebody with Zalo in hand, talking to one bot. One message brings one answer; what the bot says by itself is `next`. */
export interface ZaloPerson {
  readonly bot: string;
  readonly chat: string;
  received(): SentZaloMessage[];
  /** What came since it was last looked at. */
  unseen(): string[];
  next(): Promise<string>;
  /** Writes and reads the answer, past unread digests. Throws when something unread is there: an answer that came in two messages, say. */
  say(text: string): Promise<string>;
  /** Reads the answer to something that was sent otherwise. */
  after(act: () => void): Promise<string>;
}

export function zaloPerson(fake: FakeZalo, bot: string, chat: string, name: string): ZaloPerson {
  let seen = 0;
  const received = (): SentZaloMessage[] => fake.sent.filter((one) => one.bot === bot && one.chat === chat);
  const next = (): Promise<string> =>
    fake.until(() => {
      const message = received()[seen];
      if (message === undefined) return undefined;
      seen += 1;
      checkReadable(message.text);
      return message.text;
    }, ANSWER_LIMIT_MS);
  const unseen = (): string[] => {
    const texts = received()
      .slice(seen)
      .map((message) => message.text);
    seen += texts.length;
    texts.forEach(checkReadable);
    return texts;
  };
  const after = async (act: () => void): Promise<string> => {
    const unread = unseen().filter((text) => !isDigest(text));
    if (unread.length > 0) throw new Error(`${name} has unread messages:\n${unread.join('\n---\n')}`);
    act();
    return next();
  };
  return {
    bot,
    chat,
    received,
    unseen,
    next,
    after,
    say: (text) => after(() => fake.say(bot, chat, text, { name })),
  };
}

/** What no message of a channel without buttons may look like. */
const UNREADABLE: readonly RegExp[] = [
  /undefined|\bnull\b|NaN|\[object/u,
  /bấm|nhấn nút|nút bên dưới/iu,
  /<\/?[a-z]+>|&(amp|lt|gt|quot);|\*\*|__|```/u,
  /[^:\s][ \t]+$/mu,
  /\n{3,}/u,
  /\S {2,}/u,
  / [,.;:!?](\s|$)/u,
  /\.\.(?!\.)(\s|$)/u,
];

export function checkReadable(text: string): void {
  if (text.length > 2000) throw new Error(`${text.length} characters:\n${text}`);
  for (const pattern of UNREADABLE) {
    if (pattern.test(text)) throw new Error(`${pattern} in:\n${text}`);
  }
}

let nextChat = 1;

/** Joins as on a phone: the code, the question of consent, the answer by number or by words. */
export async function joinOverZalo(
  fake: FakeZalo,
  { bot, code, name, yes = '1' }: { bot: string; code: string; name: string; yes?: string },
): Promise<ZaloPerson> {
  const person = zaloPerson(fake, bot, `zl${String(nextChat++).padStart(18, '0')}`, name);
  const asked = await person.say(`/batdau ${code}`);
  if (!asked.includes('có đồng ý không')) throw new Error(`not asked for consent: ${asked}`);
  const welcome = await person.say(yes);
  if (!welcome.includes('đã tham gia')) throw new Error(`no welcome: ${welcome}`);
  return person;
}

/** The code in an invitation, and the Zalo bot it names. */
export function invitationIn(text: string): { code: string; bot: string } {
  const code = /\/batdau ([A-Z0-9]{10})/u.exec(text)?.[1];
  const bot = /Zalo: tìm “Bot Báo cáo (\d)”/u.exec(text)?.[1];
  if (code === undefined || bot === undefined) throw new Error(`no code or no bot in:\n${text}`);
  return { code, bot };
}
