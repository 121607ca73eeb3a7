import type { FieldRole, FormField } from '../../domain/report-form.ts';
import type { UnitKind } from '../../domain/unit.ts';
import { foldInPlace } from '../fold.ts';
import { readNumberWords } from '../number/number-words.ts';
import { parseField } from '../report/report-field.ts';
import { spelled, wholeWords } from '../spelled.ts';

/** How people ask about a round. All on folded text, "k" and "ko" written out as "khong". */

const UNIT_WORD = '(?:don vi|huyen|so|xa|phuong|noi|ben|co quan|nganh|cho)';
/** "Ai", "huyện nào", "có đơn vị nào", "được mấy nơi". */
export const WHO = new RegExp(
  `\\b(?:ai|nhung ai|(?:cac |nhung )?${UNIT_WORD} nao|(?:may|bao nhieu) (?:don vi|huyen|so|xa|noi|bao cao)|(?:cac |nhung )?bao cao nao|co (?:them )?don vi|danh sach|ds)\\b`,
  'u',
);
export const HOW_MANY = /\b(?:may|bao nhieu)\b/u;

export const UNIT_STATES = [
  'in-a-row',
  'often-late',
  'returned',
  'overdue',
  'late',
  'promised',
  'nobody',
  'unreached',
  'nothing',
  'missing',
  'submitted',
] as const;
/** What is asked of units; the first that fits is meant. */
export type AskedState = (typeof UNIT_STATES)[number];

const HANDS_IN = '(?:nop|gui|bao cao|co bao cao|xong)';
/** What else people hand in. */
export const OTHER_THINGS =
  /\b(?:vuong mac|kho khan|cau hoi|de xuat|kien nghi|tai lieu|thong bao|tin nhan|bam|van ban|cong van|lien thong|ioffice|email|giay|anh|tep|file|ma moi)\b/u;
