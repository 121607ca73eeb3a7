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

/**
 * Takes back what the person did: that offer, or (null) the last one of theirs. Judged as things stand now: not after its time, not
 * twice, not without the right to do it, not by somebody else, and not when others built on it.
 */
export function pressUndo(desk: Desk, act: Act, id: number | null): Result<RichText> {
  const { store } = desk;
  return store.transact(() => {
    const offer = id === null ? store.undos.latestOf(act.person, act.at) : store.undos.find(id);
    const undo = UNDOS.find(({ kind }) => kind === offer?.kind);
    if (offer === null || undo === undefined || offer.person !== act.person) return no({ problem: 'nothing-to-undo' });
    if (!may(desk, act.person, undo.needs)) return no({ problem: 'not-allowed' });
    if (offer.undoneAt !== null) return no({ problem: 'undone-before' });
    if (offer.until <= act.at) return no({ problem: 'too-late-to-undo' });
    const undone = undo.press(desk, act, offer.content);
    if (undone.ok) store.undos.settle(offer.id, act.at);
    return undone;
  });
}

/** What the person did last and may still take back: its number and kind; null where there is nothing. */
export function lastToUndo({ store }: Desk, { person, at }: Act): { id: number; kind: string } | null {
  const offer = store.undos.latestOf(person, at);
  return offer === null ? null : { id: offer.id, kind: offer.kind };
}
