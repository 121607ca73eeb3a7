import type { FormField } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';

/** "Phát thanh: 30 phút", "Fanpage: 12.000 người theo dõi", "Pa-nô: 45 m2": beside a field's name another measure of it. */
const OTHER_MEASURE =
  /^[~≈(]?\s*\d[\d.,]*(?: \d{3})* ?(?:(?:phut|gio|giay|tieng|ngay|tuan|thang|xa|phuong|thon|huyen|don vi|co quan|nhom|kenh|trang|tai khoan|cum|he thong|diem|ho|m[23²³]?|met(?: vuong| khoi)?|km|kg|ha|gb|mb)|(?:luot|nguoi) (?:xem|nghe|thich|like|tiep can|truy cap|tuong tac|quan tam|theo doi|chia se))(?![\p{L}\p{N}])/u;
/** The words right behind a figure. */
const BEHIND = /^[~≈(]?\s*\d[\d.,]*(?: \d{3})* ?([\p{L} ,/-]*)/u;

const PUBLISHED = 'tin bai chuong trinh chuyen muc de phong su ban video clip anh lan buoi ky so post dang phat';
/** What each kind of thing is counted in, a word each, folded; the kind is known by a name of its field. */
const UNITS: readonly (readonly [string, ReadonlySet<string>])[] = (
  [
    ['nguoi', 'luot nguoi dai bieu hoc vien hoi doan can bo cong chuc dong chi dan'],
    ['hoi nghi', 'cuoc buoi lop hoi nghi thao tap huan toa dam lan dot khoa'],
    ['tin bai', PUBLISHED],
    ['phat thanh', `${PUBLISHED} luot`],
    ['trang web', PUBLISHED],
    ['mang xa hoi', PUBLISHED],
    [
      'to roi',
      'san pham sp cai chiec to tam bo bien an pham cuon quyen ban pa no pano ap phich gap bang ron zon khau hieu cum',
    ],
    ['kinh phi', 'trieu ty nghin ngan dong tr trd d vnd'],
  ] as const
).map(([name, words]) => [name, new Set(words.split(' '))]);

/** "Phút", "lượt theo dõi", "m2" as the unit of a row, and nothing besides: "Huyện Ninh Giang" is a place. */
export function isOtherMeasure(unit: string): boolean {
  const text = `1 ${fold(unit)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
  return OTHER_MEASURE.exec(text)?.[0] === text;
}

/** Whether a unit is one in which that field is not counted: "người" of meetings, "triệu đồng" of people; of a word unknown to all, no. */
export function isOfAnother(field: FormField, unit: string): boolean {
  const [first = ''] = wordsOf(unit);
  const own = unitsOf(field);
  return own !== null && first !== '' && !own.has(first) && UNITS.some(([, words]) => words.has(first));
}

/** Whether a column of units names what that field is counted in, or nothing. */
export function isOwnUnit(field: FormField, unit: string): boolean {
  const own = unitsOf(field);
  return own === null ? !isOtherMeasure(unit) : !unit.includes('%') && wordsOf(unit).every((word) => own.has(word));
}

/** "120 người" of meetings, "45 m2" of posters, "30%": what stands behind the figure is not what the field counts. */
export function isMeasuredOtherwise(field: FormField, figure: string): boolean {
  const text = fold(figure);
  const [, behind = ''] = BEHIND.exec(text) ?? [];
  return OTHER_MEASURE.test(text) || /\d ?%/.test(text) || isOfAnother(field, behind);
}

function wordsOf(unit: string): string[] {
  return fold(unit).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Null where the field counts what no plan of ours has. */
function unitsOf({ kind, shortLabel, aliases }: FormField): ReadonlySet<string> | null {
  if (kind === 'money') return UNITS.find(([name]) => name === 'kinh phi')?.[1] ?? null;
  const names = [shortLabel, ...aliases].map(fold);
  const [, words] = UNITS.find(([name]) => names.includes(name)) ?? [];
  return words === undefined ? null : new Set([...words, ...names.flatMap((name) => wordsOf(name))]);
}
