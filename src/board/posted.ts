import type { FileFault, ReceivedFile } from '../actions/check-file.ts';
import type { Act, Desk } from '../actions/desk.ts';
import { parseLocal } from '../domain/local-time.ts';
import type { Problem } from '../domain/problem.ts';
import type { BoardAnswer, BoardField, BoardPage, BoardPosted } from '../wording/board-page.ts';
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

/** The page again, with what stands in the way above it. */
export function stopped(page: BoardPage | null, why: RichText): BoardAnswer {
  const { title, blocks } = page ?? { title: '', blocks: [] };
  return { page: { title, blocks: [{ is: 'problem', text: why }, ...blocks] }, isFault: true };
}

export function refused(desk: Desk, page: BoardPage | null, problem: Problem): BoardAnswer {
  return stopped(page, sayProblem(problem, desk.zone));
}

/** The number and symbol of a document of the office. */
export function documentField(words: { document: string; documentHint: string }, typed: BoardPosted): BoardField {
  const { document: label, documentHint: hint } = words;
  return { name: 'document', label, hint, kind: 'line', value: [first(typed, 'document')], required: true };
}

/** Single units, folded away until they are wanted. */
export function unitsField(
  words: { units: string; unitsHint: string; openUnits: string },
  typed: BoardPosted,
  units: readonly { code: string; shortName: string }[],
): BoardField {
  return {
    name: 'units',
    label: words.units,
    hint: words.unitsHint,
    opens: words.openUnits,
    kind: 'any',
    value: all(typed, 'units'),
    options: units.map(({ code, shortName }) => ({ value: code, label: shortName })),
  };
}
