import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from '../child.ts';
import { reply, telegramPress, telegramText, zaloUpdate } from '../crowd-updates.ts';

/**
 * Both platforms with any number of bots, doing nothing but hand over, take and answer, and people who say something at a given
 * pace, press what they were shown where they are to, and look at the clock.
 */
export interface Listener {
  bot: string;
  chat: string;
}

export type CrowdRequest =
  | { do: 'listen' }
  /** One person after the other says the text (`#`: how often they have by then), each not before their last one was answered. */
  | { do: 'live'; people: readonly Listener[]; perSecond: number; count: number; text: string; press: string | null }
  /** Open polls, and messages taken so far that began so. */
  | { do: 'count'; beginning: string };

export interface Lived {
  /** From what was said to its answer, and from a press to its own: milliseconds, the quickest first. */
  said: number[];
  pressed: number[];
  seconds: number;
}

interface Bot {
  updates: object[];
  poll: ((updates: object[]) => void) | null;
  given: number;
}

interface Waiting {
  at: number;
  kind: 'said' | 'pressed';
  press: string | null;
}

const PROACTIVE = 'Thông báo';
const bots = new Map<string, Bot>();
const waiting = new Map<string, Waiting>();
const taken: string[] = [];
let lived: Lived = { said: [], pressed: [], seconds: 0 };

function botOf(token: string): Bot {
  const known = bots.get(token) ?? { updates: [], poll: null, given: 0 };
  bots.set(token, known);
  return known;
}

const isZalo = (token: string): boolean => token.startsWith('zalo');

function give(token: string, update: (id: number) => object): void {
  const bot = botOf(token);
  bot.given += 1;
  bot.updates.push(update(bot.given));
  bot.poll?.(bot.updates);
}

function say({ bot, chat }: Listener, text: string, press: string | null): void {
  waiting.set(`${bot} ${chat}`, { at: performance.now(), kind: 'said', press });
  give(bot, (id) => (isZalo(bot) ? zaloUpdate(id, chat, text) : telegramText(id, chat, text)));
}

function getUpdates(token: string, params: { offset?: number; timeout?: number }, response: ServerResponse): void {
  const { offset = 0, timeout = 0 } = params;
  const bot = botOf(token);
  if (!isZalo(token)) bot.updates = bot.updates.filter((one) => (one as { update_id: number }).update_id >= offset);
  const hand = (): void => {
    clearTimeout(timer);
    bot.poll = null;
    if (!isZalo(token)) reply(response, { ok: true, result: bot.updates });
    else reply(response, bot.updates.length > 0 ? { ok: true, result: bot.updates.shift() } : IDLE);
  };
  const timer = setTimeout(hand, Number(timeout) * 1000);
  if (bot.updates.length > 0) return hand();
  bot.poll = hand;
  response.once('close', () => {
    clearTimeout(timer);
    if (bot.poll === hand) bot.poll = null;
  });
}

const IDLE = { ok: false, description: 'Request timeout', error_code: 408 };

interface Sent {
  chat_id?: string | number;
  text?: string;
  reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
}

/** What was said unasked is no answer. */
function take(bot: string, { chat_id: id, text = '', reply_markup: keyboard }: Sent): void {
  const chat = String(id);
  taken.push(text);
  const asked = waiting.get(`${bot} ${chat}`);
  if (asked === undefined || text.includes(PROACTIVE)) return;
  lived[asked.kind].push(performance.now() - asked.at);
  waiting.delete(`${bot} ${chat}`);
  if (asked.press === null) return;
  const button = keyboard?.inline_keyboard.flat().find((one) => one.text === asked.press);
  if (button === undefined) throw new Error(`no “${asked.press}” under: ${text}`);
  waiting.set(`${bot} ${chat}`, { at: performance.now(), kind: 'pressed', press: null });
  give(bot, (number) => telegramPress(number, chat, button.callback_data));
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, token = '', method = ''] = /\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? [];
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const params = body.startsWith('{') ? JSON.parse(body) : {};
  if (method === 'getUpdates') return getUpdates(token, params, response);
  if (method === 'getWebhookInfo' && isZalo(token))
    return reply(response, { ok: false, description: 'Not Found', error_code: 404 });
  if (method === 'sendMessage') take(token, params);
  const me = { id: isZalo(token) ? token : 1, is_bot: true, account_name: token, first_name: 'Bot', username: 'bench' };
  reply(response, { ok: true, result: method === 'getMe' ? me : { message_id: isZalo(token) ? token : 1, date: 1 } });
}

async function live(order: Extract<CrowdRequest, { do: 'live' }>): Promise<Lived> {
  lived = { said: [], pressed: [], seconds: 0 };
  const begun = performance.now();
  for (let said = 0; said < order.count; said += 1) {
    const person = order.people[said % order.people.length] as Listener;
    const due = begun + (said * 1000) / order.perSecond;
    while (performance.now() < due || waiting.has(`${person.bot} ${person.chat}`)) await pause(2);
    say(person, order.text.replace('#', String(Math.floor(said / order.people.length) + 1)), order.press);
  }
  while (waiting.size > 0) await pause(5);
  for (const kind of ['said', 'pressed'] as const) lived[kind].sort((a, b) => a - b);
  return { ...lived, seconds: (performance.now() - begun) / 1000 };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const server = createServer((request, response) => void handle(request, response));
server.keepAliveTimeout = 60_000;

answerParent<CrowdRequest>(async (request) => {
  if (request.do === 'live') return await live(request);
  if (request.do === 'count') {
    const polls = [...bots.values()].filter(({ poll }) => poll !== null).length;
    return { polls, taken: taken.filter((text) => text.includes(request.beginning)).length };
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
});
