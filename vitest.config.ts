import { defineConfig } from 'vitest/config';

/** Pure suites: they run twice, so that the machine's own zone can never matter. */
const PURE = [
  'test/domain/**/*.test.ts',
  'test/language/**/*.test.ts',
  'test/wording/**/*.test.ts',
  'test/plan/**/*.test.ts',
];
/** Test files share a process: nothing in the house keeps state in a module, and loading it anew for each file took half of the time. */
const SHARED = { isolate: false } as const;
/** How the time of reading grows: processor time alone, so in a process of its own; half a minute of it, with the long ones. */
const GROWTH = ['test/language/growth.test.ts'];
/**
 * What would take `npm test` over three minutes on two cores: starts and kills of the real process, Litestream's own waiting, simulated
 * seasons, a year of the oracle minute by minute, the transcripts a second time. `npm run test:e2e`, which CI runs too.
 */
const E2E = [
  'test/e2e/**/*.test.ts',
  'test/replica/**/*.test.ts',
  'test/simulation/seasons.test.ts',
  'test/scheduler/oracle-live.test.ts',
  'test/conversations/wide-plan.test.ts',
];
const BROWSER = ['test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    // For what hangs, not for what is slow: how long a busy machine takes decides no test.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 120_000 } },
    // Two cores run four workers well: the slow files wait for processes and clocks rather than compute.
    maxWorkers: 4,
    projects: [
      {
        extends: true,
        test: { ...SHARED, name: 'pure', include: PURE, exclude: GROWTH, env: { TZ: 'Asia/Ho_Chi_Minh' } },
      },
      {
        extends: true,
        test: {
          ...SHARED,
          name: 'pure, New York',
          include: PURE,
          exclude: GROWTH,
          env: { TZ: 'America/New_York' },
        },
      },
      {
        extends: true,
        test: {
          ...SHARED,
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, ...E2E, ...BROWSER],
          env: { TZ: 'America/New_York' },
        },
      },
      {
        extends: true,
        test: { name: 'e2e', include: E2E, env: { TZ: 'America/New_York' } },
      },
      {
        extends: true,
        test: { name: 'growth', include: GROWTH, env: { TZ: 'America/New_York' } },
      },
      {
        extends: true,
        test: { name: 'browser', include: BROWSER, env: { TZ: 'America/New_York' } },
      },
    ],
  },
});
