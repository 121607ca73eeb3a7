import type { Day, Instant } from '../domain/calendar.ts';
import { daysBetween } from '../domain/calendar.ts';
import type { Total } from '../domain/compiled-round.ts';
import type { FormField } from '../domain/report-form.ts';
import type { UnitKind } from '../domain/unit.ts';
import { sayChange, sayFigure } from './compiled.ts';
import type { Choice, Outgoing } from './message.ts';
import type { NameGroup } from './name-groups.ts';
import { fitNames } from './name-groups.ts';
import { sayPeriodKey, sayReport, sayReportShort } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayMoment, sayShortDay } from './when.ts';

const WHOSE: Readonly<Record<UnitKind, string>> = {
  department: 'các sở, ban, ngành',
  district: 'cấp huyện',
  commune: 'cấp xã',
  press: 'báo, đài',
  mass_organisation: 'các đoàn thể',
  front: 'MTTQ',
};

/** `cả tỉnh`, `cấp huyện`, `Sở Y tế`: whose figures or names they are. */
export function sayWhose(kinds: readonly UnitKind[], unit: string | null): string {
  if (unit !== null) return unit;
  return kinds.length === 0 ? 'cả tỉnh' : kinds.map((kind) => WHOSE[kind]).join(', ');
}

export interface SomeFigures {
  period: string;
  owing: number;
  counted: number;
  totals: Readonly<Record<string, Total>>;
}

export interface FiguresAnswer extends SomeFigures {
  title: string;
  whose: string;
  fields: readonly FormField[];
  before: SomeFigures | null;
  both: { units: number; now: SomeFigures['totals']; before: SomeFigures['totals'] } | null;
}

export const figureIn = (totals: SomeFigures['totals'], { key }: FormField): number | null =>
  totals[key]?.value ?? null;

/** How many reports a total rests on: without it a round half in looks like a collapse. */
export const sayBasis = ({ counted, owing }: SomeFigures): string => `${counted}/${owing} đơn vị`;

/** Totals of a round, with what they rest on. */
export function sayFigures(answer: FiguresAnswer): RichText {
  const lines = answer.fields.map(
    (field) => say`• ${field.shortLabel}: ${b(sayFigure(figureIn(answer.totals, field)))}${sayGiven(answer, field)}`,
  );
  return join([say`🔢 ${b(`${answer.title}, ${answer.whose}`)} (theo báo cáo của ${sayBasis(answer)})`, ...lines]);
}

/** Not every report gives every figure. */
function sayGiven({ counted, totals }: SomeFigures, { key }: FormField): string {
  const given = totals[key]?.given ?? 0;
  return given === counted || given === 0 ? '' : ` (${given} đơn vị có số)`;
}

/** The same beside another round; of the units that are in both, where not all are. */
export function sayCompared(answer: FiguresAnswer, noneBefore: RichText): RichText {
  const { before, both } = answer;
  if (before === null || both === null) return join([sayFigures(answer), noneBefore], '\n\n');
  const now = sayPeriodKey(answer.period);
  const then = sayPeriodKey(before.period);
  const isWhole = both.units === answer.counted && both.units === before.counted;
  const lines = answer.fields.map((field) => {
    const [a, z] = [figureIn(answer.totals, field), figureIn(before.totals, field)];
    return say`• ${field.shortLabel}: ${b(sayFigure(a))} / ${sayFigure(z)}${isWhole ? ` (${sayChange(a, z)})` : ''}`;
  });
  const alike = answer.fields.map((field) => {
    const [a, z] = [figureIn(both.now, field), figureIn(both.before, field)];
    return say`• ${field.shortLabel}: ${b(sayFigure(a))} / ${sayFigure(z)} (${sayChange(a, z)})`;
  });
  return join(
    [
      join([
        say`🔢 ${b(`${now} / ${then}, ${answer.whose}`)}`,
        answer.owing > 1 ? say`Theo báo cáo của ${sayBasis(answer)} / ${sayBasis(before)}` : [],
        ...lines,
      ]),
      isWhole || both.units === 0
        ? []
        : join([say`${b(`Riêng ${both.units} đơn vị có báo cáo cả hai kỳ`)}:`, ...alike]),
    ],
    '\n\n',
  );
}

