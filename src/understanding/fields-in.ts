import { parseReport } from '../language/report-template.ts';
import type { Meaning, Situation } from './meaning.ts';
import { nameReport } from './name-report.ts';

/** Values by the form of the report that was named, else by the first form that reads any. */
export function fieldsIn(
  text: string,
  obligations: readonly string[] | null,
  { reports, forms }: Situation,
): Meaning['fields'] {
  const named = reports.filter(({ code }) => obligations?.includes(code) === true).map(({ form }) => form);
  const candidates = named.length === 0 ? forms : forms.filter(({ code }) => named.includes(code));
  for (const form of candidates) {
    const { values } = parseReport(form, text);
    if (Object.keys(values).length > 0) return values;
  }
  return {};
}

/** Values of what is told of somebody else's report: behind its names, or in a clause behind the first. */
export function fieldsToldOf(
  text: string,
  obligations: readonly string[] | null,
  situation: Situation,
): Meaning['fields'] {
  const { units } = situation;
  const { rest } = nameReport(text, { ...situation, units: units.map(({ code }) => code), names: units });
  const clause = text.slice(text.indexOf(',') + 1);
  const read = [text, rest, clause].map((words) => fieldsIn(words, obligations, situation));
  return read.find((values) => Object.keys(values).length > 0) ?? {};
}
