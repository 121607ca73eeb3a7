import type { ReportForm } from '../../domain/report-form.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { madeOnce } from '../made-once.ts';
import { fieldNames } from '../report/field-names.ts';
import { parseReport } from '../report/report-template.ts';

/** What is to be written into a text of the form, in so many words. */
export interface ToldInto {
  key: string;
  value: string;
}

/**
 * "…, bạn ghi rõ vào kết quả nổi bật giúp", "ghi thêm vào kết quả: …": the parts go into that text, and are no figures. Unclear where figures of
 * several fields stand before it; null where no text is named.
 */
export const toldInto = madeOnce((form: ReportForm): ((text: string) => ToldInto | 'unclear' | null) => {
  const names = fieldNames(form);
  const spelling = names.fields
    .filter(({ kind }) => kind === 'text')
    .flatMap((field) => names.namesOf(field))
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(' ', ' {1,2}'))
    .join('|');
  const who = '(?:ban|em|e|bot|ad|anh|chi|nho|hay|thi|va|roi|xin|cho|giup|oi)';
  const order = `(?:${who} ){0,4}(?:ghi|dua|them|viet|bo sung|neu|chen)(?: (?:ro|them|luon|cai|so|may|do|nay|giup|ca|het|${who})){0,5} (?:vao|trong|o|sang)(?: (?:muc|phan|cho|cai|bao cao)){0,2} (${spelling})`;
  const behind = new RegExp(
    `[,;.\\n ]\\s*${order}(?: (?:giup|ho|gium|nhe|nha|em|e|minh|toi|tui|voi|a|luon|cho|bot|anh|chi|ro|day du)){0,5}[.! ]*$`,
    'u',
  );
  const inFront = new RegExp(
    `^${order}(?: (?:giup|ho|nhe|em|e|minh|toi|cho|anh|chi|them)){0,3}(?:\\s?:\\s?| (?:la|rang|cau|noi dung)(?= |:)[ :]*|, )`,
    'u',
  );
  return (text) => {
    const said = tidy(text).trim();
    if (said.length > LONGEST || said.includes('\n')) return null;
    const folded = foldInPlace(said);
    const first = inFront.exec(folded);
    const last = first === null ? behind.exec(folded) : null;
    const field = names.named((first ?? last)?.[1] ?? '')?.field;
    const value = first === null ? said.slice(0, last?.index ?? 0) : said.slice(first[0].length);
    const own = value.replace(/^[\s,;:.]+|(?:\s(?:nhé|nhe|nha|ạ|giúp em|giup em))?[\s,;:]*$/gu, '');
    if (field === undefined || field.kind !== 'text' || own === '' || REFUSES.test(foldInPlace(own))) return null;
    const isOfSeveral = first === null && Object.keys(parseReport(form, own).values).length > 1;
    return isOfSeveral ? 'unclear' : { key: field.key, value: own };
  };
});

const LONGEST = 300;
/** "…, đừng ghi vào kết quả". */
const REFUSES = /(?<!\p{L})(?:dung|khong|ko|k|chua|khoi|sao lai)(?: \p{L}+)?$/u;
