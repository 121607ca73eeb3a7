import type { Day } from '../domain/calendar.ts';
import type { ReportForm } from '../domain/report-form.ts';
import { plainWords } from '../language/question-form.ts';
import { periodsIn } from '../language/time/period-word.ts';
import { fieldIn } from './field-in.ts';
import { HOW_MUCH } from './side-question-words.ts';

/** Figures that are asked for: of one field or of all, in the reports of these periods; none named: `before` the one in hand, or as it stands. */
export interface FiguresAsked {
  key: string | null;
  periods: readonly string[];
  before: boolean;
}

interface FiguresSituation {
  today: Day;
  forms: readonly ReportForm[];
  isMonthly: boolean;
}

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');

const LONGEST_WORDS = 20;
/** A number that names a period or a version is no figure. */
const NAMING =
  /(?<!\p{L})(?:thang|thg|t|th|quy|q|nam|ban|ban thu|bao cao)\s?\d[\d/_.-]*|\b[69] ?(?:thang|t)\b|\b20\d\d\b/gu;
const BEFORE = word(
  '(?:lan|ky|thang|dot|ban|bao cao|nam) (?:truoc|roi|vua roi|cu|gan nhat|ngoai|lien truoc)|hom truoc',
);
/** Of all fields: nothing stands behind it that is counted otherwise. */
const HOW_MUCH_IN_ALL = word(
  '(?<!ngay |hom |luc |gio )(?:bao nhieu|may|nhung gi|cai gi|nhung so nao|so gi)(?! (?:lan|gio|h|ngay|bao cao|don vi|ban|loai|thang|hom|ky|nam|phan tram|trang|huyen|xa|so|tuan|lau|dot|tien phat|diem))',
);
const OF_REPORTS = word('nop|gui|bao cao|ghi|nhap|luu|khai|so lieu|con so');
/** How much it should be, or what others have. */
const OTHERWISE = word(
  'toi thieu|it nhat|toi da|can|nen|(?:la|thi) (?:du|duoc)|moi (?:hoi nghi|xa|don vi|lop|buoi|nguoi|huyen|thang)|trung binh|toan tinh|ca tinh|cac don vi|don vi khac|nhung don vi|don vi nao|ai|huyen nao|(?<!nhung )so nao|thieu|con lai|muon|tre|cham|han|gia han|thong tin|cong van|van ban|nop luc|sua (?:thanh|lai)|de xuat',
);
const WHO =
  '(?:da|vang|a|oi|the|vay|u|uh|thi|em|e|anh|chi|c|bac|co|chu|chau|toi|minh|bot|ad|cho|xin|muon|can|giup|ho|hoi|gio|dua)';
const LOOK = new RegExp(
  `^(?:${WHO} )*(?:xem|coi|doc|tra|hien)(?: lai)?(?: ${WHO})*(?: (?:noi dung|so lieu|con so|so|ban|bao cao|nhung gi|cai|lai))+(?!\\p{L})|^(?:${WHO} )*(?:mo|gui|dua)(?: lai)?(?: ${WHO})* (?:noi dung|so lieu|con so)(?: .*)?(?<= )(?:da|bao cao|ban|thang|nam)(?!\\p{L})|^(?:${WHO} )*doc lai(?: ${WHO})*$`,
  'u',
);
const NO_LOOK = word(
  'mau|bieu|form|han|tien do|tinh hinh|lich|bien nhan|tai lieu|de cuong|huong dan|cach|ke hoach|chua|duyet|nhac|viec|nhiem vu|tong hop|don vi nao|ai|sua|dien|ky nao|thang nao|cong van|lam|excel|word|file|tep|khi nao|bao gio',
);
const VERSION = word(
  'ban (?:cuoi(?: cung)?|moi nhat|hien tai|hien hanh|hien nay|dang co|vua gui|vua nop|gan nhat|cu|dau)\\b.*(?<!\\p{L})(?:gi|nao|may|bao nhieu|the nao|ra sao)|(?:nhan|luu|tinh|lay|dung) (?:theo )?ban (?:nao|may|thu may|so may)',
);
const OWN = '(?:em|e|toi|minh|ben (?:em|e|toi|minh)|don vi (?:em|toi|minh)?|chung (?:em|toi))';
const SENT = word(
  `${OWN} (?:da )?(?:nop|gui|bao cao) (?:nhung gi|cai gi|gi|nhung so nao)|so lieu (?:${OWN} )?(?:da )?(?:nop |gui |bao cao )?(?:la )?(?:bao nhieu|nhung gi|the nao)|bao cao nhung gi`,
);

/**
 * Whether a clause asks what stands in a report: "tháng 10 mình nộp mấy tin bài", "cho xem nội dung báo cáo tháng 10", "bc năm đang ghi bao nhiêu". What it
 * leaves out of the period may stand in another clause of the `text`.
 */
export function readFiguresAsked(clause: string, text: string, situation: FiguresSituation): FiguresAsked | null {
  const { today, forms, isMonthly } = situation;
  const said = plainWords(withMeetings(clause));
  const isTold = [said, plainWords(text)].some((words) => /\d/u.test(words.replace(NAMING, ' ')));
  if (isTold || said.split(' ').length > LONGEST_WORDS) return null;
  const inClause = periodsIn(said, today, isMonthly);
  const periods = inClause.length > 0 ? inClause : periodsIn(plainWords(text), today, isMonthly);
  const before = periods.length === 0 && BEFORE.test(said);
  const key = fieldIn(clause, said.replace(/\b(?:bao nhieu|ben minh|ben em)\b/gu, '…'), forms);
  const asked = { key, periods, before };
  if (OTHERWISE.test(said)) return null;
  if (LOOK.test(said) && !NO_LOOK.test(said)) return asked;
  if (VERSION.test(said) || SENT.test(said)) return asked;
  if (key !== null && HOW_MUCH.test(said)) return asked;
  const isNamed = periods.length > 0 || before;
  return isNamed && OF_REPORTS.test(said) && HOW_MUCH_IN_ALL.test(said) ? asked : null;
}

/** "Mấy hn", "hn là mấy": there it is no "hôm nay". */
function withMeetings(clause: string): string {
  return clause.replace(
    /(?<=(?:mấy|may|nhiêu|nhieu|số|so|ghi)\s+)hn(?!\p{L})|(?<!\p{L})hn(?=\s+(?:là|la|bao nhiêu|bao nhieu|mấy|may)(?!\p{L}))/giu,
    'hoi nghi',
  );
}
