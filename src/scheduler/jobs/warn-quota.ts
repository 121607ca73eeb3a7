import type { Desk } from '../../actions/desk.ts';
import { warnQuota } from '../../actions/warn-quota.ts';
import type { Job } from '../job.ts';

/** Warns coordinators before a bot's monthly allowance runs out. */
export function warnQuotaJob(desk: Desk): Job {
  return { name: 'warn-quota', run: (now) => ({ warned: warnQuota(desk, now) }) };
}
