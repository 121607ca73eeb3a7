import { isOutstanding } from '../domain/task.ts';
import type { Recipients } from './announce.ts';
import { recipientsOf } from './announce.ts';
import type { Act, Desk } from './desk.ts';
import { audienceOf, remindPerson } from './fire-reminders.ts';
import { isReachable } from './round-status.ts';

/** Whom a nudge would reach now: the reporters of every unit that is still missing in the round. */
export function nudgePreview(desk: Desk, obligation: string, period: string, now: number): Recipients {
  return recipientsOf(desk, { to: 'missing', obligation, period }, now);
}

/** Reminds all units that are missing in the round, now; how many people it can get to. */
export function nudge(desk: Desk, act: Act, obligation: string, period: string): number {
  const { store } = desk;
  return store.transact(() => {
    const tasks = store.tasks.ofRound(obligation, period).filter((task) => isOutstanding(task.state));
    const reminded = new Set<number>();
    for (const task of tasks) {
      for (const member of audienceOf(desk, task.unit, ['liaison', 'leader'])) {
        const rule = { key: `nudge-${act.at}`, repeatIfUnknown: false };
        const isQueued = remindPerson(desk, { task, rule, member, now: act.at, kind: 'nudge' });
        if (isQueued && isReachable(desk, member.person)) reminded.add(member.person);
      }
    }
    store.audit.add(act.at, act.person, 'nudge', `${obligation}:${period}`, { people: reminded.size });
    return reminded.size;
  });
}
