import type { ReportForm } from '../domain/report-form.ts';
import { fold } from '../language/fold.ts';
import { fieldNames } from '../language/report/field-names.ts';
import { meantBy, nounsIn } from '../language/told/told-nouns.ts';

/** The one field of a form that is named; `isWhole`: by more than one word, for "người" and "lượt" stand in any sentence; by its key, by a name it goes by, or by what it counts. */
export function fieldIn(clause: string, said: string, forms: readonly ReportForm[], isWhole = false): string | null {
  const typed = ` ${fold(clause).replace(/[^\p{L}\p{N}_]+/gu, ' ')} `;
  for (const form of forms) {
    const byKey = form.fields.find(({ key }) => typed.includes(` ${key} `));
    if (byKey !== undefined) return byKey.key;
    const nouns = nounsIn(form, { from: 0, text: said }).filter(({ name }) => !isWhole || name.includes(' '));
    const counted = meantBy(nouns)?.field;
    if (counted != null) return counted.key;
    const names = fieldNames(form);
    const told = form.fields.filter((field) =>
      names.namesOf(field).some((name) => name.length > 4 && typed.includes(` ${name} `)),
    );
    const [only, another] = told;
    if (only !== undefined && another === undefined) return only.key;
  }
  return null;
}
