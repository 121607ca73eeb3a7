import type { Day } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { RoundRow } from '../store/tasks.ts';
import { sayCompiledTakenBack } from '../wording/compiled-report.ts';
import type { UndoOffer } from '../wording/undo.ts';
import type { CompiledView } from './compiled-report.ts';
import { isSendingDay, viewCompiled } from './compiled-report.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import { defineUndo } from './undo.ts';

export interface SentCompiled extends Pick<RoundRow, 'obligation' | 'period'> {
  /** Number and symbol of the document. */
  document: string;
  sentOn: Day;
  /** The record that stood when this was confirmed; 0 = none. */
  over: number;
}

/**
 * Records that the compiled report was handed on, with the document's number and day as its receipt: nobody is reminded of it any
 * more. A record that somebody else made meanwhile is never replaced unseen.
 */
export function recordCompiled(
  desk: Desk,
  { person, at }: Act,
  { over, ...sent }: SentCompiled,
): Result<{ view: CompiledView; undo: UndoOffer }> {
  const { store } = desk;
  if (!may(desk, person, 'export')) return no({ problem: 'not-allowed' });
  const view = viewCompiled(desk, sent);
  if (view === null) return no({ problem: 'no-round', typed: sent.period });
  if (!isSendingDay(desk, view, sent.sentOn, at)) return no({ problem: 'sent-day-odd' });
  if ((view.sent?.id ?? 0) !== over && view.sent !== null)
    return no({
      problem: 'decided-already',
      by: view.sent.by,
      answer: view.sent.document,
      at: view.sent.recordedAt,
    });
  return store.transact(() => {
    const unit = store.units.compiler(view.deadline.lastGoodDay)?.code ?? 'TH';
    const receipt = newReceipt(desk, `${unit}-${sent.period}`);
    const id = store.compiledReports.add({ ...sent, receipt, recordedBy: person, recordedAt: at });
    const { obligation, period, document, sentOn } = sent;
    store.audit.add(at, person, 'send-compiled', `round:${obligation}/${period}`, { document, sentOn, receipt });
    const undo = undoRecordCompiled.offer(desk, { person, at }, { id, obligation, period });
    return ok({ view: viewCompiled(desk, sent) ?? view, undo });
  });
}

const RECEIPT_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** `SKHCN-2026-11-7KQ2`: readable aloud. It carries no seal, since number and day of the document prove more. */
function newReceipt({ store, random }: Desk, begins: string): string {
  for (;;) {
    const letters = [...random.bytes(4)].map((byte) => RECEIPT_LETTERS[byte % RECEIPT_LETTERS.length]).join('');
    const receipt = `${begins}-${letters}`;
    if (!store.compiledReports.isReceiptTaken(receipt)) return receipt;
  }
}

export const undoRecordCompiled = defineUndo<{ id: number; obligation: string; period: string }>({
  kind: 'send-compiled',
  needs: 'export',
  tasks: () => [],
  undo(desk, act, { id, obligation, period }) {
    const { store } = desk;
    const stands = store.compiledReports.standing({ obligation, period });
    const isOurs = stands?.id === id && store.compiledReports.takeBack(id, act.at);
    if (stands === null || !isOurs) return no({ problem: 'built-on' });
    const { document, receipt } = stands;
    store.audit.add(act.at, act.person, 'undo-send-compiled', `round:${obligation}/${period}`, { document, receipt });
    const view = viewCompiled(desk, { obligation, period });
    return view === null ? no({ problem: 'built-on' }) : ok(sayCompiledTakenBack(view, document));
  },
});
