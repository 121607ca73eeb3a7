import { roundFigures } from '../actions/round-figures.ts';
import { roundStatus } from '../actions/round-status.ts';
import type { RoundRow } from '../store/tasks.ts';
import type { RoundQuestion } from '../understanding/round-question.ts';
import { join } from '../wording/rich-text.ts';
import { answerChoice, sayAnswer, sayFigures } from '../wording/round-answer.ts';
import { sayState } from '../wording/round-state.ts';
import { codesMeant, notRead, whoseMeant } from './round-scope.ts';
import type { Turn } from './turn.ts';

/** How some of the units stand in a round: the three that add up to all of them, who is missing, and their figures where these were wanted. */
export function answerState(turn: Turn, question: Extract<RoundQuestion, { asks: 'state' }>, round: RoundRow): void {
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  if (status === null) return;
  const codes = codesMeant(turn, question, round);
  const whose = whoseMeant(turn, question);
  const units = status.units.filter(({ unit }) => codes === null || codes.includes(unit.code));
  const named = (wanted: string): string[] =>
    units.filter(({ standing }) => standing === wanted).map(({ unit }) => unit.shortName);
  const text = sayState(status.example, whose, {
    onTime: named('on_time'),
    late: named('late'),
    unsettled: named('unsettled'),
    missing: named('missing'),
    waived: named('waived'),
  });
  const figures = question.withFigures ? roundFigures(turn.desk, round, { codes, beside: 'round' }, turn.now) : null;
  const sums = figures === null || figures.counted === 0 ? [] : sayFigures({ ...figures, whose });
  turn.say(sayAnswer(join([notRead(question), text, sums], '\n\n'), [answerChoice.whole(status.example)]));
}
