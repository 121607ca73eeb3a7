import type { Desk } from '../../actions/desk.ts';
import { warnFloods } from '../../actions/warn-floods.ts';
import { warnQuota } from '../../actions/warn-quota.ts';
import type { Job } from '../job.ts';

/** Warns coordinators before a bot's monthly allowance runs out, and of chats that write out of all proportion. */
export function warnQuotaJob(desk: Desk): Job {
  return { name: 'warn-quota', run: (now) => ({ warned: warnQuota(desk, now), floods: warnFloods(desk, now) }) };
}
