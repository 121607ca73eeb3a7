import { fold } from '../fold.ts';
import { type Finding, isFigure, plain } from './document-cells.ts';

/** "Cấp xã", "các trường", "báo khác": a name that goes on with what the one before it names. */
const GOES_ON =
  /^(?:o |tai |cua |rieng )?(?:cap|cac|khoi|tuyen|xa|phuong|huyen|tinh|thanh pho|thi tran|tt|thon|khu pho|co so|don vi|phong|ban|truong|chi cuc|trung tam|dia phuong|truc thuoc|huyen doan|chi hoi|chi doan|trung uong)(?= |$)|(?:^| )(?:khac|con lai)(?: |$)/;
const PART = /^(?:trong do|bao gom|gom|trong ay)(?= |$)/;
/** A place or a level in a name: "Hội nghị cấp huyện" leaves those of the communes open. */
const OF_LEVEL = /(?:^| )(?:cap|huyen|tinh|xa|thanh pho|thi xa|so|trung uong|co quan|van phong|hai duong)(?= |$)/;
const OF_ALL = /(?:^| )(?:tong|toan|chung|cac cap)(?= |$)/;
const MOST_WORDS = 5;

/** Whether a name that is no field's goes on with the one before it, in which a field is named: "đài huyện", "đài cơ sở". */
export function goesOn(name: string, before: string): boolean {
  const said = plain(name);
  if (said === '' || PART.test(said) || isFigure(name) || said.split(' ').length > MOST_WORDS) return false;
  const [first = ''] = core(name).split(' ');
  return GOES_ON.test(said) || (first !== '' && core(before).split(' ')[0] === first);
}

/** A row without a field's name below one that has one, where only that one has a number: "2 | Báo Hải Dương | 6" above " | Báo khác | 2". */
export function isBelow(row: readonly string[], before: readonly string[]): boolean {
  const name = row.find((cell) => cell !== '') ?? '';
  if (PART.test(plain(name)) || isFigure(name)) return false;
  return /^[-–+•*]/.test(name) || (row[0] === '' && /^\d/.test(before[0] ?? ''));
}

/** What goes on with a finding: parts of a whole that is given leave it alone, what stands beside it does not. */
export function siblingsOf(whole: Finding, below: readonly Finding[]): Finding[] {
  const [value] = whole.values;
  const sum = sumOf(below);
  if (below.length === 0 || sum === null || typeof value !== 'number' || sum === value) return [];
  const name = plain(whole.label ?? '');
  const isOpen = OF_LEVEL.test(name) && !OF_ALL.test(name);
  const isOther = below.some(({ label = '' }) => /(?:^| )(?:khac|con lai)(?: |$)/.test(plain(label)));
  return isOpen || isOther || sum > value ? [...below] : [];
}

/** Rows below a figure that add up to it are its parts: "Hội nghị, tập huấn 9", "- Hội nghị 4", "- Tập huấn 5"; in one list with it they are none. */
export function withoutParts(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding, at) => {
    const first = findings.findIndex(({ field }) => field === finding.field);
    const parts = findings.slice(first + 1).filter(({ field }) => field === finding.field);
    const whole = findings[first];
    const isWhole = whole !== undefined && parts.every((part) => isPartOf(part, whole));
    return at === first || parts.length < 2 || !isWhole || sumOf(parts) !== whole.values[0];
  });
}

function isPartOf({ number, label = '' }: Finding, whole: Finding): boolean {
  // "1 | Hội nghị", "2 | Hội thảo", "3 | Tập huấn".
  if (/^\d+[.)]?$/.test(number ?? '') && /^\d+[.)]?$/.test(whole.number ?? '')) return false;
  const isMarked = /^[-–+•*]/.test(label) || number !== whole.number;
  return isMarked || /[,;]| và | va |tổng|tong/iu.test(whole.label ?? '');
}

/** What one place says of a field under several names, each with its own figure: none of them alone is the field's. */
export function severalNamed(findings: readonly Finding[]): { sum: number | null } | null {
  const named = findings.filter(
    ({ isNamed, more, elsewhere }) => (isNamed === true || more === true) && elsewhere !== true,
  );
  for (const here of Map.groupBy(named, ({ place }) => place).values()) {
    const names = new Set(here.map(({ label = '' }) => core(label)));
    if (names.size > 1 && names.size === here.length) return { sum: sumOf(here) };
  }
  return null;
}

/** The name without what offices write before it: "Tổng số hội nghị" and "Hội nghị" are one. */
function core(label: string): string {
  return fold(label.replace(/\([^()]*\)/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:\d+|[ivx]+|[a-d]) )+/u, '')
    .replace(/^(?:(?:tong|cong|so|luong|cac|da|to chuc|cuoc) )+/u, '');
}

function sumOf(findings: readonly Finding[]): number | null {
  const values = findings.map(({ values: [value, ...more] }) =>
    typeof value === 'number' && more.length === 0 ? value : Number.NaN,
  );
  const sum = values.reduce((all, one) => all + one, 0);
  return Number.isFinite(sum) ? Math.round(sum * 100) / 100 : null;
}
