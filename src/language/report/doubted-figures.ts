import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { foldInPlace, lower, tidy } from '../fold.ts';
import { likeliest } from '../number/numeral.ts';
import { masked } from '../told/told-figures.ts';
import { type Noun, nounsIn } from '../told/told-nouns.ts';
import { FIGURE } from '../told/told-words.ts';
import type { ParsedReport, ReportFault } from './report-template.ts';

/** Another time's figure, others', or what is only planned: one behind these words. Folded. */
const NOT_OURS =
  /(?<!(?:so voi|nhu|bang|hon|kem) )(?<!\p{L})(?:luy ke|cong don|tu dau nam|(?:thang|ky|quy|nam) truoc|nam ngoai|cung ky|toan tinh|ca tinh(?! ?:)|du kien|du tinh|sap toi|(?:thang|ky|nam) (?:toi|sau)|du toan)(?!\p{L})/u;
/** Said of a figure that is not sure. Folded. */
const NOT_SURE =
  /(?<!\p{L})(?:(?:xem|kiem tra|kiem|check|ra|hoi|tra|doi chieu) lai|(?:chua|khong|ko|k) (?:chac|chot|nho|ro|biet)|hinh nhu|chac la|gi do)(?!\p{L})/u;
/** Right before a figure; of lower case, since "gan" is short for "gần" and "gắn" is not. */
const ROUGH =
  /(?:(?<!\p{L})(?:khoảng|khoang|gần|gan|hơn|hon|trên|tren|dưới|duoi|tầm|tam|chừng|chung|cỡ|ước|ước tính|ước đạt|uoc|uoc tinh|uoc dat|xấp xỉ|xap xi|ít nhất|it nhat)\s*|[~≈]\s*)$/u;
const OTHER_MONEY = /\d\s?(?:usd|\$|do la|euro?|eur|nhan dan te|yen)(?!\p{L})|\$\s?\d/u;
const SHARED = /^\s*[:=]?\s*(?:(?:la|duoc|co|deu|cung|moi thu|moi loai)\s+)*(?=\d)/u;
const BETWEEN_CLAUSES = /[;\n()]|[.!](?=\s|$)|,(?=\s|$)|\s[-–—]\s/gu;
const MONTH = /(?<!\p{L})(?:thang|t)\s?(\d{1,2})(?![\d/.-])/gu;
const [LONGEST, RAW_LENGTH] = [3000, 100];

interface Clause {
  said: string;
  folded: string;
  figures: { at: number; value: number; raw: string }[];
  nouns: Noun[];
}

/**
 * Takes no figure as sure beside which stands that it is another time's, others', planned or in doubt, or of two fields at once: it is asked about.
 * Whichever reader took it: none of them knows all these words.
 */
export function withDoubts(form: ReportForm, text: string, read: ParsedReport): ParsedReport {
  if (read.header !== null || text.length > LONGEST) return read;
  const texts = Object.values(read.values).flatMap((value) => (typeof value === 'string' ? [foldInPlace(value)] : []));
  const clauses = clausesIn(form, text).filter(({ folded }) => !texts.some((one) => one.includes(folded.trim())));
  const all = clauses.flatMap(({ figures }) => figures.map(({ value }) => value));
  const months = monthsIn(clauses);
  const values = { ...read.values };
  const faults: ReportFault[] = [...read.faults];
  const doubt = (field: string, clause: Clause, readings: readonly number[]): void => {
    delete values[field];
    faults.push({ field, raw: [...clause.said.trim()].slice(0, RAW_LENGTH).join(''), fault: 'ambiguous', readings });
  };
  for (const [at, clause] of clauses.entries()) {
    for (const figure of doubtedIn(clause, clauses[at + 1], months)) {
      const named = clause.nouns.flatMap(({ field }) => (field === null ? [] : [field.key]));
      const isElsewhere = all.filter((one) => one === figure).length > 1;
      for (const [key, value] of Object.entries(values)) {
        if (typeof value !== 'number') continue;
        const isIt = value === figure && (named.includes(key) || (named.length === 0 && !isElsewhere));
        const isMoney = value === figure && !isElsewhere && kindOf(form, key) === 'money';
        const isPart = named.includes(key) && !all.includes(value) && figure < value;
        if (isIt || isPart || isMoney) doubt(key, clause, readingsOf(value, clause, clauses[at + 1], months));
      }
    }
    const shared = sharedIn(clause);
    for (const { key } of shared?.fields ?? []) {
      const isFree = values[key] === undefined || values[key] === shared?.figure;
      if (isFree && shared !== null && !faults.some((fault) => fault.field === key))
        doubt(key, clause, [shared.figure]);
    }
  }
  return faults.length === read.faults.length ? read : { ...read, values, faults };
}

