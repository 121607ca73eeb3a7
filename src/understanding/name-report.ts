import type { Day } from '../domain/calendar.ts';
import { type Frequency, PERIOD_KINDS } from '../domain/period-kinds.ts';
import { fold } from '../language/fold.ts';
import { splitHeader } from '../language/report/report-header.ts';
import { parsePeriod } from '../language/time/period-word.ts';
import { type KnownUnit, takeUnitName } from './name-unit.ts';

/** A report of the plan as people may name it. */
export interface KnownReport {
  code: string;
  title: string;
  frequency: Frequency;
  /** Which of a year's periods there is a report on, from 1; none named = all. */
  parts?: readonly number[];
}

export interface NamingSituation {
  today: Day;
  reports: readonly KnownReport[];
  /** Codes of the units the person speaks for. */
  ownUnits: readonly string[];
  /** Codes of all units there are. */
  units: readonly string[];
  /** What the units are called; left out, they are known by their codes alone. */
  names?: readonly KnownUnit[];
}

/** What was named of a report; null = that part was not named. */
export interface NamedReport {
  /** A task's number, as lists show it. */
  task: number | null;
  /** Codes of the reports that the words fit, never empty; null = none was named. */
  obligations: readonly string[] | null;
  /** Key of the period. */
  period: string | null;
  /** Code of the unit, the person's own or not. */
  unit: string | null;
  /** What is left of the text: the report itself, or nothing. */
  rest: string;
}

/** A task's number in front: not a year ("2026"), nor months as people count them ("6 tháng", "9T/2026"), nor a list's first ("1) …") or an amount ("500k"). */
const NUMBERED =
  /^\s*(?:#\s*(\d{1,7})|(?!20\d\d\b|[69]\s*t(?:h|\b))(\d{1,7}))(?![\d/.)+-]|\s?(?:k|tr|triệu|trieu|đ|nghìn|nghin|ngàn|ngan)(?!\p{L}))\s*/iu;
/** Behind a bare number words that it counts, and no label of a value: "3 hội nghị 200 người"; "8 hoi_nghi=4" names task 8. */
const COUNTS = /^(?!(?:ko|k|không|khong|kps|chưa|chua|vì|vi|do)(?!\p{L}))\p{L}(?![^\d.,;\n]*[=:])/iu;
/** "Nộp báo cáo" says no more than "nộp". */
const FILLER = /^\s*(?:báo cáo|bao cao|bc)(?![\p{L}\p{N}])[\s,:]*/iu;
/** Whether what stands behind "nộp" adds nothing to it. */
export function namesNothing(words: string): boolean {
  return words.replace(FILLER, '').trim() === '';
}

const KEY_FIRST = /^\s*20\d\d(?:-[0-9hqm-]+)?(?=\s|$)/iu;
/** Words that every title has, or that say how often: they name no report. */
const COMMON = new Set(
  'bao cao bc ky hang thang quy nam 6 9 sau chin dau cuoi ve cua viec cong tac tinh hinh ket qua'.split(' '),
);

/**
 * What the words in front of a report name: a task's number, or a report (by its code or the words of its title), a period
 * and a unit in any order. The head of our own template names all three and stays in `rest`.
 */
export function nameReport(text: string, situation: NamingSituation): NamedReport {
  const nothing: NamedReport = { task: null, obligations: null, period: null, unit: null, rest: text };
  const head = splitHeader(text.trim().split('\n')[0] ?? '');
  if (head?.before.trim() === '') {
    const { obligation, period, unit } = head.header;
    return { ...nothing, obligations: [obligation], period, unit, rest: text.trim() };
  }
  const words = text.normalize('NFC').replace(FILLER, '');
  const numbered = NUMBERED.exec(words);
  const isFigure = numbered?.[2] !== undefined && COUNTS.test(words.slice(numbered[0].length));
  if (numbered !== null && !isFigure)
    return { ...nothing, task: Number(numbered[1] ?? numbered[2]), rest: words.slice(numbered[0].length) };
  const before = takeNames(words, situation);
  const isMonthly = situation.reports.some(({ frequency }) => frequency === 'monthly');
  // "Báo cáo năm thì trước ngày nào": what was left off in front belongs to the period's name.
  const period =
    parsePeriod(before.rest, situation.today, isMonthly) ??
    (before.rest === words ? parsePeriod(text, situation.today, isMonthly) : null);
  if (period === null) return { ...nothing, ...before };
  const after = takeNames(period.rest, situation);
  return {
    ...nothing,
    obligations: before.obligations ?? after.obligations,
    period: period.key,
    unit: before.unit ?? after.unit,
    rest: after.rest,
  };
}

interface Taken {
  obligations: readonly string[] | null;
  unit: string | null;
  rest: string;
}

/** Takes a report and a unit off the front, in either order. */
function takeNames(text: string, situation: NamingSituation): Taken {
  const first = takeUnit(text, situation);
  const report = takeReport(first.rest, situation);
  const second = first.unit === null ? takeUnit(report.rest, situation) : { unit: null, rest: report.rest };
  return { obligations: report.obligations, unit: first.unit ?? second.unit, rest: second.rest };
}

/** What stands before a unit that is named: "cho huyện Cẩm Giàng", "của HCG", "Đơn vị: HCG". */
const UNIT_LEAD = /^(?:\s*(?:cho|của|cua|giúp|giup|giùm|hộ|thay|đơn vị|don vi)(?![\p{L}\p{N}])[\s:,]*)+/iu;

/** A unit by its code or its name. Somebody else's code in small letters only where it can be no word ("cat" is one, "hcg" is not). */
function takeUnit(text: string, situation: NamingSituation): { unit: string | null; rest: string } {
  const { ownUnits, units, names = [] } = situation;
  const said = text.replace(UNIT_LEAD, '');
  const word = /^\s*([\p{L}\p{N}-]+)[\s,:]*/u.exec(said);
  const typed = word?.[1] ?? '';
  const code = typed.toUpperCase();
  const rest = said.slice(word?.[0].length ?? 0);
  const next = rest.split(/\s+/u, 2).join(' ');
  const isWritten = typed === code || isNoWord(typed) || rest === '' || parsePeriod(next, situation.today) !== null;
  if (ownUnits.includes(code) || (units.includes(code) && isWritten)) return { unit: code, rest };
  return takeUnitName(said, names) ?? { unit: null, rest: text };
}

const isNoWord = (typed: string): boolean => !/[aeiouy]/u.test(fold(typed));

function takeReport(text: string, situation: NamingSituation): { obligations: readonly string[] | null; rest: string } {
  const byCode = takeCode(text, situation);
  if (byCode !== null) return byCode;
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, 12);
  const typed = words.map((word) => fold(word[0]));
  let best: Overlap = { words: 0, end: 0 };
  let codes: string[] = [];
  for (const { code, title } of situation.reports) {
    const overlap = overlapWith(typed, distinctive(title));
    if (overlap.words > best.words) codes = [code];
    else if (overlap.words > 0 && overlap.words === best.words) codes.push(code);
    if (overlap.words > best.words) best = overlap;
  }
  const last = words[best.end - 1];
  if (last === undefined) return { obligations: null, rest: text };
  return { obligations: codes, rest: text.slice(last.index + last[0].length).replace(/^[\s,:]+/u, '') };
}

