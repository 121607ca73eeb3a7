import type { Desk } from '../../actions/desk.ts';
import { awaiting } from '../../actions/pass-on.ts';
import { carriedOver, previousReport } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { unitOfTask } from '../../actions/task-view.ts';
import type { Instant } from '../../domain/calendar.ts';
import { dayOf } from '../../domain/calendar.ts';
import { doubtsAbout, validateReport } from '../../domain/validate-report.ts';
import { sayNewerVersion } from '../../wording/newer-version.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayPartlyRead, sayPreview } from '../../wording/submit.ts';
import {
  SUBMIT_BUTTONS,
  sayLeftOut,
  sayOfWhichField,
  sayOfWhichText,
  sayWhichField,
} from '../../wording/submit-dialog.ts';
import { newerVersion, versionInForce } from '../newer-version.ts';
import type { Turn } from '../turn.ts';
import type { Gathered } from './draft.ts';
import { contentOf, faultyOf, gatheredOf } from './draft.ts';
import { keepDraft } from './keep-draft.ts';
import { askQuestion, stepsFor } from './submit-questions.ts';

/** Shows what will be sent and asks whether it is right. */
export function preview(
  turn: Turn,
  view: TaskView,
  draft: Gathered,
  problem: RichText = [],
  { isHeld } = { isHeld: false },
): void {
  const report = contentOf(draft);
  // Nothing is offered for sending that would be refused: what is missing is asked for first.
  const faulty = validateReport(view.form, report).map((fault) => fault.field);
  const steps = stepsFor(faulty.filter((key) => view.form.fields.some((field) => field.key === key)));
  if (steps !== null)
    return askQuestion(turn, view, draft, steps, {
      text: join(
        [problem, sayPartlyRead(view.form, draft.values, { carried: carriedOver(turn.desk, view, draft) })],
        '\n\n',
      ),
    });
  const shownOver = versionInForce(turn.desk, view.task.id);
  const newer = newerVersion(turn.desk, view, draft, { person: turn.person, isHeld });
  const warning = newer === null ? [] : sayNewerVersion(newer, turn.desk.zone);
  const saidAt = keepDraft(turn, { ...gatheredOf(draft), stage: 'confirm', shownOver, isAsked: false, missed: '' });
  turn.say({
    text: join([problem, warning, previewText(turn.desk, view, draft, saidAt)], '\n\n'),
    choices: [
      [turn.choice(SUBMIT_BUTTONS.send, 'send')],
      [turn.choice(SUBMIT_BUTTONS.edit, 'edit'), turn.choice(SUBMIT_BUTTONS.drop, 'drop')],
    ],
    answer: 'pick',
  });
}

/** What will be sent, with what is worth a second look: the same in chat and on the web. It would count from `saidAt`. */
export function previewText(desk: Desk, view: TaskView, draft: Gathered, saidAt: Instant): RichText {
  const { store } = desk;
  const report = contentOf(draft);
  const sent = store.attachments.ofTask(view.task.id);
  const added = draft.attachments.map((id) => store.attachments.find(id)).filter((file) => file !== null);
  const doubts = doubtsAbout(view.form, report, previousReport(desk, view));
  const standing = store.submissions.latestOf(view.task.id)?.report.values ?? {};
  const leftOut = draft.nothingToReport ? sayLeftOut(view.form, Object.keys(draft.values).length, standing) : [];
  const { to } = view.period.window;
  const windowEnd = dayOf(saidAt, desk.zone) <= to ? to : null;
  const isCorrection = view.task.timeliness !== null;
  const isLate = view.task.timeliness === null && saidAt >= view.deadline.cutOffAt;
  return sayPreview(view, report, {
    files: [...sent, ...added],
    doubts,
    carried: carriedOver(desk, view, report),
    formers: awaiting(desk, view.task).map((former) => unitOfTask(desk, former)),
    unread: [...draft.unread, ...faultyOf(draft)],
    leftOut,
    windowEnd,
    isCorrection,
    isLate,
  });
}

/** Asks which value is to be changed, or is that figure. */
export function askWhichField(
  turn: Turn,
  view: TaskView,
  draft: Gathered,
  problem: RichText = [],
  figure: number | null = null,
): void {
  keepDraft(turn, { ...gatheredOf(draft), stage: 'edit', figure, sentence: null });
  const fields = view.form.fields.filter(({ kind }) => figure === null || kind !== 'text');
  turn.say({
    text: join([problem, figure === null ? sayWhichField() : sayOfWhichField(figure)], '\n\n'),
    choices: [
      ...fields.map((field) => [turn.choice(field.shortLabel, field.key, { words: [field.key, ...field.aliases] })]),
      [turn.choice(SUBMIT_BUTTONS.toPreview, 'back')],
    ],
    answer: 'pick',
  });
}

/** A shorter one holds a number or a name. */
const LONG_TEXT = 500;

/** A sentence that names no field: it may be one of the texts, and is never put there unasked. */
export function askWhichText(turn: Turn, view: TaskView, draft: Gathered, sentence: string): void {
  keepDraft(turn, { ...gatheredOf(draft), stage: 'edit', figure: null, sentence });
  const fields = view.form.fields.filter(
    ({ kind, maxLength }) => kind === 'text' && (maxLength ?? LONG_TEXT) >= LONG_TEXT,
  );
  turn.say({
    text: sayOfWhichText(sentence),
    choices: [
      ...fields.map((field) => [turn.choice(field.shortLabel, field.key, { words: [field.key, ...field.aliases] })]),
      [turn.choice(SUBMIT_BUTTONS.leaveOut, 'back')],
    ],
    answer: 'pick',
  });
}
