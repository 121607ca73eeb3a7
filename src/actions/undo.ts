import type { Permission } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { UndoOffer } from '../wording/undo.ts';
import type { Act, Desk } from './desk.ts';

/** How long what was done can be taken back. */
export const UNDO_MS = 30 * 60_000;

export interface UndoParts<Content> {
  /** Names it in the database; never to be used again for anything else. */
  kind: string;
  /** What it takes to do it, asked again at the press: whoever lost the right takes nothing back. */
  needs: Permission;
  /**
   * Takes it back, or says why not: `built-on` where others went on from it. Runs in a transaction; tells those who were
   * told, writes its own line of the audit, and says what was undone.
   */
  undo(desk: Desk, act: Act, content: Content): Result<RichText>;
  /** The tasks it is about; none where it is about something else. */
  tasks(content: Content): readonly number[];
  /** Of what was done about several tasks the part about these; absent where it is about one at most. */
  only?(content: Content, tasks: readonly number[]): Content;
}

/** What was done about several tasks keeps a row for each: one of them can be taken back alone. */
export const ROW_BY_TASK = {
  tasks: (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id),
  only: <Row extends { id: number }>(rows: readonly Row[], tasks: readonly number[]): Row[] =>
    rows.filter(({ id }) => tasks.includes(id)),
};

/** Something that can be taken back. */
export interface Undo<Content> {
  kind: string;
  needs: Permission;
  /** Offers it to whoever did it, in the transaction in which it is done; `withUndo` of wording puts it under the answer. */
  offer(desk: Desk, act: Act, content: Content): UndoOffer;
  /** `stored`: the content as it was offered, JSON. */
  press(desk: Desk, act: Act, stored: string): Result<RichText>;
  /** The tasks that what is stored is about. */
  tasks(stored: string): readonly number[];
  /** The part of what is stored that is about these tasks. */
  only(stored: string, tasks: readonly number[]): string;
}

/** Makes an undo of its parts. It works once it stands in the list of `press-undo.ts`. */
export function defineUndo<Content>({ kind, needs, undo, tasks, only }: UndoParts<Content>): Undo<Content> {
  const read = (stored: string): Content => JSON.parse(stored);
  return {
    kind,
    needs,
    offer(desk, act, content) {
      const until: Instant = act.at + UNDO_MS;
      return { id: desk.store.undos.add(act.person, kind, content, until), until, zone: desk.zone };
    },
    press: (desk, act, stored) => undo(desk, act, read(stored)),
    tasks: (stored) => tasks(read(stored)),
    only: (stored, which) => (only === undefined ? stored : JSON.stringify(only(read(stored), which))),
  };
}
