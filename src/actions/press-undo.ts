import type { Result } from '../domain/problem.ts';
import { no } from '../domain/problem.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import { undoExtension } from './extend-deadline.ts';
import { undoRecordCompiled } from './record-compiled.ts';
import { undoAccept, undoReturn } from './review-report.ts';
import { undoSubmitFor } from './submit-for.ts';
import type { Undo } from './undo.ts';
import { undoOweAgain, undoWaive } from './waive-tasks.ts';

/** Everything that can be taken back. */
const UNDOS: readonly Pick<Undo<never>, 'kind' | 'needs' | 'press'>[] = [
  undoExtension,
  undoWaive,
  undoOweAgain,
  undoAccept,
  undoReturn,
  undoSubmitFor,
  undoRecordCompiled,
];

/** What was done about several tasks keeps a row for each: one of them can be taken back alone. */
function rowsIn(content: string): { id: number }[] {
  const rows: unknown = JSON.parse(content);
  return Array.isArray(rows) ? rows.filter((row): row is { id: number } => typeof row?.id === 'number') : [];
}

/**
 * Takes back what the person did: that offer, or (null) the last one of theirs; with a task, what was done about that one alone. Judged
 * as things stand now: not after its time, not twice, not without the right to do it, not by somebody else, and not when others built
 * on it.
 */
export function pressUndo(desk: Desk, act: Act, id: number | null, task: number | null = null): Result<RichText> {
  const { store } = desk;
  return store.transact(() => {
    const offer = id === null ? store.undos.latestOf(act.person, act.at) : store.undos.find(id);
    const undo = UNDOS.find(({ kind }) => kind === offer?.kind);
    if (offer === null || undo === undefined || offer.person !== act.person) return no({ problem: 'nothing-to-undo' });
    if (!may(desk, act.person, undo.needs)) return no({ problem: 'not-allowed' });
    if (offer.undoneAt !== null) return no({ problem: 'undone-before' });
    if (offer.until <= act.at) return no({ problem: 'too-late-to-undo' });
    const rows = task === null ? [] : rowsIn(offer.content);
    const part = rows.filter((row) => row.id === task);
    if (task !== null && part.length === 0) return no({ problem: 'nothing-to-undo' });
    const isPart = task !== null && part.length < rows.length;
    const undone = undo.press(desk, act, isPart ? JSON.stringify(part) : offer.content);
    if (undone.ok && isPart)
      store.undos.keep(
        offer.id,
        rows.filter((row) => row.id !== task),
      );
    else if (undone.ok) store.undos.settle(offer.id, act.at);
    return undone;
  });
}

/** What the person did last and may still take back: its number and kind; null where there is nothing. */
export function lastToUndo({ store }: Desk, { person, at }: Act): Undoable | null {
  const offer = store.undos.latestOf(person, at);
  return offer === null ? null : readOffer(offer);
}

/** The offer by which what the person did about that task can be taken back. */
export function undoOf({ store }: Desk, { person, at }: Act, kind: string, task: number): Undoable | null {
  const offer = store.undos.openOf(person, at).find((one) => one.kind === kind && readOffer(one).tasks.includes(task));
  return offer === undefined ? null : readOffer(offer);
}

/** `tasks`: those it is about, where it is about several that can be taken back one by one. */
export interface Undoable {
  id: number;
  kind: string;
  tasks: readonly number[];
}

/** What the person did to reports of that unit and may still take back: the last of it. */
export function undoOfUnit({ store }: Desk, { person, at }: Act, unit: string): Undoable | null {
  const offers = store.undos.openOf(person, at).map(readOffer);
  return offers.find(({ tasks }) => tasks.some((id) => store.tasks.find(id)?.unit === unit)) ?? null;
}

function readOffer({ id, kind, content }: { id: number; kind: string; content: string }): Undoable {
  const stored = JSON.parse(content);
  // A return keeps the task's number itself; of a compiled report that number is none of a task.
  const one: unknown = kind === 'return' ? stored?.id : stored?.task?.id;
  return { id, kind, tasks: typeof one === 'number' ? [one] : rowsIn(content).map((row) => row.id) };
}
