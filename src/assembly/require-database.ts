import type { Config } from '../config.ts';
import { newestBackup } from '../store/backup.ts';
import { hasDatabase } from '../store/place.ts';
import type { Store } from '../store/store.ts';

type Where = Pick<Config, 'rehearsal' | 'databasePath' | 'backup'>;

/** In real service there is no database, and nobody said that a new one is meant. */
export class NoDatabaseError extends Error {
  readonly path: string;
  /** The newest copy that could be restored. */
  readonly backup: string | null;

  constructor(path: string, backup: string | null) {
    super(`no database at ${path}`);
    this.name = 'NoDatabaseError';
    this.path = path;
    this.backup = backup;
  }
}

/**
 * An empty data folder is more often a disk that was lost or a wrong path than a beginning: a bot that began anew there would
 * know nobody and chase everybody. Throws NoDatabaseError; a rehearsal may begin at any time.
 */
export function requireDatabase(config: Where): void {
  if (config.rehearsal === null && !hasDatabase(config.databasePath)) throw noDatabase(config);
}

/** `--new` makes nothing where there is a database: it is said, since somebody meant something by it. */
export function isNewForNothing({ databasePath }: Pick<Config, 'databasePath'>, isNew: boolean): boolean {
  return isNew && hasDatabase(databasePath);
}

/** A file that no plan was ever taken into holds nobody either: a beginning that failed left it. Throws NoDatabaseError. */
export function requirePlanInDatabase(config: Where, store: Store): void {
  if (config.rehearsal === null && store.ruleBooks.newestId() === null) throw noDatabase(config);
}

function noDatabase({ databasePath, backup }: Where): NoDatabaseError {
  return new NoDatabaseError(databasePath, newestBackup(backup.directory));
}
