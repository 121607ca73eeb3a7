import { createHash } from 'node:crypto';
import type { Params } from './fake-http.ts';
import { ZaloRefusal } from './fake-zalo-http.ts';

export interface FakeBotOptions {
  token: string;
  /** Position among the tokens: "1", "2". */
  position: string;
  /** The longest an idle poll is held, whatever the caller asks for. */
  idleMs: number;
  monthlyQuota: number;
  webhookChangesPerDay: number;
  /** How the bot is shown; null: getMe does not say. */
  displayName: string | null;
  now: () => number;
  /** Where a webhook's address is in truth: tests have no public https. */
  reroute: (url: string) => string;
}

/** A message a bot sent, as people see it. */
export interface SentZaloMessage {
  bot: string;
  chat: string;
  /** Of a picture, its caption. */
  text: string;
  messageId: string;
  at: number;
  picture: FetchedPicture | null;
}

/** A picture as the platform fetched it. */
export interface FetchedPicture {
  url: string;
  bytes: Buffer;
  /** What its address answered, each time it was asked. */
  statuses: number[];
}

export interface WebhookCall {
  bot: string;
  url: string;
  body: string;
  /** What the bot answered; 0: it did not. */
  status: number;
}

interface Poll {
  answer(update: unknown): void;
  refuse(refusal: ZaloRefusal): void;
}

/** When a picture is fetched, ms after the time before; the real one was seen to come more than once, and slowly. */
const PICTURE_FETCHES_MS = { before: [20, 60], after: [100, 300] } as const;

