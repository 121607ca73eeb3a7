import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerInstead, answerJson, breakOff, createWatch, listen, type Params } from './fake-http.ts';
import { type Entity, HtmlError, parseHtml, trimmed } from './fake-telegram-html.ts';
import {
  ApiError,
  answerError,
  type FakeResponse,
  isUpload,
  listOf,
  parsed,
  readParams,
  type UploadedFile,
} from './fake-telegram-http.ts';
import { createUpdateQueue } from './fake-telegram-queue.ts';

export type { FakeResponse } from './fake-telegram-http.ts';

export interface FakeTelegramOptions {
  token: string;
  username?: string;
  /** A path before `/bot<token>`, as behind a proxy: "/telegram". */
  prefix?: string;
  /** Off unless given; `{}` is about what Telegram does. */
  flood?: { chatBurst?: number; chatPerSecond?: number; allPerSecond?: number };
  /** Where a webhook's address is in truth (tests have no public https). */
  reroute?: (url: string) => string;
  /** Wait before an update is brought to the webhook again. */
  redeliverMs?: number;
  /** The age from which a press cannot be answered any more. */
  pressLifeMs?: number;
  now?: () => number;
}

export interface FakeButton {
  text: string;
  callback_data: string;
}

export interface FakeKeyboard {
  inline_keyboard: FakeButton[][];
}

/** A message the bot sent, as people see it. */
export interface SentMessage {
  method: 'sendMessage' | 'sendDocument' | 'sendPhoto';
  chat_id: number;
  message_id: number;
  /** What people read: without markup; of a file, its caption. */
  text: string;
  /** What was sent. */
  html: string;
  entities: Entity[];
  /** The buttons as they are now: editing changes them. */
  reply_markup: FakeKeyboard | null;
  document: UploadedFile | null;
  at: number;
}

export interface FakeCall {
  method: string;
  params: Params;
  at: number;
}

export interface SayOptions {
  /** Sender; the chat's own person unless given. */
  from?: number;
  name?: string;
  chatType?: 'private' | 'group' | 'supergroup' | 'channel';
  /** The message_id of a message of the bot's that is answered. */
  replyTo?: number;
}

export interface Spoken {
  update_id: number;
  message_id: number;
}

/** A Bot API server for tests: as strict as the real one, and with moods. */
export interface FakeTelegram {
  /** The base address, without a slash at the end. */
  readonly url: string;
  readonly sent: readonly SentMessage[];
  readonly calls: readonly FakeCall[];
  /** Presses that were answered. */
  readonly answered: readonly string[];
  /** The menu of each scope, by the scope's JSON. */
  readonly menus: ReadonlyMap<string, readonly { command: string; description: string }[]>;
  readonly webhook: { url: string; secret: string | null };
  /** Updates Telegram still keeps, because nobody confirmed them. */
  pending(): number;
  say(chat: number, text: string, options?: SayOptions): Spoken;
  /** Presses a button that must be there, unless `stale`. */
  press(chat: number, messageId: number, data: string, options?: { from?: number; stale?: boolean }): Spoken;
  sendFile(chat: number, file: SentFile, options?: SayOptions): Spoken;
  /** Anything else, as content of a message: `{ sticker: {...} }`. */
  sendOther(chat: number, content: object, options?: SayOptions): Spoken;
  /** A whole update as it is, without its id. */
  push(update: object): number;
  /** Delivers an update that was delivered before. */
  again(updateId: number): void;
  /** Makes a chat known without an update. */
  know(chat: number): void;
  /** From now on the person has blocked the bot, or the chat is gone. */
  turnAway(chat: number, how: 'blocked' | 'kicked' | 'deactivated' | 'gone' | 'upgraded'): void;
  /** The person has taken the block off. */
  letIn(chat: number): void;
  /** The next calls of a method (or `download`) go like this. */
  script(method: string, ...responses: FakeResponse[]): void;
  /** Every call of a method goes like this, until `null`. An open poll comes back empty at once. */
  always(method: string, response: FakeResponse | null): void;
  /** Waits until something is so; gives what the predicate gave. */
  until<T>(predicate: (fake: FakeTelegram) => T | false | null | undefined, timeoutMs?: number): Promise<T>;
  /** Ends the server. */
  close(): Promise<void>;
}

export interface SentFile {
  name: string;
  bytes: Buffer;
  mediaType: string;
  caption?: string;
  /** Sent as a compressed picture. */
  asPhoto?: boolean;
  /** Files that are sent in one go have the same. */
  album?: string;
  /** What Telegram says of the size, where that is not to be the truth. */
  claimedSize?: number;
}

