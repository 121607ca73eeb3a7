import type { Store } from '../store/store.ts';
import { sayKeptDraft } from '../wording/submit-dialog.ts';
import { draftOf, SUBMIT } from './dialogs/draft.ts';
import { ASIDE_MS, type Turn } from './turn.ts';

/** What was put away within a day, ready to be gone on with. */
export interface Kept {
  kind: string;
  content: unknown;
  at: number;
  /** It is in hand again: once is enough. */
  drop(): void;
}

/** The report of that task that was put away in this chat; with none named what was put away last. */
export function keptIn({ desk, chat, now }: Turn, task: number | null): Kept | null {
  const { dialogs, keptDrafts } = desk.store;
  const since = now - ASIDE_MS;
  const last = dialogs.aside(chat.id, since);
  const isMeant = last !== null && (task === null || taskOf(last) === task);
  if (last !== null && isMeant)
    return { ...last, content: JSON.parse(last.content), drop: () => dialogs.dropAside(chat.id) };
  const kept = task === null ? keptDrafts.latest(chat.id, since) : keptDrafts.find(chat.id, task, since);
  if (kept === null) return null;
  const { kind, content, task: of, keptAt } = kept;
  return { kind, content: JSON.parse(content), at: keptAt, drop: () => keptDrafts.drop(chat.id, of) };
}

/** The report is in: what was typed of it before and put away in this chat would only bring back what was thrown away. */
export function forgetPutAway({ dialogs, keptDrafts }: Store, chat: number, task: number): void {
  const last = dialogs.aside(chat, 0);
  if (last !== null && taskOf(last) === task) dialogs.dropAside(chat);
  keptDrafts.drop(chat, task);
}

function taskOf({ kind, content }: { kind: string; content: string }): number | null {
  const draft = draftOf({ kind, content: JSON.parse(content) });
  return draft === null || draft.stage === 'task' ? null : draft.task;
}

/** Beside a report that is begun anew: what was typed of it before and put away, where nothing of it was sent since. */
export function offerKept(turn: Turn, task: number): void {
  const { desk } = turn;
  const inHand = draftOf(turn.unfinished());
  if (inHand === null || inHand.stage === 'task' || inHand.task !== task) return;
  const kept = keptIn(turn, task);
  const draft = kept === null || kept.kind !== SUBMIT ? null : draftOf(kept);
  if (kept === null || draft === null || draft.stage === 'task') return;
  if (kept.at < (desk.store.submissions.latestOf(task)?.receivedAt ?? 0)) return;
  const { text, choice } = sayKeptDraft({
    task,
    count: Object.keys(draft.values).length,
    at: kept.at,
    zone: desk.zone,
  });
  turn.footer(text);
  turn.offer(choice);
}