/** The most or the least of one figure. */
export function sayRanked(
  answer: FiguresAnswer,
  field: FormField,
  rank: 'most' | 'least',
  ranked: readonly { name: string; value: number }[],
): RichText {
  const what = `${field.shortLabel}: ${rank === 'most' ? 'nhiều nhất' : 'ít nhất'}`;
  const head = say`🔢 ${b(`${what}, ${sayPeriodKey(answer.period)}, ${answer.whose}`)} (theo báo cáo của ${sayBasis(answer)})`;
  if (ranked.length === 0) return join([head, say`Chưa đơn vị nào báo cáo số này.`]);
  return join([head, ...ranked.map(({ name, value }, at) => say`${at + 1}. ${name}: ${b(sayFigure(value))}`)]);
}

/** Units that gave none of one figure, or zero. */
export function sayWithout(answer: FiguresAnswer, field: FormField, zero: readonly string[], none: readonly string[]) {
  const head = say`🔢 ${b(`${field.shortLabel}, ${sayPeriodKey(answer.period)}, ${answer.whose}`)} (theo báo cáo của ${sayBasis(answer)})`;
  const groups = [
    { title: 'Báo cáo số 0', names: zero },
    { title: 'Không ghi số này', names: none },
  ];
  const isNone = zero.length + none.length === 0;
  return join([head, isNone ? say`Đơn vị nào đã nộp cũng có số này.` : fitNames(groups, ROOM).text], '\n\n');
}

const ROOM = 1500;

/** Units that stand in one way, and of how many. */
export function sayUnits(
  example: SpokenTask,
  { title, whose, count, of }: { title: string; whose: string; count: number; of: number | null },
  groups: readonly NameGroup[],
): RichText {
  const who = whose === 'cả tỉnh' ? '' : `, ${whose}`;
  const total = of === null ? String(count) : `${count}/${of}`;
  const round = b(`${sayReport(example.obligation, example.period)}${who}`);
  if (count === 0) return say`${round}: không có đơn vị nào ${title}.`;
  return join([say`${round}: ${title} ${b(total)} đơn vị.`, fitNames(groups, ROOM).text], '\n\n');
}

export const STANDS = {
  returned: 'bị trả lại, chờ bản sửa',
  missing: 'chưa nộp',
  overdue: 'đã quá hạn',
  late: 'nộp muộn',
  submitted: 'đã nộp',
  nothing: 'báo không phát sinh',
  promised: 'đã hẹn giờ gửi',
  nobody: 'chưa có đầu mối tham gia bot',
  unreached: 'không gửi tin tới được',
} as const;

export const GROUPS = {
  onTime: 'Đúng hạn',
  late: 'Nộp muộn',
  unsettled: 'Gửi sau hạn, chưa xác định đúng hạn hay muộn (hệ thống được khôi phục: /khoiphuc)',
  overdue: 'Quá hạn',
  extended: '⏳ Được gia hạn, chưa đến hạn',
  promised: '🤝 Chưa đến giờ hẹn',
  lapsed: '⌛ Quá giờ đã hẹn',
  named: 'Gồm',
} as const;

const DAY_NAMES: readonly (readonly [from: number, to: number, words: string])[] = [
  [0, 0, 'hôm nay'],
  [1, 1, 'hôm qua'],
  [1, 0, 'từ hôm qua'],
];
const PARTS = { morning: 'sáng nay', afternoon: 'chiều nay' } as const;

/** `đã nộp sáng nay`, `đã nộp 7 ngày qua`. */
export function saySubmittedIn({ from, to, part }: { from: number; to: number; part: keyof typeof PARTS | null }) {
  const named = DAY_NAMES.find((one) => one[0] === from && one[1] === to)?.[2];
  return `${STANDS.submitted} ${part === null ? (named ?? `${from} ngày qua`) : PARTS[part]}`;
}

export const sayReceived = (name: string, at: Instant, zone: string): string => `${name} (${sayMoment(at, zone)})`;

/** `Sở Y tế (muộn 2 ngày, nhận 19/10)`. */
export function sayDaysLate(name: string, lastGoodDay: Day, received: Day): string {
  return `${name} (muộn ${daysBetween(lastGoodDay, received)} ngày, nhận ${sayShortDay(received)})`;
}

