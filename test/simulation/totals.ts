import type { Journal } from './journal.ts';
import type { Machine } from './machine.ts';
import { periodIn } from './said-round.ts';

const HEADS = { onTime: '✅ Đúng hạn: ', late: '🔶 Nộp muộn: ', missing: '⬜ Chưa nộp: ' } as const;

/** I11: what a coordinator sees of a round adds up, and is about every unit that owes in it, each once. */
export function readTotals(text: string, journal: Journal, machine: Machine): void {
  const number = (head: string): number => Number(new RegExp(`${head}(\\d+)`, 'u').exec(text)?.[1] ?? Number.NaN);
  const [onTime, late, missing] = [number(HEADS.onTime), number(HEADS.late), number(HEADS.missing)];
  const [, all = '', waived = '0'] = /Cộng: (\d+) đơn vị(?: \(ngoài ra miễn (\d+)\))?/u.exec(text) ?? [];
  journal.count('totals read');
  if (onTime + late + missing !== Number(all))
    journal.breach('I11 totals add up', `${onTime} + ${late} + ${missing} is not ${all}`);
  const period = periodIn(text);
  const tasks = machine
    .eye()
    .allTasks()
    .filter((task) => task.period === period);
  const asked = tasks.filter((task) => task.state_reason !== 'not-owed').length;
  // A report of a unit that ended counts until its successor's comes, which may have been since this was said.
  const gaveWay = tasks.filter((task) => task.state_reason === 'not-owed' && task.first_valid_at !== null).length;
  const said = Number(all) + Number(waived);
  if (said < asked || said > asked + gaveWay)
    journal.breach('I11 totals add up', `${period}: ${all} and ${waived} waived are not ${asked} tasks`);
  if (new Set(tasks.map(({ unit }) => unit)).size !== tasks.length)
    journal.breach('I11 totals add up', `${period}: a unit is counted twice`);
}
