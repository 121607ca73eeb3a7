import type { Desk } from '../actions/desk.ts';
import type { ReportOwner } from '../actions/report-link.ts';
import { NO_DIALOG } from '../store/dialogs.ts';
import { type Draft, draftSchema, emptyReport, type Gathered, gatheredOf, SUBMIT } from './dialogs/draft.ts';
import { forgetPutAway } from './kept-draft.ts';
import { ASIDE_MS } from './turn.ts';

type OneReport = Exclude<Draft, { stage: 'task' }>;

/** The half typed report of this chat, as the web page goes on with it: the one in hand, else the one that was set aside. */
export function readWebDraft({ store }: Desk, { chat, task }: ReportOwner, now: number): Gathered | null {
  const inHand = store.dialogs.read(chat);
  const kept = inHand === null ? null : draftOf(inHand.kind, inHand.content);
  if (kept?.task === task) return kept;
  const aside = store.dialogs.aside(chat, now - ASIDE_MS);
  const left = aside === null ? null : draftOf(aside.kind, aside.content);
  if (left?.task === task) return left;
  const put = store.keptDrafts.find(chat, task, now - ASIDE_MS);
  return put === null ? null : draftOf(put.kind, put.content);
}

/** Writes what the page holds as the chat's half typed report. What the chat was in the middle of is set aside, as by /nop. */
export function keepWebDraft(
  desk: Desk,
  owner: ReportOwner,
  typed: Pick<Gathered, 'values' | 'faulty' | 'nothingToReport'> & { from: number },
  now: number,
): void {
  const { dialogs } = desk.store;
  const before = readWebDraft(desk, owner, now);
  const inHand = dialogs.read(owner.chat);
  const isOther =
    inHand !== null && inHand.kind !== NO_DIALOG && draftOf(inHand.kind, inHand.content)?.task !== owner.task;
  if (isOther) dialogs.setAside(owner.chat, now);
  const { from, ...said } = typed;
  const report = before ?? emptyReport(owner.task, from);
  const startedFrom = Math.min(report.startedFrom, from);
  const draft = {
    ...gatheredOf(report),
    ...said,
    saidAt: now,
    readAt: now,
    startedFrom,
    via: 'web',
    unread: [],
    stage: 'form',
  };
  dialogs.write(owner.chat, SUBMIT, revisionOf(desk, owner) + 1, draft, now);
}

/** The report is in: nothing half typed of it is left in the chat. */
export function finishWebDraft(desk: Desk, owner: ReportOwner): void {
  forgetPutAway(desk.store, owner.chat, owner.task);
  const inHand = desk.store.dialogs.read(owner.chat);
  if (inHand === null || draftOf(inHand.kind, inHand.content)?.task !== owner.task) return;
  desk.store.dialogs.write(owner.chat, NO_DIALOG, revisionOf(desk, owner) + 1, null, 0);
}

/** Rises with everything that is kept in the chat: whatever was shown before is not what is there now. */
export function revisionOf({ store }: Desk, { chat }: Pick<ReportOwner, 'chat'>): number {
  return store.dialogs.read(chat)?.revision ?? 0;
}

function draftOf(kind: string, content: string): OneReport | null {
  const read = kind === SUBMIT ? draftSchema.safeParse(JSON.parse(content)) : null;
  return read?.success === true && read.data.stage !== 'task' ? read.data : null;
}
