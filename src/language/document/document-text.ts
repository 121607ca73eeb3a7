import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';
import { madeOnce } from '../made-once.ts';
import { fieldNames } from '../report/field-names.ts';
import { parseField } from '../report/report-field.ts';
import type { Finding } from './document-cells.ts';
import { isCourtesy } from './document-courtesy.ts';

const HEADING = /^(?:phần\s+|câu\s+)?(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/:]\s*/iu;
const LONGEST_TITLE = 60;
/** "KK", "ĐX": names that stand alone or not at all. */
const LONGEST_SHORT = 5;
/** What offices call a text by, besides its own names; folded. */
const SAID_OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/\bmat (?:chua duoc|han che|yeu)\b|\bbat cap\b/g, 'han che'],
  [/\bmat (?:duoc|manh)\b|\bcach lam (?:hay|moi|sang tao)\b|\bdien hinh\b|\bdiem sang\b/g, 'noi bat'],
];
/** A heading over all that was done is none over what stands out. */
const OF_ALL: ReadonlySet<string> = new Set(['ket qua', 'kq']);

/** The texts that a title names, in whatever words stand around it: "Điểm nổi bật", "II. TỒN TẠI, HẠN CHẾ", "Khó khăn và kiến nghị". */
export type TextTitles = (title: string) => readonly FormField[];

export const textTitles = madeOnce((form: ReportForm): TextTitles => {
  const names = fieldNames(form);
  const texts = names.fields.filter(({ kind }) => kind === 'text');
  const known = texts.map((field) => {
    const said = names.namesOf(field).filter((name) => name.length > LONGEST_SHORT && !OF_ALL.has(name));
    return { field, shape: new RegExp(`(?:^| )(?:${said.join('|')})(?: |$)`) };
  });
  return (title) => {
    if (title.length > LONGEST_TITLE) return [];
    const plain = fold(title.replace(HEADING, ''))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const said = SAID_OTHERWISE.reduce((text, [shape, name]) => text.replace(shape, name), plain);
    const meant = known.flatMap(({ field, shape }) => (shape.test(said) ? [field] : []));
    if (meant.length === 0 && plain.length > LONGEST_SHORT) return [];
    const whole = names.named(title)?.field;
    if (whole?.kind === 'text' && !OF_ALL.has(said)) return [whole];
    // A number of something stands in a sentence, not in a title.
    const isCounting = /\d/.test(said.replace(/\b(?:t|thang) ?\d+(?: nam)?(?: 20\d\d)?\b/g, ''));
    return isCounting || isSentence(title) ? [] : meant;
  };
});

/** "Đề nghị UBND tỉnh có cơ chế hỗ trợ": no title, but what is asked for. */
function isSentence(title: string): boolean {
  const words = title.replace(HEADING, '').split(/\s+/u);
  const isAsking = /^(?:de nghi|kien nghi|de xuat)(?! ?,)/.test(fold(words.slice(0, 2).join(' ')));
  return (isAsking && words.length > 6) || (/\.\s*$/.test(title) && words.length > 5);
}

/** A text beside its name: "Tồn tại: loa cũ". Of two that are named together both are meant where there is nothing to say: "Khó khăn, kiến nghị: Không". */
export function readTextBeside(whole: string, titles: TextTitles): Finding[] {
  const [line = '', ...next] = atTitles(whole, titles);
  const colon = line.indexOf(':');
  const [label, value] = [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()];
  const own = colon < 1 || value === '' ? [] : textsOf(titles(label), label, value);
  return [...own, ...next.flatMap((one) => readTextBeside(one, titles))];
}

/** "Không. Kiến nghị: không.": a text up to where the next one's name stands in it, and from there on. */
export function atTitles(text: string, titles: TextTitles): string[] {
  const found = [...text.matchAll(NEXT_NAME)].filter(({ index, groups: { name = '' } = {} }) => {
    const rest = text.slice(index).replace(LEADING, '').slice(name.length);
    const [said = ''] = /^[^.;,\n]*/u.exec(rest) ?? [];
    // "Khó khăn; kiến nghị: không" is one name of both.
    if (!/[.!?]$/.test(text.slice(0, index)) && !text.slice(0, index).includes(':')) return false;
    return titles(name).length > 0 && (/^\s*:/.test(rest) || NOTHING.test(fold(said)));
  });
  const ends = [...found.map(({ index }) => index), text.length];
  const next = found.map(({ index }, at) =>
    text
      .slice(index, ends[at + 1])
      .replace(LEADING, '')
      .trim(),
  );
  return [text.slice(0, ends[0]).trim(), ...next.map(withColon)];
}