/** One bot as the platform knows it. */
export function createFakeBot(options: FakeBotOptions, sent: SentZaloMessage[], webhookCalls: WebhookCall[]) {
  const { position, now } = options;
  const name = `bot.${hex(options.token).slice(0, 9)}`;
  const chats = new Set<string>();
  const queue: object[] = [];
  const polls: Poll[] = [];
  const changes: number[] = [];
  let webhook: { url: string; secret: string; updatedAt: number } | null = null;
  let askedAgain = false;
  let bringing: Promise<unknown> = Promise.resolve();

  const methods: Readonly<Record<string, (params: Params, gone: AbortSignal) => unknown>> = {
    getMe: () => ({
      id: hex(name).slice(0, 20),
      account_name: name,
      account_type: 'BASIC',
      can_join_groups: true,
      ...(options.displayName === null ? {} : { display_name: options.displayName }),
    }),
    getUpdates: (params, gone) => getUpdates(Number(params.timeout ?? 30), gone),
    setWebhook,
    deleteWebhook() {
      countChange();
      webhook = null;
      return { url: '', updated_at: now() };
    },
    getWebhookInfo() {
      if (!webhook) throw new ZaloRefusal(404, 'Not Found');
      return { url: webhook.url, updated_at: webhook.updatedAt };
    },
    sendMessage,
    sendPhoto,
    sendChatAction: (params) => void knownChat(params),
  };

  function getUpdates(seconds: number, gone: AbortSignal): Promise<unknown> | unknown {
    if (webhook) throw new ZaloRefusal(400, 'Bad Request: a webhook is set');
    if (!(seconds >= 1 && seconds <= 50)) throw new ZaloRefusal(400, 'Bad Request: timeout');
    askedAgain = true;
    const waiting = queue.shift();
    if (waiting) return handOver(waiting);
    return new Promise((resolve, reject) => {
      const poll: Poll = { answer: resolve, refuse: reject };
      const leave = () => polls.splice(polls.indexOf(poll), polls.includes(poll) ? 1 : 0);
      const idle = () => poll.refuse(new ZaloRefusal(408, 'Request timeout'));
      const timer = setTimeout(idle, Math.min(seconds * 1000, options.idleMs));
      poll.answer = (update) => {
        clearTimeout(timer);
        leave();
        resolve(update);
      };
      poll.refuse = (refusal) => {
        clearTimeout(timer);
        leave();
        reject(refusal);
      };
      gone.addEventListener('abort', idle);
      polls.push(poll);
    });
  }

  /** From here on the update exists nowhere but in the answer. */
  function handOver(update: object): object {
    askedAgain = false;
    return update;
  }

  async function setWebhook({ url, secret_token: secret }: Params): Promise<object> {
    countChange();
    if (typeof url !== 'string' || !url.startsWith('https://') || isInternal(url)) {
      throw new ZaloRefusal(400, 'Bad Request: url must be public https');
    }
    if (typeof secret !== 'string' || secret.length < 8 || secret.length > 256) {
      throw new ZaloRefusal(400, 'Bad Request: secret_token must have 8 to 256 characters');
    }
    webhook = { url, secret, updatedAt: now() };
    // Saved first, and whatever the check says. It comes without the secret.
    const { status } = await bring(url, '', {});
    const outcome = status === 200 ? 'webhook.ok' : status === 0 ? 'webhook.err.conn' : `webhook.http.${status}`;
    for (const poll of [...polls]) poll.refuse(new ZaloRefusal(400, 'Bad Request: a webhook is set'));
    bringWaiting();
    return {
      url,
      updated_at: now(),
      verification: { ok: status === 200, url, outcome, hint: '', status_code: status },
    };
  }

  function countChange(): void {
    const today = changes.filter((at) => now() - at < 86_400_000);
    if (today.length >= options.webhookChangesPerDay) throw new ZaloRefusal(429, 'quá số lần thiết lập webhook', 200);
    changes.push(now());
  }

  function sendMessage(params: Params): object {
    const { text } = params;
    const odd = Object.keys(params).find((key) => !['chat_id', 'text', 'parse_mode', 'text_styles'].includes(key));
    if (odd !== undefined) throw new ZaloRefusal(400, `Bad Request: unknown parameter ${odd}`, 200);
    const chat = knownChat(params);
    return accept(chat, wellFormed(text, 'text'), null);
  }

  /** The platform fetches the picture itself: before it answers, and again afterwards. */
  async function sendPhoto(params: Params): Promise<object> {
    const { photo: url, caption } = params;
    const odd = Object.keys(params).find((key) => !['chat_id', 'photo', 'caption'].includes(key));
    if (odd !== undefined) throw new ZaloRefusal(400, `Bad Request: unknown parameter ${odd}`, 200);
    const chat = knownChat(params);
    const text = caption === undefined ? '' : wellFormed(caption, 'caption');
    if (typeof url !== 'string' || !/^https?:\/\//.test(url) || isInternal(url)) {
      throw new ZaloRefusal(400, 'Bad Request: photo must be a public address', 200);
    }
    const picture: FetchedPicture = { url, bytes: Buffer.alloc(0), statuses: [] };
    for (const waitMs of PICTURE_FETCHES_MS.before) await look(picture, waitMs);
    if (picture.bytes.length === 0) throw new ZaloRefusal(400, 'Bad Request: photo cannot be fetched', 200);
    void (async () => {
      for (const waitMs of PICTURE_FETCHES_MS.after) await look(picture, waitMs);
    })();
    return accept(chat, text, picture);
  }

  async function look(picture: FetchedPicture, waitMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const response = await fetch(options.reroute(picture.url), {
      headers: { 'user-agent': 'Java/1.8.0_192' },
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    const body = await response?.arrayBuffer().catch(() => null);
    const bytes = Buffer.from(body ?? new ArrayBuffer(0));
    const isPicture = response?.ok === true && /^image\/(png|jpeg)$/.test(response.headers.get('content-type') ?? '');
    picture.statuses.push(response?.status ?? 0);
    if (isPicture && hasPictureMark(bytes)) picture.bytes = bytes;
  }

  function wellFormed(text: unknown, name: string): string {
    if (typeof text !== 'string' || text.trim() === '' || text.length > 2000) {
      throw new ZaloRefusal(400, `Bad Request: ${name} must have 1 to 2000 characters`, 200);
    }
    if (!text.isWellFormed()) throw new ZaloRefusal(400, `Bad Request: ${name} is not UTF-8`, 200);
    return text;
  }

  function accept(chat: string, text: string, picture: FetchedPicture | null): object {
    if (sentThisMonth() >= options.monthlyQuota) throw new ZaloRefusal(429, 'Quota exceeded');
    const messageId = hex(`${position} ${sent.length}`).slice(0, 20);
    sent.push({ bot: position, chat, text, messageId, at: now(), picture });
    return { message_id: messageId, date: now() };
  }

  function knownChat({ chat_id: chat }: Params): string {
    if (typeof chat !== 'string') throw new ZaloRefusal(400, 'Bad Request: chat_id must be a string', 200);
    if (!chats.has(chat)) throw new ZaloRefusal(400, 'Bad Request: chat_id is not known to this bot', 200);
    return chat;
  }

  function sentThisMonth(): number {
    const month = (at: number) => new Date(at).toISOString().slice(0, 7);
    return sent.filter((message) => message.bot === position && month(message.at) === month(now())).length;
  }

  /** Calls the webhook, and remembers what it said. */
  async function bring(url: string, body: string, headers: Record<string, string>): Promise<WebhookCall> {
    const call: WebhookCall = { bot: position, url, body, status: 0 };
    try {
      const response = await fetch(options.reroute(url), {
        method: 'POST',
        body,
        headers: { 'user-agent': 'Java/1.8.0_192', ...headers },
        signal: AbortSignal.timeout(5_000),
      });
      call.status = response.status;
      await response.arrayBuffer();
    } catch {
      // Nobody there: the platform shrugs, and so nothing more happens here.
    }
    webhookCalls.push(call);
    return call;
  }

  /** Brings what waits, one after the other and once each: that the platform tries again is not known. */
  function bringWaiting(): void {
    bringing = bringing.then(async () => {
      for (let update = webhook && queue.shift(); webhook && update; update = queue.shift()) {
        const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': webhook.secret };
        await bring(webhook.url, JSON.stringify(update), headers);
      }
    });
  }

  return {
    name,
    displayName: options.displayName ?? name,
    methods,
    /** An update for this bot: to an open poll (the latest one: a second poller steals), to its webhook, or into the queue. */
    give(update: object): void {
      if (webhook) {
        queue.push(update);
        bringWaiting();
        return;
      }
      const poll = polls.at(-1);
      if (poll) poll.answer(handOver(update));
      else queue.push(update);
    },
    know: (chat: string) => void chats.add(chat),
    forget: (chat: string) => void chats.delete(chat),
    pending: () => queue.length,
    polling: () => polls.length,
    askedAgain: () => askedAgain && queue.length === 0,
    webhook: () => webhook,
    /** Sets a webhook as another program would: at once, without a check. Null takes it away. */
    setWebhookBySomebody(url: string | null, secret = 'somebody-elses'): void {
      webhook = url === null ? null : { url, secret, updatedAt: now() };
      if (webhook) for (const poll of [...polls]) poll.refuse(new ZaloRefusal(400, 'Bad Request: a webhook is set'));
    },
    endPolls(): void {
      for (const poll of [...polls]) poll.refuse(new ZaloRefusal(408, 'Request timeout'));
    },
    sentThisMonth,
  };
}

export type FakeBot = ReturnType<typeof createFakeBot>;

export function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** PNG or JPEG. */
function hasPictureMark(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 4).toString('hex');
  return mark === '89504e47' || mark.startsWith('ffd8ff');
}

function isInternal(url: string): boolean {
  return /^https?:\/\/(localhost|127\.|10\.|192\.168\.|\[)/.test(url);
}
