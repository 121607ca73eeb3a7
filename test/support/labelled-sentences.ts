import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Role } from '../../src/domain/access.ts';
import { fold } from '../../src/language/fold.ts';
import type { Meaning } from '../../src/understanding/meaning.ts';

/** One row of `test/fixtures/sentences/ROLE.tsv`; its README says what the columns mean. */
export interface Labelled {
  id: string;
  role: Role;
  text: string;
  intent: string;
  period: string;
  unit: string;
  /** `null` = this key must not be filled. */
  fields: Readonly<Record<string, number | string | null>>;
  alsoFine: readonly string[];
  importance: string;
}

/** How an answer compares with its label: `asked` = it asked, where acting was meant and asking was not allowed. */
export interface Verdict {
  is: 'right' | 'asked' | 'wrong';
  /** What a wrong act does; empty otherwise. */
  does: string;
}

const FOLDER = fileURLToPath(new URL('../fixtures/sentences/', import.meta.url));

/** `set`: '' is the first one. */
export function labelledSentences(role: Role, set: '' | '-second'): Labelled[] {
  const rows = rowsOf(readFileSync(`${FOLDER}${role}${set}.tsv`, 'utf8'));
  return rows.map(
    ([id = '', text = '', intent = '', period = '', unit = '', fields = '', also = '', importance = '']) => ({
      id,
      role,
      text,
      intent,
      period,
      unit,
      fields: fields === '' ? {} : JSON.parse(fields),
      alsoFine: also.split(',').filter((one) => one !== ''),
      importance,
    }),
  );
}

/** Rows of a file of tabs, without its head. */
export function rowsOf(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

/** The labels were written for the commands' names of the time: a promise is kept as a reminder put off. */
const WRITTEN_AS: Readonly<Record<string, string>> = { hen: 'nhac' };

export function judge(label: Labelled, { intent: meant, confidence, period, unit, fields }: Meaning): Verdict {
  const isAskFine = label.intent === 'ask' || label.intent === 'khac' || label.alsoFine.includes('ask');
  if (confidence !== 'sure' || meant === 'khac') return { is: isAskFine ? 'right' : 'asked', does: '' };
  const intent = [label.intent, ...label.alsoFine].includes(meant) ? meant : (WRITTEN_AS[meant] ?? meant);
  const wrong = [label.intent, ...label.alsoFine].includes(intent)
    ? [
        ...(label.period !== '' && label.period !== period ? [`period ${period}`] : []),
        ...(label.unit !== '' && label.unit !== unit ? [`unit ${unit}`] : []),
        ...(intent.startsWith('nop') || Object.keys(label.fields).length > 0 ? wrongFields(label, fields) : []),
      ]
    : [meant];
  return { is: wrong.length === 0 ? 'right' : 'wrong', does: wrong.join('; ') };
}

function wrongFields(label: Labelled, got: Meaning['fields']): string[] {
  const wanted = Object.entries(label.fields).filter(([key, value]) =>
    value === null ? got[key] !== undefined : !isSame(value, got[key]),
  );
  const invented = Object.keys(got).filter((key) => typeof got[key] === 'number' && !(key in label.fields));
  return [...wanted.map(([key]) => key), ...invented].map((key) => `${key} ${got[key] ?? 'missing'}`);
}

function isSame(wanted: number | string, got: number | string | undefined): boolean {
  if (typeof wanted === 'number') return got === wanted;
  const [one, other] = [fold(wanted), fold(String(got ?? ''))];
  return other !== '' && (one.includes(other) || other.includes(one));
}