/** What may be a name behind the end of a sentence or clause, up to its colon or to what is said without one. */
const NEXT_NAME =
  /(?<=[.;,!?)]|\s[-–])\s+[-–+•*]?\s*(?<name>\p{L}[^:.;\n]{1,45}?)(?=\s*:|\s+(?:không|chưa|khong|chua)(?!\p{L}))/gu;
const LEADING = /^\s+[-–+•*]?\s*/u;

/** "Kiến nghị không." */
function withColon(text: string): string {
  return /^[^.;]*:/u.test(text) ? text : text.replace(/\s+(?=(?:không|chưa|khong|chua)(?!\p{L}))/iu, ': ');
}

/** The text of a title, or of both that it names where the text says that there is nothing. */
export function textsOf(fields: readonly FormField[], said: string, value: string): Finding[] {
  const own = withoutRecipients(value);
  if (own === '' || JUST_MONEY.test(fold(own))) return [];
  if (fields.length > 1 && !NOTHING.test(fold(own))) return [];
  return fields.flatMap((field) => {
    const parsed = parseField(field, own);
    return parsed.kind === 'ok' ? [{ field, said, values: [parsed.value], sure: true }] : [];
  });
}

/** "Kinh phí đề nghị bổ sung: 200 triệu đồng" asks for something, and this is not what. */
const JUST_MONEY = /^\d[\d.,]* ?(?:trieu|ty|nghin)? ?(?:dong)?\.?$/;

function withoutRecipients(value: string): string {
  const lines = value.split('\n');
  const at = lines.findIndex((line) => RECIPIENTS.test(line));
  return (at < 0 ? lines : lines.slice(0, at)).join('\n').trim();
}

const NOTHING =
  /^(?:khong|chua)(?: (?:co|phat sinh)(?: (?:gi|gi them|kho khan|vuong mac|kien nghi|de xuat|y kien))?)?[.;!]*$/;

/** The text under a heading that names one, up to the next heading. */
export function readSections(form: ReportForm, lines: readonly string[]): Finding[] {
  const titles = textTitles(form);
  const headings = lines.map((line) => {
    const fields = line.includes(': ') ? [] : titles(line.replace(/:\s*$/, ''));
    const isNext = fields.length > 0 || opensAnother(line, titles);
    return { fields, isNext, level: isHeading(line) ? levelOf(line) : null };
  });
  return headings.flatMap(({ fields, level: own }, at) => {
    if (fields.length === 0) return [];
    const next = headings.findIndex(
      // "1. Đề nghị …" below "V. KIẾN NGHỊ": its own list.
      ({ isNext, level }, index) => index > at && (isNext || (level !== null && level <= (own ?? level))),
    );
    return textsOf(
      fields,
      lines[at] ?? '',
      lines
        .slice(at + 1, next < 0 ? undefined : next)
        .join('\n')
        .trim(),
    );
  });
}

/** "Kiến nghị: cấp máy.", "Nhiệm vụ tháng 12: …", the courtesies at the end. */
function opensAnother(line: string, titles: TextTitles): boolean {
  const label = line.slice(0, Math.max(0, line.indexOf(':'))).replace(/^[-–+•*\s]+/u, '');
  const isLabel =
    label !== '' && (titles(label).length > 0 || OPENING.test(plainOf(label)) || PLAN.test(plainOf(label)));
  return isLabel || isCourtesy(line);
}

