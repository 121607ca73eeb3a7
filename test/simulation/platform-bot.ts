import type {
  Capabilities,
  Channel,
  ChannelName,
  Choice,
  Incoming,
  Outgoing,
  Receipt,
  Receive,
} from '../../src/channels/channel.ts';
import { SendError, type SendFailure } from '../../src/channels/send-error.ts';
import { layOut } from '../../src/channels/zalo/lay-out.ts';
import { plain } from '../../src/wording/rich-text.ts';
import type { Journal } from './journal.ts';
import type { Life } from './machine.ts';
import { pictureBytes } from './pictures.ts';
import type { Dice } from './seeded-random.ts';
import type { Timeline } from './timeline.ts';
import type { Mood, Weather } from './weather.ts';

/** What a person sees arriving. */
export interface Arrived {
  platform: PlatformBot;
  address: string;
  text: string;
  choices: readonly Choice[];
  answer: 'pick' | 'free';
  at: number;
}

/** One try to send, from the call to the end. */
export interface Attempt {
  platform: PlatformBot;
  address: string;
  message: Outgoing;
  texts: readonly string[];
  skipParts: number;
}

/** Told of everything that crosses the border between the bot and a platform. */
export interface Border {
  /** The bot calls `send`; what it returns is told how it went. */
  begins(attempt: Attempt): AttemptWitness;
  /** An update is handed over; called before the bot can act. */
  hands(platform: PlatformBot, incoming: Incoming): void;
  /** The bot has acknowledged it: from now on nobody else has it. */
  acknowledged(platform: PlatformBot, incoming: Incoming): void;
  arrives(arrived: Arrived): void;
  /** A call other than a send failed. */
  fails(platform: PlatformBot, address: string | null): void;
}

export interface AttemptWitness {
  accepted(part: number): void;
  /** What the bot was told. */
  told(outcome: 'accepted' | SendFailure, retryAfterMs?: number): void;
}

export interface PlatformBotParts {
  name: ChannelName;
  bot: string;
  timeline: Timeline;
  dice: Dice;
  journal: Journal;
  weather: Weather;
  border: Border;
  monthlyMessages: number | null;
  /** Share of calls that fail in fair weather. */
  clumsiness: number;
  /** Whether updates are acknowledged before the bot has stored them: wrong, to see that it is noticed. */
  acknowledgesEarly: boolean;
}

export interface PlatformBot {
  readonly name: ChannelName;
  readonly bot: string;
  readonly label: string;
  readonly capabilities: Capabilities;
  readonly weather: Weather;
  /** Addresses whose owner has blocked the bot, and those that are no more. */
  readonly blocked: Set<string>;
  readonly gone: Set<string>;
  /** Those who write and write: what their answers cost is counted apart. */
  readonly floodedBy: Set<string>;
  hasQuotaLeft(): boolean;
  /** Whether there would be enough left of the month if nobody had flooded it. */
  hadEnough(): boolean;
  /** What was spent of that moment's month, and whether the platform has said that nothing is left of it. */
  monthOf(at: number): { used: number; isUsedUp: boolean };
  queued(): number;
  /** A person's message or press gets to the platform; returns its key. */
  enqueueUpdate(address: string, sender: string, text: string, picked: boolean, picture?: string): string;
  /** The process is dead: its connection is gone. */
  hangUp(): void;
  /** The channel of one life of the process. */
  open(life: Life): Channel;
}

const CAPABILITIES: Readonly<Record<'telegram' | 'zalo', Capabilities>> = {
  telegram: {
    buttons: true,
    filesIn: 'all',
    filesOut: { pictures: 50_000_000, others: 50_000_000, by: 'bytes' },
    cutsTextAt: 4096,
    monthlyMessages: null,
    people: null,
  },
  zalo: {
    buttons: false,
    filesIn: 'pictures',
    filesOut: { pictures: 10_000_000, others: 0, by: 'address' },
    cutsTextAt: 2000,
    monthlyMessages: 3000,
    people: 50,
  },
};
const SECOND = 1000;
const KEPT_MS = 24 * 3600_000;

