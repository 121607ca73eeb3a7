import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { fetchCopy } from '../replica/fetch-copy.ts';
import { dropCopy, findLitestream, listGenerations, ownGeneration, type ReplicaOf } from '../replica/litestream.ts';
import { newestIn, TERM } from '../store/backup.ts';
import type { Store } from '../store/store.ts';

/** The replica holds a database that was restored more often than this one: the bot goes on elsewhere. */
export class OlderTermError extends Error {
  readonly here: number;
  readonly there: number;
  readonly url: string;

  constructor(here: number, there: number, url: string) {
    super(`term ${here} is older than the replica's ${there}`);
    this.name = 'OlderTermError';
    this.here = here;
    this.there = there;
    this.url = url;
  }
}

/** Generations of the replica that are known to be no newer than this database: a list of names. */
const CHECKED = 'generations_checked';

export interface TermParts {
  config: Pick<Config, 'databasePath' | 'replica'>;
  store: Store;
  log: Log;
  /** The database has just been fetched from there. */
  isFetched: boolean;
}

/**
 * Throws OlderTermError where another bot has gone on from the replica. Every restore raises the term and makes litestream begin
 * a new generation, so only generations that are not this bot's own are looked into, each once. A replica that cannot be asked
 * stops nobody: a bot that takes reports is worth more than the certainty.
 */
export async function requireNewestTerm({ config, store, log, isFetched }: TermParts): Promise<void> {
  const { databasePath: database, replica } = config;
  if (replica === null) return;
  const at: ReplicaOf = { program: findLitestream(replica.programs), database, replica };
  try {
    const names = await listGenerations(at);
    const own = ownGeneration(database);
    const before = JSON.parse(store.facts.get(CHECKED) ?? '[]') as string[];
    const known = names.filter((name) => isFetched || name === own || before.includes(name));
    const here = Number(store.facts.get(TERM) ?? 0);
    for (const name of names.filter((one) => !known.includes(one))) {
      const there = await termOf(at, name).catch((error: unknown) => {
        // One that lost pieces tells nothing, and must not hide the others.
        log.warn({ err: error, generation: name }, 'replica: one of its copies cannot be read');
        return null;
      });
      if (there === null) continue;
      if (there > here) throw new OlderTermError(here, there, replica.url);
      known.push(name);
    }
    if (known.join() !== before.join()) store.facts.set(CHECKED, JSON.stringify(known));
  } catch (error) {
    if (error instanceof OlderTermError) throw error;
    log.warn({ err: error }, 'replica: cannot be asked whether another bot has gone on from it');
  }
}

async function termOf(at: ReplicaOf, generation: string): Promise<number> {
  const copy = `${at.database}.term.from-replica`;
  dropCopy(copy);
  try {
    await fetchCopy(at, copy, generation);
    return newestIn(copy).term;
  } finally {
    dropCopy(copy);
  }
}
