import type { TaskView } from '../../actions/task-view.ts';
import { readChange } from '../../language/change/correction.ts';
import { withoutThisOne } from '../../language/change/other-report.ts';
import { isQuestion } from '../../language/question-form.ts';
import { speaksOfBefore } from '../../language/report/contradicted-figures.ts';
import { beginsWithYear, periodClauses } from '../../language/time/period-clauses.ts';
import { periodsIn } from '../../language/time/period-word.ts';
import { hasFigures } from '../../language/told/told-figures.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';

const LONGEST = 300;

/**
 * What of a message for this report is of another period ("không phát sinh, nhưng năm thì có 3 hội nghị"), with all that follows it: it is named as not
 * written, and never read into this one. Where nothing is left for this report, nothing is taken away.
 */
export function partsOfOthers(turn: Turn, view: TaskView, text: string): { own: string; others: string[] } {
  const all = { own: text, others: [] };
  if (text.length > LONGEST || isQuestion(text) || speaksOfBefore(text)) return all;
  let isOther = false;
  const marked = clausesOfPeriods(turn, view, text).map(({ clause, periods }) => {
    if (periods.length > 0) isOther = hasFigures(clause) && !periods.includes(view.period.key);
    return { clause, isOther };
  });
  const others = marked.flatMap((one) => (one.isOther ? [one.clause] : []));
  const own = marked.flatMap((one) => (one.isOther ? [] : [one.clause])).join(' ');
  if (others.length === 0 || own === '') return all;
  // "Năm nay hội nghị 50 tháng này 4": the field stands with the other figure, and the whole was read as this month's 4.
  const isBare = Object.keys(readChange(view.form, own).values).length === 0;
  return { own: isBare && onlyItsOwn(view, text, own) ? text : own.replace(/[,;]\s*$/u, ''), others };
}

function onlyItsOwn({ form }: TaskView, text: string, own: string): boolean {
  const read = Object.values(readChange(form, text).values);
  const said = (own.match(/\d+/gu) ?? []).map(String);
  return read.length > 0 && read.every((value) => said.includes(String(value)));
}

/** The clauses of a message with the periods that each names, the one in hand among them. */
export function clausesOfPeriods(turn: Turn, view: TaskView, text: string): { clause: string; periods: string[] }[] {
  return periodClauses(text).map((clause) => ({ clause, periods: periodsOf(turn, view, clause) }));
}

function periodsOf(turn: Turn, { period }: TaskView, clause: string): string[] {
  const isMonthly = period.frequency === 'monthly';
  // "Tháng này" may be the month in hand, though another has begun.
  const isThis = isMonthly && withoutThisOne(clause) !== clause;
  const day = today(turn);
  const year = beginsWithYear(clause) ? [day.slice(0, 4)] : [];
  const named = periodsIn(isMonthly ? withoutThisOne(clause) : clause, day, true);
  return [...named, ...year, ...(isThis ? [period.key] : [])];
}
