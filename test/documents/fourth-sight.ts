import { readFileSync } from 'node:fs';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { readReportDocument } from '../../src/language/report/report-document.ts';
import { readDocument } from '../../src/reports/document/read-document.ts';
import { unitIn } from '../../src/understanding/name-unit.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';
import { type Judged, judge, type Truth, VERDICTS, type Verdict } from './judge-sight.ts';

const FOLDER = 'test/fixtures/fourth-sight/';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Forty documents as they came from their author: bytes and the truth about them, nothing made by code of ours. */
export const FOURTH_SIGHT: readonly Truth[] = JSON.parse(readFileSync(`${FOLDER}truth.json`, 'utf8'));

/** Reads one of them as sent by its own unit for its month; a unit that the plan does not have is put into it. */
async function readFourth(form: ReportForm, { file, unit, period }: Truth) {
  const bytes = new Uint8Array(readFileSync(FOLDER + file));
  const parts = await readDocument(bytes, file.endsWith('.xlsx') ? EXCEL : WORD);
  const known = FROZEN_PLAN.units.find(({ name }) => name === unit);
  const own = known?.code ?? 'OWN';
  const units =
    known === undefined ? [...FROZEN_PLAN.units, { code: own, name: unit, shortName: unit }] : FROZEN_PLAN.units;
  return readReportDocument(form, parts, {
    key: period,
    lastDay: `${period}-28`,
    unitIn(line) {
      const code = unitIn(line, units);
      return code === null ? null : { name: code, isOwn: code === own };
    },
  });
}

/** Every field of every document, judged. */
export async function judgeFourth(form: ReportForm): Promise<Judged[]> {
  const judged = await Promise.all(FOURTH_SIGHT.map(async (one) => judge(form, one, await readFourth(form, one))));
  return judged.flat();
}

export function count(judged: readonly Judged[], verdict: Verdict): number {
  return judged.filter((one) => one.verdict === verdict).length;
}

/** Figures and texts apart, and what the document gives apart from what it does not. */
export function groupsOf(form: ReportForm, judged: readonly Judged[]): Record<string, readonly Judged[]> {
  const texts = new Set(form.fields.flatMap(({ key, kind }) => (kind === 'text' ? [key] : [])));
  const isGiven = ({ truth }: Judged): boolean => truth !== 'absent' && truth !== 'ambiguous';
  return {
    'figures given': judged.filter((one) => isGiven(one) && !texts.has(one.field)),
    'texts given': judged.filter((one) => isGiven(one) && texts.has(one.field)),
    'not in the document': judged.filter(({ truth }) => truth === 'absent'),
    'nobody can tell': judged.filter(({ truth }) => truth === 'ambiguous'),
  };
}

/** As it stands in RELIABILITY.md: a verdict a row. */
export function tableOf(form: ReportForm, judged: readonly Judged[]): string {
  const groups = Object.entries(groupsOf(form, judged));
  const heads = ['', ...groups.map(([name, some]) => `${name} (${some.length})`)];
  const rows = VERDICTS.map((verdict) => [verdict, ...groups.map(([, some]) => count(some, verdict) || '')]);
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