/** Whom a document is sent to, at its end: "- Lưu: VT, VHTT (02b).", "- Như trên;". */
const RECIPIENTS =
  /^[-–+*•\s]*(?:nơi nhận|lưu\s*:\s*\p{L}|lưu\s+(?:vt|vp|hs)(?!\p{L})|như (?:trên|kính gửi)\s*[;,.(]|như trên$)/iu;

export function isHeading(line: string): boolean {
  if (RECIPIENTS.test(line)) return true;
  if (/^(?:nơi nhận|kính gửi|tm\.|kt\.|trên đây|người lập)/iu.test(line.trim())) return true;
  return (
    (HEADING.test(line) && line.length < 120) ||
    (line.length < 80 && /\p{Lu}/u.test(line) && line === line.toLocaleUpperCase('vi'))
  );
}

/** A sentence that says by itself what it is: in the middle of prose without headings. */
const TOLD: readonly { name: string; shape: RegExp }[] = [
  {
    name: 'noi bat',
    shape:
      /^(?:(?:noi bat|diem noi bat|dang chu y|dang ghi nhan)(?: trong (?:thang|ky|nam|quy))?(?: nay)?[, ]|ket qua noi bat(?: [^ ,:]+){0,4} la )/,
  },
  { name: 'kho khan', shape: /^(?:tuy nhien, )?(?:kho khan|vuong mac|ton tai|han che)(?: [^ ,:]+){0,6} la / },
  {
    name: 'kien nghi',
    shape:
      /^(?!thuc hien|can cu|theo )(?:[^\d:;.]{0,80} )?(?:de nghi|kien nghi|de xuat)(?: voi)?(?: quy)? (?:so|ubnd|uy ban|tinh|cap|cac (?:cap|nganh|so)|bo|trung uong|chinh phu|lanh dao)(?=[ ,])/,
  },
];

/** Texts told without a title, where the document has none of that name: "Đáng chú ý, …", "Hội trân trọng đề nghị Quý Sở …". */
export function readToldTexts(lines: readonly string[], titles: TextTitles, found: readonly Finding[]): Finding[] {
  return TOLD.flatMap(({ name, shape }) => {
    const [field] = titles(name);
    const line = lines.find(
      (one) => one.length > LONGEST_TITLE / 2 && shape.test(fold(one.slice(0, LONGEST_LEAD))) && !isCourtesy(one),
    );
    if (field === undefined || line === undefined || found.some((one) => one.field === field)) return [];
    return textsOf([field], name, line);
  });
}

const LONGEST_LEAD = 200;

const PLAN =
  /^(?:phuong huong|nhiem vu|ke hoach|du kien|chuong trinh|dinh huong)(?: \p{L}+){0,4}(?: thang| \d{1,2} thang|$| trong tam| sap toi| tiep theo| quy| nam| toi)/u;
/** "Dự kiến tháng 12:", "Số liệu cùng kỳ năm 2025:" above lines, up to the next line of its kind or a heading. */
const OPENING =
  /^(?:ve |cac |so lieu |noi dung |so sanh (?:voi )?)?(?:du kien|ke hoach|phuong huong|phan dau|nhiem vu|cung ky)(?!.*(?:ket qua|thuc hien|hoan thanh|(?<!\p{L})da(?!\p{L})))/u;
const OPENING_LEVEL = 8;

/** The lines that tell what was done: a section of what is planned next is left out. */
export function withoutPlans<Line extends { text: string }>(lines: readonly Line[], titles: TextTitles): Line[] {
  let skipped: number | null = null;
  let isBelowOpening = false;
  return lines.filter(({ text: line }, at) => {
    const level = levelOf(line) ?? (/:\s*$/.test(line) && line.length < LONGEST_TITLE ? OPENING_LEVEL : null);
    const isText = titles(line.replace(/:.*$/s, '')).length > 0;
    // A numbered list below an opening line is its own, and stands deeper than it.
    const isFirst = isBelowOpening && OPENING.test(plainOf(lines[at - 1]?.text ?? ''));
    if (isFirst && skipped !== null && level !== null && level > 1) skipped = Math.min(skipped, level - 0.5);
    const isNext = level !== null && (level <= (skipped ?? 0) || (isBelowOpening && level === OPENING_LEVEL));
    if (skipped !== null && (isNext || (isText && (level !== null || isBelowOpening)))) skipped = null;
    const said = plainOf(line);
    if (level === null || !(level === OPENING_LEVEL ? OPENING : PLAN).test(said))
      return skipped === null || (isText && /:\s*\S/.test(line));
    [skipped, isBelowOpening] = [level, level === OPENING_LEVEL];
    return false;
  });
}

function plainOf(line: string): string {
  return fold(line.replace(HEADING, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How deep a heading stands: I. before 1. before a); null for what is none. */
function levelOf(line: string): number | null {
  if (!isHeading(line)) return null;
  if (/^(?:phần\s+)?(?:[IVX]{1,4}|[A-Z])[.)/]/u.test(line)) return 1;
  if (/^\d/.test(line)) return 2;
  return HEADING.test(line) ? 3 : 1;
}

/** The same of numbered headings alone, and 1.1 below 1; null for what has no number. */
export function levelOfNumber(line: string): number | null {
  if (!HEADING.test(line)) return null;
  const [, number] = /^(\d{1,2}(?:\.\d{1,2})*)/.exec(line) ?? [];
  if (number !== undefined) return 1 + number.split('.').length;
  return /^(?:phần\s+)?(?:[IVX]{1,4}|[A-Z])[.)/]/u.test(line) ? 1 : 9;
}
