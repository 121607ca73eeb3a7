import type { Desk } from '../actions/desk.ts';
import { prefillOf } from '../actions/prefill.ts';
import type { TaskView } from '../actions/task-view.ts';
import { sayPrefill } from '../wording/prefill.ts';
import { sayInForce } from '../wording/report-page.ts';
import { sayAfterDeadline } from '../wording/restored.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayContent } from '../wording/submit.ts';

/** A remark above the form; `more` can be opened. */
export interface PageNote {
  text: RichText;
  more: RichText | null;
}

/** Said before anything is typed, and again with what would be sent. */
export function lateOn(view: TaskView, now: number): PageNote[] {
  const isLate = view.task.timeliness === null && now >= view.deadline.cutOffAt;
  return isLate ? [{ text: sayAfterDeadline(view), more: null }] : [];
}

/** What the chat says beside its template: a version that is there already, or the sums the form begins with. */
export function notesOn(desk: Desk, view: TaskView): PageNote[] {
  const latest = desk.store.submissions.latestOf(view.task.id);
  if (latest !== null) {
    const sender = desk.store.people.find(latest.person)?.name ?? '';
    return [{ text: sayInForce({ ...latest, sender, zone: desk.zone }), more: sayContent(view.form, latest.report) }];
  }
  const prefill = prefillOf(desk, view);
  return prefill === null ? [] : [{ text: sayPrefill(prefill), more: null }];
}
