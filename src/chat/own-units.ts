import { noteRefusal } from '../actions/note-access.ts';
import { isAllowed, unitsAllowing } from '../domain/access.ts';
import type { Problem } from '../domain/problem.ts';
import { unitIn } from '../understanding/name-unit.ts';
import { sayProblem } from '../wording/problems.ts';
import { findUnits, unitName, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';

/** Somebody named a unit that is not theirs, to report for it or to look at it: what is said, and noted in the audit. */
export function foreignUnit(turn: Turn, unit: string, permission: 'submit' | 'view-tasks' = 'submit'): Problem {
  const problem = permission === 'submit' ? 'not-your-unit' : 'not-yours-to-see';
  noteRefusal(turn.desk, { person: turn.person, chat: turn.chat.id, at: turn.now }, problem, `unit:${unit}`);
  const own = unitsAllowing(turn.memberships, permission).map((code) => unitName(turn, code));
  return { problem, unit: unitName(turn, unit), own };
}

/**
 * The person's own units that the words behind a command leave: all where they name none. Null when they name somebody else's,
 * which was refused then, never ignored; who watches the round may name any.
 */
export function unitsMeant(turn: Turn, words: string): string[] | null {
  const own = unitsAllowing(turn.memberships, 'view-tasks');
  if (words === '') return own;
  const named = namedIn(turn, words);
  const meant = own.filter((code) => named.includes(code));
  if (named.length === 0) return own;
  if (meant.length > 0) return meant;
  const [first = ''] = named;
  if (isAllowed(turn.memberships, 'watch-round')) return named.length === 1 ? [first] : own;
  turn.say(sayProblem(foreignUnit(turn, first, 'view-tasks'), turn.desk.zone));
  return null;
}

function namedIn(turn: Turn, words: string): string[] {
  const found = findUnits(turn, words);
  const said = found.length > 0 ? null : unitIn(words, unitsToday(turn));
  return said === null ? found.map(({ code }) => code) : [said];
}
