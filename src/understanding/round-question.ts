import type { Day } from '../domain/calendar.ts';
import type { ReportForm } from '../domain/report-form.ts';
import type { UnitKind } from '../domain/unit.ts';
import { foldInPlace, lower, tidy } from '../language/fold.ts';
import { periodsIn } from '../language/period-word.ts';
import type { AskedDays, AskedState } from '../language/round-question-words.ts';
import * as words from '../language/round-question-words.ts';
import { hasFigures } from '../language/told-figures.ts';
import { meantBy, nounsIn } from '../language/told-nouns.ts';
import { readActingOrder } from './acting-order.ts';
import { splitExcept } from './except.ts';
import type { KnownReport } from './name-report.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitsIn } from './name-unit.ts';
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
        rank: 'most' | 'least' | 'none' | null;
        /** Beside the round before, or the same one a year earlier. */
        compares: 'round' | 'year' | null;
        /** Of all the year's periods together. */
        isRunning: boolean;
        isAverage: boolean;
      }
    /** How some of the units stand: on time, late, missing; with their figures where these are wanted. */
    /** What they wrote in one of the texts of their reports. */
    | { asks: 'texts'; field: string }
    | { asks: 'state'; withFigures: boolean }
    | { asks: 'who'; state: AskedState; days: AskedDays | null; isExtendedLeftOut: boolean }
    | { asks: 'unit' }
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
  const [period = null, other] = periodsIn(said.replace(words.COMPARED, ' '), situation.today, isMonthly);
  if (other !== undefined) return null;
  const one = another === undefined ? unit : null;
  const scope = { unit: one, units: one === null ? units : [], kinds, period, except, unread: unread ?? more };
  return (
    readFigure(text, said, scope, situation) ??
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
  const { who } = readActingOrder(split.except, { today, reports, ownUnits: [], units: [] });
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
): RoundQuestion | null {
  const compares = !words.COMPARED.test(said) ? null : words.A_YEAR_BEFORE.test(said) ? 'year' : 'round';
  const field = fieldIn(said, forms);
  if (field === null && compares === null && !words.ALL_FIGURES.test(said)) return null;
  const isRunning = words.RUNNING.test(said);
  if (!isRunning && hasFigures(text) && (scope.unit === null || field === null || !words.IN_DOUBT.test(said)))
    return null;
  const isWho = words.WHO.test(said);
  const rank = rankIn(said, isWho);
  const isAsked =
    rank !== null ||
    isRunning ||
    compares !== null ||
    field === null ||
    words.MEASURES.test(said) ||
    (scope.unit !== null && words.IN_DOUBT.test(said));
  if (!isAsked || (rank === null && isWho && !words.HOW_MANY.test(said))) return null;
  const isAverage = words.AVERAGE.test(said);
  return { asks: 'figure', field, rank, compares, isRunning, isAverage, ...scope };
}

function rankIn(said: string, isWho: boolean): 'most' | 'least' | 'none' | null {
  if (words.MOST.test(said)) return 'most';
  if (words.LEAST.test(said)) return 'least';
  return isWho && words.NONE.test(said) ? 'none' : null;
}

/** The one figure that is named, by the first form that has it. */
function fieldIn(said: string, forms: readonly ReportForm[]): string | null {
  for (const form of forms) {
    const key = meantBy(nounsIn(form, { from: 0, text: said.replace(/\b(?:thong tin|tong hop)\b/gu, ' ') }))?.field
      ?.key;
    if (key !== undefined) return key;
  }
  return null;
}

/** "Khó khăn vướng mắc tháng 10 các đơn vị nêu gì": of a period; without one the open tickets are meant. */
function readTexts(said: string, scope: QuestionScope, { forms }: QuestionSituation): RoundQuestion | null {
  if (scope.period === null || !words.WHAT_WRITTEN.test(said)) return null;
  const field = words.WRITTEN.find(([spoken]) => spoken.test(said))?.[1];
  const isKnown = forms.some(({ fields }) => fields.some(({ key }) => key === field));
  return field === undefined || !isKnown ? null : { asks: 'texts', field, ...scope };
}

/** "Tỷ lệ đúng hạn của các huyện", "tổng hợp báo cáo năm của các đoàn thể": of all units the round itself is shown. */
function readState(said: string, scope: QuestionScope): RoundQuestion | null {
  const isOfSome = scope.kinds.length > 0 || scope.units.length > 1 || scope.except !== null || scope.unread !== null;
  const isAsked = words.STATE_OF.test(said) || (scope.units.length > 1 && words.HOW_IS.test(said));
  if (!isOfSome || scope.unit !== null || words.OTHER_THINGS.test(said) || !isAsked) return null;
  return { asks: 'state', withFigures: words.SUMMED_UP.test(said), ...scope };
}

function readWho(said: string, scope: QuestionScope): RoundQuestion | null {
  if (scope.unit !== null || words.OTHER_THINGS.test(said) || words.WHOLE.test(said)) return null;
  const state = words.UNIT_STATES.find((one) => words.STATE_WORDS[one].test(said));
  const isAsked = words.WHO.test(said) || (state === 'overdue' && words.HOW_MANY.test(said));
  if (state === undefined || !isAsked || (state !== 'often-late' && hasFigures(said))) return null;
  const days = state === 'submitted' ? words.daysIn(said) : null;
  const unread = scope.unread ?? (state === 'often-late' && words.IN_A_ROW.test(said) ? 'liên tiếp' : null);
  return { asks: 'who', state, days, isExtendedLeftOut: NOT_EXTENDED.test(said), ...scope, unread };
}

function readUnit(text: string, said: string, scope: QuestionScope): RoundQuestion | null {
  const asked = said.replace(/[?\s]+$/u, '');
  if (scope.unit === null || hasFigures(text) || words.OTHER_THINGS.test(said) || !words.HOW_IS.test(asked))
    return null;
  return { asks: 'unit', ...scope };
}

function plain(typed: string): string {
  return foldInPlace(typed)
    .replace(/(?<!\p{L})(?:k|ko|kh|hok)(?!\p{L})/gu, 'khong')
    .replace(/(?<!\p{L})(?:đv|dv)(?!\p{L})/gu, 'don vi')
    .replace(/(?<!\p{L})(?:bc)(?!\p{L})/gu, 'bao cao')
    .replace(/[.,;!]+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
