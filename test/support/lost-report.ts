import type { Bench, Member } from './bot-bench.ts';

/** As if the newest version of a report ("HBG 2026-11") had come after the moment a database was restored to. */
export function loseReport(bench: Bench, report: string): void {
  const [unit = '', period = ''] = report.split(' ');
  const { store } = bench;
  const task = bench.task(unit, period);
  const latest = store.submissions.latestOf(task.id);
  if (latest === null) throw new Error(`${report} has no version to lose`);
  store.submissions.takeBack(latest.id);
  if (store.submissions.latestOf(task.id) !== null) return;
  store.taskDecisions.unstamp(task.id);
  store.tasks.move(task.id, 'take-back', null);
}

/** Restores the database to that moment, without these reports ("HBG 2026-11, HCG 2026-11"). */
export async function restoreLosing(bench: Bench, upTo: number, lost = ''): Promise<void> {
  for (const report of lost.split(', ').filter(Boolean)) loseReport(bench, report);
  await bench.restore(upTo);
}

/** `biên-nhận-An`: the receipt An got last; `mã-biên-nhận-An`: its code. Null: the key is of something else. */
export function receiptFor(key: string, who: (name: string) => Member): string | null {
  const [, isCode, name = ''] = /^(mã-)?biên-nhận-(.+)$/u.exec(key) ?? [];
  if (name === '') return null;
  const { channel, chat } = who(name);
  const text = channel.textsTo(chat).findLast((one) => one.includes('Mã biên nhận: ')) ?? '';
  return isCode === undefined ? text : (/Mã biên nhận: (\S+)/u.exec(text)?.[1] ?? '');
}
