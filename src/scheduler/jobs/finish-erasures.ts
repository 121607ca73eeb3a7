import { finishErasures } from '../../actions/finish-erasures.ts';
import type { Store } from '../../store/store.ts';
import type { Job } from '../job.ts';

/** What is left of people who withdrew goes as soon as their last answer has gone out. */
export function finishErasuresJob(store: Store): Job {
  return { name: 'finish-erasures', run: (now) => ({ chats: finishErasures(store, now) }) };
}
