import type { Day } from '../domain/calendar.ts';
import type { ReportForm } from '../domain/report-form.ts';
import { fieldOfRole } from '../domain/report-form.ts';
import type { UnitKind } from '../domain/unit.ts';
import type { AskedDays, AskedLimit, AskedState } from '../language/desk/round-question-words.ts';
import * as words from '../language/desk/round-question-words.ts';
import { foldInPlace, lower, tidy } from '../language/fold.ts';
import { periodsIn } from '../language/time/period-word.ts';
import { hasFigures } from '../language/told/told-figures.ts';
import { meantBy, nounsIn } from '../language/told/told-nouns.ts';
import { readActingOrder } from './acting-order.ts';
import { splitExcept } from './except.ts';
import type { KnownReport } from './name-report.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitsIn } from './name-unit.ts';
import { oneOffsIn } from './one-off-in.ts';
import { orderSpokenOf } from './order-stance.ts';
import { readUnits } from './said-units.ts';

/** Of which units and which period; no unit and no kind = all, no period = the round that is current. */
export interface QuestionScope {
  unit: string | null;
  /** Several that are named, each for itself. */
  units: readonly string[];
  kinds: readonly UnitKind[];
  period: string | null;
  /** Who is left out of it. */
  except: { kinds: readonly UnitKind[]; codes: readonly string[] } | null;
  /** The one-off reports it is about, the latest first; empty: such a report, and there is none; null: a standing one. */
  oneOffs: readonly string[] | null;
  /** Words about whom it is for that cannot be honoured: the answer names them. */
  unread: string | null;
}

/** What a coordinator asks about a round: a figure, which units stand so, or how one unit stands. */
export type RoundQuestion = QuestionScope &
  (
    | {
        asks: 'figure';
        /** The field's key; null = all of them. */
        field: string | null;
        /** Other figures asked along with it. */
        also: readonly string[];
        rank: 'most' | 'least' | 'none' | 'each' | null;
        limit: AskedLimit | null;
        /** Beside the round before, the same one a year earlier, or the one of that period. */
        compares: 'round' | 'year' | { period: string } | null;
        /** Of all the year's periods together. */
        isRunning: boolean;
        isAverage: boolean;
      }
    /** What they wrote in one of the texts of their reports. */
    | { asks: 'texts'; field: string }
    /** How some of the units stand: on time, late, missing; with their figures where these are wanted. */
    | { asks: 'state'; withFigures: boolean }
    | { asks: 'who'; state: AskedState; days: AskedDays | null; isExtendedLeftOut: boolean; inARow: number }
    /** `isPast`: what it sent before, not the round that is current. */
    | { asks: 'unit'; isPast: boolean }
  );

export interface QuestionSituation {
  today: Day;
  reports: readonly KnownReport[];
  forms: readonly ReportForm[];
  units: readonly KnownUnit[];
}

const LONGEST = 140;

/**
 * "Tổng số hội nghị tháng này", "huyện nào hay muộn", "hôm qua ai nộp", "thế còn Thanh Miện": null where anything else is said, an order
 * above all. Pure and linear in the text.
 */
export function readRoundQuestion(text: string, situation: QuestionSituation): RoundQuestion | null {
  if (text.length > LONGEST || /[\n:=]/u.test(text) || text.startsWith('/')) return null;
  const typed = lower(tidy(text)).trim();
  const said = plain(typed);
  if (words.OWN_UNIT.test(said) || words.ORDERS.test(typed) || isOrder(text, said)) return null;
  const { whom, except, unread } = leftOutIn(text, situation);
  const units = unitsIn(whom, situation.units);
  const [unit = null, another] = units;
  const kinds = unit === null ? words.kindsIn(lower(tidy(whom)).trim()) : [];
  const more = unit === null ? null : (words.KINDS_BESIDE.exec(lower(tidy(whom)))?.[0] ?? null);
  const isMonthly = situation.reports.some(({ frequency }) => frequency === 'monthly');
  const [first = null, other, third] = periodsIn(said.replace(words.COMPARED, ' '), situation.today, isMonthly);
  if (third !== undefined || (other !== undefined && (!words.BESIDE.test(said) || other.length !== first?.length)))
    return null;
  // The later one stands beside the earlier, whichever was said first.
  const [period, against] =
    other === undefined || first === null ? [first, null] : first > other ? [first, other] : [other, first];
  const one = another === undefined ? unit : null;
  const oneOffs = oneOffsIn(text, situation.reports);
  const scope = { unit: one, units: one === null ? units : [], kinds, period, except, oneOffs, unread: unread ?? more };
  const figure = readFigure(text, said, scope, situation, against);
  if (against !== null) return figure;
  return (
    figure ??
    readTexts(said, scope, situation) ??
    readState(said, scope) ??
    readWho(said, scope) ??
    readUnit(text, said, scope)
  );
}

