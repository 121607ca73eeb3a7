import type { SaidCall } from '../language/desk/call-word.ts';
import { NO_ANSWER, readPromised } from '../language/desk/call-word.ts';
import { fold, foldInPlace, tidy } from '../language/fold.ts';
import { readPromise } from '../language/promise-word.ts';
import type { LocalNow } from '../language/time/moment-word.ts';
import { listUnits, looksLikeUnit } from './list-units.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitsIn } from './name-unit.ts';
import { orderSpokenOf } from './order-stance.ts';

const LONGEST = 400;
const CALLED =
  /\b(?:da goi|vua goi|moi goi|goi .{0,40}roi|goi dien .{0,40}roi|da lien he|da trao doi|(?:chi|em|anh|toi) (?:vua |moi |da )?goi)\b/u;
/** "Nội" of "Sở Nội vụ", "báo" of a newspaper and of "báo cáo" promise nothing. */
const PROMISED =
  /\b(?:deu )?(?:hua|hen|khat|bao(?! cao\b| hai duong\b| hd\b)|noi(?! vu\b)|cam ket)(?: la| rang)?(?= )/u;
/** Whoever was spoken of last. */
const SAME =
  /^(?:(?:ho|chi ay|anh ay|ben do|ben ay|dau moi|deu|thi|va|nhung|roi|ben|chi|anh|se|da|cung|ca hai|ca ba|ca \d|tat ca) ?)*$/u;
const NO_CALL =
  /\?|^(?:(?:em|chi|bot|giup) )*(?:xoa|huy|bo|dung|thoi|sua)\b|\b(?:dung khong|dung k|phai khong|may gio|khi nao|bao gio|luc nao|gi)(?: (?:a|em|nhi))*$|\b(?:khong|chua|ko|k)(?: (?:a|em|nhi))*$/u;
const NEXT = /\n+|[,;.:]+\s+|\s+(?:còn|con|và|va)\s+(?=\S.*(?:hứa|hẹn|nghe máy|hua|hen|nghe may))/iu;
/** Told of a report, and no call: "báo đã gửi qua văn bản". */
const HANDED_IN = /\b(?:da|vua|vua moi) (?:gui|nop)\b|\b(?:van ban|cong van|ban giay|ban cung|truc lien thong)\b/u;
const DENIED = /\b(?:khong|ko|k|chua|dung|gia han|lui|xin|mien)\b/u;

/** What was told of calls, and the words of it that could not be noted. */
export interface CallStory {
  calls: SaidCall[];
  left: string[];
}

/**
 * "Ghi là đã gọi Thanh Miện, hẹn 16/11 gửi", "chị gọi Sở Tài chính rồi, thứ hai họ nộp", "Chí Linh hứa tối nay": what was said of each unit
 * on the phone, each under its code. A clause of somebody who is not known is no other unit's. No calls where it tells of none.
 */
export function readCallStory(text: string, now: LocalNow, units: readonly KnownUnit[]): CallStory {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST || typed.includes('=') || NO_CALL.test(fold(typed)) || orderSpokenOf(typed) !== null)
    return { calls: [], left: [] };
  const calls: Told[] = [];
  const left: string[] = [];
  const bare = new Set<Told>();
  // Whoever was called is spoken of until another one is.
  let current: Told[] = [];
  for (const clause of typed.split(NEXT)) {
    const folded = foldInPlace(clause);
    const promise = PROMISED.exec(folded);
    const named = unitsCalled(clause, promise?.index ?? null, units);
    const isOfOther = named.length === 0 && isOfSomebodyElse(clause, promise);
    if (named.length > 0) {
      const told = named.map(
        (unit): Told => ({ units: unit, outcome: null, promised: null, unread: '', clause: clause.trim() }),
      );
      // "Đã gọi BQLKCN, CAT, SNV đều hứa 17h": all of them.
      current = ALL_OF_THEM.test(folded) ? [...calls.filter(isOpen), ...told] : told;
      calls.push(...told);
      if (listUnits(clause, units).unknown.length === 0) for (const one of told) bare.add(one);
    } else if (isOfOther) {
      const last = calls.at(-1);
      if (last === undefined || looksLikeUnit(subjectOf(clause, promise))) left.push(clause.trim());
      else last.unread = clause.trim();
      current = [];
    } else if (ALL_OF_THEM.test(folded)) current = calls.filter(isOpen);
    const isTold = current.map((one) => tell(one, { clause, folded, promise }, { now, units })).some(Boolean);
    if (named.length === 0 && !isOfOther && !isTold && HANDED_IN.test(folded)) left.push(clause.trim());
  }
  // "HNS, HKT không nghe máy": a name alone shares what is said of the next.
  for (const [at, call] of [...calls.entries()].reverse()) {
    const next = calls[at + 1];
    const isToldLater = calls.slice(at + 1).some(({ units: later }) => later === call.units);
    if (!bare.has(call) || next === undefined || call.outcome !== null || isToldLater) continue;
    call.outcome = next.outcome;
    call.promised = next.promised;
  }
  if (calls.some(({ outcome }) => outcome !== null)) for (const call of calls) promiseAtEnd(call, now);
  // What is told of a unit last is what stands.
  const last = calls.filter(({ units: unit }, at) => !calls.slice(at + 1).some((later) => later.units === unit));
  const noted = last.flatMap((call) => (call.outcome === null ? [] : [{ ...call, outcome: call.outcome }]));
  for (const { outcome, unread, clause } of last)
    if (outcome !== 'reached' && unread !== '' && (outcome !== null || !clause.includes(unread))) left.push(unread);
  const silent = last.filter(({ outcome }) => outcome === null).map(({ clause }) => clause);
  return { calls: noted, left: [...new Set([...silent, ...left])] };
}