const LATE = '(?:muon|tre|cham|sau han)';
/** "Hai tháng liền", "3 kỳ liên tiếp": so many rounds in a row. */
const IN_A_ROW =
  /(?:\b(\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )?(?:thang|ky|lan|quy) (?:lien tiep|lien tuc|lien)\b|\blien (?:tiep )?(\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:thang|ky|lan|quy)\b/u;

/** How many rounds in a row; two where no number is said. */
export function inARow(folded: string): number | null {
  const found = IN_A_ROW.exec(folded);
  const said = found?.[1] ?? found?.[2];
  if (found === null) return null;
  return said === undefined ? 2 : (readNumberWords([said])?.value ?? Number(said));
}
/** A report that has to be corrected. */
export const WAS_RETURNED = /\b(?:bi|dang bi|da bi|con bi|dang cho) (?:tra lai|tra ve|sua lai)\b/u;
export const STATE_WORDS: Readonly<Record<AskedState, RegExp>> = {
  'often-late': new RegExp(
    `\\b(?:hay|thuong|thuong xuyen|lien tuc|suot|nhieu lan|nhieu ky)(?: bi| nop| gui)? ${LATE}\\b|\\b${LATE} (?:nhieu lan|nhieu ky|nhieu nhat|thuong xuyen|lien tuc)\\b|\\b${LATE} (?:\\S+ ){0,4}(?:lien tiep|lien tuc)\\b`,
    'u',
  ),
  'in-a-row': new RegExp(
    `\\b(?:${LATE}|khong nop|chua nop|khong bao cao)\\b.*(?:${IN_A_ROW.source})|(?:${IN_A_ROW.source}).*\\b(?:${LATE}|khong nop|chua nop|khong bao cao)\\b`,
    'u',
  ),
  nothing: /\b(?:khong|ko|k) (?:co )?phat sinh\b/u,
  returned: WAS_RETURNED,
  overdue: /\bqua han\b/u,
  late: new RegExp(`\\b${LATE}\\b`, 'u'),
  promised: /\b(?:hua|hen|cam ket)\b(?! gio| lich| gui tin)/u,
  nobody:
    /\b(?:chua|khong) (?:co (?:dau moi|nguoi|ai (?:phu trach|tham gia))|tham gia|vao bot|dang ky|vao duoc bot)\b/u,
  unreached:
    /\b(?:chua|khong) (?:nhan duoc (?:tin|nhac)|nhan (?:tin|nhac)|lien lac duoc|lien he duoc|gui (?:tin )?toi duoc)\b/u,
  missing: new RegExp(
    `\\b(?:chua|chua chiu|chua thay|khong|quen) ${HANDS_IN}\\b|\\b(?:con thieu|con no|thieu bao cao)\\b|\\bchua$`,
    'u',
  ),
  submitted: /\b(?:nop|gui)\b|\bda bao cao\b|\bbao cao (?:roi|xong)\b/u,
};

/** Days that receipts are asked for, back from today; the part of the day where one was said. */
export interface AskedDays {
  from: number;
  to: number;
  part: 'morning' | 'afternoon' | null;
}

const DAY_WORDS: readonly (readonly [RegExp, AskedDays])[] = [
  [/\b(?:tu hom qua|tu chieu qua|tu toi qua)\b/u, { from: 1, to: 0, part: null }],
  [/\b(?:hom qua|toi qua|chieu qua|sang qua)\b/u, { from: 1, to: 1, part: null }],
  [/\b(?:sang nay|tu sang|hoi sang|tu dau sang)\b/u, { from: 0, to: 0, part: 'morning' }],
  [/\b(?:chieu nay|hoi chieu)\b/u, { from: 0, to: 0, part: 'afternoon' }],
  [/\b(?:hom kia)\b/u, { from: 2, to: 2, part: null }],
  [/\b(?:may|vai|ba) (?:hom|ngay) (?:nay|qua)\b/u, { from: 3, to: 0, part: null }],
  [/\b(?:hom nay|ngay nay)\b/u, { from: 0, to: 0, part: null }],
  [/\b(?:tuan nay|tuan qua)\b/u, { from: 7, to: 0, part: null }],
];

/** What narrows a question and is not looked up: the answer names it as left out. */
export const PASSED_OVER: readonly (readonly [RegExp, string])[] = [
  [/\btuan truoc\b/u, 'tuần trước'],
  [/\bhom no\b/u, 'hôm nọ'],
  [/\bhom truoc\b/u, 'hôm trước'],
  [/\b(?:chua|khong) (?:duoc )?goi\b/u, 'chưa gọi'],
];

export function daysIn(folded: string): AskedDays | null {
  return DAY_WORDS.find(([words]) => words.test(folded))?.[1] ?? null;
}

/** A kind of units, in lower text with its marks or without any: "số" is no "sở". */
const KIND_WORDS: readonly (readonly [RegExp, UnitKind])[] = [
  [/(?<!\p{L})(?:huyện|huyen|cấp huyện)(?!\p{L})/u, 'district'],
  [/(?<!\p{L})(?:sở|so(?= nao| nganh| ban)|ban ngành|ban nganh)(?!\p{L})/u, 'department'],
  [/(?<!\p{L})(?<!mạng )(?<!mang )(?:xã|xa|phường|phuong)(?!\p{L})(?! hội| hoi)/u, 'commune'],
  [/(?<!\p{L})(?:báo đài|bao dai|báo chí|bao chi|cơ quan báo|đài báo|báo nào|đài nào)(?!\p{L})/u, 'press'],
  [/(?<!\p{L})(?:đoàn thể|doan the|các hội|cac hoi|hội nào|hoi nao)(?!\p{L})/u, 'mass_organisation'],
];

export function kindsIn(typed: string): UnitKind[] {
  return KIND_WORDS.filter(([words]) => words.test(typed)).map(([, kind]) => kind);
}

/** Kinds beside a unit that is named: "Sở Y tế và các huyện". */
export const KINDS_BESIDE =
  /(?<!\p{L})(?:các|những|cấp)\s+(?:huyện|sở|xã|phường|đoàn thể|hội(?! nghị| thảo)|báo đài)(?!\p{L})/u;
export const LEAVES_OUT = wholeWords(
  `${spelled('trừ|ngoại trừ|trừ ra|không tính|không kể|bỏ qua|chừa')}|${spelled('ngoài')}\\s.{2,60}\\s${spelled('ra')}`,
);
/** All of the year's periods together. */
export const RUNNING =
  /\b(?:tu dau nam|luy ke|cong don|tu thang \d{1,2} (?:den|toi)|(?:ca|trong) nam (?:den|toi) (?:nay|gio))\b/u;
/** Fields of the form in which something is told. */
export const WRITTEN: readonly (readonly [RegExp, FieldRole])[] = [
  [/\b(?:kho khan|vuong mac)\b/u, 'difficulty'],
  [/\b(?:kien nghi|de xuat)\b/u, 'proposal'],
  [/\bket qua noi bat\b/u, 'results'],
];
export const WHAT_WRITTEN = /\b(?:gi|nao|nhung gi|ra sao|the nao|liet ke|tong hop)\b/u;
export const AVERAGE = /\b(?:trung binh|binh quan)\b/u;
export const STATE_OF =
  /\b(?:ty le|ti le|tinh hinh|tong hop|dung han|tien do|nop duoc bao nhieu|nop den dau|the nao|ra sao)\b/u;
export const SUMMED_UP = /\b(?:tong hop|so lieu|ket qua)\b/u;

/** That a figure is asked for, beside the name of the field. */
export const MEASURES =
  /\b(?:tong|tong so|tong cong|bao nhieu|may|cong lai|ca tinh|toan tinh|trung binh|binh quan|the nao|ra sao|so voi|tang|giam)\b/u;
export const MOST = /\b(?:nhieu|cao|lon)\b(?:\s+\S+){0,4}? nhat\b/u;
export const LEAST = /\b(?:it|thap|nho)\b(?:\s+\S+){0,4}? nhat\b/u;
export const NONE = /\b(?:chua|khong) (?:to chuc|co|lam|dang|thuc hien|duoc)\b|\bbang (?:0|khong)(?![\d,.])/u;
/** What one unit reported, figure by figure. */
export const FIGURES_OF = /\b(?:so lieu|cac so|con so|cac chi tieu)\b/u;
export const COMPARED =
  /\bso (?:voi|sanh)(?: voi)?(?: cung)? (?:thang|ky|nam)(?! ?\d)(?: ky)?(?: nam)?(?: (?:truoc|roi|ngoai|vua roi|qua))?|\btang hay giam|\btang giam/u;
export const A_YEAR_BEFORE = /\b(?:nam ngoai|nam truoc|cung ky)\b/u;
/** All the figures of a round. */
export const ALL_FIGURES =
  /\b(?:tong|tong hop|cong)? ?(?:so lieu|ket qua|con so)(?: chung| tong)? (?:ca|toan) tinh\b|\btong (?:so lieu|cac muc|hop so lieu)\b|\b(?:ca|toan) tinh (?:duoc|co) (?:nhung gi|bao nhieu)\b/u;
/** "Thế còn X", "X thế nào rồi", "báo cáo của X đâu": how the one unit stands. */
export const HOW_IS =
  /^(?:(?:a|u|the|vay|ma) )*(?:con) (?:\S+ ){1,6}\S+$|^(?:(?:em|cho|chi|xem|the|vay) )*(?:tinh hinh|bao cao)(?: cua)? (?!thay|ho\b)\S+(?: \S+){0,5}$|\b(?:the nao|ra sao|sao|den dau|toi dau)(?: roi| vay| a| nhi| em)*$|\b(?:dau|dau roi|dau nhi)$|\bden (?:ngay|hom) (?:nao|bao nhieu|may)\b|\b(?:nop|gui)(?: \S+){0,3} (?:luc nao|luc may gio|may gio|hom nao|ngay nao|khi nao|bao gio|ban thu may|lan thu may)(?=$|[ ,])|\b(?:nop|gui|bao cao)(?: (?!chua)\S+){0,8} (?:chua|roi chua|roi a|roi ha|hay chua|chua nhi|chua em|chua vay)(?: (?:a|em|nhi|the))*$|\b(?:hua|hen)\b.{0,40}\b(?:dung khong|phai khong|khong|chua|gi|khi nao|luc nao|may gio)(?: a| em| nhi)*$|\b(?:vuong|gap kho) gi\b/u;
/** "Các sở nộp đủ chưa". */
export const ALL_IN =
  /\b(?:nop|gui|bao cao)(?: \S+){0,3} (?:du|het|xong|day du)(?: ca| het)? (?:chua|roi chua|khong|hay chua)(?: (?:a|em|nhi|the|vay))*$/u;
export const IN_DOUBT =
  /\b(?:dung khong|phai khong|a dung khong|that khong|dung chua|khong nhi)\b|\b(?:a|ha|nhi)$|\?$/u;
/** Something is to be done, not told. Of lower text with its marks: "bộ" is no "bỏ". */
export const ORDERS = new RegExp(
  `^(?:${spelled('em|bot|ơi|nhờ|hãy|chị|anh|tôi|mình|giúp')}\\s+)*${spelled('yêu cầu|đề nghị|gửi|nhắc|nhắn|báo cho|báo lại|thông báo|miễn|xuất|lập|tạo|giao|mời|gọi|duyệt|trả|sửa|ghi|nhập|thêm|bỏ|huỷ|hủy|đổi')}(?![\\p{L}\\p{N}])(?!\\s+${spelled('cho|giúp|lại cho')}\\s+${spelled('em|chị|anh|tôi|mình')}(?![\\p{L}\\p{N}]))`,
  'u',
);
/** "3 tháng gần đây", "mấy kỳ vừa rồi": what a unit sent before. */
export const LATELY =
  /\b(?:\d{1,2}|hai|ba|bon|nam|sau|may|vai|cac|nhung) (?:thang|ky|lan|quy) (?:gan day|gan nhat|vua qua|vua roi|truoc|qua|lien)\b|\b(?:tu dau nam|ca nam|nua nam nay|nam nay|lich su|truoc gio|lau nay|dao nay)\b/u;
/** Each for itself, not their sum. */
export const EACH = /\b(?:tung|moi|rieng tung) (?:don vi|huyen|so|xa|noi|ben|hoi)\b|\b(?:tung|moi) (?:cai|nha|dua)\b/u;
const SIZE = '(?:tram|chuc|nghin|ngan|trieu|tr|ty|ti|k|dong|d|ruoi)(?![\\p{L}])';
/** "Hơn năm trước" is no five. */
const DIGIT_WORDS = 'mot|hai|ba|bon|nam(?! (?:truoc|ngoai|nay|roi|qua|sau|toi|\\d))|sau|bay|tam|chin|muoi';
/** "Qua 3 tháng", "hơn hai đơn vị": of no figure. */
const NOT_COUNTED = 'thang|tuan|ngay|hom|quy|ky|lan|nam|gio|don vi|noi|huyen|so|xa|phan tram';
/** "1 tỷ 200 triệu", "500k", "hai trăm", "mười hai": with its words of size. */
const AMOUNT = `(?:\\d[\\d.,]*(?:\\s?${SIZE}(?:\\s?\\d[\\d.,]*(?=\\s?${SIZE}))?)*|nua\\s${SIZE}|(?:(?:${DIGIT_WORDS})\\s)+${SIZE}(?:\\s${SIZE})*|(?<!(?<!khong )qua )(?:${DIGIT_WORDS})(?:\\s(?:${DIGIT_WORDS}))*)(?![\\p{L}\\d])(?!\\s?(?:${NOT_COUNTED})(?!\\p{L}))`;
/** "Trên 20 triệu", "dưới 100", "từ 300 trở lên". */
const LIMIT = new RegExp(
  `\\b(tren|qua|hon|vuot|lon hon|nhieu hon|cao hon|it nhat|duoi|it hon|nho hon|thap hon|chua den|chua toi|khong qua|toi da)(?: (?:muc|so))? (${AMOUNT})|\\btu (${AMOUNT})(?: \\S+){0,3}? tro (len|xuong)\\b`,
  'u',
);
const BELOW = /^(?:duoi|it hon|nho hon|thap hon|chua den|chua toi|khong qua|toi da)$/u;

export interface AskedLimit {
  is: 'over' | 'under';
  value: number;
  /** "Từ 20 trở lên": 20 itself as well; "trên 20": not. */
  isItselfToo: boolean;
}

/** A threshold that a figure of that field is asked by, in lower text with its marks; its words where no single amount can be read in them. */
export function limitIn(typed: string, field: FormField): AskedLimit | string | null {
  const found = LIMIT.exec(foldInPlace(typed));
  if (found === null) return null;
  const words = typed.slice(found.index, found.index + found[0].length);
  const amount = found[2] ?? found[3] ?? '';
  const at = found[0].indexOf(` ${amount}`) + 1;
  const read = parseField(field, words.slice(at, at + amount.length));
  if (read.kind !== 'ok' || typeof read.value !== 'number') return words;
  const isBelow = BELOW.test(found[1] ?? '') || found[4] === 'xuong';
  const isItselfToo = found[4] !== undefined || /^(?:it nhat|khong qua|toi da)$/u.test(found[1] ?? '');
  return { is: isBelow ? 'under' : 'over', value: read.value, isItselfToo };
}
/** Two periods beside one another. */
export const BESIDE = /\b(?:so sanh|so voi|so|hon|kem|tang|giam|chenh|khac)\b/u;
/** Both of what a round is counted by: all of it is asked for. */
export const WHOLE = /\bdung han\b/u;
/** Whoever says so speaks of its own unit. */
export const OWN_UNIT = /\b(?:don vi|ben|co quan|huyen|so|xa) (?:em|toi|minh|chung toi)\b/u;
