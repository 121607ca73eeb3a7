import type { SaidCall } from '../language/call-word.ts';
import { NO_ANSWER, readPromised } from '../language/call-word.ts';
import { fold, foldInPlace, tidy } from '../language/fold.ts';
import type { LocalNow } from '../language/moment-word.ts';
import { readPromise } from '../language/promise-word.ts';
import { listUnits } from './list-units.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitsIn } from './name-unit.ts';
import { orderSpokenOf } from './order-stance.ts';

const LONGEST = 200;
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
const NEXT = /[,;.]+\s+|\s+(?:còn|con|và|va)\s+(?=\S.*(?:hứa|hẹn|nghe máy|hua|hen|nghe may))/iu;

/**
 * "Ghi là đã gọi Thanh Miện, hẹn 16/11 gửi", "chị gọi Sở Tài chính rồi, thứ hai họ nộp", "Chí Linh hứa tối nay": what was said of each unit
 * on the phone, each under its code. A clause of somebody who is not known is no other unit's. Empty where it tells of no call.
 */
export function readCalls(text: string, now: LocalNow, units: readonly KnownUnit[]): SaidCall[] {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST || /[\n=]/u.test(typed) || NO_CALL.test(fold(typed)) || orderSpokenOf(typed) !== null)
    return [];
  const calls: Told[] = [];
  const bare = new Set<Told>();
  // Whoever was called is spoken of until another one is.
  let current: Told[] = [];
  for (const clause of typed.split(NEXT)) {
    const folded = foldInPlace(clause);
    const promise = PROMISED.exec(folded);
    const named = unitsCalled(clause, promise?.index ?? null, units);
    const isOfOther = named.length === 0 && promise !== null && !SAME.test(folded.slice(0, promise.index).trim());
    if (named.length > 0) {
      const told = named.map((unit): Told => ({ units: unit, outcome: null, promised: null, unread: '' }));
      // "Đã gọi BQLKCN, CAT, SNV đều hứa 17h": all of them.
      current = ALL_OF_THEM.test(folded) ? [...calls.filter(isOpen), ...told] : told;
      calls.push(...told);
      if (listUnits(clause, units).unknown.length === 0) for (const one of told) bare.add(one);
    } else if (isOfOther) {
      const last = calls.at(-1);
      if (last !== undefined) last.unread = clause.trim();
      current = [];
    } else if (ALL_OF_THEM.test(folded)) current = calls.filter(isOpen);
    for (const one of current) tell(one, { clause, folded, promise }, { now, units });
  }
  // "HNS, HKT không nghe máy": a name alone shares what is said of the next.
  for (const [at, call] of [...calls.entries()].reverse()) {
    const next = calls[at + 1];
    if (!bare.has(call) || next === undefined || call.outcome !== null) continue;
    call.outcome = next.outcome;
    call.promised = next.promised;
  }
  return calls.flatMap((call) => (call.outcome === null ? [] : [{ ...call, outcome: call.outcome }]));
}

const isOpen = ({ outcome, promised }: Told): boolean => promised === null && outcome !== 'no-answer';

type Told = Omit<SaidCall, 'outcome'> & { outcome: SaidCall['outcome'] | null };

const ALL_OF_THEM = /(?<!\S)(?:deu|ca hai|ca ba|ca \d|tat ca)(?: \S+)? (?:hua|hen|bao|noi|cam ket)(?!\S)/u;

/** The units that were called: "chị bảo HBG gửi chung" tells of another one, who was not. */
function unitsCalled(clause: string, promisedAt: number | null, units: readonly KnownUnit[]): string[] {
  const isOfSame = promisedAt !== null && SAME.test(foldInPlace(clause).slice(0, promisedAt).trim());
  if (isOfSame) return [];
  const named = unitsIn(clause, units);
  const department = named.length === 0 ? departmentIn(clause, units) : null;
  return department === null ? named : [department];
}

interface Clause {
  clause: string;
  folded: string;
  promise: RegExpExecArray | null;
}

/** Adds what a clause tells to a call. A promise about somebody else's report is not read as one. */
function tell(
  call: Told,
  { clause, folded, promise }: Clause,
  known: { now: LocalNow; units: readonly KnownUnit[] },
): void {
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
