import type { Db, Statement } from './database.ts';

type Late = Pick<Statement<unknown[]>, 'run' | 'get' | 'all' | 'iterate'>;

/**
 * The same database, whose statements are compiled when they first run. There are some six hundred: to compile all takes as long as
 * everything else of the opening, and 6 MB, where a start, a command of the shell or a test runs a few of them.
 */
export function compileLate(db: Db): Db {
  const compile = db.prepare.bind(db) as (sql: string) => Late;
  db.prepare = ((sql: string) => lateStatement(() => compile(sql))) as Db['prepare'];
  return db;
}

function lateStatement(compile: () => Late): Late {
  let compiled: Late | null = null;
  const statement = (): Late => {
    compiled ??= compile();
    return compiled;
  };
  return {
    run: (...values) => statement().run(...values),
    get: (...values) => statement().get(...values),
    all: (...values) => statement().all(...values),
    iterate: (...values) => statement().iterate(...values),
  };
}
