import type { WorkingCalendar } from '../domain/calendar.ts';
import { isProvisional } from '../domain/calendar.ts';
import type { OpenStretch } from '../domain/compiled-round.ts';
import type { Substance } from '../domain/report-substance.ts';
import type { Stance } from '../domain/stance.ts';
import type { Standing } from '../domain/task.ts';
import type { RoundTotals } from '../domain/totals.ts';
import type { Unit } from '../domain/unit.ts';
import type { SpokenCompiled } from './compiled-report.ts';
import { compiledChoice, sayCompiledLine } from './compiled-report.ts';
import type { Choice, Outgoing } from './message.ts';
import type { NameGroup } from './name-groups.ts';
import { fitNames } from './name-groups.ts';
import { sayPeriodKey, sayReport, sayReportFirst, sayReportShort } from './period.ts';
import { sayTimeLeft } from './reminder.ts';
import { sayOpenStretch } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, join, plain, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline, sayShortDay, saySoon } from './when.ts';

export interface RoundView {
  example: SpokenTask;
  totals: RoundTotals;
  units: readonly { unit: Unit; standing: Standing }[];
  openStretch: OpenStretch | null;
}

export interface RoundDetailView {
  missing: readonly { unit: Unit; stance: Stance; promisedUntil: number | null; ownLastDay: string | null }[];
  returned: readonly Unit[];
  passedOn: readonly Unit[];
  substances: Readonly<Record<Substance, number>>;
  trend: { period: string; received: number; owing: number } | null;
}

/** A round as it is said: of which report, in which period. */
export type SpokenRound = Pick<SpokenTask, 'obligation' | 'period'>;

export interface RoundContext {
  calendar: WorkingCalendar;
  now: number;
  /** Other rounds that can be looked at. */
  others: readonly SpokenRound[];
  /** What is compiled of it; null = nothing that is watched. */
  compiled: SpokenCompiled | null;
  /** All names, however many messages that takes. */
  inFull: boolean;
}

const STANCE_TITLES: Readonly<Record<Stance, string>> = {
  promised: '🤝 Đã hẹn giờ gửi',
  lapsed: '⌛ Quá giờ đã hẹn',
  'half-typed': '📝 Đang nhập dở',
  silent: '🔔 Đã nhắc, chưa gửi',
  'not-reminded': '🕘 Chưa đến lượt nhắc',
  unreached: '🔴 Không gửi tin tới được',
  nobody: '⚪ Chưa có đầu mối tham gia bot',
  extended: '⏳ Được gia hạn, chưa đến hạn',
};

/** Zalo's longest message, with some room for what stands around the numbers of the choices. */
const LONGEST = 1900;

/** The round at a glance: the buckets sum to all; who is missing is told apart from who could not be reached. */
export function sayRound(round: RoundView, detail: RoundDetailView, context: RoundContext): Outgoing {
  const { calendar, inFull } = context;
  const { example } = round;
  const head = sayHead(round, detail, context);
  const foot = isProvisional(calendar, example.deadline.lastGoodDay)
    ? sayProvisional(example.deadline.lastGoodDay.slice(0, 4))
    : [];
  const groups = groupsOf(round, detail, context);
  const choices = choicesOf(round, detail, context);
  const more = { label: 'Xem đủ danh sách', value: `/tonghop ${orderOf(example)} tat ca` };
  const around = [...choices, more].reduce((sum, { label }) => sum + label.length + 5, 0);
  const room = LONGEST - plain(head).length - plain(foot).length - around;
  const { text, isCut } = fitNames(groups, inFull ? null : room);
  const all = isCut ? [...choices.slice(0, 1), more, ...choices.slice(1)] : choices;
  return { text: join([head, text, foot], '\n\n'), choices: all.map((choice) => [choice]), answer: 'pick' };
}

function sayHead(
  { example, totals, openStretch }: RoundView,
  detail: RoundDetailView,
  { calendar, now, compiled }: RoundContext,
): RichText {
  const owing = totals.total - totals.waived;
  return join(
    [
      join([
        say`📊 ${b(sayReport(example.obligation, example.period))}`,
        say`Hạn ${sayDeadline(example.deadline)}`,
        say`${now < example.deadline.cutOffAt ? sayTimeLeft(example, calendar, now) : sayOver(detail.missing, example.deadline.lastGoodDay)}`,
      ]),
      join([
        say`✅ Đúng hạn: ${b(String(totals.onTime))}`,
        say`🔶 Nộp muộn: ${b(String(totals.late))}`,
        totals.unsettled === 0
          ? []
          : say`❔ Gửi sau hạn, chưa xác định đúng hạn hay muộn: ${b(String(totals.unsettled))}`,
        say`⬜ Chưa nộp: ${b(String(totals.missing))}`,
        say`Cộng: ${b(`${owing} đơn vị`)}${totals.waived === 0 ? '' : ` (ngoài ra miễn ${totals.waived})`}`,
      ]),
      openStretch === null ? [] : say`⚠️ ${sayOpenStretch(openStretch, calendar.zone, totals.unsettled)} Xem: /khoiphuc`,
      join([saySubstances(detail.substances), sayTrend(detail.trend)]),
      compiled === null ? [] : sayCompiledLine(compiled, calendar, now),
    ],
    '\n\n',
  );
}

