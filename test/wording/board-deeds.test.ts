import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BY_PLAN, NOT_OWED } from '../../src/domain/task.ts';
import { sayDeed } from '../../src/wording/board-pages.ts';
import { sayReason } from '../../src/wording/compiled.ts';

it('everything that is written into the audit about a report has a name on the board', () => {
  const place = new URL('../../src/actions/', import.meta.url);
  const written = readdirSync(place).flatMap((name) => [
    ...readFileSync(new URL(name, place), 'utf8').matchAll(/audit\.add\([^;]*?'([\w-]+)', `task:/gu),
  ]);
  const deeds = [...new Set(written.map(([, deed = '']) => deed))];
  expect(deeds.length).toBeGreaterThan(15);
  expect([...deeds, 'return', 'reopen'].filter((deed) => sayDeed(deed) === sayDeed('?'))).toEqual([]);
});

it('the house’s own marks for a reason are said in words: the board once printed “plan”', () => {
  expect([NOT_OWED, BY_PLAN].map(sayReason)).toEqual(['kế hoạch không yêu cầu', 'theo kế hoạch đang áp dụng']);
  expect(sayReason('mưa lũ')).toBe('mưa lũ');
});
