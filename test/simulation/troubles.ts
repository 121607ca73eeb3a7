import type { Journal } from './journal.ts';
import type { Machine } from './machine.ts';
import type { Dice } from './seeded-random.ts';
import type { Timeline } from './timeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONE_MS = 7 * HOUR;

export interface TroubleParts {
  machine: Machine;
  timeline: Timeline;
  journal: Journal;
  dice: Dice;
  start: number;
  end: number;
  /** Puts last night's backup in the database's place. */
  restore(): void;
}

/** How often in a year something happens to the machine. */
const A_YEAR = {
  outage: 5,
  longOutage: 1,
  sleep: 6,
  clockAhead: 3,
  clockBack: 3,
  botClock: 2,
  fullDisk: 5,
  killed: 30,
  restore: 0.5,
} as const;

/** Plans everything that goes wrong with the machine; returns when backups will be restored. */
export function planTroubles({ machine, timeline, journal, dice, start, end, restore }: TroubleParts): {
  restores: number[];
} {
  const restores: number[] = [];
  const acts: Readonly<Record<keyof typeof A_YEAR, () => void>> = {
    outage: () => machine.powerOff(MINUTE + dice.spread(3 * HOUR)),
    longOutage: () => machine.powerOff(dice.between(1, 5) * DAY),
    sleep: () => machine.sleep(MINUTE + dice.spread(9 * HOUR)),
    clockAhead: () => machine.jump(MINUTE + dice.spread(8 * HOUR), MINUTE + dice.spread(3 * HOUR), 'machine'),
    clockBack: () => machine.jump(-MINUTE - dice.spread(8 * HOUR), MINUTE + dice.spread(3 * HOUR), 'machine'),
    botClock: () =>
      machine.jump(dice.chance(0.5) ? dice.spread(DAY) : -dice.spread(5 * HOUR), dice.spread(2 * HOUR), 'bot'),
    fullDisk: () => machine.fillDisk(MINUTE + dice.spread(HOUR)),
    killed: () => machine.die('for no reason'),
    restore,
  };
  for (const [name, times] of Object.entries(A_YEAR) as [keyof typeof A_YEAR, number][]) {
    const mean = (365 * DAY) / times;
    for (let at = start + dice.spread(mean); at < end; at += MINUTE + dice.spread(mean)) {
      if (name === 'restore') restores.push(at);
      timeline.at(
        at,
        () => {
          journal.count(`machine: ${name}`);
          journal.note(`machine: ${name}`);
          acts[name]();
        },
        true,
      );
    }
  }
  planDarkCutOffs({ machine, timeline, journal, dice: dice.fork('dark cut-offs'), start, end });
  return { restores };
}

/** Every other month the power is off over the cut-off of the monthly report: what is said meanwhile waits at the platforms. */
function planDarkCutOffs({ machine, timeline, journal, dice, start, end }: Omit<TroubleParts, 'restore'>): void {
  for (let day = start; day < end; day += DAY) {
    const midnight = Date.parse(`${new Date(day + ZONE_MS).toISOString().slice(0, 10)}T00:00:00+07:00`);
    if (new Date(midnight + ZONE_MS).getUTCDate() !== 18 || midnight <= start || !dice.chance(0.5)) continue;
    const before = dice.between(1, 20) * MINUTE;
    timeline.at(
      midnight - before,
      () => {
        journal.count('machine: off over a cut-off');
        machine.powerOff(before + dice.between(1, 30) * MINUTE);
      },
      true,
    );
  }
}
