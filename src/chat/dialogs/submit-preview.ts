import { previousReport } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { dayOf } from '../../domain/calendar.ts';
import { doubtsAbout, validateReport } from '../../domain/validate-report.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayPartlyRead, sayPreview } from '../../wording/submit.ts';
import { SUBMIT_BUTTONS, sayWhichField } from '../../wording/submit-dialog.ts';
import type { Turn } from '../turn.ts';
import type { Draft } from './draft.ts';
import { contentOf, SUBMIT } from './draft.ts';
import { askQuestion } from './submit-questions.ts';

/** Shows what will be sent and asks whether it is right. */
export function preview(turn: Turn, view: TaskView, draft: Draft, problem: RichText = []): void {
  const report = contentOf(draft);
  // Nothing is offered for sending that would be refused: what is missing is asked for first.
  const queue = validateReport(view.form, report).map((fault) => fault.field);
  if (queue.length > 0 && view.form.fields.some((field) => field.key === queue[0])) {
    return askQuestion(turn, view, { ...draft, queue, asked: [] }, sayPartlyRead([], Object.keys(draft.values).length));
  }
  const { store } = turn.desk;
  const shownOver = store.submissions.latestOf(view.task.id)?.version ?? 0;
  turn.keep(SUBMIT, { ...draft, stage: 'confirm', shownOver, queue: [], asked: [] });
  const sent = store.attachments.ofTask(view.task.id);
  const added = draft.attachments.map((id) => store.attachments.find(id)).filter((file) => file !== null);
  const doubts = doubtsAbout(view.form, report, previousReport(turn.desk, view));
  const dropped = draft.nothingToReport ? Object.keys(draft.values).length : 0;
  const { to } = view.period.window;
  const windowEnd = dayOf(turn.now, turn.desk.zone) <= to ? to : null;
  const isCorrection = view.task.timeliness !== null;
  const isLate = view.task.timeliness === null && turn.now >= view.deadline.cutOffAt;
  turn.say({
    text: join(
      [
        problem,
        sayPreview(view, report, {
          files: [...sent, ...added],
          doubts,
          unread: draft.unread,
          dropped,
          windowEnd,
          isCorrection,
          isLate,
        }),
      ],
      '\n\n',
    ),
    choices: [
      [turn.choice(SUBMIT_BUTTONS.send, 'send')],
      [turn.choice(SUBMIT_BUTTONS.edit, 'edit'), turn.choice(SUBMIT_BUTTONS.drop, 'drop')],
    ],
    answer: 'pick',
  });
}

/** Asks which value is to be changed. */
export function askWhichField(turn: Turn, view: TaskView, draft: Draft): void {
  turn.keep(SUBMIT, { ...draft, stage: 'edit' });
  turn.say({
    text: sayWhichField(),
    choices: [
      ...view.form.fields.map((field) => [turn.choice(field.shortLabel, field.key)]),
      [turn.choice(SUBMIT_BUTTONS.toPreview, 'back')],
    ],
    answer: 'pick',
  });
}
