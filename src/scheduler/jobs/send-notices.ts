import type { Desk } from '../../actions/desk.ts';
import { sumUpNotices } from '../../actions/notice-result.ts';
import { sendDueNotices } from '../../actions/send-notice.ts';
import type { Job } from '../job.ts';

/** Sends the notices whose time has come, and tells authors how theirs ended. */
export function sendNoticesJob(desk: Desk): Job {
  return { name: 'send-notices', run: (now) => ({ sent: sendDueNotices(desk, now), ended: sumUpNotices(desk, now) }) };
}
