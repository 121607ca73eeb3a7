import { bigDatabase } from './big-database.ts';
import { openSide } from './child.ts';
import { alternate, type BenchOptions, type Finding } from './figures.ts';

export interface TickRequest {
  path: string;
  /** How many tasks are due at the tick that is measured; 0 takes the median of many ticks. */
  due: number;
}

/** d: a tick of all jobs with 100,000 units' tasks beside one with 100, none due; and what a due task costs. */
export async function benchSchedulerTick({ quick }: BenchOptions): Promise<Finding[]> {
  const many = quick ? 10_000 : 100_000;
  const few = 100;
  const untouched = { [many]: bigDatabase(many), [few]: bigDatabase(few) };
  const measure = async (units: number, due: number): Promise<number> => {
    const path = (due === 0 ? untouched[units] : null) ?? bigDatabase(units);
    const side = openSide('own-ticks.ts');
    const { us } = await side.ask<{ us: number }>({ path, due } satisfies TickRequest);
    await side.close();
    return us;
  };
  const idle = await alternate(quick ? 1 : 15, { many: () => measure(many, 0), few: () => measure(few, 0) });
  const ten = await alternate(quick ? 1 : 3, { many: () => measure(many, 10), few: () => measure(few, 10) });
  const all = await alternate(1, { many: () => measure(many, many), few: () => measure(few, few) });
  return [
    {
      what: `tick with ${many} units' tasks, none due ÷ with ${few}`,
      value: idle.many / idle.few,
      goal: { atMost: 1.2 },
      behind: `${idle.many.toFixed(1)} µs against ${idle.few.toFixed(1)} µs`,
    },
    {
      what: `µs per due task, ten due of ${many}`,
      value: ten.many / 10,
      goal: null,
      behind: `ten due of ${few}: ${(ten.few / 10).toFixed(0)} µs`,
    },
    {
      what: `µs per due task, all ${many} due`,
      value: all.many / many,
      goal: null,
      behind: `all ${few} due: ${(all.few / few).toFixed(0)} µs`,
    },
  ];
}
