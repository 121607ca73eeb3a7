import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from '../child.ts';

/**
 * A Bot API server that does nothing but answer: quick enough to be measured against.
 * Flood control is a sliding window: what would be message 31 within any 1,000 ms is refused with 429.
 */
interface Bot {
  updates: { update_id: number }[];
  poll: ServerResponse | null;
  said: number;
  /** Updates still to be said, one for each answer. */
  toSay: number;
  texts: string[];
  chats: number;
  wanted: number;
  answers: number;
  done: (() => void) | null;
  times: number[];
  firstAt: number;
  lastAt: number;
  refused: number;
}

export type FakeRequest =
  | { do: 'listen'; perSecond: number | null }
  /** People say `count` things, `atOnce` of them before the first answer, and each further one after an answer. */
  | { do: 'say'; token: string; count: number; atOnce: number; chats: number; text: string }
  /** Waits until that many messages were accepted in all. */
  | { do: 'accept'; token: string; count: number };

export interface Accepted {
  accepted: number;
  refused: number;
  elapsedMs: number;
}

const bots = new Map<string, Bot>();
let perSecond: number | null = null;
let messageId = 1;

function botOf(token: string): Bot {
  const known = bots.get(token);
  if (known !== undefined) return known;
  const bot: Bot = {
    updates: [],
    poll: null,
    said: 0,
    toSay: 0,
    texts: [],
    chats: 1,
    wanted: Number.POSITIVE_INFINITY,
    answers: 0,
    done: null,
    times: [],
    firstAt: 0,
    lastAt: 0,
    refused: 0,
  };
  bots.set(token, bot);
  return bot;
}

function say(bot: Bot): void {
  bot.toSay -= 1;
  bot.said += 1;
  const chat = 1000 + (bot.said % bot.chats);
  const text = bot.texts[bot.said % bot.texts.length] ?? '';
  const command = text.startsWith('/') ? [{ type: 'bot_command', offset: 0, length: text.length }] : [];
  bot.updates.push({
    update_id: bot.said,
    message: {
      message_id: messageId++,
      date: 1_790_000_000,
      chat: { id: chat, type: 'private', first_name: 'Nguyễn Văn A' },
      from: { id: chat, is_bot: false, first_name: 'Nguyễn Văn A', language_code: 'vi' },
      text,
      entities: command,
    },
  } as { update_id: number });
  if (bot.poll !== null) {
    const poll = bot.poll;
    bot.poll = null;
    answer(poll, bot.updates);
  }
}

function answer(response: ServerResponse, result: unknown, status = 200): void {
  const body = JSON.stringify(status === 200 ? { ok: true, result } : result);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function getUpdates(bot: Bot, params: { offset?: number; timeout?: number }, response: ServerResponse): void {
  const offset = Number(params.offset ?? 0);
  bot.updates = bot.updates.filter((update) => update.update_id >= offset);
  const timeout = Number(params.timeout ?? 0);
  if (bot.updates.length > 0 || timeout === 0) return answer(response, bot.updates);
  bot.poll = response;
  const timer = setTimeout(() => {
    if (bot.poll === response) bot.poll = null;
    answer(response, []);
  }, timeout * 1000);
  response.once('close', () => {
    clearTimeout(timer);
    if (bot.poll === response) bot.poll = null;
  });
}

function sendMessage(bot: Bot, params: { chat_id?: number; text?: string }, response: ServerResponse): void {
  const now = performance.now();
  if (bot.firstAt === 0) bot.firstAt = now;
  if (perSecond !== null) {
    while (bot.times.length > 0 && now - (bot.times[0] ?? 0) >= 1000) bot.times.shift();
    if (bot.times.length >= perSecond) {
      bot.refused += 1;

      console.error(
        'refused',
        (now - bot.firstAt).toFixed(1),
        bot.times.map((t) => (t - bot.firstAt).toFixed(0)).join(' '),
      );
      const parameters = { retry_after: 1 };
      const description = 'Too Many Requests: retry after 1';
      return answer(response, { ok: false, error_code: 429, description, parameters }, 429);
    }
    bot.times.push(now);
  }
  bot.lastAt = now;
  bot.answers += 1;
  answer(response, {
    message_id: messageId++,
    date: 1_790_000_000,
    chat: { id: Number(params.chat_id), type: 'private', first_name: 'Nguyễn Văn A' },
    from: { id: 1, is_bot: true, first_name: 'Bot', username: 'bench_bot' },
    text: params.text,
  });
  if (bot.toSay > 0) say(bot);
  if (bot.answers >= bot.wanted) {
    bot.done?.();
    bot.done = null;
  }
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? [];
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const params = body.startsWith('{') ? JSON.parse(body) : {};
  const bot = botOf(token);
  if (method === 'getMe')
    return answer(response, { id: 1, is_bot: true, first_name: 'Bot', username: 'bench_bot', can_join_groups: true });
  if (method === 'getUpdates') return getUpdates(bot, params, response);
  if (method === 'sendMessage') return sendMessage(bot, params, response);
  answer(response, true);
}

const server = createServer((request, response) => void handle(request, response));
server.keepAliveTimeout = 60_000;

answerParent<FakeRequest>(async (request) => {
  if (request.do === 'listen') {
    perSecond = request.perSecond;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }
  const bot = botOf(request.token);
  const done = new Promise<void>((resolve) => {
    bot.done = resolve;
  });
  if (request.do === 'say') {
    bot.texts = [request.text];
    bot.chats = request.chats;
    bot.toSay = request.count;
    bot.wanted = bot.answers + request.count;
    for (let i = 0; i < request.atOnce; i += 1) say(bot);
  } else {
    bot.wanted = request.count;
  }
  await done;
  return { accepted: bot.answers, refused: bot.refused, elapsedMs: bot.lastAt - bot.firstAt } satisfies Accepted;
});
