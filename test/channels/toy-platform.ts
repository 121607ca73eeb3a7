import type { OpenParts, PlatformCard } from '../../src/channels/card.ts';
import type { Channel, Incoming, Receive } from '../../src/channels/channel.ts';
import { createHealthState } from '../../src/channels/health-state.ts';
import { SendError, type SendFailure } from '../../src/channels/send-error.ts';
import { defineAddress, defineText } from '../../src/channels/settings.ts';
import { splitText } from '../../src/channels/split-text.ts';
import { waitUnless } from '../../src/channels/waiting.ts';
import { plain } from '../../src/wording/rich-text.ts';

const KINDS: Readonly<Record<number, SendFailure>> = { 401: 'unauthorised', 403: 'blocked', 429: 'throttled' };

/** The least a platform can be: its card and its channel. `test/support/fake-toy.ts` is the other end. */
export const TOY: PlatformCard<'TOY_TOKEN' | 'TOY_API', { token: string; api: string }> = {
  name: 'toy',
  title: 'Toy',
  severalBots: false,
  settings: {
    TOY_TOKEN: defineText((value) => /^toy-\w+$/.test(value), 'phải bắt đầu bằng toy-', 'toy-abc'),
    TOY_API: defineAddress('https://api.toy.example'),
  },
  officialHosts: ['api.toy.example'],
  read: ({ TOY_TOKEN: token, TOY_API: api }) => (token === null || api === null ? null : { token, api }),
  contradictions: () => [],
  secrets: ({ token }) => [token],
  address: ({ api }) => api,
  wantsWebhook: () => false,
  pace: () => ({ bot: EASY, privateChat: EASY, groupChat: EASY }),
  open: ({ token, api }, parts) => [createToyChannel(`${api}/${token}`, parts)],
};
const EASY = { perSecond: 100, burst: 100 };
const NO_FILES = { pictures: 0, others: 0, by: 'bytes' } as const;

function createToyChannel(base: string, { wire, log }: OpenParts): Channel {
  const health = createHealthState(wire);
  const over = new AbortController();
  const busy: Promise<void>[] = [];
  async function call<Answer>(path: string, body: object, sentParts = 0): Promise<Answer> {
    const answer = await fetch(`${base}/${path}`, { method: 'POST', body: JSON.stringify(body) }).catch(() => null);
    if (answer?.ok) return (await answer.json()) as Answer;
    const status = answer?.status ?? 0;
    throw new SendError(KINDS[status] ?? 'unavailable', `${path}: HTTP ${status}`, { sentParts });
  }
  async function receiveWaiting(receive: Receive): Promise<void> {
    for (const update of await call<Incoming[]>('updates', {})) {
      await receive(update);
      await call('stored', update);
    }
  }
  async function receiveAll(receive: Receive): Promise<void> {
    log.warn({ base }, 'the toy receives');
    for (; !over.signal.aborted; await waitUnless(over.signal, 10))
      await receiveWaiting(receive).then(health.good, () => health.bad('not received or not stored'));
  }
  return {
    name: 'toy',
    bot: '1',
    capabilities: { buttons: false, filesIn: 'none', filesOut: NO_FILES, monthlyMessages: null, people: null },
    start: (receive) => void busy.push(receiveAll(receive)),
    async stop() {
      over.abort();
      await Promise.all(busy);
    },
    health: health.read,
    rejected: () => ({}),
    inviteLink: () => null,
    displayName: () => null,
    download: () => Promise.reject(new SendError('gone', 'the toy has no files')),
    async send({ chat }, { text, choices = [], file }, skipParts = 0) {
      const list = choices.flat().map(({ label }, index) => `\n${index + 1}. ${label}`);
      const texts = splitText([...text, ...list], 500).map(plain);
      if (texts.length === 0 || file) throw new SendError('refused', 'the toy sends text');
      const messageIds: string[] = [];
      for (const part of texts.slice(skipParts)) {
        messageIds.push(await call<string>('send', { chat, text: part }, skipParts + messageIds.length));
      }
      return { messageIds, count: messageIds.length };
    },
  };
}
