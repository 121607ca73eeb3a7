import type { ReportForm } from '../../domain/report-form.ts';
import { fold, foldInPlace } from '../fold.ts';
import { fieldNames } from '../report/field-names.ts';
import { asCorrected, TEXT_BEFORE } from './corrected-at-once.ts';

const PART_BEGINS = String.raw`(?<=^|[\n,;:.(][^\S\n]{0,3})`;
const MEETING =
  '(?:hn|hội nghị|hoi nghi|hội thảo|hoi thao|tập huấn|tap huan|lớp tập huấn|lop tap huan|toạ đàm|tọa đàm|toa dam|lớp|lop)';
const PEOPLE = String.raw`(?:lượt người|luot nguoi|người dự|nguoi du|người|nguoi|ng|đại biểu|dai bieu|đ\/c|đồng chí|học viên|hoc vien|cán bộ|can bo)`;
const MEETINGS_AND_PEOPLE = new RegExp(
  String.raw`${PART_BEGINS}(?<name>${MEETING})(?<gap>[^\S\n]{0,2}[:=]?[^\S\n]{0,2})(?<many>\d{1,3})[^\S\n]?\/[^\S\n]?(?<people>\d{1,5})(?![\d./])(?<of>[^\S\n]${PEOPLE}(?!\p{L}))?`,
  'giu',
);
/** "2 lớp tập huấn x 30 người": thirty at each of them, or in all. */
const TIMES = new RegExp(
  String.raw`(?<=\d[^\S\n](?<what>hội nghị|hoi nghi|lớp|lop|buổi|buoi|cuộc|cuoc|hn)(?:[^\S\n]\p{L}+){0,4})[^\S\n]?[x×*][^\S\n]?(?=\d{1,4}[^\S\n]${PEOPLE}(?!\p{L}))`,
  'giu',
);
const LESS = '(?:bỏ|bo|bớt|bot|trừ|tru|giảm|giam|rút|rut)';
const LEFT = String.raw`\d{1,6}(?:[^\S\n](?:cái|cai|bài|bai|tin|người|nguoi))?,?[^\S\n](?:thì[^\S\n]|thi[^\S\n])?(?:còn|con)(?:[^\S\n](?:lại|lai|là|la))?[^\S\n](?=\d)`;
/** "Cổng bỏ đi 1 còn 8", "bỏ người dự đi 20 còn 180": what is left is the figure. */
const LEFT_OVER = [
  new RegExp(String.raw`(?<=\p{L})[^\S\n]${LESS}(?:[^\S\n](?:đi|di|bớt|bot|ra))?[^\S\n]${LEFT}`, 'giu'),
  new RegExp(
    String.raw`${PART_BEGINS}${LESS}[^\S\n](?<name>\p{L}+(?:[^\S\n]\p{L}+){0,2}?)(?:[^\S\n](?:đi|di|bớt|bot|ra))?[^\S\n]${LEFT}`,
    'giu',
  ),
] as const;
/** "4 tin loa", "18 bản tin loa": a place that is named in one word. */
const ON_LOUDSPEAKERS =
  /(?<=(?<!\p{L})(?:tin|bài|bai)[^\S\n])loa(?![^\S\n]?(?:truyền|truyen|phát|phat|xã|xa|phường|phuong|kéo|keo)(?!\p{L}))(?!\p{L})/giu;
/** "Đăng trang của sở": the unit's own site. */
const OWN_SITE =
  /(?<=(?<!\p{L})(?:tin|bài|bai|đăng|dang|trên|tren|lên|len)[^\S\n])(?:trang|web|trang web)(?=[^\S\n](?:(?:của|cua)[^\S\n])?(?:sở|so|huyện|huyen|đơn vị|don vi|cơ quan|co quan|ban|ngành|nganh|thành phố|thanh pho|phường|phuong|xã|xa|mình|minh|nhà|nha)(?!\p{L}))/giu;
/** "Cổng 6 tin, 9 bài": of one place, so many in all. */
const NEWS_AND_ARTICLES = new RegExp(
  String.raw`${PART_BEGINS}(?<name>(?:\p{L}[\p{L}/]*[^\S\n]){1,5}[:=]?[^\S\n]?)(?<one>\d{1,4})[^\S\n](?:tin|bài|bai)(?:,[^\S\n]?|[^\S\n](?:và|va|\+|&)[^\S\n])(?<other>\d{1,4})[^\S\n](?:tin|bài|bai)(?=[^\S\n]*(?:[;,.\n)]|$))`,
  'giu',
);
/** "58 tin bài trên đài": the one that broadcasts. */
const ON_AIR =
  /(?<=(?<!\p{L})(?:tin|bài|bai|chương trình|chuong trinh|phóng sự|phong su)[^\S\n](?:trên|tren|qua)[^\S\n])(?:đài|dai)(?!\p{L})(?!\s?(?:truyền|truyen|phát|phat|huyện|huyen|xã|xa|pt|tt)\p{L}*)/giu;
