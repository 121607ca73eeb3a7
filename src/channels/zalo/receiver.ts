import type { Log } from '../../log.ts';
import type { Receive } from '../channel.ts';
import type { HealthState } from '../health-state.ts';
import type { Api } from './api.ts';
import type { Timing } from './platform-facts.ts';
import type { IgnoredReason, OwnNames } from './read-update.ts';

/** What polling and webhook work with. */
export interface ReceiverParts {
  api: Api;
  health: HealthState;
  timing: Timing;
  wire: () => number;
  random: () => number;
  log: Log;
  bot: string;
  /** This bot's own webhook address, if it has one. */
  webhookUrl: string | null;
  takeOverWebhook: boolean;
  names: NameBook;
  /** Counts what was left alone. */
  ignore(reason: IgnoredReason): void;
}

/** What webhook delivery works with besides. */
export interface WebhookOptions extends ReceiverParts {
  webhookUrl: string;
  secret: string;
  /** Counts calls without the right secret. */
  refuse(): void;
}

/** The names the bot goes by, as far as they are known. */
export interface NameBook {
  known: OwnNames | null;
}

/** A way in which updates come: polling or webhook. */
export interface Receiver {
  start(receive: Receive): void;
  /** Resolves when the last update in hand is stored, or has to be given up because it cannot be. */
  stop(): Promise<void>;
}
