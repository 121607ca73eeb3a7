import type { Db } from './database.ts';

export interface Counted {
  labels: Readonly<Record<string, string>>;
  count: number;
}

/** Figures for whoever watches the bot: how many of what. */
export function createCounts(db: Db) {
  const messages = db.prepare<[], { kind: string; state: string; n: number }>(
    'SELECT kind, state, count(*) AS n FROM outbox GROUP BY kind, state',
  );
  // The list of states is the one of the index of undelivered messages.
  const failures = db.prepare<[], { failure: string; n: number }>(
    `SELECT failure, count(*) AS n FROM outbox
     WHERE state IN ('failed', 'expired', 'capped') AND state = 'failed' AND failure IS NOT NULL GROUP BY failure`,
  );
  const updates = db.prepare<[], { channel: string; bot: string; outcome: string; n: number }>(
    "SELECT channel, bot, ifnull(outcome, 'waiting') AS outcome, count(*) AS n FROM inbound GROUP BY channel, bot, 3",
  );
  const tasks = db.prepare<[], { state: string; n: number }>('SELECT state, count(*) AS n FROM task GROUP BY state');
  return {
    messages: (): Counted[] => messages.all().map(({ kind, state, n }) => ({ labels: { kind, state }, count: n })),
    failures: (): Counted[] => failures.all().map(({ failure, n }) => ({ labels: { failure }, count: n })),
    updates: (): Counted[] =>
      updates.all().map(({ channel, bot, outcome, n }) => ({ labels: { channel, bot, outcome }, count: n })),
    tasks: (): Counted[] => tasks.all().map(({ state, n }) => ({ labels: { state }, count: n })),
  };
}
