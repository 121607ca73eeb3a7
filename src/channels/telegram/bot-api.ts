import type http from 'node:http';
import { Telegraf } from 'telegraf';
import { createAgent } from '../agent.ts';
import { readAnswer } from '../outcomes.ts';
import { post } from '../post.ts';
import { CallError } from './api-failure.ts';
import { encode } from './encode.ts';
import type { Timing } from './timing.ts';

/** Telegraf as this house uses it: its updates and types; the calls are ours, with a limit on every one. */
export interface BotApi {
  bot: Telegraf;
  agent: http.Agent;
  /** Where a file's bytes are. The address holds the token. */
  fileUrl(path: string): URL;
}

export interface BotApiOptions {
  token: string;
  apiRoot: string;
  proxyUrl: string | null;
  timing: Timing;
}

export function createBotApi({ token, apiRoot, proxyUrl, timing }: BotApiOptions): BotApi {
  // Without the slash at the end a path in the address would be dropped.
  const root = apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`;
  // Idle connections are closed before the other side does: a request written to a connection just closed may or may not have arrived.
  // IPv4 only: trying both families made Node time out on hosts with half an IPv6 (telegraf #1917, #2077).
  const agent = createAgent(root, proxyUrl, { keepAlive: true, timeout: 10_000, family: 4 });
  const bot = new Telegraf(token, {
    handlerTimeout: Number.POSITIVE_INFINITY,
    telegram: { apiRoot: root, webhookReply: false },
  });
  // telegraf's own client throws away status and body of what is not an answer, and waits 500 s on a dead connection.
  bot.telegram.callApi = async (method, payload, { signal } = {}) => {
    const answer = readAnswer(
      await post({
        url: new URL(`./bot${token}/${method}`, root),
        ...(await encode(payload)),
        agent,
        connectLimitMs: timing.connectLimitMs,
        limitMs: limitOf(method, payload, timing),
        ...(signal === undefined ? {} : { stop: signal as AbortSignal }),
      }),
    );
    if (!answer.ok) throw new CallError(method, answer.failure);
    return answer.result as never;
  };
  return { bot, agent, fileUrl: (path) => new URL(`./file/bot${token}/${path}`, root) };
}

/** telegraf is typed with an older package's signal; Node's own does as well. */
export function shared(signal: AbortSignal): CallSignal {
  return signal as CallSignal;
}

type CallSignal = NonNullable<NonNullable<Parameters<Telegraf['telegram']['callApi']>[2]>['signal']>;

function limitOf(method: string, payload: object, timing: Timing): number {
  if (method === 'sendDocument' || method === 'sendPhoto') return timing.callLimitMs * 4;
  if (method !== 'getUpdates') return timing.callLimitMs;
  const seconds = 'timeout' in payload ? Number(payload.timeout) : Number.NaN;
  return Number.isNaN(seconds) ? timing.farewellMs : seconds * 1000 + timing.pollGraceMs;
}