/** A report's code. One that is also a word for a period ("thang", "nam") is meant as a code before a period's key only. */
function takeCode(text: string, { reports, today }: NamingSituation): { obligations: string[]; rest: string } | null {
  const word = /^\s*([a-z0-9_]+)(?=\s|$)/u.exec(text);
  const report = reports.find(({ code }) => code === word?.[1]);
  if (word === null || report === undefined) return null;
  const rest = text.slice(word[0].length).trimStart();
  const isPeriodWord = parsePeriod(report.code, today) !== null || parsePeriod(`${report.code} 4`, today) !== null;
  return isPeriodWord && !KEY_FIRST.test(rest) ? null : { obligations: [report.code], rest };
}

/** The words of a title by which it is told from others, in their order. */
function distinctive(title: string): string[] {
  return fold(title)
    .split(' ')
    .filter((word) => word !== '' && !COMMON.has(word));
}

interface Overlap {
  /** How many of a title's own words were typed, from its first on. */
  words: number;
  /** How many typed words that took, common ones between them included. */
  end: number;
}

/** The words at the front of the text that are the title's own: two at least, or all it has. */
function overlapWith(typed: readonly string[], title: readonly string[]): Overlap {
  let words = 0;
  let end = 0;
  for (const [at, word] of typed.entries()) {
    if (word === title[words]) {
      words += 1;
      end = at + 1;
    } else if (words === 0 || !COMMON.has(word)) break;
  }
  return words >= 2 || (words > 0 && words === title.length) ? { words, end } : { words: 0, end: 0 };
}

/** Whether a period's key is one of that report's kind. */
export function fitsKind(report: KnownReport, period: string): boolean {
  return PERIOD_KINDS[report.frequency].keyShape.test(period);
}
