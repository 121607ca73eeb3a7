import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerInstead, answerJson, breakOff, createWatch, listen, type Params } from './fake-http.ts';
import {
  createFakeBot,
  type FakeBot,
  type FakeBotOptions,
  hex,
  type SentZaloMessage,
  type WebhookCall,
} from './fake-zalo-bot.ts';
import { answerRefusal, readParams, type ZaloMood, ZaloRefusal } from './fake-zalo-http.ts';

export type { SentZaloMessage } from './fake-zalo-bot.ts';
export type { ZaloMood } from './fake-zalo-http.ts';

export type FakeZaloOptions = Partial<Omit<FakeBotOptions, 'token' | 'position' | 'displayName'>> & {
  tokens: readonly string[];
  /** A path before `/bot<token>`, as behind a proxy: "/zalo". */
  prefix?: string;
  /** HTTP status that comes with error 401. The real one was seen to use 200. */
  unauthorisedHttp?: 200 | 401;
  /** Names by bot position; a bot without one is "Bot Báo cáo <position>", with null it hides its name. */
  displayNames?: Readonly<Record<string, string | null>>;
};

export interface FakeCall {
  bot: string;
  method: string;
  params: Params;
  at: number;
}

export interface SayOptions {
  /** A group: the text gets the "@Bot name" in front that real ones have. */
  group?: boolean;
  /** Sender; in a private chat it is the chat. */
  from?: string;
  name?: string;
  messageId?: string;
  /** `old`: without `event_name` and with `first_name`, as in the samples of 2025-12. `wrapped`: in an envelope (webhook). */
  shape?: 'old' | 'wrapped';
}

export interface PictureOptions extends SayOptions {
  caption?: string;
  bytes?: Buffer;
  /** The documentation says `photo`, real updates have `photo_url`. */
  field?: 'photo' | 'photo_url';
}

/** A Zalo Bot Platform on loopback: as strict as documented and as rude as seen. Bots are named by their position: "1", "2". */
export interface FakeZalo {
  url: string;
  sent: readonly SentZaloMessage[];
  calls: readonly FakeCall[];
  /** Calls of webhooks, the checks of setWebhook included. */
  webhookCalls: readonly WebhookCall[];
  /** Somebody writes; from then on the bot may write to that chat. Returns the update as delivered. */
  say(bot: string, chat: string, text: string, options?: SayOptions): object;
  sendPhoto(bot: string, chat: string, options?: PictureOptions): object;
  sendSticker(bot: string, chat: string, options?: SayOptions): object;
  sendVoice(bot: string, chat: string, options?: SayOptions): object;
  /** A link, a file, or anything of a protected person. */
  sendUnsupported(bot: string, chat: string, options?: SayOptions): object;
  /** Delivers any object as an update. */
  push(bot: string, update: object): void;
  /** Delivers the last update of that bot once more. */
  again(bot: string): void;
  /** A chat that wrote before the test began. */
  know(bot: string, chat: string): void;
  /** The bot may not write to that chat any more. */
  forget(bot: string, chat: string): void;
  /** Updates waiting to be asked for or brought. */
  pending(bot: string): number;
  /** Polls open at the moment. */
  polling(bot: string): number;
  /** Whether the bot asked for more after the last update it was given: the nearest there is to an acknowledgement. */
  askedAgain(bot: string): boolean;
  webhook(bot: string): { url: string; secret: string } | null;
  setWebhookBySomebody(bot: string, url: string | null, secret?: string): void;
  sentThisMonth(bot: string): number;
  /** The next calls of a method go like this, one each; `{ delayMs: 0 }` is a good one. */
  script(method: string, ...moods: ZaloMood[]): void;
  /** All calls of a method ("*": of every method) go like this, until null; of one bot only if named. */
  always(method: string, mood: ZaloMood | null, bot?: string): void;
  /** Resolves when the predicate first gives something; looked at on every change. */
  until<T>(predicate: (fake: FakeZalo) => T | false | null | undefined, timeoutMs?: number): Promise<T>;
  close(): Promise<void>;
}

