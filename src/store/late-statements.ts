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
  // Once it is compiled its own methods stand there, without a detour.
  const compiled = (): Late => {
    const made = compile();
    for (const method of ['run', 'get', 'all', 'iterate'] as const)
      Object.assign(late, { [method]: made[method].bind(made) });
    return made;
  };
  const late: Late = {
    run: (...values) => compiled().run(...values),
    get: (...values) => compiled().get(...values),
    all: (...values) => compiled().all(...values),
    iterate: (...values) => compiled().iterate(...values),
  };
  return late;
}