interface Chat {
  id: number;
  type: string;
  closed: Parameters<FakeTelegram['turnAway']>[1] | null;
}

const CLOSED: Readonly<Record<NonNullable<Chat['closed']>, [number, string, object?]>> = {
  blocked: [403, 'Forbidden: bot was blocked by the user'],
  kicked: [403, 'Forbidden: bot was kicked from the group chat'],
  deactivated: [403, 'Forbidden: user is deactivated'],
  gone: [400, 'Bad Request: chat not found'],
  upgraded: [400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -100777 }],
};

export async function startFakeTelegram(options: FakeTelegramOptions): Promise<FakeTelegram> {
  const now = options.now ?? (() => Date.now());
  const botId = Number(options.token.split(':')[0]) || 7000;
  const me = {
    id: botId,
    is_bot: true,
    first_name: 'Bot báo cáo',
    username: options.username ?? 'bao_cao_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
  const chats = new Map<number, Chat>();
  const sent: SentMessage[] = [];
  const calls: FakeCall[] = [];
  const answered: string[] = [];
  const menus = new Map<string, { command: string; description: string }[]>();
  const presses = new Map<string, { at: number; answered: boolean }>();
  const files = new Map<string, { path: string; bytes: Buffer; size: number }>();
  const scripts = new Map<string, FakeResponse[]>();
  const moods = new Map<string, FakeResponse>();
  const { changed, until } = createWatch();
  let nextMessageId = 1;
  const queue = createUpdateQueue({
    reroute: options.reroute ?? ((url) => url),
    redeliverMs: options.redeliverMs ?? 20,
    changed,
  });

  // ---- what people do ----

  function chatOf(id: number, type?: SayOptions['chatType']): Chat {
    const known = chats.get(id);
    if (known) return known;
    const chat: Chat = { id, type: type ?? (id < 0 ? 'group' : 'private'), closed: null };
    chats.set(id, chat);
    return chat;
  }

  function message(chat: number, content: object, { from, name, chatType, replyTo }: SayOptions = {}): Spoken {
    const { id, type } = chatOf(chat, chatType);
    const message_id = nextMessageId++;
    const sender = from ?? Math.abs(chat);
    const answeredMessage = sent.find((candidate) => candidate.chat_id === chat && candidate.message_id === replyTo);
    const update_id = queue.push({
      [type === 'channel' ? 'channel_post' : 'message']: {
        message_id,
        date: Math.floor(now() / 1000),
        chat: {
          id,
          type,
          ...(type === 'private' ? { first_name: name ?? `Người ${sender}` } : { title: `Nhóm ${id}` }),
        },
        from: { id: sender, is_bot: false, first_name: name ?? `Người ${sender}` },
        ...(answeredMessage ? { reply_to_message: { message_id: replyTo, from: me } } : {}),
        ...content,
      },
    });
    return { update_id, message_id };
  }

  function press(
    chat: number,
    messageId: number,
    data: string,
    { from, stale = false }: { from?: number; stale?: boolean } = {},
  ): Spoken {
    const target = sent.find((candidate) => candidate.chat_id === chat && candidate.message_id === messageId);
    const shown = target?.reply_markup?.inline_keyboard.flat().some((button) => button.callback_data === data);
    if (!stale && !shown) throw new Error(`there is no button ${data} under message ${messageId} of chat ${chat}`);
    const id = `press-${presses.size + 1}`;
    presses.set(id, { at: now(), answered: false });
    const sender = from ?? Math.abs(chat);
    const update_id = queue.push({
      callback_query: {
        id,
        from: { id: sender, is_bot: false, first_name: `Người ${sender}` },
        chat_instance: String(chat),
        data,
        message: {
          message_id: messageId,
          date: target ? Math.floor(target.at / 1000) : 0,
          chat: { id: chat, type: chatOf(chat).type },
          ...(target ? { from: me, text: target.text, reply_markup: target.reply_markup ?? undefined } : {}),
        },
      },
    });
    return { update_id, message_id: messageId };
  }

  function sendFile(chat: number, file: SentFile, sayOptions?: SayOptions): Spoken {
    const file_id = `file-${files.size + 1}`;
    const size = file.claimedSize ?? file.bytes.length;
    const folder = file.asPhoto ? 'photos' : 'documents';
    files.set(file_id, { path: `${folder}/${file_id}`, bytes: file.bytes, size });
    const handle = { file_id, file_unique_id: `u-${file_id}`, file_size: size };
    const caption = {
      ...(file.caption === undefined ? {} : { caption: file.caption, caption_entities: entitiesIn(file.caption) }),
      ...(file.album === undefined ? {} : { media_group_id: file.album }),
    };
    if (!file.asPhoto) {
      const document = { ...handle, file_name: file.name, mime_type: file.mediaType };
      return message(chat, { document, ...caption }, sayOptions);
    }
    const small = { ...handle, file_id: `${file_id}-small`, width: 90, height: 60, file_size: 10 };
    return message(chat, { photo: [small, { ...handle, width: 1280, height: 853 }], ...caption }, sayOptions);
  }

  function entitiesIn(text: string): Entity[] {
    return [...text.matchAll(/\/[a-z0-9_]+(?:@\w+)?|@\w+/gi)].map((match) => {
      const type = match[0].startsWith('/') ? 'bot_command' : 'mention';
      return { type, offset: match.index, length: match[0].length };
    });
  }

  // ---- what the bot calls ----

  const methods: Readonly<Record<string, (params: Params, response: ServerResponse) => unknown>> = {
    getMe: () => me,
    getUpdates: queue.getUpdates,
    setWebhook: queue.setWebhook,
    deleteWebhook: queue.deleteWebhook,
    getWebhookInfo: () => ({
      url: queue.webhook.url,
      has_custom_certificate: false,
      pending_update_count: queue.pending(),
    }),
    sendMessage(params) {
      const chat = writable(params);
      const { text, entities } = readText(params.text, params);
      if (text === '') throw new ApiError(400, 'Bad Request: message text is empty');
      if (text.length > 4096) throw new ApiError(400, 'Bad Request: message is too long');
      return accept('sendMessage', chat, { params, text, entities, document: null });
    },
    sendDocument: (params) => sendUpload('sendDocument', params, params.document),
    sendPhoto(params) {
      if (isUpload(params.photo)) checkPhoto(params.photo.bytes);
      return sendUpload('sendPhoto', params, params.photo);
    },
    answerCallbackQuery(params) {
      const id = String(params.callback_query_id);
      const pressed = presses.get(id);
      if (!pressed || pressed.answered || now() - pressed.at > (options.pressLifeMs ?? 60_000)) {
        const words = 'query is too old and response timeout expired or query ID is invalid';
        throw new ApiError(400, `Bad Request: ${words}`);
      }
      if (String(params.text ?? '').length > 200) throw new ApiError(400, 'Bad Request: MESSAGE_TOO_LONG');
      pressed.answered = true;
      answered.push(id);
      return true;
    },
    editMessageReplyMarkup(params) {
      const target = sentMessage(params);
      const keyboard = readKeyboard(params.reply_markup);
      if (JSON.stringify(keyboard) === JSON.stringify(target.reply_markup)) {
        throw new ApiError(400, 'Bad Request: message is not modified');
      }
      target.reply_markup = keyboard;
      return describeSent(target);
    },
    sendChatAction(params) {
      writable(params);
      return true;
    },
    getFile(params) {
      const file_id = String(params.file_id);
      const file = files.get(file_id);
      if (!file) throw new ApiError(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
      if (file.size > 20 * 1024 * 1024) throw new ApiError(400, 'Bad Request: file is too big');
      return { file_id, file_unique_id: `u-${file_id}`, file_size: file.size, file_path: file.path };
    },
    setMyCommands(params) {
      const commands = listOf(params.commands) as { command: string; description: string }[];
      for (const { command, description } of commands) {
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw new ApiError(400, 'Bad Request: BOT_COMMAND_INVALID');
        const length = description.length;
        if (length < 1 || length > 256) throw new ApiError(400, 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
      }
      if (commands.length > 100) throw new ApiError(400, 'Bad Request: BOT_COMMANDS_TOO_MUCH');
      menus.set(scopeOf(params), commands);
      return true;
    },
    deleteMyCommands: (params) => {
      menus.delete(scopeOf(params));
      return true;
    },
    getMyCommands: (params) => menus.get(scopeOf(params)) ?? [],
  };

  function scopeOf(params: Params): string {
    const scope = parsed(params.scope) ?? { type: 'default' };
    if (typeof scope === 'object' && 'chat_id' in scope) chatFor(scope.chat_id);
    return JSON.stringify(scope);
  }

  function chatFor(id: unknown): Chat {
    const chat = chats.get(Number(id));
    if (id === undefined || id === '') throw new ApiError(400, 'Bad Request: chat_id is empty');
    if (!chat && Number(id) > 0) throw new ApiError(403, "Forbidden: bot can't initiate conversation with a user");
    if (!chat) throw new ApiError(400, 'Bad Request: chat not found');
    if (chat.closed) {
      const [code, words, parameters] = CLOSED[chat.closed];
      throw new ApiError(code, words, parameters ?? null);
    }
    return chat;
  }

  function writable(params: Params): Chat {
    const chat = chatFor(params.chat_id);
    const waitS = flooded(chat.id);
    if (waitS > 0) throw new ApiError(429, `Too Many Requests: retry after ${waitS}`, { retry_after: waitS });
    return chat;
  }

  /** Seconds until a chat may be written to again: 1 message a second with a small burst, 30 a second in all. */
  function flooded(chat: number): number {
    if (!options.flood) return 0;
    const { chatBurst = 5, chatPerSecond = 1, allPerSecond = 30 } = options.flood;
    const recent = (list: readonly SentMessage[], ms: number) => list.filter(({ at }) => now() - at < ms).length;
    if (recent(sent, 1000) >= allPerSecond) return 1;
    const here = sent.filter((message) => message.chat_id === chat);
    const windowMs = (chatBurst / chatPerSecond) * 1000;
    return recent(here, windowMs) >= chatBurst ? Math.ceil(1 / chatPerSecond) : 0;
  }

  function readText(raw: unknown, params: Params) {
    const text = String(raw ?? '');
    if (params.parse_mode === undefined) return trimmed(text, []);
    if (String(params.parse_mode).toLowerCase() !== 'html')
      throw new ApiError(400, 'Bad Request: unsupported parse_mode');
    try {
      return parseHtml(text);
    } catch (error) {
      if (!(error instanceof HtmlError)) throw error;
      throw new ApiError(400, `Bad Request: can't parse entities: ${error.message}`);
    }
  }

  function readKeyboard(raw: unknown): FakeKeyboard | null {
    const markup = parsed(raw);
    if (markup === undefined || markup === null) return null;
    const rows = (markup as Partial<FakeKeyboard>).inline_keyboard;
    if (!Array.isArray(rows)) throw new ApiError(400, 'Bad Request: object expected as reply markup');
    for (const button of rows.flat()) {
      if (typeof button.text !== 'string' || button.text.trim() === '') {
        throw new ApiError(
          400,
          'Bad Request: can\'t parse inline keyboard button: Field "text" must be of type String',
        );
      }
      const bytes = Buffer.byteLength(button.callback_data ?? '');
      if (bytes < 1 || bytes > 64) throw new ApiError(400, 'Bad Request: BUTTON_DATA_INVALID');
    }
    return rows.length === 0 ? null : { inline_keyboard: rows };
  }

  /** At most 10 MB, width and height together at most 10000, neither more than 20 times the other (core.telegram.org/bots/api#sendphoto). */
  function checkPhoto(bytes: Buffer): void {
    if (bytes.length > 10 * 1024 * 1024) throw new ApiError(400, 'Bad Request: file is too big for a photo');
    const isPng = bytes.subarray(0, 4).toString('hex') === '89504e47';
    if (!isPng && bytes.subarray(0, 3).toString('hex') !== 'ffd8ff')
      throw new ApiError(400, 'Bad Request: IMAGE_PROCESS_FAILED');
    if (!isPng) return;
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height))
      throw new ApiError(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS');
  }

  function sendUpload(method: SentMessage['method'], params: Params, upload: unknown) {
    const chat = writable(params);
    if (!isUpload(upload)) throw new ApiError(400, 'Bad Request: there is no file in the request');
    if (upload.bytes.length === 0) throw new ApiError(400, 'Bad Request: file must be non-empty');
    if (upload.bytes.length > 50 * 1024 * 1024) throw new ApiError(413, 'Request Entity Too Large');
    const { text, entities } = readText(params.caption, params);
    if (text.length > 1024) throw new ApiError(400, 'Bad Request: message caption is too long');
    return accept(method, chat, { params, text, entities, document: upload });
  }

  function accept(
    method: SentMessage['method'],
    chat: Chat,
    { params, text, entities, document }: { params: Params } & Pick<SentMessage, 'text' | 'entities' | 'document'>,
  ) {
    const message: SentMessage = {
      method,
      chat_id: chat.id,
      message_id: nextMessageId,
      text,
      html: String(params.text ?? params.caption ?? ''),
      entities,
      reply_markup: readKeyboard(params.reply_markup),
      document,
      at: now(),
    };
    nextMessageId += 1;
    sent.push(message);
    return describeSent(message);
  }

  function describeSent({ chat_id, message_id, text, at, reply_markup, document }: SentMessage) {
    return {
      message_id,
      from: me,
      chat: { id: chat_id, type: chatOf(chat_id).type },
      date: Math.floor(at / 1000),
      ...(document
        ? { document: { file_id: `sent-${message_id}`, file_name: document.name }, caption: text }
        : { text }),
      ...(reply_markup ? { reply_markup } : {}),
    };
  }

  function sentMessage(params: Params): SentMessage {
    const { id } = chatFor(params.chat_id);
    const found = sent.find(({ chat_id, message_id }) => chat_id === id && message_id === Number(params.message_id));
    if (!found) throw new ApiError(400, 'Bad Request: message to edit not found');
    return found;
  }

  // ---- the server ----

  function checkMethod(method: string): void {
    if (method !== 'download' && !(method in methods)) throw new Error(`no method ${method}`);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const prefix = options.prefix ?? '';
    const path = url.pathname.startsWith(`${prefix}/`) ? decodeURIComponent(url.pathname.slice(prefix.length)) : '';
    const route = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(path);
    const params = await readParams(request, url);
    if (!route || !/^\d+:[\w-]+$/.test(route[2] ?? '')) return answerError(response, new ApiError(404, 'Not Found'));
    if (route[2] !== options.token) return answerError(response, new ApiError(401, 'Unauthorized'));
    if (route[1])
      return await play('download', params, response, (broken) => answerFile(route[3] ?? '', response, broken));
    const method = route[3] ?? '';
    const run = methods[method];
    if (!run) return answerError(response, new ApiError(404, 'Not Found: method not found'));
    await play(method, params, response, async () => ({ ok: true, result: await run(params, response) }));
  }

  /** Plays the scripted mood of a call around what it properly does. */
  async function play(
    method: string,
    params: Params,
    response: ServerResponse,
    run: (broken: boolean) => unknown,
  ): Promise<void> {
    calls.push({ method, params, at: now() });
    const mood = scripts.get(method)?.shift() ?? moods.get(method);
    changed();
    if (mood === 'hang' || mood === 'reset') return breakOff(mood, response);
    if (mood === 'html') return answerJson(response, 200, '<html><body>Bad gateway</body></html>');
    if (mood && 'status' in mood) return answerJson(response, mood.status, mood.body);
    if (mood && 'retryAfter' in mood) {
      const words = `Too Many Requests: retry after ${mood.retryAfter}`;
      return answerError(response, new ApiError(429, words, { retry_after: mood.retryAfter }));
    }
    if (mood && 'delayMs' in mood) await new Promise((resolve) => setTimeout(resolve, mood.delayMs));
    try {
      const body = await run(typeof mood === 'object' && 'afterAccept' in mood);
      changed();
      if (mood && 'afterAccept' in mood) answerInstead(mood.afterAccept, response, body);
      else if (body !== undefined) answerJson(response, 200, body);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answerError(response, error);
    }
  }

  /** A file, or half of it. */
  function answerFile(path: string, response: ServerResponse, broken: boolean): undefined {
    const file = [...files.values()].find((candidate) => candidate.path === path);
    if (!file) throw new ApiError(404, 'Not Found');
    const { bytes } = file;
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
    if (broken) response.write(bytes.subarray(0, bytes.length / 2));
    else response.end(bytes);
  }

  const server = await listen((request, response) => {
    handle(request, response).catch((error: unknown) => {
      answerJson(response, 500, { ok: false, error_code: 500, description: `fake: ${String(error)}` });
    });
  });

  const fake: FakeTelegram = {
    url: `${server.origin}${options.prefix ?? ''}`,
    sent,
    calls,
    answered,
    menus,
    webhook: queue.webhook,
    pending: queue.pending,
    say: (chat, text, sayOptions) => message(chat, { text, entities: entitiesIn(text) }, sayOptions),
    press,
    sendFile,
    sendOther: message,
    push: queue.push,
    again: queue.again,
    know: (chat) => void chatOf(chat),
    turnAway(chat, how) {
      chatOf(chat).closed = how;
    },
    letIn(chat) {
      chatOf(chat).closed = null;
    },
    script(method, ...responses) {
      checkMethod(method);
      scripts.set(method, [...(scripts.get(method) ?? []), ...responses]);
    },
    always(method, response) {
      checkMethod(method);
      if (response) moods.set(method, response);
      else moods.delete(method);
      if (method === 'getUpdates') queue.endPoll();
    },
    until: (predicate, timeoutMs) => until(fake, predicate, timeoutMs),
    async close() {
      queue.close();
      await server.close();
    },
  };
  return fake;
}
