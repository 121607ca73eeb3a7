import { readFileSync } from 'node:fs';
import type { DocumentPart } from '../../src/domain/document-part.ts';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { readReportDocument } from '../../src/language/report/report-document.ts';
import { unitIn } from '../../src/understanding/name-unit.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';
import { tableOf } from './fourth-sight.ts';
import { type Judged, judge, type Truth } from './judge-sight.ts';

/** A document as our readers of .docx and .xlsx took it apart, and the truth about its figures. */
export type SentDocument = Truth & { parts: readonly DocumentPart[] };

/** What an examiner from outside wrote and sent to the running bot: the README of that folder of `test/fixtures`. */
export function sentTo(folder: string, which = 'documents'): readonly SentDocument[] {
  return readFileSync(`test/fixtures/${folder}/${which}.jsonl`, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

/** Every figure of every document, judged; with SHOW_SIGHT what is not as it should be is printed. */
export function judgeSent(form: ReportForm, documents: readonly SentDocument[]): Judged[] {
  return judgeFields(
    form,
    documents,
    form.fields.filter(({ kind }) => kind !== 'text'),
  );
}

/** The texts as well. */
export function judgeWhole(form: ReportForm, documents: readonly SentDocument[]): Judged[] {
  return judgeFields(form, documents, form.fields);
}

function judgeFields(form: ReportForm, documents: readonly SentDocument[], fields: ReportForm['fields']): Judged[] {
  const judged = documents.flatMap((one) => judge({ ...form, fields }, one, readAsSent(form, one)));
  if (process.env.SHOW_SIGHT !== undefined) {
    const odd = judged.filter(({ verdict }) => !['right', 'nothing there', 'asked rightly'].includes(verdict));
    const lines = odd.map((one) => `${one.file} ${one.field}: ${one.verdict}; is ${one.truth}, read as ${one.read}`);
    process.stdout.write(`${lines.join('\n')}\n\n${tableOf(form, judged)}\n`);
  }
  return judged;
}

/** Read as the report of the unit that sent it. */
export function readAsSent(form: ReportForm, { parts, unit, period }: Pick<SentDocument, 'parts' | 'unit' | 'period'>) {
  return readReportDocument(form, parts, {
    key: period,
    lastDay: period === '2026-11' ? '2026-11-28' : '2026-06-28',
    unitIn(line) {
      const code = unitIn(line, FROZEN_PLAN.units);
      return code === null ? null : { name: code, isOwn: code === unit };
    },
  });
}
