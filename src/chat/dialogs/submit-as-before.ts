import { previousReport, reportOf } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import type { ReportContent } from '../../domain/report-form.ts';
import { without } from '../../language/change/weigh-change.ts';
import { fieldNames } from '../../language/report/field-names.ts';
import { parsePeriod } from '../../language/time/period-word.ts';
import { splitAsBefore } from '../../language/wish-words.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { sayNothingTakenOver, sayTakenOver } from '../../wording/submit-dialog.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import type { Gathered } from './draft.ts';

/** Another report's values to begin with, what is said besides, and what to say of it once it is known which of its fields were not taken. */
interface AsBefore {
  values: Gathered['values'];
  rest: string;
  said(left: readonly string[]): RichText;
}

/**
 * "Như tháng 10 nhưng 3 hội nghị": all of that report, with what is said changed; "kết quả như tháng trước": that field of it. Where it was never sent,
 * nothing is taken and that is said. Null where no other report is named so.
 */
export function asBefore(turn: Turn, view: TaskView, text: string): AsBefore | null {
  const split = text.length > LONGEST ? null : splitAsBefore(text);
  if (split === null) return null;
  const named = split.isRelative ? null : (parsePeriod(split.of, today(turn))?.key ?? null);
  if (!split.isRelative && (named === null || named === view.period.key)) return null;
  const report = named === null ? whole(previousReport(turn.desk, view)) : reportOf(turn.desk, view, named);
  const only = fieldNames(view.form).named(split.label)?.field.key;
  const rest = only === undefined ? split.rest : split.others;
  if (report === null) return { values: {}, rest, said: () => sayNothingTakenOver(named) };
  const values = only === undefined ? report.values : pick(report.values, only);
  const said = (left: readonly string[]): RichText => sayTakenOver(view.form, without(values, left), named);
  return { values, rest, said };
}

const LONGEST = 300;
function whole(report: ReportContent | null): ReportContent | null {
  return report?.nothingToReport === true ? null : report;
}

function pick(values: Gathered['values'], key: string): Gathered['values'] {
  const value = values[key];
  return value === undefined ? {} : { [key]: value };
}
