import type { Instant } from '../domain/calendar.ts';
import { cleanName } from '../domain/clean-name.ts';
import type { Desk } from './desk.ts';

/** Gives the person another name; answers with the name as it is kept, or null when it has no letter. */
export function renamePerson({ store }: Desk, person: number, name: string, now: Instant): string | null {
  const clean = cleanName(name);
  if (clean === null) return null;
  store.transact(() => {
    store.people.rename(person, clean);
    store.audit.add(now, person, 'rename', `person:${person}`);
  });
  return clean;
}

/** Reminders go to the person's chat on this channel first. */
export function preferChannel({ store }: Desk, person: number, channel: string, now: Instant): void {
  store.transact(() => {
    store.people.prefer(person, channel);
    store.audit.add(now, person, 'prefer', channel);
  });
}