export async function startFakeZalo(options: FakeZaloOptions): Promise<FakeZalo> {
  const now = options.now ?? Date.now;
  const sent: SentZaloMessage[] = [];
  const calls: FakeCall[] = [];
  const webhookCalls: WebhookCall[] = [];
  const pictures = new Map<string, Buffer>();
  const last = new Map<string, object>();
  const scripts = new Map<string, ZaloMood[]>();
  const moods = new Map<string, ZaloMood>();
  const { changed, until } = createWatch();
  const bots = new Map<string, FakeBot>();
  let serial = 0;
  for (const [index, token] of options.tokens.entries()) {
    const position = String(index + 1);
    bots.set(token, createFakeBot({ ...botOptions(position), token }, sent, webhookCalls));
  }

  function botOptions(position: string): Omit<FakeBotOptions, 'token'> {
    const displayName = options.displayNames?.[position];
    return {
      position,
      idleMs: options.idleMs ?? 60_000,
      monthlyQuota: options.monthlyQuota ?? 3_000,
      webhookChangesPerDay: options.webhookChangesPerDay ?? 10,
      displayName: displayName === undefined ? `Bot Báo cáo ${position}` : displayName,
      now,
      reroute: options.reroute ?? ((url) => url),
    };
  }

  function botAt(position: string): FakeBot {
    const bot = bots.get(options.tokens[Number(position) - 1] ?? '');
    if (!bot) throw new Error(`no bot ${position}`);
    return bot;
  }

  // ---- people ----

  function deliver(position: string, update: object): object {
    last.set(position, update);
    botAt(position).give(update);
    changed();
    return update;
  }

  function message(position: string, chat: string, event: string, content: object, how: SayOptions = {}): object {
    serial += 1;
    const bot = botAt(position);
    bot.know(chat);
    const name = how.name ?? `Người ${chat}`;
    const old = how.shape === 'old';
    const update = {
      ...(old ? {} : { event_name: `message.${event}.received` }),
      message: {
        from: { id: how.from ?? chat, is_bot: false, ...(old ? { first_name: name } : { display_name: name }) },
        chat: { id: chat, chat_type: how.group ? 'GROUP' : 'PRIVATE' },
        message_id: how.messageId ?? hex(`in ${serial}`).slice(0, 20),
        date: now(),
        message_type: event === 'image' ? 'CHAT_PHOTO' : 'CHAT_MESSAGE',
        ...content,
      },
    };
    return deliver(position, how.shape === 'wrapped' ? { ok: true, result: update } : update);
  }

  /** In a group only messages that name the bot reach it, with the name in front. */
  function addressed(position: string, text: string, how: SayOptions = {}): string {
    return how.group ? `@${botAt(position).displayName} ${text}` : text;
  }

  function sendPhoto(position: string, chat: string, how: PictureOptions = {}): object {
    const path = `/media/${hex(`picture ${serial}`).slice(0, 16)}.jpg`;
    pictures.set(path, how.bytes ?? Buffer.from('ffd8ffe000104a464946', 'hex'));
    const caption = how.caption === undefined ? {} : { caption: addressed(position, how.caption, how) };
    return message(position, chat, 'image', { [how.field ?? 'photo_url']: `${origin}${path}`, ...caption }, how);
  }

  // ---- the server ----

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const picture = pictures.get(url.pathname);
    if (picture) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
    const route = new RegExp(`^${options.prefix ?? ''}/bot([^/]+)/(\\w+)$`).exec(decodeURIComponent(url.pathname));
    if (!route) return answerJson(response, 404, '<html><body>Not Found</body></html>');
    const [, token = '', method = ''] = route;
    const bot = bots.get(token);
    if (!bot) throw new ZaloRefusal(401, 'Unauthorized', options.unauthorisedHttp ?? 200);
    const params = await readParams(request, url);
    const position = String(options.tokens.indexOf(token) + 1);
    calls.push({ bot: position, method, params, at: now() });
    await play(moodOf(position, method), bot, { method, params, response });
    changed();
  }

  function moodOf(position: string, method: string): ZaloMood | undefined {
    const scripted = scripts.get(method)?.shift();
    if (scripted) return scripted;
    const places = [`${position}/${method}`, `${position}/*`, `/${method}`, '/*'];
    return places.map((place) => moods.get(place)).find((mood) => mood !== undefined);
  }

  /** Plays the mood of a call around what it properly does. */
  async function play(
    mood: ZaloMood | undefined,
    bot: FakeBot,
    { method, params, response }: { method: string; params: Params; response: ServerResponse },
  ): Promise<void> {
    changed();
    if (mood === 'hang' || mood === 'reset') return breakOff(mood, response);
    if (mood === 'html') return answerJson(response, 502, '<html><body>Bad Gateway</body></html>');
    if (mood && 'status' in mood) return answerJson(response, mood.status, mood.body);
    if (mood && 'code' in mood) throw new ZaloRefusal(mood.code, mood.description ?? 'scripted', mood.http ?? 200);
    if (mood && 'delayMs' in mood) await new Promise((resolve) => setTimeout(resolve, mood.delayMs));
    const run = bot.methods[method];
    if (!run) throw new ZaloRefusal(400, 'Bad Request: invalid API name', 200);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const result = await run(params, gone.signal);
    const body = { ok: true, ...(result === undefined ? {} : { result }), error_code: 0 };
    if (mood && 'afterAccept' in mood) return answerInstead(mood.afterAccept, response, body);
    answerJson(response, 200, body);
  }

  const server = await listen((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const refusal = error instanceof ZaloRefusal ? error : new ZaloRefusal(500, `fake: ${String(error)}`);
      answerRefusal(response, refusal);
      changed();
    });
  });
  const { origin } = server;

  const fake: FakeZalo = {
    url: `${origin}${options.prefix ?? ''}`,
    sent,
    calls,
    webhookCalls,
    say: (bot, chat, text, how) => message(bot, chat, 'text', { text: addressed(bot, text, how) }, how),
    sendPhoto,
    sendSticker: (bot, chat, how) =>
      message(bot, chat, 'sticker', { sticker: 'abc', url: `${origin}/sticker.png` }, how),
    sendVoice: (bot, chat, how) => message(bot, chat, 'voice', { voice_url: `${origin}/voice.aac` }, how),
    sendUnsupported: (bot, chat, how) => message(bot, chat, 'unsupported', {}, how),
    push: (bot, update) => void deliver(bot, update),
    again(bot) {
      const update = last.get(bot);
      if (!update) throw new Error('nothing was delivered yet');
      deliver(bot, update);
    },
    know: (bot, chat) => botAt(bot).know(chat),
    forget: (bot, chat) => botAt(bot).forget(chat),
    pending: (bot) => botAt(bot).pending(),
    polling: (bot) => botAt(bot).polling(),
    askedAgain: (bot) => botAt(bot).askedAgain(),
    webhook: (bot) => botAt(bot).webhook(),
    setWebhookBySomebody: (bot, url, secret) => botAt(bot).setWebhookBySomebody(url, secret),
    sentThisMonth: (bot) => botAt(bot).sentThisMonth(),
    script: (method, ...more) => void scripts.set(method, [...(scripts.get(method) ?? []), ...more]),
    always(method, mood, bot = '') {
      if (mood) moods.set(`${bot}/${method}`, mood);
      else moods.delete(`${bot}/${method}`);
      // A poll that is open would outlast the change.
      for (const one of bots.values()) one.endPolls();
    },
    until: (predicate, timeoutMs) => until(fake, predicate, timeoutMs),
    async close() {
      for (const bot of bots.values()) bot.endPolls();
      await server.close();
    },
  };
  return fake;
}
