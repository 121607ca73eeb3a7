import http from 'node:http';
import https from 'node:https';
import { Telegraf } from 'telegraf';
import { Silence } from './api-failure.ts';
import type { Timing } from './timing.ts';

/** Telegraf as this house uses it: its own connections, a limit on every call, and nothing decided by it. */
export interface BotApi {
  bot: Telegraf;
  agent: http.Agent;
  /** Where a file's bytes are. The address holds the token. */
  fileUrl(path: string): URL;
}

export function createBotApi(token: string, apiRoot: string, timing: Timing): BotApi {
  // Without the slash at the end a path in the address would be dropped.
  const root = apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`;
  const agent = createAgent(root, timing.connectLimitMs);
  const bot = new Telegraf(token, {
    handlerTimeout: Number.POSITIVE_INFINITY,
    telegram: { apiRoot: root, webhookReply: false },
  });
  // Set afterwards: the constructor drops the agent of an http address.
  bot.telegram.options.agent = agent;
  limitCalls(bot, timing);
  return { bot, agent, fileUrl: (path) => new URL(`./file/bot${token}/${path}`, root) };
}

/** telegraf is typed with an older package's signal; Node's own does as well. */
export function shared(signal: AbortSignal): CallSignal {
  return signal as CallSignal;
}

type CallSignal = NonNullable<NonNullable<Parameters<CallApi>[2]>['signal']>;
type CallApi = Telegraf['telegram']['callApi'];

/** Ends every call after its time, because telegraf itself waits 500 s on a connection that may be dead. */
function limitCalls(bot: Telegraf, timing: Timing): void {
  const call: CallApi = bot.telegram.callApi.bind(bot.telegram);
  bot.telegram.callApi = async (method, payload, options = {}) => {
    const limitMs = limitOf(method, payload, timing);
    const ended = new AbortController();
    const end = () => ended.abort();
    const timer = setTimeout(end, limitMs);
    options.signal?.addEventListener('abort', end);
    try {
      if (options.signal?.aborted) ended.abort();
      return await call(method, payload, { signal: shared(ended.signal) });
    } catch (error) {
      if (ended.signal.aborted && !options.signal?.aborted) {
        throw new Silence(`${method}: no answer within ${limitMs} ms`);
      }
      throw error;
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', end);
    }
  };
}

function limitOf(method: string, payload: object, timing: Timing): number {
  if (method === 'sendDocument' || method === 'sendPhoto') return timing.callLimitMs * 4;
  if (method !== 'getUpdates') return timing.callLimitMs;
  const seconds = 'timeout' in payload ? Number(payload.timeout) : Number.NaN;
  return Number.isNaN(seconds) ? timing.farewellMs : seconds * 1000 + timing.pollGraceMs;
}

function createAgent(root: string, connectLimitMs: number): http.Agent {
  // Idle connections are closed before the other side does: a request written to a connection just closed may or may not have arrived.
  const options = { keepAlive: true, timeout: 10_000 };
  const secure = root.startsWith('https:');
  // IPv4 only: trying both families made Node time out on hosts with half an IPv6 (telegraf #1917, #2077).
  const agent = secure ? new https.Agent({ ...options, family: 4 }) : new http.Agent(options);
  const create: http.Agent['createConnection'] = agent.createConnection.bind(agent);
  agent.createConnection = (where, done) => {
    const socket = create(where, done);
    const timer = setTimeout(() => socket?.destroy(notConnected()), connectLimitMs);
    socket?.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(timer));
    socket?.once('close', () => clearTimeout(timer));
    return socket;
  };
  return agent;
}

function notConnected(): Error {
  return Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT', syscall: 'connect' });
}
