import { openSide } from './child.ts';
import { alternate, type BenchOptions, type Finding } from './figures.ts';

export interface QueueRequest {
  messages: number;
  /** Messages written in one transaction: 1, as something happens for one person; or all, as a notice to everybody. */
  perCommit: number;
}

/** b: messages put into the outbox and delivered per second, beside the same jobs on a well-kept SQLite queue. */
export async function benchOutboxThroughput({ quick }: BenchOptions): Promise<Finding[]> {
  const runs = quick ? 1 : 5;
  const messages = quick ? 500 : 3000;
  const measure = async (file: string, perCommit: number): Promise<number> => {
    const side = openSide(file);
    const { ms } = await side.ask<{ ms: number }>({ messages, perCommit } satisfies QueueRequest);
    await side.close();
    return (messages * 1000) / ms;
  };
  const findings: Finding[] = [];
  for (const perCommit of [1, messages]) {
    const speed = await alternate(runs, {
      own: () => measure('own-outbox.ts', perCommit),
      plainjob: () => measure('plainjob-queue.ts', perCommit),
    });
    findings.push({
      what: `outbox rows a second ÷ plainjob jobs a second, ${perCommit === 1 ? 'each enqueued by itself' : 'enqueued in one transaction'}`,
      value: speed.own / speed.plainjob,
      goal: { atLeast: 1 },
      behind: `${speed.own.toFixed(0)}/s against ${speed.plainjob.toFixed(0)}/s`,
    });
  }
  return findings;
}
