import { noteReading, noteRefusal } from '../actions/note-access.ts';
import type { Problem } from '../domain/problem.ts';
import { sayProblem } from '../wording/problems.ts';
import type { Turn } from './turn.ts';

/** Says why something is refused, and has it noted in the audit; `about`: the command or the thing, never the words typed. */
export function refuse(turn: Turn, problem: Problem, about: string): void {
  noteRefusal(turn.desk, readerOf(turn), problem.problem, about);
  turn.say(sayProblem(problem, turn.desk.zone));
}

/** Has it noted that somebody tried what is others', where the words about it are said elsewhere. */
export function noteRefused(turn: Turn, about: string): void {
  noteRefusal(turn.desk, readerOf(turn), 'not-allowed', about);
}

/** Has it noted that this list was read. */
export function noteRead(turn: Turn, list: string): void {
  noteReading(turn.desk, readerOf(turn), list);
}

function readerOf({ person, chat, now }: Turn) {
  return { person, chat: chat.id, at: now };
}
