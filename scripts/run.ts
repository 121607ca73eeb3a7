import { config as loadEnvFile } from 'dotenv';
import type { Desk } from '../src/actions/desk.ts';
import { createDesk } from '../src/actions/desk.ts';
import { createNames } from '../src/assembly/channel-list.ts';
import { explainFailure } from '../src/assembly/explain-failure.ts';
import { PLATFORMS } from '../src/assembly/platforms.ts';
import { requireDatabase, requirePlanInDatabase } from '../src/assembly/require-database.ts';
import { unknownSettings } from '../src/assembly/unknown-settings.ts';
import type { Config } from '../src/config.ts';
import { readConfig } from '../src/config.ts';
import { systemRandom } from '../src/random.ts';
import type { Store } from '../src/store/store.ts';
import { openStore } from '../src/store/store.ts';
import { sayUnknownSetting } from '../src/wording/operator.ts';
import { SHELL } from '../src/wording/shell.ts';

/** A wrong word on the command line: the sentence says how to do it right. */
export class UsageError extends Error {}

/** Something typed behind `npm run NAME --` that the script does not know: what was typed, and how it is used. */
export function badArguments(usage: string): UsageError {
  return new UsageError(`${SHELL.badArguments(process.argv.slice(2))}\n${usage}`);
}

/** Runs an entry point with the settings read; any trouble becomes one message and exit code 1. */
export async function run(work: (config: Config) => void | Promise<void>): Promise<void> {
  loadEnvFile({ quiet: true });
  try {
    const config = readConfig(process.env, PLATFORMS);
    for (const unknown of unknownSettings(process.env, PLATFORMS)) console.error(sayUnknownSetting(unknown));
    await work(config);
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : explainFailure(error));
    process.exitCode = 1;
  }
}

/** Opens the bot's database beside a bot that may be running, and closes it in any case. In real service it never makes one. */
export async function withStore<T>(config: Config, work: (store: Store) => T | Promise<T>): Promise<T> {
  requireDatabase(config);
  const store = openStore(config.databasePath);
  try {
    requirePlanInDatabase(config, store);
    return await work(store);
  } finally {
    store.close();
  }
}

/** A desk for the shell: no channel is open here. */
export function deskFor(config: Config, store: Store): Desk {
  const { timeZone: zone, publicUrl, receiptKey } = config;
  const { titleOf } = createNames(PLATFORMS);
  return createDesk({ store, zone, random: systemRandom, receiptKey, bots: [], publicUrl, titleOf });
}

/** The time the bot lives in: its rehearsal clock where one stands, else the machine's. */
export function botNow(config: Config, store: Store): number {
  const stood = config.rehearsal === null ? null : store.facts.get('rehearsal_now');
  return stood === null ? Date.now() : Number(stood);
}
