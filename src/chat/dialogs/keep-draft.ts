import type { Instant } from '../../domain/calendar.ts';
import { countedMoment, READING_MS } from '../../domain/counted-moment.ts';
import type { Turn } from '../turn.ts';
import { type Draft, draftOf, SUBMIT } from './draft.ts';

/** The report this chat is in the middle of; null when it is of none. */
export function draftInHand(turn: Turn): Draft | null {
  return draftOf(turn.unfinished());
}

/** Keeps the report where it stands; gives the moment that counts for what it says now. */
export function keepDraft(turn: Turn, draft: Draft): Instant {
  const before = draftInHand(turn);
  const isNew = before === null || wordsOf(before) !== wordsOf(draft);
  const saidAt = saidAtOf(turn, draft, { before, isNew });
  turn.keep(SUBMIT, { ...draft, saidAt, readAt: isNew ? turn.now : before.readAt });
  return saidAt;
}

/**
 * The last text or file that changed it counts; a press counts with the text before it, and one that only shows it again
 * leaves its moment alone. A text that changed nothing ("sao vậy?" at a preview) is like reading it: what was said before counts
 * for a while longer.
 */
function saidAtOf(turn: Turn, draft: Draft, { before, isNew }: { before: Draft | null; isNew: boolean }): Instant {
  const textAt = before !== null && isOfTheSame(before, draft) ? before.saidAt : null;
  const now = turn.saidAt(textAt);
  if (isNew) return now;
  return turn.isPress ? (textAt ?? now) : countedMoment(textAt, now, READING_MS);
}

/** Until it is clear which task is meant, the report has none. */
function isOfTheSame(before: Draft, draft: Draft): boolean {
  return before.stage === 'task' || draft.stage === 'task' || before.task === draft.task;
}

/** What it says, to be compared. */
function wordsOf(draft: Draft): string {
  if (draft.stage === 'task') return JSON.stringify([draft.typed, draft.attachments]);
  const { task, nothingToReport, values, attachments } = draft;
  const inOrder = Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([task, nothingToReport, inOrder, attachments]);
}
