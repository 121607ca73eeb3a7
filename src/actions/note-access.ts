import type { Instant } from '../domain/calendar.ts';
import type { Desk } from './desk.ts';

/** One entry a person, thing and hour: enough to see who reads or tries what, and no flood of a thousand tries. */
const ONCE_MS = 3600_000;

/** Who tried or read something; `person` null: somebody who has not joined, known by the chat alone. */
export interface Reader {
  person: number | null;
  chat: number;
  at: Instant;
}

/** Notes that something was refused: what, and about what. Never what was typed. */
export function noteRefusal(desk: Desk, reader: Reader, problem: string, about: string): void {
  note(desk, reader, 'refused', `${problem} ${about}`);
}

/** Notes that somebody read a list of others' doings: the round, units and people, another unit's history, personal data. */
export function noteReading(desk: Desk, reader: Reader, list: string): void {
  note(desk, reader, 'read', list);
}

function note({ store }: Desk, { person, chat, at }: Reader, action: string, subject: string): void {
  const about = person === null ? `${subject} chat:${chat}` : subject;
  if (store.audit.hasSince(person, action, about, at - ONCE_MS)) return;
  store.audit.add(at, person, action, about);
}
