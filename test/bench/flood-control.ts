import { openSide } from './child.ts';
import type { BenchOptions, Finding } from './figures.ts';
import type { Accepted } from './sides/lean-telegram.ts';

export interface FloodRequest {
  url: string;
  token: string;
  messages: number;
}

const LIMIT = 30;
const PEERS = { own: 'own-notice.ts', telegraf: 'telegraf-loop.ts', grammy: 'grammy-throttler.ts' } as const;
const NAMES = { own: 'the bot', telegraf: 'plain telegraf loop', grammy: 'grammY with its throttler' } as const;

/** c: a notice to 2,000 people against flood control that refuses what would be message 31 within any second; all sides at once. */
export async function benchFloodControl({ quick }: BenchOptions): Promise<Finding[]> {
  const messages = quick ? 300 : 2000;
  const sides = Object.entries(PEERS) as [keyof typeof PEERS, string][];
  const results = await Promise.all(
    sides.map(async ([name, file]) => {
      const token = `${name.length}:bench-token-of-${name}`;
      const fake = openSide('lean-telegram.ts');
      const { url } = await fake.ask<{ url: string }>({ do: 'listen', perSecond: LIMIT });
      const side = openSide(file);
      const accepted = fake.ask<Accepted>({ do: 'accept', token, count: messages });
      await side.ask({ url, token, messages } satisfies FloodRequest);
      const result = await accepted;
      await side.close();
      await fake.close();
      return [name, result] as const;
    }),
  );
  return results.flatMap(([name, { accepted, refused, elapsedMs }]): Finding[] => {
    const speed = `${accepted} messages in ${(elapsedMs / 1000).toFixed(1)} s`;
    const share = { what: `share of ${LIMIT}/s reached, ${NAMES[name]} (%)`, behind: speed };
    const refusals = { what: `429s received, ${NAMES[name]}`, value: refused, behind: `limit ${LIMIT} in any second` };
    const own = name === 'own';
    return [
      { ...share, value: (accepted / (elapsedMs / 1000) / LIMIT) * 100, goal: own ? { atLeast: 98 } : null },
      { ...refusals, goal: own ? { atMost: 0 } : null },
    ];
  });
}
