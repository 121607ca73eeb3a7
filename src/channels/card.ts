import type { z } from 'zod';
import type { Log } from '../log.ts';
import type { Channel, ChannelName } from './channel.ts';

/** How fast one bot may send. Rates are messages a second; a burst is how many may go at once; `most` holds over any stretch of that length, as the platform counts. */
export interface PaceLimits {
  bot: { perSecond: number; burst: number; most?: { messages: number; withinMs: number } };
  privateChat: { perSecond: number; burst: number };
  groupChat: { perSecond: number; burst: number };
}

/** What a setting must look like, and what the operator reads when it does not. */
export interface SettingRule {
  schema: z.ZodType<string>;
  /** What is wrong, in Vietnamese, without a full stop. */
  wrong: string;
  example: string;
}

/** One wrong setting, as the operator reads it. */
export interface SettingProblem {
  name: string;
  wrong: string;
  example: string;
}

/** What every channel of the house says of itself, the rehearsal room's too. */
export interface ChannelCard {
  /** As it stands in the database, in /healthz and in addresses: lower case, never changed. */
  readonly name: ChannelName;
  /** What people read. */
  readonly title: string;
  /** Whether there can be several bots, which are then told apart by their numbers. */
  readonly severalBots: boolean;
}

/** What a platform's channels are opened with. */
export interface OpenParts {
  /** Wire time. */
  wire: () => number;
  random: () => number;
  log: Log;
  webhookSecret: string | null;
  /** The public address of that bot's webhook; null where the machine has no public address. */
  webhookUrl(bot: string): string | null;
}

/**
 * A platform: all the house knows of it. `Name` are the names of its settings, `Settings` is what they make. What takes
 * settings is written as a method: cards of different settings stand in one list.
 */
export interface PlatformCard<Name extends string = string, Settings extends object = object> extends ChannelCard {
  /** In the order in which wrong ones are listed. A value that is wrong or missing is read as null. */
  readonly settings: Readonly<Record<Name, SettingRule>>;
  /** Hosts behind which real people are: no rehearsal is ever sent there. */
  readonly officialHosts: readonly string[];
  /** The platform's settings; null where it is not switched on. */
  read(values: Readonly<Record<Name, string | null>>): Settings | null;
  /** Settings that are right one by one and wrong together. */
  contradictions(settings: Settings): readonly SettingProblem[];
  /** Values that are blanked in the log. */
  secrets(settings: Settings): readonly string[];
  /** The address the channels talk to. */
  address(settings: Settings): string;
  /** Whether updates come by webhook, which takes a secret and a public address. */
  wantsWebhook(settings: Settings): boolean;
  /** How fast a bot may send; without settings the platform's usual pace. */
  pace(settings: Settings | null): PaceLimits;
  /** A channel for every bot; none is started. */
  open(settings: Settings, parts: OpenParts): readonly Channel[];
}

/** A platform that is switched on, with its settings. */
export interface PlatformInUse {
  card: PlatformCard;
  settings: object;
}
