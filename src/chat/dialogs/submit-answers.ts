import { startingValues } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { readReply } from '../../language/choice-word.ts';
import { isQuestion, plainWords } from '../../language/question-form.ts';
import { fieldNames } from '../../language/report/field-names.ts';
import { soleFigure } from '../../language/report/sole-figure.ts';
import { isTalk } from '../../language/report/talk-of-text.ts';
import { beginsWithThanks, isAcknowledgement } from '../../language/small-talk.ts';
import { hasFigures } from '../../language/told/told-figures.ts';
import { saysOfEach, takesAddedUp } from '../../language/wish-words.ts';
import { fieldIn } from '../../understanding/field-in.ts';
import { mayBeTextOf } from '../../understanding/text-doubt.ts';
import { sayNothingAddedUp } from '../../wording/prefill.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { sayChanges } from '../../wording/submit-dialog.ts';
import type { Reply } from '../dialog.ts';
import type { Turn } from '../turn.ts';
import { sayUnknownInReport } from '../unknown-question.ts';
import type { Draft, DraftAt, Gathered } from './draft.ts';
import { valuesInForm } from './draft.ts';
import { keepDraft } from './keep-draft.ts';
import { deniesThis, namesThis, saysSendThis } from './says-send.ts';
import { goOnWith } from './submit-aside.ts';
import { beside } from './submit-change.ts';
import { offerForm, readTyped } from './submit-form.ts';
import { askWhichField, askWhichText, preview } from './submit-preview.ts';
import { askQuestion, startQuestions } from './submit-questions.ts';

export interface Step<Stage extends Draft['stage']> {
  turn: Turn;
  view: TaskView;
  draft: DraftAt<Stage>;
  reply: Reply;
}

/** The template, or the preview, stands above: why nothing was read is enough, with the choices. */
function shortly({ turn, view, draft, reply }: Step<'form' | 'confirm'>): (problem: RichText) => void {
  return (problem) => {
    const said = readReply(reply.text);
    const isAnswer = said === 'yes' || said === 'skip';
    if (!isAnswer && isQuestion(reply.text)) sayUnknownInReport(turn, view.form);
    else if (!isAnswer) turn.say(problem);
    goOnWith(turn, view, draft);
  };
}

/** Nothing of it could be read: it may be a text of the report, and is not passed over by the next "gửi". */
export function missing({ turn, view, draft, reply }: Step<'confirm'>): (problem: RichText) => void {
  const again = shortly({ turn, view, draft, reply });
  return (problem) => {
    if (mayBeTextOf(view.form, reply.text)) return askWhichText(turn, view, draft, reply.text.trim());
    const figure = isQuestion(reply.text) ? null : soleFigure(reply.text);
    if (figure !== null) return askWhichField(turn, view, draft, [], figure);
    if (isContent(view, reply.text) || deniesThis(turn, view, reply.text))
      keepDraft(turn, { ...draft, missed: reply.text.trim(), isAsked: false });
    again(problem);
  };
}

/** What is said beside a report holds nobody up; a figure or a field that was not read does. */
function isContent({ form }: TaskView, text: string): boolean {
  if (isQuestion(text) || readReply(text) !== null || isTalk(fieldNames(form), text)) return false;
  return hasFigures(text) || fieldIn(text, plainWords(text), [form], true) !== null;
}

export function answerForm({ turn, view, draft, reply }: Step<'form'>): void {
  if (reply.picked && reply.text === 'guided') return startQuestions(turn, view, draft);
  if (!reply.picked && namesThis(turn, view, reply.text)) return goOnWith(turn, view, draft);
  const each = reply.picked ? null : saysOfEach(reply.text);
  const isNothing = readReply(reply.text) === 'nothing' || (each !== null && readReply(each) === 'nothing');
  if ((reply.picked && reply.text === 'nothing') || isNothing)
    return preview(turn, view, { ...draft, nothingToReport: true, via: 'nothing' });
  const said = reply.picked ? null : readReply(reply.text);
  const values = valuesInForm(startingValues(turn.desk, view), draft);
  // "Gửi", "đúng hết" before a form that is filled in already means that one; what it lacks is asked for.
  const isSums = !reply.picked && takesAddedUp(reply.text);
  const isAsItIs = said === 'yes' || isSums;
  if (isSums && Object.keys(values).length === 0) return goOnWith(turn, view, draft, sayNothingAddedUp());
  if (isAsItIs && Object.keys(values).length > 0) return preview(turn, view, { ...draft, values });
  // It stands above already.
  const fallback = (problem: RichText): void =>
    turn.files.length > 0
      ? offerForm(turn, view, draft, problem)
      : shortly({ turn, view, draft, reply })(
          isAcknowledgement(reply.text) || beginsWithThanks(reply.text) ? [] : problem,
        );
  readTyped(turn, view, draft, { text: reply.text, via: 'template', fallback });
}

export function answerWhichField({ turn, view, draft, reply }: Step<'edit'>): void {
  const field = view.form.fields.find((one) => reply.picked && one.key === reply.text);
  const { figure, sentence } = draft;
  if (field !== undefined && sentence !== null) {
    const values = { ...draft.values, ...beside(draft.values, { [field.key]: sentence }) };
    return preview(
      turn,
      view,
      { ...draft, values, nothingToReport: false },
      sayChanges(view.form, draft.values, values),
    );
  }
  if (field !== undefined && figure !== null) return takeFigure({ turn, view, draft, reply }, { [field.key]: figure });
  if (field !== undefined)
    return askQuestion(turn, view, { ...draft, nothingToReport: false }, { queue: [field.key], asked: [] });
  const said = reply.picked ? reply.text : readReply(reply.text);
  const leavesOut = said === 'back' || (sentence !== null && (said === 'no' || said === 'skip'));
  if (leavesOut) return preview(turn, view, draft);
  // Whatever else is said, what was asked about is not lost with it.
  const left = sentence ?? (figure === null ? null : String(figure));
  const withLeft = left === null ? draft : { ...draft, unread: [...new Set([...draft.unread, left])] };
  if (said === 'yes' || (!reply.picked && saysSendThis(turn, view, reply.text))) return preview(turn, view, withLeft);
  if (said === 'no') return askWhichField(turn, view, draft);
  const fallback = (problem: RichText): void => {
    if (isQuestion(reply.text)) sayUnknownInReport(turn, view.form);
    if (sentence === null) return askWhichField(turn, view, draft, isQuestion(reply.text) ? [] : problem, figure);
    if (mayBeTextOf(view.form, reply.text)) return askWhichText(turn, view, withLeft, reply.text.trim());
    preview(turn, view, withLeft);
  };
  readTyped(turn, view, withLeft, { text: reply.text, via: 'line', isChange: true, fallback });
}

/** The figure whose field was asked for. */
function takeFigure({ turn, view, draft }: Step<'edit'>, figure: Gathered['values']): void {
  const values = { ...draft.values, ...figure };
  preview(turn, view, { ...draft, values, nothingToReport: false }, sayChanges(view.form, draft.values, values));
}