/** The calls alone. */
export function readCalls(text: string, now: LocalNow, units: readonly KnownUnit[]): SaidCall[] {
  return readCallStory(text, now, units).calls;
}

/** "HDX không nghe máy", "bộ đội thì hứa 17h": nobody who is known, and not whoever was spoken of last. */
function isOfSomebodyElse(clause: string, promise: RegExpExecArray | null): boolean {
  const who = subjectOf(clause, promise);
  return promise === null ? looksLikeUnit(who) : !SAME.test(foldInPlace(who));
}

/** What stands before the promise, or before that nobody answered. */
function subjectOf(clause: string, promise: RegExpExecArray | null): string {
  const at = (promise ?? NO_ANSWER.exec(foldInPlace(clause)))?.index ?? 0;
  return clause.slice(0, at).trim();
}

/** Beside calls that are told of: "Sở Giáo dục đang đi công tác mai mới gửi được", "Sở Tư pháp thì 17h": the last words say when. */
function promiseAtEnd(call: Told, now: LocalNow): void {
  if (call.outcome !== null || DENIED.test(fold(call.clause)) || HANDED_IN.test(fold(call.clause))) return;
  const words = call.clause.split(/\s+/u);
  const ends = words.map((_, at) => words.slice(at).join(' ')).slice(1);
  const promised = ends.map((end) => readPromised(end, now)).find((one) => one !== null);
  if (promised !== undefined) Object.assign(call, { outcome: 'reached', promised });
}

const isOpen = ({ outcome, promised }: Told): boolean => promised === null && outcome !== 'no-answer';

type Told = Omit<SaidCall, 'outcome'> & { outcome: SaidCall['outcome'] | null; clause: string };

const ALL_OF_THEM = /(?<!\S)(?:deu|ca hai|ca ba|ca \d|tat ca)(?: \S+)? (?:hua|hen|bao|noi|cam ket)(?!\S)/u;

/** The units that were called: "chị bảo HBG gửi chung" tells of another one, who was not. */
function unitsCalled(clause: string, promisedAt: number | null, units: readonly KnownUnit[]): string[] {
  const isOfSame = promisedAt !== null && SAME.test(foldInPlace(clause).slice(0, promisedAt).trim());
  if (isOfSame) return [];
  const named = unitsIn(clause, units);
  if (named.length > 0) return named;
  const department = departmentIn(clause, units);
  // "Gọi hbg rồi": no word is written without a vowel.
  const codes = (clause.match(/(?<![\p{L}\d])[b-dghj-np-tvxz]{3,}(?![\p{L}\d])/gu) ?? []).map((code) =>
    code.toUpperCase(),
  );
  return department === null ? codes.filter((code) => units.some((unit) => unit.code === code)) : [department];
}

interface Clause {
  clause: string;
  folded: string;
  promise: RegExpExecArray | null;
}

/** Adds what a clause tells to a call; false where it tells nothing. A promise about somebody else's report is not read as one. */
function tell(
  call: Told,
  { clause, folded, promise }: Clause,
  known: { now: LocalNow; units: readonly KnownUnit[] },
): boolean {
  const before = JSON.stringify([call.outcome, call.promised]);
  const words = promise === null ? '' : clause.slice(promise.index + promise[0].length).trim();
  const isOfOther = unitsIn(words, known.units).some((unit) => unit !== call.units);
  const promised =
    promise === null
      ? call.outcome === null
        ? null
        : (readPromise(clause, known.now)?.moment ?? null)
      : isOfOther
        ? null
        : readPromised(words, known.now);
  if (NO_ANSWER.test(folded)) call.outcome = 'no-answer';
  else if (CALLED.test(folded) || promised !== null) call.outcome ??= 'reached';
  call.promised ??= promised;
  if (promise !== null && promised === null) call.unread = clause.slice(promise.index).trim();
  return JSON.stringify([call.outcome, call.promised]) !== before;
}

/** "Tài chính" of "Sở Tài chính": on the phone nobody says the whole name. */
function departmentIn(clause: string, units: readonly KnownUnit[]): string | null {
  const said = ` ${fold(clause)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const found = units.filter(({ shortName }) => {
    const [kind, ...rest] = fold(shortName).split(' ');
    return kind === 'so' && rest.length > 1 && said.includes(` ${rest.join(' ')} `);
  });
  const [only, another] = found;
  return only !== undefined && another === undefined ? only.code : null;
}
