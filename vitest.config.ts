import { defineConfig } from 'vitest/config';

/** Pure suites: they run twice, so that the machine's own zone can never matter. */
const PURE = [
  'test/domain/**/*.test.ts',
  'test/language/**/*.test.ts',
  'test/wording/**/*.test.ts',
  'test/plan/**/*.test.ts',
];
const BROWSER = ['test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: PURE, env: { TZ: 'Asia/Ho_Chi_Minh' } },
      },
      {
        extends: true,
        test: { name: 'pure, New York', include: PURE, env: { TZ: 'America/New_York' } },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, ...BROWSER],
          env: { TZ: 'America/New_York' },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          env: { TZ: 'America/New_York' },
          testTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