/** Whom a question is about without those it leaves out: "trừ các huyện", "không tính báo chí"; `unread`: who that is is not known. */
function leftOutIn(text: string, { units, today, reports }: QuestionSituation) {
  const nobody = { whom: text, except: null, unread: null };
  if (!words.LEAVES_OUT.test(lower(tidy(text)))) return nobody;
  const split = splitExcept(text.replace(/[?.!\s]+$/u, ''));
  if (split.except === null) return nobody;
  const { who } = readActingOrder(split.except, { today, reports });
  const { kinds, codes, unknown } = readUnits(who, units);
  const isKnown = unknown.length === 0 && kinds.length + codes.length > 0;
  return {
    whom: split.whom,
    except: isKnown ? { kinds, codes } : null,
    unread: isKnown ? null : `trừ ${split.except}`,
  };
}

/** A question may speak of what was granted: "mấy đơn vị chưa được gia hạn mà chưa nộp". */
function isOrder(text: string, said: string): boolean {
  const order = orderSpokenOf(text);
  if (order === 'duyet' && words.WAS_RETURNED.test(said)) return false;
  return order !== null && !(order === 'giahan' && NOT_EXTENDED.test(said));
}

const NOT_EXTENDED = /\b(?:chua|khong) duoc gia han\b/u;

function readFigure(
  text: string,
  said: string,
  scope: QuestionScope,
  { forms }: QuestionSituation,
  against: string | null,
): RoundQuestion | null {
  const before = !words.COMPARED.test(said) ? null : words.A_YEAR_BEFORE.test(said) ? 'year' : 'round';
  const compares = against === null ? before : { period: against };
  const [field = null, ...also] = fieldsIn(text, forms);
  const asked = forms.flatMap(({ fields }) => fields).find(({ key }) => key === field);
  const read = asked === undefined ? null : words.limitIn(lower(tidy(text)), asked);
  const limit = typeof read === 'string' ? null : read;
  const isOfUnit = scope.unit !== null && scope.period !== null && words.FIGURES_OF.test(said);
  if (field === null && compares === null && !isOfUnit && !words.ALL_FIGURES.test(said)) return null;
  const isRunning = words.RUNNING.test(said);
  const isNone = words.NONE.test(said);
  const isCounted = isRunning || read !== null || isNone || /\bbao nhieu\b/u.test(said);
  if (!isCounted && hasFigures(text) && (scope.unit === null || field === null || !words.IN_DOUBT.test(said)))
    return null;
  const isWho = words.WHO.test(said);
  const isAverage = words.AVERAGE.test(said);
  // Where the limit is not known each unit's figure lets it be seen.
  const isEach = (words.EACH.test(said) && field !== null && !isAverage && scope.units.length < 2) || read !== limit;
  const isOfSome = field !== null && scope.period !== null && scope.kinds.length + scope.units.length > 0;
  const rank = rankIn(said, isWho) ?? (isEach ? 'each' : null);
  const isAsked =
    rank !== null ||
    isRunning ||
    compares !== null ||
    field === null ||
    limit !== null ||
    isOfSome ||
    words.MEASURES.test(said) ||
    (scope.unit !== null && words.IN_DOUBT.test(said));
  if (!isAsked || (rank === null && limit === null && isWho && !words.HOW_MANY.test(said))) return null;
  const unread = typeof read === 'string' ? read : scope.unread;
  return { asks: 'figure', field, also, rank, limit, compares, isRunning, isAverage, ...scope, unread };
}

function rankIn(said: string, isWho: boolean): 'most' | 'least' | 'none' | null {
  if (words.MOST.test(said)) return 'most';
  if (words.LEAST.test(said)) return 'least';
  return isWho && words.NONE.test(said) ? 'none' : null;
}

/** "Tin bài, bao nhiêu" counts no "bài báo"; "chi bao nhiêu tiền" is money. */
const NO_NOUNS = /\b(?:thong tin|tong hop)\b/gu;
const MONEY = /\b(?:chi|tieu|het|bao nhieu)(?: \S+){0,2} tien\b/gu;

