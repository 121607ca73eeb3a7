import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TotalsMismatch } from '../src/actions/check-totals.ts';
import type { Desk } from '../src/actions/desk.ts';
import { templateInForce } from '../src/actions/template.ts';
import { EXPORT_FORMATS, type ExportFormat, FILE_KINDS } from '../src/domain/print-order.ts';
import { readPlanTemplate } from '../src/plan/plan-template.ts';
import { makeFile } from '../src/reports/print-file.ts';
import { prepareOrder } from '../src/reports/print-order.ts';
import { sayTotalsMismatch } from '../src/wording/compiled.ts';
import { SHELL } from '../src/wording/shell.ts';
import { badArguments, botNow, deskFor, run, UsageError, withStore } from './run.ts';

const WORDS = SHELL.export;
const ENDINGS = EXPORT_FORMATS.map((format) => FILE_KINDS[format].ending);

await run((config) =>
  withStore(config, async (store) => {
    const { period, obligation, format, out } = readWords();
    if (store.ruleBooks.newestId() === null) throw new UsageError(SHELL.invite.noPlan);
    const desk = deskFor(config, store);
    const order = { print: 'round', obligation: obligationFor(desk, period, obligation), period, format } as const;
    const template = () => templateInForce(desk) ?? readPlanTemplate(config.planDir);
    const prepared = prepareChecked(() => prepareOrder(desk, { order }, template, botNow(config, store)));
    if (prepared === null) throw new UsageError(WORDS.noRound(period));
    const made = await makeFile(prepared.task);
    if ('problems' in made) throw new Error('only a template that is tried out has problems');
    try {
      // For its owner alone, from the first byte on; a file that is there is never written over.
      writeFileSync(out, made.bytes, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      throw new UsageError(WORDS.notWritten(out, codeOf(error)));
    }
    console.log(WORDS.done(out));
  }),
);

function prepareChecked<T>(prepare: () => T): T {
  try {
    return prepare();
  } catch (error) {
    if (error instanceof TotalsMismatch) throw new UsageError(sayTotalsMismatch(error.field, error.period, error));
    throw error;
  }
}

/** The one round of that period, or the one that was named. */
function obligationFor(desk: Desk, period: string, named: string | undefined): string {
  const all = desk.store.tasks.rounds(1000);
  const codes = all.filter((round) => round.period === period).map((round) => round.obligation);
  const [first, ...more] = named === undefined ? codes : codes.filter((code) => code === named);
  if (first === undefined && named !== undefined && codes.length > 0)
    throw new UsageError(WORDS.noObligation(named, codes));
  if (first === undefined)
    throw new UsageError(
      WORDS.noRound(
        period,
        all.slice(0, 6).map((round) => round.period),
      ),
    );
  if (more.length > 0) throw new UsageError(WORDS.whichObligation(period, codes));
  return first;
}

function readWords(): { period: string; obligation: string | undefined; format: ExportFormat; out: string } {
  const text = { type: 'string' } as const;
  let values: { period?: string; obligation?: string; format?: string; out?: string };
  try {
    values = parseArgs({ options: { period: text, obligation: text, format: text, out: text } }).values;
  } catch {
    throw badArguments(WORDS.usage(ENDINGS));
  }
  const format = EXPORT_FORMATS.find((one) => FILE_KINDS[one].ending === values.format);
  const wrong = [
    values.period === undefined ? WORDS.noPeriod : null,
    format === undefined ? WORDS.noFormat(values.format ?? null, ENDINGS) : null,
    values.out === undefined ? WORDS.noOut : null,
  ].filter((one) => one !== null);
  if (values.period === undefined || format === undefined || values.out === undefined)
    throw new UsageError([...wrong, WORDS.usage(ENDINGS)].join('\n'));
  return { period: values.period, obligation: values.obligation, format, out: values.out };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
