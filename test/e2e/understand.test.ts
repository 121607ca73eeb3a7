import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';

const KEYS = ['text', 'confidence', 'intent', 'alternatives', 'period', 'unit', 'fields'];

function ask(lines: string, ...options: string[]) {
  return spawnSync(process.execPath, ['scripts/understand.ts', ...options], {
    input: lines,
    encoding: 'utf8',
    env: { ...process.env, PLAN_DIR: FROZEN_PLAN_DIR },
  });
}

it('npm run understand prints one JSON line for each line it reads, with just the keys people hold on to', () => {
  const { status, stdout } = ask('/nop t11 hoi_nghi=3\n\nkhông phát sinh\n', '--now', '2026-11-12T09:00');
  expect(status).toBe(0);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const line of lines) expect(Object.keys(line)).toEqual(KEYS);
  expect(lines).toMatchObject([
    { text: '/nop t11 hoi_nghi=3', confidence: 'sure', intent: 'nop', period: '2026-11', fields: { hoi_nghi: 3 } },
    { text: '', confidence: 'none', intent: 'khac' },
    { text: 'không phát sinh', confidence: 'sure', intent: 'khongphatsinh' },
  ]);
});

it.each([[['--role', 'boss']], [['--now', 'mai']], [['--nonsense']]])(
  'npm run understand %j says what was wrong and how to call it, exit 1',
  (options) => {
    const { status, stdout, stderr } = ask('', ...options);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.split('\n')[0]).toBe(`Tham số chưa đúng (${options.join(' ')}).`);
    expect(stderr).toContain('Cách dùng: npm run understand');
  },
);
