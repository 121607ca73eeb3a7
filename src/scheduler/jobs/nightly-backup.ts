import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../actions/desk.ts';
import { finishErasures } from '../../actions/finish-erasures.ts';
import { addDays, atTime, dayOf } from '../../domain/calendar.ts';
import { BACKED_UP_AT } from '../../store/backup.ts';
import type { Job } from '../job.ts';

const AT = '02:00';
const FILE = /^bot-(\d{4}-\d{2}-\d{2})\.sqlite$/;

export interface BackupOptions {
  directory: string;
  keepDays: number;
}

/** Every night a copy that was read back and checked; older ones than `keepDays` go. A missed night is made up for. */
export function nightlyBackupJob(desk: Desk, { directory, keepDays }: BackupOptions): Job {
  return {
    name: 'nightly-backup',
    async run(now) {
      const today = dayOf(now, desk.zone);
      if (now < atTime(today, AT, desk.zone) || desk.store.facts.get('backed_up_on') === today) return {};
      finishErasures(desk.store, now);
      await desk.store.backup(join(directory, `bot-${today}.sqlite`), now);
      desk.store.facts.set('backed_up_on', today);
      desk.store.facts.set(BACKED_UP_AT, String(now));
      return { copies: 1, dropped: dropOlder(directory, addDays(today, -keepDays)) };
    },
  };
}

function dropOlder(directory: string, oldest: string): number {
  const old = readdirSync(directory).filter((file) => (FILE.exec(file)?.[1] ?? '9') < oldest);
  for (const file of old) rmSync(join(directory, file));
  return old.length;
}
