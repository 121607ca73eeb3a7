import { describe, expect, it } from 'vitest';
import { warnQuota } from '../../src/actions/warn-quota.ts';
import { mayGoOut } from '../../src/delivery/budget.ts';
import { createBench } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';

const ALLOWANCE = 300;

function scene() {
  const bench = createBench({
    start: '2026-11-09 08:00',
    channels: (wire) => [
      createMemoryChannel({ wire, name: 'zalo', capabilities: { buttons: false, monthlyMessages: ALLOWANCE } }),
    ],
  });
  const [zalo] = bench.channels;
  if (zalo === undefined) throw new Error('no channel');
  return { bench, zalo };
}

describe('a crowd of strangers', () => {
  it('costs a greeting each a day, whatever they write', async () => {
    const { bench, zalo } = scene();
    for (let round = 0; round < 5; round++) {
      for (let who = 0; who < 10; who++) {
        for (const text of ['hi', '/trogiup', '/nhiemvu', 'alo', '/huy'])
          await zalo.type(`stranger-${who}`, text, 'Ai đó');
      }
      await bench.clock.advance(60_000);
    }
    expect(bench.store.spending.inMonth('zalo', '1', '2026-11')).toBe(10);
    await bench.liveTo('2026-11-10 08:00');
    await zalo.type('stranger-0', 'hi', 'Ai đó');
    await bench.clock.settle();
    expect(zalo.textsTo('stranger-0')).toHaveLength(2);
  });

  it('may try codes, and the right one is heard after wrong ones', async () => {
    const { bench, zalo } = scene();
    const code = bench.invitation('liaison', 'HBG');
    for (const wrong of ['AAAAAAAAAA', 'BBBBBBBBBB', 'CCCCCCCCCC']) await zalo.type('lan', `/batdau ${wrong}`, 'Lan');
    await bench.clock.advance(10_000);
    expect(zalo.textsTo('lan')).toHaveLength(2);
    await zalo.type('lan', `/batdau ${code}`, 'Lan');
    await bench.clock.advance(10_000);
    expect(zalo.textsTo('lan').at(-1)).toContain('Mã mời hợp lệ');
  });
});

describe('the month of a bot', () => {
  it('is kept for members once nine tenths are gone', () => {
    const answer = { kind: 'answer', priority: 0 } as const;
    expect(mayGoOut({ ...answer, person: null }, 269, ALLOWANCE)).toBe(true);
    expect(mayGoOut({ ...answer, person: null }, 270, ALLOWANCE)).toBe(false);
    expect(mayGoOut({ ...answer, person: 1 }, 299, ALLOWANCE)).toBe(true);
  });

  it('is warned of at 80, 95 and 100 %, each once', async () => {
    const { bench } = scene();
    bench.join('coordinator', null, { name: 'Bình' });
    await bench.liveTo('2026-11-27 09:00');
    const { desk } = bench.bot();
    const told = [230, 240, 241, 284, 285, 299, 300, 310].map((spent) => {
      bench.store.spending.add('zalo', '1', '2026-11', spent - bench.store.spending.inMonth('zalo', '1', '2026-11'));
      return warnQuota(desk, bench.clock.now());
    });
    expect(told).toEqual([0, 1, 0, 0, 1, 0, 1, 0]);
  });
});
