import type { Desk } from '../../actions/desk.ts';
import { noteDeafness } from '../../actions/note-deafness.ts';
import type { Clock } from '../../clock.ts';
import type { SignOfLife } from '../../store/sign-of-life.ts';
import type { Job } from '../job.ts';

/** Leaves the bot's sign of life, and writes down when it heard nobody. Asks the database for what is open, and writes only what is news. */
export function watchHearingJob(desk: Desk, life: SignOfLife, clock: Pick<Clock, 'wire'>): Job {
  return {
    name: 'watch-hearing',
    run: (now) => ({ deaf: noteDeafness(desk, { now, wire: clock.wire(), aliveAt: life.beat(now) }) }),
  };
}