const SUBSTANCE_WORDS: Readonly<Record<Substance, string>> = {
  figures: 'có số liệu',
  zeros: 'toàn số 0',
  words: 'chỉ có lời, không có số',
  'to-come': 'bằng văn bản, chưa nhập số liệu',
  nothing: 'không phát sinh',
};

/** Empty, zero and "nothing to report" are three things; where every report has figures there is nothing to tell apart. */
function saySubstances(substances: RoundDetailView['substances']): RichText {
  const kinds = Object.keys(SUBSTANCE_WORDS) as Substance[];
  const received = kinds.reduce((sum, kind) => sum + substances[kind], 0);
  if (received === substances.figures) return [];
  const parts = kinds
    .filter((kind) => substances[kind] > 0)
    .map((kind) => `${substances[kind]} ${SUBSTANCE_WORDS[kind]}`);
  return say`Báo cáo đã nhận: ${parts.join(', ')}.`;
}

function sayTrend(trend: RoundDetailView['trend']): RichText {
  if (trend === null) return [];
  return say`Cùng lúc này kỳ trước (${sayPeriodKey(trend.period)}): ${trend.received}/${trend.owing} đơn vị đã nộp.`;
}

/** The units whose report is missing, by how they stand. */
export function groupMissing(missing: RoundDetailView['missing'], now: number, zone: string): NameGroup[] {
  return (Object.keys(STANCE_TITLES) as Stance[]).map((stance) => ({
    title: STANCE_TITLES[stance],
    names: missing
      .filter((one) => one.stance === stance)
      .map((one) => {
        const known = [sayOwnDay(one), sayPromise(one, now, zone)].filter((part) => part !== '');
        return known.length === 0 ? one.unit.shortName : `${one.unit.shortName} (${known.join(', ')})`;
      }),
  }));
}

function sayOwnDay({ stance, ownLastDay }: RoundDetailView['missing'][number]): string {
  if (ownLastDay === null) return '';
  return `${stance === 'extended' ? '' : 'hạn riêng '}hết ${sayShortDay(ownLastDay)}`;
}

function sayPromise({ stance, promisedUntil }: RoundDetailView['missing'][number], now: number, zone: string): string {
  const isSaid = promisedUntil !== null && (stance === 'promised' || stance === 'lapsed');
  return isSaid ? saySoon(promisedUntil, now, zone) : '';
}

/** `Đã qua hạn.`, unless some who are missing have a later deadline of their own: then how many. */
function sayOver(missing: RoundDetailView['missing'], lastGoodDay: string): string {
  const own = missing.filter(({ ownLastDay }) => ownLastDay !== null && ownLastDay > lastGoodDay).length;
  return own === 0 ? 'Đã qua hạn.' : `Đã qua hạn chung; ${own} đơn vị chưa nộp có hạn riêng.`;
}

/** The year's days off rest on no notice yet. */
export function sayProvisional(year: string): RichText {
  return say`Lịch nghỉ năm ${year} mới là tạm tính; ngày nhắc có thể xê dịch.`;
}

function groupsOf({ units }: RoundView, detail: RoundDetailView, { now, calendar }: RoundContext): NameGroup[] {
  const namesOf = (wanted: 'late' | 'unsettled' | 'waived'): string[] =>
    units.filter(({ standing }) => standing === wanted).map(({ unit }) => unit.shortName);
  return [
    ...groupMissing(detail.missing, now, calendar.zone),
    { title: '↩️ Đã trả lại, chờ bản sửa', names: detail.returned.map((unit) => unit.shortName) },
    {
      title: 'Đã sáp nhập hoặc kết thúc, bản đã gửi còn được cộng đến khi đơn vị kế tục nộp',
      names: detail.passedOn.map((unit) => unit.shortName),
    },
    { title: 'Gửi sau hạn, chưa xác định đúng hạn hay muộn', names: namesOf('unsettled') },
    { title: 'Nộp muộn', names: namesOf('late') },
    { title: 'Được miễn', names: namesOf('waived') },
  ];
}

function choicesOf(
  { example, totals }: RoundView,
  _detail: RoundDetailView,
  { others, compiled }: RoundContext,
): Choice[] {
  const chase = totals.missing > 0 ? [{ label: 'Đôn đốc đơn vị chưa nộp', value: `/dondoc ${orderOf(example)}` }] : [];
  const look = others.map((round) => ({
    label: `Xem ${sayReportShort(round.obligation, round.period)}`,
    value: `/tonghop ${orderOf(round)}`,
  }));
  return [...chase, ...look, ...(compiled === null ? [] : compiledChoice(compiled))];
}

/** Several rounds fit what was typed; `command` goes on with one of them, and with `rest`. */
export function sayWhichRound(rounds: readonly SpokenRound[], command: string, rest = ''): Outgoing {
  return {
    text: say`${b('Ý anh/chị là báo cáo nào?')}`,
    choices: rounds.map((round) => [
      { label: sayReportFirst(round.obligation, round.period), value: `${command} ${orderOf(round)}${rest}` },
    ]),
    answer: 'pick',
  };
}

/** Words that name the round without doubt, for the value of a button. */
function orderOf({ obligation, period }: SpokenRound): string {
  return `${obligation.code} ${period.key}`;
}
