import type { ReportForm } from '../../src/domain/report-form.ts';

/** What a careful clerk reads in one document, as its writer set it down: `test/fixtures/fourth-sight/README.md` has the rules. */
export interface Truth {
  file: string;
  unit: string;
  period: string;
  /** Figures the document gives, or whose sum or conversion it gives. */
  values: Record<string, number>;
  /** Texts, by words that must stand in them. */
  texts: Record<string, string>;
  absent: readonly string[];
  ambiguous: readonly string[];
  /** Texts that say there is nothing: an empty one is as right. */
  none_texts: readonly string[];
  /** Of the ambiguous ones, what a clerk would most likely put down. */
  best_guess: Record<string, number | string>;
}

/** What a reader made of it. */
export interface Reading {
  values: Readonly<Record<string, number | string>>;
  faults: readonly { field: string; readings?: readonly number[] }[];
}

export const VERDICTS = [
  /** Offered as sure, and so. */
  'right',
  /** Left out, where there is nothing. */
  'nothing there',
  /** Asked about, where nobody can tell. */
  'asked rightly',
  /** Asked about, with the true value to be picked. */
  'asked, offered',
  /** Asked about, without it. */
  'asked, not offered',
  /** Asked about, though the document says nothing of it. */
  'asked in vain',
  'missed',
  /** Left out, where the document says there was none. */
  'missed none',
  /** Offered as sure, where nobody can tell, with what is likeliest. */
  'tolerated',
  'wrong',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judged {
  file: string;
  field: string;
  verdict: Verdict;
  truth: string;
  read: string;
}

/** Every field of the form once, by the rules of the document's writer. */
export function judge(form: ReportForm, truth: Truth, { values, faults }: Reading): Judged[] {
  return form.fields.map(({ key, kind }) => {
    const fault = faults.find(({ field }) => field === key);
    const got = values[key];
    const verdict =
      kind === 'text'
        ? judgeText(truth, key, got)
        : judgeFigure(truth, key, got, fault === undefined ? null : (fault.readings ?? []));
    const told = truth.values[key] ?? truth.texts[key] ?? (truth.absent.includes(key) ? 'absent' : 'ambiguous');
    const read = got ?? (fault === undefined ? '-' : `? ${fault.readings?.join(', ') ?? ''}`);
    return { file: truth.file, field: key, verdict, truth: String(told), read: String(read) };
  });
}

/** The readings offered; null where nothing is asked. */
type Offered = readonly number[] | null;

function judgeFigure(truth: Truth, key: string, got: number | string | undefined, asked: Offered): Verdict {
  const told = truth.values[key];
  if (truth.ambiguous.includes(key)) {
    if (got === undefined) return asked === null ? 'missed' : 'asked rightly';
    const guess = truth.best_guess[key];
    return typeof guess === 'number' && typeof got === 'number' && isNear(guess, got, key) ? 'tolerated' : 'wrong';
  }
  if (told === undefined) {
    if (got === undefined) return asked === null ? 'nothing there' : 'asked in vain';
    return 'wrong';
  }
  if (got !== undefined) return got === told ? 'right' : 'wrong';
  if (asked === null) return told === 0 ? 'missed none' : 'missed';
  return asked.includes(told) ? 'asked, offered' : 'asked, not offered';
}

/** Money that the form cannot take to the đồng: both roundings, and the figure itself. */
function isNear(guess: number, got: number, key: string): boolean {
  return guess === got || (key === 'kinh_phi' && Math.abs(guess - got) <= 0.101);
}

function judgeText(truth: Truth, key: string, got: number | string | undefined): Verdict {
  const phrase = truth.texts[key];
  const said = got === undefined ? '' : String(got);
  const isNone = /^(?:không|chưa)(?: có| phát sinh)?[.;]?$/iu.test(said);
  if (truth.ambiguous.includes(key)) {
    if (said === '') return 'missed';
    return has(said, String(truth.best_guess[key] ?? '')) ? 'tolerated' : 'wrong';
  }
  if (phrase === undefined) return said === '' || isNone ? 'nothing there' : 'wrong';
  if (NEXT_LABEL.test(said)) return 'wrong';
  if (has(said, phrase)) return 'right';
  if (truth.none_texts.includes(key)) return said === '' || isNone ? 'nothing there' : 'wrong';
  return said === '' ? 'missed' : 'wrong';
}

/** "Không. Kiến nghị: không.": the next text's name, within this one. */
const NEXT_LABEL = /(?:^|[\n.;] ?)(?:khó khăn|kiến nghị|đề xuất|đề nghị|nhiệm vụ)[^:\n]{0,30}:/iu;

function has(text: string, phrase: string): boolean {
  const plain = (one: string): string => one.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ');
  return phrase !== '' && plain(text).includes(plain(phrase));
}
