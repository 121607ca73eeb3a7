import type { TaskView } from '../../actions/task-view.ts';
import { readReply } from '../../language/choice-word.ts';
import { asksSomething } from '../../understanding/asked.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { sayNoAnswer } from '../../wording/router.ts';
import { sayChanges } from '../../wording/submit-dialog.ts';
import type { Reply } from '../dialog.ts';
import type { Turn } from '../turn.ts';
import type { Draft, DraftAt, Gathered } from './draft.ts';
import { goOnWith } from './submit-aside.ts';
import { readTyped } from './submit-form.ts';
import { askWhichField, preview } from './submit-preview.ts';
import { askQuestion, startQuestions } from './submit-questions.ts';

export interface Step<Stage extends Draft['stage']> {
  turn: Turn;
  view: TaskView;
  draft: DraftAt<Stage>;
  reply: Reply;
}

/** The template, or the preview, stands above: why nothing was read is enough, with the choices. */
export function shortly({ turn, view, draft, reply }: Step<'form' | 'confirm'>): (problem: RichText) => void {
  return (problem) => {
    const said = readReply(reply.text);
    const isAnswer = said === 'yes' || said === 'skip';
    if (!isAnswer) turn.say(asksSomething(reply.text) ? sayNoAnswer() : problem);
    goOnWith(turn, view, draft);
  };
}

export function answerForm({ turn, view, draft, reply }: Step<'form'>): void {
  if (reply.picked && reply.text === 'guided') return startQuestions(turn, view, draft);
  if ((reply.picked && reply.text === 'nothing') || readReply(reply.text) === 'nothing')
    return preview(turn, view, { ...draft, nothingToReport: true, via: 'nothing' });
  readTyped(turn, view, draft, { text: reply.text, via: 'template', fallback: shortly({ turn, view, draft, reply }) });
}

export function answerWhichField({ turn, view, draft, reply }: Step<'edit'>): void {
  const field = view.form.fields.find((one) => reply.picked && one.key === reply.text);
  const { figure } = draft;
  if (field !== undefined && figure !== null) return takeFigure({ turn, view, draft, reply }, { [field.key]: figure });
  if (field !== undefined)
    return askQuestion(turn, view, { ...draft, nothingToReport: false }, { queue: [field.key], asked: [] });
  const said = reply.picked ? reply.text : readReply(reply.text);
  if (said === 'back' || said === 'yes') return preview(turn, view, draft);
  if (said === 'no') return askWhichField(turn, view, draft);
  const fallback = (problem: RichText): void => askWhichField(turn, view, draft, problem, figure);
  readTyped(turn, view, draft, { text: reply.text, via: 'line', isChange: true, fallback });
}

/** The figure whose field was asked for. */
function takeFigure({ turn, view, draft }: Step<'edit'>, figure: Gathered['values']): void {
  const values = { ...draft.values, ...figure };
  preview(turn, view, { ...draft, values, nothingToReport: false }, sayChanges(view.form, draft.values, values));
}
