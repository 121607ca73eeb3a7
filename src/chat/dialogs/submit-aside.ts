import type { TaskView } from '../../actions/task-view.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayDeadlineAside, sayFormAside, sayStillPreviewed, sayStillWaiting } from '../../wording/submit-aside.ts';
import { SUBMIT_BUTTONS } from '../../wording/submit-dialog.ts';
import type { Turn } from '../turn.ts';
import type { Draft, DraftAt } from './draft.ts';
import { askMove } from './submit-move.ts';
import { askWhichField, askWhichText } from './submit-preview.ts';
import { askQuestion } from './submit-questions.ts';

type InHand = Exclude<Draft, DraftAt<'task'>>;

/** Answers what is asked beside a report in one line; false where the command has to. */
export function answerAside(turn: Turn, view: TaskView, { stage }: InHand, asked: string): boolean {
  if (asked === 'han') turn.say(sayDeadlineAside(view));
  else if (asked === 'mau') turn.say(sayFormAside(stage === 'form'));
  else return false;
  return true;
}

/**
 * After a question beside it: what the report waits for, in short. The template and the preview stand above already, and their choices
 * go on being good.
 */
export function goOnWith(turn: Turn, view: TaskView, draft: InHand, problem: RichText = []): void {
  if (draft.stage === 'questions') return askQuestion(turn, view, draft, draft);
  if (draft.stage === 'edit' && draft.sentence !== null) return askWhichText(turn, view, draft, draft.sentence);
  if (draft.stage === 'move') return askMove(turn, view, draft, draft);
  if (draft.stage === 'edit') return askWhichField(turn, view, draft, [], draft.figure);
  const [guided, nothing] = [
    turn.choice(SUBMIT_BUTTONS.guided, 'guided'),
    turn.choice(SUBMIT_BUTTONS.nothing, 'nothing'),
  ];
  if (draft.stage === 'form')
    return turn.say({ text: join([problem, sayStillWaiting(view)]), choices: [[guided, nothing]], answer: 'pick' });
  const change = [turn.choice(SUBMIT_BUTTONS.edit, 'edit'), turn.choice(SUBMIT_BUTTONS.drop, 'drop')];
  const choices = [[turn.choice(SUBMIT_BUTTONS.send, 'send')], change];
  turn.say({ text: join([problem, sayStillPreviewed(view)]), choices, answer: 'pick' });
}
