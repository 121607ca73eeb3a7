import type { ReportContent, ReportForm } from '../domain/report-form.ts';
import { plainWords } from '../language/question-form.ts';
import { fieldIn } from '../understanding/side-question.ts';
import { sayNoAnswer } from '../wording/router.ts';
import { sayFieldNow } from '../wording/side-answer.ts';
import { keepQuestion } from './dialogs/ticket.ts';
import type { Turn } from './turn.ts';

/** A question that nothing here answers: an honest word, and the way to whoever can. */
export function sayUnknownQuestion(turn: Turn): void {
  turn.say(sayNoAnswer());
  offerToForward(turn);
}

/** The same in a report: what it names of it is said, as it stands. */
export function sayUnknownInReport(turn: Turn, form: ReportForm, values: ReportContent['values']): void {
  const key = fieldIn(turn.text, plainWords(turn.text), [form]);
  const field = form.fields.find((one) => one.key === key);
  if (field === undefined) return sayUnknownQuestion(turn);
  turn.say(sayFieldNow(field, values[field.key]));
}

/** Offers to have the words as they stand passed on to the coordinators. */
export function offerToForward(turn: Turn): void {
  for (const choice of keepQuestion(turn, turn.text.trim())) turn.offer(choice);
}
