import { openSide } from './child.ts';
import { alternate, type BenchOptions, type Finding } from './figures.ts';

export type EchoRequest = { do: 'start'; url: string; token: string } | { do: 'usage' } | { do: 'memory' };

/** a: processor time of one inbound command of the whole, durable bot, beside bots that only say back what they hear. */
export async function benchInboundCommand({ quick }: BenchOptions): Promise<Finding[]> {
  const runs = quick ? 1 : 3;
  const load = quick ? { warm: 200, count: 400 } : { warm: 600, count: 1500 };
  const fake = openSide('lean-telegram.ts');
  const { url } = await fake.ask<{ url: string }>({ do: 'listen', perSecond: null });
  let bots = 0;

  const measure = async (file: string, atOnce: number): Promise<number> => {
    bots += 1;
    const token = `${bots}:bench-token-of-a-side`;
    const side = openSide(file);
    await side.ask({ do: 'start', url, token });
    const say = { do: 'say', token, atOnce, chats: 50, text: '/nhiemvu' };
    await fake.ask({ ...say, count: load.warm });
    const before = await side.ask<NodeJS.CpuUsage>({ do: 'usage' });
    await fake.ask({ ...say, count: load.count });
    // What the bot writes down after the answer belongs to the command.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const after = await side.ask<NodeJS.CpuUsage>({ do: 'usage' });
    await side.close();
    return (after.user + after.system - before.user - before.system) / load.count;
  };

  const findings: Finding[] = [];
  for (const atOnce of [1, 10]) {
    const took = await alternate(runs, {
      own: () => measure('own-echo.ts', atOnce),
      telegraf: () => measure('telegraf-echo.ts', atOnce),
      grammy: () => measure('grammy-echo.ts', atOnce),
      storing: () => measure('telegraf-storing-echo.ts', atOnce),
    });
    const way = atOnce === 1 ? 'one command at a time' : `${atOnce} people at once`;
    for (const peer of ['telegraf', 'grammy'] as const) {
      findings.push({
        what: `processor time of a durable command ÷ ${peer} echo, ${way}`,
        value: took.own / took[peer],
        goal: atOnce === 1 ? { atMost: 1.5 } : null,
        behind: `${took.own.toFixed(0)} µs against ${took[peer].toFixed(0)} µs`,
      });
    }
    findings.push({
      what: `for comparison: telegraf echo with three one-row commits ÷ telegraf echo, ${way}`,
      value: took.storing / took.telegraf,
      goal: null,
      behind: `${took.storing.toFixed(0)} µs against ${took.telegraf.toFixed(0)} µs`,
    });
  }
  await fake.close();
  return findings;
}
