import type { Result } from '../domain/problem.ts';
import { no } from '../domain/problem.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import { undoExtension } from './extend-deadline.ts';
import { undoCall } from './note-call.ts';
import { undoRecordCompiled } from './record-compiled.ts';
import { undoAccept, undoReturn } from './review-report.ts';
import { undoSubmitFor } from './submit-for.ts';
import type { Undo } from './undo.ts';
import { UNDO_MS } from './undo.ts';
import { undoOweAgain, undoWaive } from './waive-tasks.ts';

/** Everything that can be taken back. */
const UNDOS: readonly Omit<Undo<never>, 'offer'>[] = [
  undoExtension,
  undoWaive,
  undoOweAgain,
  undoAccept,
  undoReturn,
  undoSubmitFor,
  undoRecordCompiled,
  undoCall,
];

/**
 * Takes back what the person did: that offer, or (null) the last one of theirs; with a task, what was done about that one alone. Judged
 * as things stand now: not after its time, not twice, not without the right to do it, not by somebody else, and not when others built
 * on it.
 */
export function pressUndo(desk: Desk, act: Act, id: number | null, task: number | null = null): Result<RichText> {
  const { store } = desk;
  return store.transact(() => {
    const offer = id === null ? store.undos.latestOf(act.person, act.at) : store.undos.find(id);
    const undo = undoOfKind(offer?.kind);
    if (offer === null || undo === null || offer.person !== act.person) return no({ problem: 'nothing-to-undo' });
    if (!may(desk, act.person, undo.needs)) return no({ problem: 'not-allowed' });
    if (offer.undoneAt !== null) return no({ problem: 'undone-before' });
    if (offer.until <= act.at) return no({ problem: 'too-late-to-undo' });
    const tasks = undo.tasks(offer.content);
    if (task !== null && !tasks.includes(task)) return no({ problem: 'nothing-to-undo' });
    const others = task === null ? [] : tasks.filter((one) => one !== task);
    const isPart = task !== null && others.length > 0;
    const undone = undo.press(desk, act, isPart ? undo.only(offer.content, [task]) : offer.content);
    if (undone.ok && isPart) store.undos.keep(offer.id, undo.only(offer.content, others));
    else if (undone.ok) store.undos.settle(offer.id, act.at);
    return undone;
  });
}

/** What the person did last and may still take back, of these kinds or (null) of any: its number and kind; null where there is nothing. */
export function lastToUndo(
  { store }: Desk,
  { person, at }: Act,
  kinds: readonly string[] | null = null,
): Undoable | null {
  const offer = store.undos.openOf(person, at).find(({ kind }) => kinds === null || kinds.includes(kind));
  return offer === undefined ? null : readOffer(offer);
}

/** What the person did last, within that time, and may still take back. */
export function lastDone(desk: Desk, act: Act, within: number): Undoable | null {
  const offer = desk.store.undos.latestOf(act.person, act.at);
  return offer === null || act.at - (offer.until - UNDO_MS) > within ? null : readOffer(offer);
}

/** The offer by which what the person did about that task can be taken back. */
export function undoOf({ store }: Desk, { person, at }: Act, kind: string, task: number): Undoable | null {
  const offer = store.undos.openOf(person, at).find((one) => one.kind === kind && readOffer(one).tasks.includes(task));
  return offer === undefined ? null : readOffer(offer);
}

/** `tasks`: those it is about; of several each can be taken back alone. */
export interface Undoable {
  id: number;
  kind: string;
  tasks: readonly number[];
}

/** What the person did to reports of that unit and may still take back, the last of it; `own`: these reports. */
export function undoOfUnit({ store }: Desk, { person, at }: Act, unit: string): (Undoable & { own: number[] }) | null {
  // A call has no name of its own to be asked for by.
  const decided = store.undos.openOf(person, at).filter(({ kind }) => kind !== undoCall.kind);
  const offers = decided.map((offer) => {
    const undoable = readOffer(offer);
    return { ...undoable, own: undoable.tasks.filter((id) => store.tasks.find(id)?.unit === unit) };
  });
  return offers.find(({ own }) => own.length > 0) ?? null;
}

function readOffer({ id, kind, content }: { id: number; kind: string; content: string }): Undoable {
  return { id, kind, tasks: undoOfKind(kind)?.tasks(content) ?? [] };
}

/** Null: offered by another release, or nothing was. */
function undoOfKind(wanted: string | undefined): (typeof UNDOS)[number] | null {
  return UNDOS.find(({ kind }) => kind === wanted) ?? null;
}
