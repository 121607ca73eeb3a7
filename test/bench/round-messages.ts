import { join } from 'node:path';
import { submitReport } from '../../src/actions/submit-report.ts';
import { createRehearsalClock } from '../../src/clock.ts';
import { addWorkingDays, atTime, dayOf } from '../../src/domain/calendar.ts';
import { deadlineOf } from '../../src/domain/deadline.ts';
import { periodOf } from '../../src/domain/period.ts';
import { openStore } from '../../src/store/store.ts';
import type { Finding } from './figures.ts';
import { acceptingChannel, buildBot, populate, realPlan, scratchFolder, ZONE } from './scene.ts';

const HOUR_MS = 3600_000;

/** f: what a unit hears of the bot's own accord in a monthly round when everyone submits two working days before the last good day. */
export async function benchRoundMessages(): Promise<Finding[]> {
  const plan = realPlan();
  const obligation = plan.obligations.find((one) => one.frequency === 'monthly');
  const period = obligation === undefined ? null : periodOf(obligation, '2027-03');
  if (obligation === undefined || period === null) throw new Error('the plan has no monthly report for 2027-03');
  const deadline = deadlineOf(obligation, period, plan.calendar);
  const submitDay = addWorkingDays(plan.calendar, deadline.lastGoodDay, -2);
  const until = deadline.cutOffAt + 14 * 24 * HOUR_MS;

  const store = openStore(join(scratchFolder(), 'bot.sqlite'));
  const begin = atTime(period.opensOn, '00:00', ZONE) + HOUR_MS;
  const units = plan.units.filter((unit) => !unit.compiles && unit.validTo === null);
  populate(store, plan, { count: units.length, channel: 'web', at: begin });
  const clock = createRehearsalClock(begin, 0);
  let sent = 0;
  const bot = buildBot(
    store,
    acceptingChannel('web', () => {
      sent += 1;
    }),
    clock,
  );
  bot.dispatcher.start();
  let submitted = 0;
  let inRound = 0;
  for (let now = begin; now < until; now += HOUR_MS / 2) {
    clock.moveTo(now);
    for (const job of bot.jobs) await job.run(now);
    store.outbox.releasePutOff();
    bot.dispatcher.wake();
    await bot.dispatcher.whenIdle();
    if (submitted === 0 && now >= atTime(submitDay, '10:00', ZONE)) submitted = submitAll(now);
    // Later rounds have messages of their own.
    if (dayOf(now, ZONE) <= addWorkingDays(plan.calendar, deadline.lastGoodDay, 5)) inRound = sent;
  }
  await bot.dispatcher.stop();
  store.close();
  return [
    {
      what: 'messages a unit gets unasked in a monthly round',
      value: inRound / submitted,
      goal: { atMost: 2 },
      behind: `${inRound} messages, ${submitted} units, round ${period.key}, reports on ${submitDay}`,
    },
  ];

  function submitAll(at: number): number {
    let count = 0;
    for (const chat of store.chats.onChannel('web')) {
      if (chat.person === null) continue;
      const memberships = store.people.memberships(chat.person);
      const unit = memberships[0]?.unit ?? '';
      const task = store.tasks.findByKey(unit, 'thang', '2027-03');
      if (task === null) continue;
      const report = { nothingToReport: true, values: {} };
      const input = { task: task.id, report, via: 'nothing', attachments: [] } as const;
      const done = submitReport(bot.desk, { person: chat.person, at }, memberships, input as never);
      if (!done.ok) throw new Error(`a report was refused: ${JSON.stringify(done.problem)}`);
      count += 1;
    }
    return count;
  }
}
