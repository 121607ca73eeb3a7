import { roundFigures } from '../actions/round-figures.ts';
import { roundStatus } from '../actions/round-status.ts';
import { textOf } from '../domain/compiled-round.ts';
import type { RoundRow } from '../store/tasks.ts';
import type { RoundQuestion } from '../understanding/round-question.ts';
import { join } from '../wording/rich-text.ts';
import { answerChoice, sayAnswer } from '../wording/round-answer.ts';
import { sayTexts } from '../wording/round-state.ts';
import { codesMeant, notRead, whoseMeant } from './round-scope.ts';
import type { Turn } from './turn.ts';

/** What the reports of a round tell in one of their texts, each under its unit. */
export function answerTexts(turn: Turn, question: Extract<RoundQuestion, { asks: 'texts' }>, round: RoundRow): void {
  const codes = codesMeant(turn, question, round);
  const found = roundFigures(turn.desk, round, { codes, beside: 'round' }, turn.now);
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  const field = status?.example.form.fields.find(({ key }) => key === question.field);
  if (found === null || status === null || field === undefined) return;
  const told = found.units.flatMap((unit) => {
    const text = textOf(unit, question.field);
    return text === '' ? [] : [{ name: unit.shortName, text }];
  });
  const text = sayTexts(field, { ...found, whose: whoseMeant(turn, question) }, told);
  turn.say(sayAnswer(join([notRead(question), text], '\n\n'), [answerChoice.excel(status.example)]));
}
