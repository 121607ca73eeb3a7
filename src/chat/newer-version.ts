import type { Desk } from '../actions/desk.ts';
import type { TaskView } from '../actions/task-view.ts';
import { changesBetween } from '../domain/report-changes.ts';
import type { NewerVersion } from '../wording/newer-version.ts';
import { contentOf, type Gathered } from './dialogs/draft.ts';

/**
 * The version that this draft would replace without its author having started from it, or that is somebody else's: it is shown
 * before anything is replaced, in chat and on the web. Null where there is none.
 */
export function newerVersion(
  { store }: Desk,
  view: TaskView,
  draft: Gathered,
  { person, isHeld }: { person: number | null; isHeld: boolean },
): NewerVersion | null {
  const latest = store.submissions.latestOf(view.task.id);
  if (latest === null) return null;
  const isOwn = latest.person === person;
  if (isOwn && latest.version <= draft.startedFrom && !isHeld) return null;
  const after = contentOf(draft);
  return {
    version: latest.version,
    receivedAt: latest.receivedAt,
    sender: isOwn ? null : (store.people.find(latest.person)?.name ?? ''),
    before: latest.report,
    after,
    changes: changesBetween(view.form, latest.report, after),
    isHeld,
  };
}

/** What was in force when a form is handed out now; 0: nothing. */
export function versionInForce({ store }: Desk, task: number): number {
  return store.submissions.latestOf(task)?.version ?? 0;
}
