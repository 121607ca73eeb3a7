import { prefillOf } from '../../actions/prefill.ts';
import { submitReport } from '../../actions/submit-report.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { READING_MS } from '../../domain/counted-moment.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayReceipt } from '../../wording/receipt.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayContent } from '../../wording/submit.ts';
import { SUBMIT_BUTTONS, sayMissed, sayNothingDespite } from '../../wording/submit-dialog.ts';
import { forgetPutAway } from '../kept-draft.ts';
import { versionInForce } from '../newer-version.ts';
import { ticketChoices } from '../ticket-words.ts';
import type { Turn } from '../turn.ts';
import type { DraftAt } from './draft.ts';
import { contentOf } from './draft.ts';
import { keepDraft } from './keep-draft.ts';
import { preview } from './submit-preview.ts';

/** What was said last and not read, and "nothing" against the unit's own months, is asked about once. */
export function sendAsked(turn: Turn, view: TaskView, draft: DraftAt<'confirm'>): void {
  const why = draft.isAsked ? null : whyAsked(turn, view, draft);
  if (why === null) return sendReport(turn, view, draft);
  keepDraft(turn, { ...draft, isAsked: true, missed: '' });
  const choices = [
    [turn.choice(SUBMIT_BUTTONS.send, 'send')],
    [turn.choice(SUBMIT_BUTTONS.edit, 'edit'), turn.choice(SUBMIT_BUTTONS.drop, 'drop')],
  ];
  turn.say({ text: why, choices, answer: 'pick' });
}

function whyAsked({ desk }: Turn, view: TaskView, draft: DraftAt<'confirm'>): RichText | null {
  const left = draft.missed === '' ? draft.unread : [...draft.unread, draft.missed];
  if (left.length > 0) return sayMissed(left);
  if (!draft.nothingToReport || desk.store.submissions.latestOf(view.task.id) !== null) return null;
  const prefill = prefillOf(desk, view);
  const figures = Object.values(prefill?.report?.values ?? {});
  const hasFigures = figures.some((value) => typeof value === 'number' && value > 0);
  return prefill !== null && hasFigures ? sayNothingDespite(prefill) : null;
}

/** Hands the report in as it was shown, and says so with what proves it. */
function sendReport(turn: Turn, view: TaskView, draft: DraftAt<'confirm'>): void {
  if (turn.person === null) return;
  // A colleague was quicker: theirs is not replaced unseen.
  if (versionInForce(turn.desk, view.task.id) !== draft.shownOver)
    return preview(turn, view, draft, [], { isHeld: true });
  const result = submitReport(turn.desk, { person: turn.person, at: turn.now }, turn.memberships, {
    task: view.task.id,
    report: contentOf(draft),
    via: draft.via,
    attachments: draft.attachments,
    saidAt: countsFrom(turn, view, draft),
  });
  if (!result.ok) {
    turn.finish();
    const why = sayProblem(result.problem, turn.desk.zone);
    // What was typed is shown once more: whoever reports in this unit's place can take it over.
    const typed = result.problem.problem === 'not-owed' ? sayContent(view.form, contentOf(draft)) : [];
    return turn.say(join([why, typed], '\n\n'));
  }
  turn.finish();
  forgetPutAway(turn.desk.store, turn.chat.id, view.task.id);
  const remaining = turn.desk.store.tasks.outstandingOf(view.unit.code).length;
  const choices = ticketChoices(turn, view.task.id);
  const text = sayReceipt({ ...result.value, remaining, zone: turn.desk.zone });
  turn.say(choices.length === 0 ? text : { text, choices, answer: 'pick' });
}

/**
 * A text counts from when it was said. A press does from when it came, but where the text before it was in time and it is not. What
 * the bot kept somebody waiting for a preview that came too late to be read in time is not theirs: without it their "gửi" would have
 * come in time.
 */
function countsFrom(turn: Turn, { task }: TaskView, draft: DraftAt<'confirm'>): number {
  const [own, withText] = [turn.saidAt(null), turn.saidAt(draft.saidAt)];
  if (task.timeliness !== null || own < task.cutOffAt) return own;
  if (withText < task.cutOffAt) return withText;
  const { saidAt, readAt } = draft;
  if (saidAt === null || saidAt >= task.cutOffAt || readAt === null || own < readAt) return own;
  const wasTooLate = readAt > task.cutOffAt - READING_MS;
  return wasTooLate && own - (readAt - saidAt) < task.cutOffAt ? saidAt : own;
}
