import type { Capabilities, ChannelName, Health, Outgoing, ShownAs } from '../channels/channel.ts';
import { isAllowed, type Permission, unitsAllowing } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Obligation } from '../domain/obligation.ts';
import type { OneOff } from '../domain/one-off.ts';
import { FREE_FORM, obligationOfOneOff } from '../domain/one-off.ts';
import type { RuleBook, StoredRules } from '../domain/rule-book.ts';
import { openRuleBook } from '../domain/rule-book.ts';
import type { Unit } from '../domain/unit.ts';
import { readStoredRules } from '../plan/stored-rules.ts';
import type { Store } from '../store/store.ts';
import { FREE_FORM_WORDS, sayOneOffBasis } from '../wording/one-off.ts';

/** Chance, as an argument: `number` in [0, 1), `bytes` fit for secrets. The simulation gives a seeded one. */
export interface Random {
  number(): number;
  bytes(count: number): Buffer;
}

/** A bot as the actions see it: what it can do, how it is, and how to find it. */
export interface BotInfo {
  channel: ChannelName;
  bot: string;
  /** What people read: the app, and the bot's number where there are several. */
  title: string;
  capabilities: Capabilities;
  health(): Health;
  messagesFor?(message: Outgoing): number;
  rejected(): Readonly<Record<string, number>>;
  displayName(): string | null;
  inviteLink(code: string): string | null;
  /** How a message looks there, where that is not as it is. */
  shown?(message: Outgoing): ShownAs;
}

/** What every action works with. Time comes with each call. */
export interface Desk {
  store: Store;
  /** The rules in force now; follows `npm run plan:apply` while the bot runs. */
  rules(): RuleBook;
  /** Every unit of the plan in each of its spans of time; follows `npm run plan:apply` too. */
  units(): readonly Unit[];
  random: Random;
  /** The operator's key that receipts are sealed with; null: the one in the database. */
  receiptKey: string | null;
  zone: string;
  /** The bots on the platforms; none in a script. */
  bots: readonly BotInfo[];
  /** The public address of the web part, without a slash at the end; null where there is none. */
  publicUrl: string | null;
  /** Where people on that app find the pages that are made for them, without a slash at the end; null: nowhere. */
  pagesAt(channel: ChannelName): string | null;
  /** What people call the app of that name. */
  titleOf(channel: ChannelName): string;
}

/** The bot a chat is with; undefined where this process does not run it. */
export function botOf({ bots }: Pick<Desk, 'bots'>, at: { channel: string; bot: string }): BotInfo | undefined {
  return bots.find(({ channel, bot }) => channel === at.channel && bot === at.bot);
}

/** A person's name; empty once they withdrew. */
export function nameOf({ store }: Pick<Desk, 'store'>, person: number): string {
  return store.people.find(person)?.name ?? '';
}

/** Whether the person's roles allow it. */
export function may({ store }: Pick<Desk, 'store'>, person: number, permission: Permission): boolean {
  return isAllowed(store.people.memberships(person), permission);
}

/** Codes of the units in which the person's roles allow it. */
export function unitsFor({ store }: Pick<Desk, 'store'>, person: number, permission: Permission): string[] {
  return unitsAllowing(store.people.memberships(person), permission);
}

/** Who acts, and when. */
export interface Act {
  person: number;
  at: Instant;
}

export interface DeskParts {
  store: Store;
  zone: string;
  random: Random;
  bots: readonly BotInfo[];
  publicUrl: string | null;
  /** Where the rehearsal room's own pages are; null where there is no room, or no listener yet. */
  roomUrl?: (() => string | null) | undefined;
  titleOf: (channel: ChannelName) => string;
  receiptKey?: string | null;
}

export function createDesk({
  store,
  zone,
  random,
  bots,
  publicUrl,
  roomUrl,
  titleOf,
  receiptKey = null,
}: DeskParts): Desk {
  let cached: { version: string | null; rules: RuleBook } | null = null;
  let known: { revision: string | null; units: readonly Unit[] } | null = null;
  return {
    store,
    zone,
    random,
    receiptKey,
    bots,
    publicUrl,
    pagesAt: (channel) => publicUrl ?? (channel === 'web' ? (roomUrl?.() ?? null) : null),
    titleOf,
    units() {
      // Units change by a plan alone, and each one has its revision.
      const revision = store.facts.get('plan_revision');
      if (known === null || known.revision !== revision) known = { revision, units: store.units.all() };
      return known.units;
    },
    rules() {
      const version = store.ruleBooks.version();
      if (cached !== null && cached.version === version) return cached.rules;
      const newest = store.ruleBooks.newest();
      if (newest === null) throw new Error('no plan has been applied to this database');
      cached = { version, rules: openRuleBook(withOneOffs(readStoredRules(newest), store.oneOffs.all()), zone) };
      return cached.rules;
    },
  };
}

/** The plan's rules with what was asked for once: in force while it is not withdrawn, readable ever after. */
function withOneOffs(rules: StoredRules, oneOffs: readonly OneOff[]): StoredRules {
  const made = (list: readonly OneOff[]): Obligation[] =>
    list.map((oneOff) => obligationOfOneOff(oneOff, sayOneOffBasis(rules.document.recipient, oneOff.askedOn)));
  return {
    ...rules,
    obligations: [...rules.obligations, ...made(oneOffs.filter((one) => one.withdrawnAt === null))],
    forms: [...rules.forms, { code: FREE_FORM, ...FREE_FORM_WORDS }],
    former: {
      ...rules.former,
      obligations: [...rules.former.obligations, ...made(oneOffs.filter((one) => one.withdrawnAt !== null))],
    },
  };
}