export function sayDaysOver(name: string, lastGoodDay: Day, today: Day): string {
  return `${name} (${daysBetween(lastGoodDay, today)} ngày)`;
}

/** Who was late, or sent nothing, in each of the last rounds. */
export function sayInARow(periods: readonly string[], whose: string, names: readonly string[]): RichText {
  const head = say`🔁 ${b(`Muộn hoặc chưa nộp cả ${periods.length} kỳ: ${whose}`)} (${periods.map(sayPeriodKey).join(', ')})`;
  if (names.length === 0) return join([head, say`Không có đơn vị nào.`]);
  return join([head, fitNames([{ title: GROUPS.named, names }], ROOM).text], '\n\n');
}

/** Who was late how often. */
export function sayHabits(
  periods: readonly string[],
  whose: string,
  units: readonly { shortName: string; late: readonly string[]; missing: readonly string[] }[],
): RichText {
  const [first = '', last = first] = [periods[0], periods.at(-1)];
  const span =
    first === last ? sayPeriodKey(first) : `${periods.length} kỳ: ${sayPeriodKey(first)} – ${sayPeriodKey(last)}`;
  const head = say`🔁 ${b(`Nộp muộn, chưa nộp: ${whose}`)} (${span})`;
  if (units.length === 0) return join([head, say`Không đơn vị nào nộp muộn.`]);
  const lines = units.map(({ shortName, late, missing }) => {
    const parts = [
      late.length === 0 ? '' : `muộn ${late.length} lần (${late.map(sayPeriodKey).join(', ')})`,
      missing.length === 0 ? '' : `chưa nộp ${missing.length} kỳ (${missing.map(sayPeriodKey).join(', ')})`,
    ];
    return say`• ${shortName}: ${parts.filter((part) => part !== '').join('; ')}`;
  });
  return join([head, ...lines]);
}

export const ROUND_ANSWER = {
  without: (whose: string, out: readonly string[]): string => `${whose}, trừ ${out.join(', ')}`,
  notRead: (words: string): RichText => say`Chưa lọc được theo “${words}”: trả lời dưới đây chưa tính điều ấy.`,
  noOneOff: say`Hiện không có báo cáo đột xuất nào như vậy đang mở. Xem danh sách: /dotxuat danhsach.`,
  noHabits: say`Chưa có kỳ báo cáo nào đã qua hạn.`,
  fewRounds: (count: number): RichText => say`Mới có ${count} kỳ đã qua hạn, chưa đủ để tính liên tiếp.`,
  noSuchRound: (period: string): RichText => say`Không có số liệu của ${sayPeriodKey(period)} để so sánh.`,
  noneBefore: say`Chưa có kỳ trước để so sánh.`,
  noneAYearBefore: say`Chưa có số liệu cùng kỳ năm trước để so sánh.`,
  noUnitReport: (unit: string, report: string): RichText => say`${unit} chưa có ${report} được tính.`,
} as const;

const orderOf = ({ obligation, period }: SpokenTask): string => `${obligation.code} ${period.key}`;

export const answerChoice = {
  whole: (example: SpokenTask): Choice => ({ label: 'Xem cả kỳ', value: `/tonghop ${orderOf(example)}` }),
  other: (example: SpokenTask): Choice => ({
    label: `Xem ${sayReportShort(example.obligation, example.period)}`,
    value: `/tonghop ${orderOf(example)}`,
  }),
  chase: (example: SpokenTask): Choice => ({ label: 'Đôn đốc đơn vị chưa nộp', value: `/dondoc ${orderOf(example)}` }),
  calls: (): Choice => ({ label: 'Danh sách cần gọi', value: '/goi' }),
  excel: (example: SpokenTask): Choice => ({ label: 'Xuất Excel', value: `/xuat excel ${orderOf(example)}` }),
  report: (code: string, period: string): Choice => ({ label: 'Xem báo cáo', value: `/duyet ${code} ${period}` }),
} as const;

export function sayAnswer(text: RichText, choices: readonly Choice[]): Outgoing {
  return { text, choices: choices.map((choice) => [choice]), answer: 'pick' };
}
