import type { FileFault, ReceivedFile } from '../actions/check-file.ts';
import type { Act, Desk } from '../actions/desk.ts';
import { parseLocal } from '../domain/local-time.ts';
import type { Problem } from '../domain/problem.ts';
import type { RoundRow } from '../store/tasks.ts';
import type { BoardAnswer, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { sayProblem } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { UndoOffer } from '../wording/undo.ts';
import { sayTime } from '../wording/when.ts';

/** Does what was posted, by the same action as the chat, or shows what would be done, or what stands in the way. */
export type BoardDeed = (desk: Desk, act: Act, posted: BoardPosted) => BoardAnswer;

/** The same with a file, or with why it is not taken; null: none was sent. */
export type BoardFileDeed = (
  desk: Desk,
  act: Act,
  posted: BoardPosted,
  file: ReceivedFile | FileFault | null,
) => BoardAnswer;

/** The first value that came under the name; empty where none did. */
export function first(posted: BoardPosted, name: string): string {
  return (posted[name]?.[0] ?? '').replaceAll('\r\n', '\n').trim();
}

export function all(posted: BoardPosted, name: string): readonly string[] {
  return posted[name] ?? [];
}

/** A number as ids are; 0 where it is none. */
export function numberIn(text: string): number {
  return /^\d{1,9}$/u.test(text) ? Number(text) : 0;
}

/** A round as it stands in addresses: `monthly/2026-11`. */
export function roundIn(text: string): Pick<RoundRow, 'obligation' | 'period'> {
  const [obligation = '', period = ''] = text.split('/');
  return { obligation, period };
}

/** What was posted under these names, to go along with the next form unseen. */
export function keepAll(posted: BoardPosted, names: readonly string[]): BoardForm['keeps'] {
  return names.flatMap((name) => all(posted, name).map((value) => [name, value] as const));
}

/** A day of the calendar field; null where it is none. */
export function dayIn(text: string, zone: string): string | null {
  return /^20\d\d-\d\d-\d\d$/u.test(text) && parseLocal(text, zone) !== null ? text : null;
}

/** A moment of the calendar field, as it leaves the browser; null where it is none. */
export function momentIn(text: string, zone: string): number | null {
  return /^20\d\d-\d\d-\d\dT\d\d:\d\d/u.test(text) ? parseLocal(text.slice(0, 16), zone) : null;
}

export function done(to: string, said: RichText, undo: UndoOffer | null = null): BoardAnswer {
  return { to, said, undo: undo === null ? null : { id: undo.id, until: sayTime(undo.until, undo.zone) } };
}

/** A page to go on with: what would be done. `why`: what stood in the way of doing it. */
export function shown(page: BoardPage, why: RichText = []): BoardAnswer {
  return why.length === 0 ? { page, isFault: false } : stopped(page, why);
}

/** The page again, with what stands in the way above it. */
export function stopped(page: BoardPage | null, why: RichText): BoardAnswer {
  const { title, blocks } = page ?? { title: '', blocks: [] };
  return { page: { title, blocks: [{ is: 'problem', text: why }, ...blocks] }, isFault: true };
}

export function refused(desk: Desk, page: BoardPage | null, problem: Problem): BoardAnswer {
  return stopped(page, sayProblem(problem, desk.zone));
}