interface Waiting {
  incoming: Incoming;
  since: number;
}

/** One bot on one platform, as rude as the real ones: see platforms.md. It lives on when the process dies. */
export function createPlatformBot(parts: PlatformBotParts): PlatformBot {
  const { name, bot, timeline, dice, journal, weather, border } = parts;
  const isTelegram = name === 'telegram';
  const capabilities = { ...CAPABILITIES[isTelegram ? 'telegram' : 'zalo'], monthlyMessages: parts.monthlyMessages };
  const queue: Waiting[] = [];
  const blocked = new Set<string>();
  const gone = new Set<string>();
  const floodedBy = new Set<string>();
  let line: { life: Life; receive: Receive; since: number; ok: boolean } | null = null;
  let isHanding = false;
  let keys = 0;
  let spent = 0;
  let spentOnFlood = 0;
  let spentIn = '';
  const months = new Map<string, { used: number; isUsedUp: boolean }>();
  const monthAt = (at: number): string => new Date(at + 7 * 3600_000).toISOString().slice(0, 7);
  const monthOf = (at: number) => months.get(monthAt(at)) ?? { used: 0, isUsedUp: false };

  const mood = (): Mood => weather.moodAt(timeline.now());
  const canReceive = (): boolean => !['dark', 'deaf', 'hanging', 'html', 'unauthorised'].includes(mood());

  /** Polls: hands over what waits, one after the other. */
  function poll(): void {
    const current = line;
    if (current === null || !current.life.isAlive()) return;
    const isWell = canReceive();
    if (current.ok !== isWell) Object.assign(current, { ok: isWell, since: current.life.clock.wire() });
    if (isWell && !isHanding) handNext(current);
  }

  function handNext(current: NonNullable<typeof line>): void {
    while (queue[0] !== undefined && timeline.now() - queue[0].since > KEPT_MS) forget(queue.shift());
    const first = queue[0];
    if (first === undefined) return;
    if (!isTelegram) queue.shift();
    if (!isTelegram && dice.chance(0.004)) {
      journal.count('update lost by Zalo');
      journal.note(`${name}/${bot} loses ${first.incoming.key}`);
      return void current.life.clock.after(1, poll);
    }
    isHanding = true;
    void hand(current, first);
  }

  function forget(waiting: Waiting | undefined): void {
    if (waiting === undefined) return;
    journal.count('update given up by the platform');
  }

  async function hand(current: NonNullable<typeof line>, waiting: Waiting): Promise<void> {
    const { incoming } = waiting;
    border.hands(self, incoming);
    if (parts.acknowledgesEarly) acknowledge(waiting);
    try {
      await current.receive(incoming);
    } catch {
      if (line !== current || !current.life.isAlive()) return;
      current.life.clock.after(SECOND, () => void hand(current, waiting));
      return;
    }
    if (line !== current || !current.life.isAlive()) return;
    current.life.clock.after(isTelegram ? 20 : 1, () => {
      isHanding = false;
      if (isTelegram && dice.chance(0.01)) {
        journal.count('update delivered again by Telegram');
        journal.note(`${name}/${bot} will deliver ${incoming.key} again`);
      } else if (!isTelegram && dice.chance(0.005)) {
        journal.count('update delivered again by Zalo');
        queue.unshift(waiting);
      } else {
        acknowledge(waiting);
      }
      poll();
    });
  }

  function acknowledge(waiting: Waiting): void {
    const at = queue.indexOf(waiting);
    if (at !== -1) queue.splice(at, 1);
    border.acknowledged(self, waiting.incoming);
  }

  function send(life: Life, address: string, message: Outgoing, skipParts: number): Promise<Receipt> {
    const texts = isTelegram ? [plain(message.text)] : layOut(message);
    const witness = border.begins({ platform: self, address, message, texts, skipParts });
    return new Promise<Receipt>((resolve, reject) => {
      const answer = life.reaches;
      const fail = (
        kind: SendFailure,
        ms: number,
        options: { sentParts?: number; retryAfterMs?: number } = {},
      ): void => {
        journal.count(`send: ${kind}`);
        answer(ms, () => {
          witness.told(kind, options.retryAfterMs);
          reject(new SendError(kind, kind, { sentParts: skipParts, ...options }));
        });
      };
      const decideMs = dice.between(40, 250);
      const fate = drawFate(address);
      if (fate === 'unavailable') return fail('unavailable', decideMs);
      // Nothing was passed on, which the bot cannot know.
      if (fate === 'page') return fail('unknown', decideMs);
      if (fate === 'unauthorised') return fail('unauthorised', decideMs);
      if (fate === 'throttled') {
        const seconds = dice.chance(0.5) ? dice.between(1, 600) : null;
        journal.count(seconds === null ? '429 without retry_after' : '429 with retry_after');
        return fail('throttled', decideMs, seconds === null ? {} : { retryAfterMs: seconds * SECOND });
      }
      if (fate === 'blocked' || fate === 'gone' || fate === 'quota') return fail(fate, decideMs);
      // The platform gets the parts one by one, whatever becomes of the process meanwhile.
      const upTo = fate === 'half' ? Math.max(skipParts, Math.floor((skipParts + texts.length) / 2)) : texts.length;
      const taken = fate === 'lost' ? skipParts : upTo;
      for (let part = skipParts; part < taken; part++) {
        timeline.at(timeline.now() + decideMs + (part - skipParts) * 50, () => accept(part));
      }
      const doneMs = decideMs + (taken - skipParts) * 50 + dice.between(5, 60);
      if (fate === 'half') return fail('unavailable', doneMs, { sentParts: upTo });
      if (fate === 'lost' || fate === 'taken') {
        journal.count(fate === 'lost' ? 'time-out, not accepted' : 'time-out, accepted');
        return fail('unknown', dice.between(10, 40) * SECOND);
      }
      answer(doneMs, () => {
        witness.told('accepted');
        resolve({
          messageIds: texts.slice(skipParts).map((_, index) => `${timeline.now()}-${index}`),
          count: texts.length - skipParts,
        });
      });

      function accept(part: number): void {
        witness.accepted(part);
        if (part < texts.length - 1) return;
        border.arrives({
          platform: self,
          address,
          text: texts.join('\n'),
          choices: (message.choices ?? []).flat(),
          answer: message.answer ?? 'pick',
          at: timeline.now(),
        });
      }
    });
  }

  function fetchPicture(life: Life, name: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const isWell = ['fair', 'deaf', 'throttling'].includes(mood()) && !dice.chance(2 * parts.clumsiness);
      if (!isWell) journal.count('picture not handed out');
      if (!isWell) border.fails(self, null);
      life.reaches(isWell ? dice.between(50, 900) : dice.between(50, 30_000), () => {
        if (isWell) resolve(pictureBytes(name));
        else reject(new SendError('unavailable', 'no picture just now'));
      });
    });
  }

  type Fate = SendFailure | 'fine' | 'taken' | 'lost' | 'half' | 'page';

  function drawFate(address: string): Fate {
    if (gone.has(address)) return 'gone';
    if (isQuotaSpent()) {
      months.set(spentIn, { used: spent, isUsedUp: true });
      return 'quota';
    }
    const now = mood();
    if (now === 'dark') {
      journal.count('connection refused');
      return 'unavailable';
    }
    if (now === 'html') {
      journal.count('HTML instead of an answer');
      return 'page';
    }
    if (now === 'hanging') return dice.chance(0.5) ? 'taken' : 'lost';
    if (now === 'throttling') return 'throttled';
    if (now === 'unauthorised') return 'unauthorised';
    if (blocked.has(address)) return 'blocked';
    if (now === 'busy' && dice.chance(0.25)) {
      journal.count('5xx');
      return 'unavailable';
    }
    const luck = dice.number() / parts.clumsiness;
    const fates: readonly Fate[] = ['taken', 'lost', 'unavailable', 'unavailable', 'throttled', 'half'];
    return luck < 1 ? (fates[Math.floor(luck * fates.length)] ?? 'fine') : countSpent(address);
  }

  function countSpent(address: string): 'fine' {
    spent += 1;
    months.set(spentIn, { ...monthOf(timeline.now()), used: spent });
    if (floodedBy.has(address)) spentOnFlood += 1;
    return 'fine';
  }

  function isQuotaSpent(): boolean {
    const month = monthAt(timeline.now());
    if (month !== spentIn) [spent, spentOnFlood, spentIn] = [0, 0, month];
    return parts.monthlyMessages !== null && spent >= parts.monthlyMessages;
  }

  function isModest(messages: number): boolean {
    return parts.monthlyMessages === null || messages < parts.monthlyMessages * 0.75;
  }

  function enqueueUpdate(address: string, sender: string, text: string, picked: boolean, picture?: string): string {
    keys += 1;
    const key = `${name}-${bot}-${keys}`;
    const incoming: Incoming = {
      key,
      chat: address,
      chatKind: 'private',
      sender: address,
      senderName: sender,
      text,
      picked,
      files: picture === undefined ? [] : [{ ref: picture, name: picture, size: null }],
      unsupported: false,
      addressed: true,
      // A press carries no time; Telegram's stamp is in whole seconds.
      ...(picked ? {} : { sentAt: isTelegram ? Math.floor(timeline.now() / SECOND) * SECOND : timeline.now() }),
    };
    queue.push({ incoming, since: timeline.now() });
    // The long poll comes back at once.
    if (line !== null && !isHanding) line.life.clock.after(0, poll);
    return key;
  }

  const self: PlatformBot = {
    name,
    bot,
    label: `${name}/${bot}`,
    capabilities,
    weather,
    blocked,
    gone,
    floodedBy,
    hasQuotaLeft: (): boolean => !isQuotaSpent() && isModest(spent),
    hadEnough: (): boolean => (isQuotaSpent() || !isModest(spent)) && isModest(spent - spentOnFlood),
    monthOf,
    queued: (): number => queue.length,
    enqueueUpdate,
    hangUp(): void {
      line = null;
      isHanding = false;
    },
    open(life: Life): Channel {
      return {
        name,
        bot,
        capabilities,
        redelivers: isTelegram,
        start(receive) {
          line = { life, receive, since: life.clock.wire(), ok: false };
          isHanding = false;
          life.clock.after(300, poll);
          watch(life);
        },
        stop: async () => {},
        send: ({ chat }, message, skipParts = 0) => send(life, chat, message, skipParts),
        download: ({ ref }) => fetchPicture(life, ref),
        health() {
          // A push of bad weather is noticed by the poll that is under way.
          const ok = line?.ok === true && canReceive();
          if (line?.ok && !ok) Object.assign(line, { ok: false, since: life.clock.wire() });
          return { ok, since: line?.since ?? 0, detail: ok ? '' : mood() };
        },
        rejected: () => ({}),
        inviteLink: () => null,
        displayName: () => `Bot ${bot}`,
        probe({ chat }) {
          const isFine = !blocked.has(chat) && !gone.has(chat) && mood() === 'fair' && !dice.chance(parts.clumsiness);
          if (!isFine) border.fails(self, chat);
          return Promise.resolve(isFine);
        },
      };
    },
  };

  /** A poll that found bad weather is tried again when it is over; one that found good weather goes on. */
  function watch(life: Life): void {
    for (const { from, until } of weather.spells()) {
      for (const moment of [from, until]) {
        if (moment > timeline.now())
          timeline.at(moment + 1, () => (life.isAlive() ? void life.clock.after(0, poll) : undefined));
      }
    }
  }
  return self;
}
