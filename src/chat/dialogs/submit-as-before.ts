import { reportOf } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { parsePeriod } from '../../language/period-word.ts';
import { splitAsBefore } from '../../language/wish-words.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { sayTakenOver } from '../../wording/submit-dialog.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import type { Gathered } from './draft.ts';
import { without } from './submit-change.ts';

/** Another report's values to begin with, what is said besides, and what to say of it. */
interface AsBefore {
  values: Gathered['values'];
  rest: string;
  said(left: Gathered['values']): RichText;
}

/** "Như tháng 10 nhưng 3 hội nghị": all of that report, with what is said changed. Null where no report is named so, or none was sent. */
export function asBefore(turn: Turn, view: TaskView, text: string): AsBefore | null {
  const split = text.length > LONGEST ? null : splitAsBefore(text);
  const period = split === null ? null : (parsePeriod(split.of, today(turn))?.key ?? null);
  const report = period === null || period === view.period.key ? null : reportOf(turn.desk, view, period);
  if (split === null || period === null || report === null) return null;
  return {
    values: report.values,
    rest: split.rest,
    said: (typed) => sayTakenOver(view.form, without(report.values, Object.keys(typed)), period),
  };
}

const LONGEST = 300;
