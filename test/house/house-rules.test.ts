import { describe, expect, it } from 'vitest';
import { lintFile, lintHouse } from '../../scripts/house-rules.ts';

describe('the one rule of the house', () => {
  it('holds for every source file', () => {
    expect(lintHouse('src')).toEqual([]);
  });

  it.each([
    ['an arrow that points up', 'domain/task.ts', "import { openStore } from '../store/store.ts';"],
    ['a sibling', 'chat/router.ts', "import { startServer } from '../web/server.ts';"],
    [
      'a platform that knows the database',
      'channels/zalo/api.ts',
      "import type { Store } from '../../store/store.ts';",
    ],
    ['delivery that knows a platform', 'delivery/pace.ts', "import { x } from '../channels/telegram/sending.ts';"],
    ['a library outside its folder', 'actions/join.ts', "import Database from 'better-sqlite3';"],
    ['axios outside its folder', 'web/server.ts', "import axios from 'axios';"],
    ['telegraf by a deep path', 'bot.ts', "import { x } from 'telegraf/types';"],
    ['a lazy import', 'domain/unit.ts', "const store = await import('../store/store.ts');"],
    ['the system clock', 'actions/join.ts', 'const now = Date.now();'],
    ['the system clock by way of luxon', 'wording/when.ts', 'DateTime.now();'],
    ['a bare new Date', 'store/facts.ts', 'const now = new Date();'],
    ['chance', 'delivery/backoff.ts', 'return Math.random();'],
    ['the environment', 'plan/read-plan.ts', 'const dir = process.env.PLAN_DIR;'],
    ['a timer', 'delivery/dispatcher.ts', 'setTimeout(wake, 5);'],
  ])('is broken by %s', (_what, file, text) => {
    expect(lintFile(file, text)).toHaveLength(1);
  });

  it.each([
    ['a comment', 'domain/unit.ts', '// Date.now() is not for here\nexport {};'],
    ['luxon in pure code', 'domain/calendar.ts', "import { DateTime } from 'luxon';"],
    ['the clock itself', 'clock.ts', 'now: () => Date.now(),'],
    ['its own library', 'channels/telegram/bot-api.ts', "import { Telegraf } from 'telegraf';"],
  ])('is not broken by %s', (_what, file, text) => {
    expect(lintFile(file, text)).toEqual([]);
  });
});
