import { askAboutEnded } from '../../actions/ask-about-ended.ts';
import type { Desk } from '../../actions/desk.ts';
import { openTasks } from '../../actions/open-tasks.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { Job } from '../job.ts';

/** Opens the tasks of periods that have begun. Looks once a day and plan version: nothing else can change the answer. */
export function openTasksJob(desk: Desk): Job {
  let looked = '';
  return {
    name: 'open-tasks',
    run(now) {
      const key = `${dayOf(now, desk.zone)} ${desk.store.facts.get('plan_revision') ?? ''}`;
      if (key === looked) return {};
      const counts = openTasks(desk, now);
      looked = key;
      return { ...counts, endedUnits: askAboutEnded(desk, now) };
    },
  };
}