/** The figures that are named, by the first form that has any: the one of the whole, or each clause's own. */
function fieldsIn(text: string, forms: readonly ReportForm[]): string[] {
  const bare = foldInPlace(lower(tidy(text)))
    .replace(NO_NOUNS, ' ')
    .replace(MONEY, 'kinh phi')
    .replace(/\bbao nhieu\b/gu, ';');
  for (const form of forms) {
    const keyIn = (words: string): string | undefined => meantBy(nounsIn(form, { from: 0, text: words }))?.field?.key;
    const each = bare.split(/[,;+]|\b(?:va|voi|cung)\b/u).flatMap((clause) => keyIn(clause) ?? []);
    const whole = keyIn(bare);
    const keys = [...new Set(each.length > 1 ? each : whole === undefined ? each : [whole])];
    if (keys.length > 0) return keys;
  }
  return [];
}

/** "Khó khăn vướng mắc tháng 10 các đơn vị nêu gì": of a period; without one the open tickets are meant. */
function readTexts(said: string, scope: QuestionScope, { forms }: QuestionSituation): RoundQuestion | null {
  if (scope.period === null || !words.WHAT_WRITTEN.test(said)) return null;
  const role = words.WRITTEN.find(([spoken]) => spoken.test(said))?.[1];
  const fields = forms.flatMap((form) => form.fields);
  const field = role === undefined ? null : fieldOfRole(fields, role);
  return field === null ? null : { asks: 'texts', field: field.key, ...scope };
}

/** "Tỷ lệ đúng hạn của các huyện", "tổng hợp báo cáo năm của các đoàn thể": of all units the round itself is shown. */
function readState(said: string, scope: QuestionScope): RoundQuestion | null {
  const isOfSome = scope.kinds.length > 0 || scope.units.length > 1 || scope.except !== null || scope.unread !== null;
  const asked = said.replace(/[?\s]+$/u, '');
  const isAsked = words.STATE_OF.test(said) || words.HOW_IS.test(asked) || words.ALL_IN.test(asked);
  if (!isOfSome || scope.unit !== null || words.OTHER_THINGS.test(said) || !isAsked) return null;
  return { asks: 'state', withFigures: words.SUMMED_UP.test(said), ...scope };
}

function readWho(said: string, scope: QuestionScope): RoundQuestion | null {
  if (scope.unit !== null || words.OTHER_THINGS.test(said) || words.WHOLE.test(said)) return null;
  const state = words.UNIT_STATES.find((one) => words.STATE_WORDS[one].test(said));
  const isAsked = words.WHO.test(said) || (state === 'overdue' && words.HOW_MANY.test(said));
  const isOpen = state !== 'often-late' && state !== 'in-a-row';
  if (state === undefined || !isAsked || (isOpen && hasFigures(said))) return null;
  const days = state === 'submitted' ? words.daysIn(said) : null;
  const unread = scope.unread ?? words.PASSED_OVER.find(([narrows]) => narrows.test(said))?.[1] ?? null;
  const inARow = words.inARow(said) ?? 1;
  return { asks: 'who', state, days, isExtendedLeftOut: NOT_EXTENDED.test(said), inARow, ...scope, unread };
}

function readUnit(text: string, said: string, scope: QuestionScope): RoundQuestion | null {
  const asked = said.replace(/[?\s]+$/u, '');
  const isPast = words.LATELY.test(said);
  if (scope.unit === null || words.OTHER_THINGS.test(said)) return null;
  if (!words.HOW_IS.test(asked) || (hasFigures(text) && !isPast)) return null;
  return { asks: 'unit', isPast: isPast && (scope.period === null || /^\d{4}$/u.test(scope.period)), ...scope };
}

function plain(typed: string): string {
  return foldInPlace(typed)
    .replace(
      /(?<!\p{L})(?:k|ko|kh|kg|khg|hok|hem|hong(?= (?:nop|gui|bao cao|co|thay|hua)(?!\p{L})))(?!\p{L})/gu,
      'khong',
    )
    .replace(/(?<!\p{L})(?:ch|chg)(?!\p{L})/gu, 'chua')
    .replace(/(?<!\p{L})(?:đv|dv)(?!\p{L})/gu, 'don vi')
    .replace(/(?<!\p{L})(?:bc)(?!\p{L})/gu, 'bao cao')
    .replace(/[.,;!]+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