function kindOf(form: ReportForm, key: string): string {
  return form.fields.find((field) => field.key === key)?.kind ?? '';
}

function clausesIn(form: ReportForm, text: string): Clause[] {
  const said = tidy(text);
  const folded = foldInPlace(said);
  const plain = masked(folded);
  const clauses: Clause[] = [];
  let from = 0;
  for (const end of [...[...folded.matchAll(BETWEEN_CLAUSES)].map(({ index }) => index), folded.length]) {
    const figures = [...plain.slice(from, end).matchAll(FIGURE)].map((match) => ({
      at: match.index,
      value: likeliest(match[0]),
      raw: match[0],
    }));
    const own = folded.slice(from, end);
    clauses.push({
      said: said.slice(from, end).replace(/^[\s,;.()-]+/u, ''),
      folded: own,
      figures,
      nouns: nounsIn(form, { from: 0, text: own }),
    });
    from = end;
  }
  return clauses.filter((clause) => clause.folded.trim() !== '');
}

/** The figures of a clause that cannot be taken as this report's for sure. */
function doubtedIn({ said, folded, figures }: Clause, next: Clause | undefined, months: Months): number[] {
  const own = figures.map(({ value }) => value);
  if (NOT_SURE.test(folded) || OTHER_MONEY.test(folded)) return own;
  // "Fanpage 5, để em xem lại".
  if (next !== undefined && next.figures.length === 0 && NOT_SURE.test(next.folded)) return own;
  const sign = NOT_OURS.exec(folded) ?? olderMonth(folded, months);
  if (sign !== null && figures.length > 0)
    return figures.length === 1 ? own : figures.filter(({ at }) => at > sign.index).map(({ value }) => value);
  const lead = folded.length - folded.trimStart().replace(/^[,;.()-]+\s*/u, '').length;
  const typed = lower(said);
  return figures.filter(({ at }) => ROUGH.test(typed.slice(0, Math.max(0, at - lead)))).map(({ value }) => value);
}

/** The months a text names, where it names several, and the latest of them. */
interface Months {
  isMixed: boolean;
  latest: number;
}

function monthsIn(clauses: readonly Clause[]): Months {
  const named = new Set(
    clauses
      .flatMap(({ folded }) => [...folded.matchAll(MONTH)].map(([, month]) => Number(month)))
      .filter((month) => month >= 1 && month <= 12),
  );
  // In January December is the older one.
  const latest = named.has(12) && named.has(1) ? 1 : Math.max(0, ...named);
  return { isMixed: named.size > 1, latest };
}

function olderMonth(folded: string, { isMixed, latest }: Months): RegExpExecArray | null {
  if (!isMixed) return null;
  const [first] = [...folded.matchAll(MONTH)].filter(([, month]) => Number(month) !== latest);
  return first ?? null;
}

/** "Pano tháng 10 là 980, tháng 11 là 971": which of them is not ours to say. */
function readingsOf(value: number, clause: Clause, next: Clause | undefined, months: Months): number[] {
  const [other, another] = next?.figures ?? [];
  const isPair =
    olderMonth(clause.folded, months) !== null && next?.nouns.length === 0 && /thang|^,?\s*t\d/u.test(next.folded);
  return isPair && other !== undefined && another === undefined ? [other.value, value] : [value];
}

/** "Tin bài và cổng 8": one figure behind the names of two fields. */
function sharedIn({ folded, nouns }: Clause): { fields: FormField[]; figure: number } | null {
  for (const [at, one] of nouns.entries()) {
    const other = nouns[at + 1];
    if (other === undefined || one.field === null || other.field === null || one.field === other.field) continue;
    const behind = folded.slice(other.to);
    const isJoined = /^\s*(?:va|voi|cung|&|\+)\s*$/u.test(folded.slice(one.to, other.from));
    const lead = isJoined && !/\d\s*$/u.test(folded.slice(0, one.from)) ? SHARED.exec(behind) : null;
    const figure = lead === null ? '' : (FIRST.exec(behind.slice(lead[0].length))?.[0] ?? '');
    if (figure !== '') return { fields: [one.field, other.field], figure: likeliest(figure) };
  }
  return null;
}

const FIRST = /^\d[\d.,]*\d|^\d/u;