/** "8 hội nghị mỗi buổi 50 người": a comma was left out. */
const AT_EACH = new RegExp(
  String.raw`(?<=\d[^\S\n]${MEETING}(?:[^\S\n]\p{L}+){0,2})[^\S\n](?=(?:mỗi|moi|bình quân|binh quan|trung bình|trung binh)[^\S\n](?:buổi|buoi|lớp|lop|cuộc|cuoc|hội nghị|hoi nghi|hn)[^\S\n]\d)`,
  'giu',
);
const LONGEST = 2000;

/**
 * Figures that are said in a short hand of their own, written out as the readers know them: "HN 2/85 người", "2 lớp x 30 người", "cổng bỏ đi 1 còn 8",
 * "4 tin loa". What is told in a text ("kết quả: …") keeps its words.
 */
export function saidPlainly(form: ReportForm, text: string): string {
  if (text.length > LONGEST) return text;
  return text
    .split('\n')
    .map((line) => {
      const at = TEXT_BEFORE.exec(line)?.index ?? line.length;
      return plainLine(form, line.slice(0, at)) + withoutAsFollows(form, line.slice(at));
    })
    .join('\n');
}

/** "Kết quả nổi bật như sau: …": the name, and its text. */
function withoutAsFollows(form: ReportForm, told: string): string {
  const [label = ''] = AS_FOLLOWS.exec(told) ?? [];
  const name = label.replace(AS_FOLLOWS_ENDS, '');
  return label !== '' && fieldNames(form).named(name)?.field.kind === 'text' ? name + told.slice(label.length) : told;
}

const AS_FOLLOWS = /^[^:.;,]{2,40}[^\S\n](?:như sau|nhu sau)(?=[^\S\n]?:)/iu;
const AS_FOLLOWS_ENDS = /(?:[^\S\n](?:cụ thể|cu the|là|la))?[^\S\n](?:như sau|nhu sau)$/iu;

function plainLine(form: ReportForm, line: string): string {
  const names = fieldNames(form);
  const hasBoth = names.named('hoi nghi') !== null && names.named('nguoi du') !== null;
  // A text that was typed without marks stays without: its number words are read as such.
  const isBare = foldInPlace(line) === line.toLowerCase();
  const typed = (words: string): string => (isBare ? fold(words) : words);
  const told = hasBoth
    ? line.replace(MEETINGS_AND_PEOPLE, bothTold).replace(TIMES, isBare ? ', moi $<what> ' : ', mỗi $<what> ')
    : line;
  return asCorrected(told.replace(AT_EACH, ', ').replace(NEWS_AND_ARTICLES, addedUp))
    .replace(LEFT_OVER[0], ' ')
    .replace(LEFT_OVER[1], '$<name> ')
    .replace(ON_LOUDSPEAKERS, typed('loa truyền thanh'))
    .replace(ON_AIR, typed('đài truyền thanh'))
    .replace(OWN_SITE, typed('trang thông tin'));
}

function addedUp(all: string, ...rest: unknown[]): string {
  const { name = '', one = '', other = '' } = rest.at(-1) as Record<string, string | undefined>;
  return /(?<!\p{L})(?:và|va|thêm|them|còn|con|có|co)\s$/iu.test(name)
    ? all
    : `${name}${Number(one) + Number(other)} tin bai`;
}

/** A day ("HN 2/11"), or so many of so many ("145/150 đại biểu"), is left as it is: that is asked about. */
function bothTold(all: string, ...rest: unknown[]): string {
  const { name = '', many = '', people = '', of } = rest.at(-1) as Record<string, string | undefined>;
  const [meetings, came] = [Number(many), Number(people)];
  const isDay = of === undefined && came <= 12 && meetings <= 31;
  return isDay || came < 3 * meetings
    ? all
    : `${name} ${many}, ${/[^\p{ASCII}]/u.test(name) ? 'người dự' : 'nguoi du'} ${people}`;
}
