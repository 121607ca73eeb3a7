import type { SaidCall } from '../language/call-word.ts';
import { NO_ANSWER, readPromised } from '../language/call-word.ts';
import { fold, foldInPlace, tidy } from '../language/fold.ts';
import type { LocalNow } from '../language/moment-word.ts';
import { readPromise } from '../language/promise-word.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitIn } from './name-unit.ts';
import { orderSpokenOf } from './order-stance.ts';

const LONGEST = 200;
const CALLED =
  /\b(?:da goi|vua goi|moi goi|goi .{0,40}roi|goi dien .{0,40}roi|da lien he|da trao doi|(?:chi|em|anh|toi) (?:vua |moi |da )?goi)\b/u;
const PROMISED = /\b(?:deu )?(?:hua|hen|bao|noi|cam ket)(?: la| rang)?(?= )/u;
/** Whoever was spoken of last. */
const SAME = /^(?:(?:ho|chi ay|anh ay|ben do|ben ay|dau moi|deu|thi|va|nhung|roi|ben|chi|anh|se|da|cung) ?)*$/u;
const NO_CALL =
  /\?|^(?:(?:em|chi|bot|giup) )*(?:xoa|huy|bo|dung|thoi|sua)\b|\b(?:dung khong|dung k|phai khong|may gio|khi nao|bao gio|luc nao|gi)(?: (?:a|em|nhi))*$|\b(?:khong|chua|ko|k)(?: (?:a|em|nhi))*$/u;
const NEXT = /[,;.]+\s+|\s+(?:còn|và)\s+(?=\S.*(?:hứa|hẹn|nghe máy|hua|hen|nghe may))/iu;

/**
 * "Ghi là đã gọi Thanh Miện, hẹn 16/11 gửi", "chị gọi Sở Tài chính rồi, thứ hai họ nộp", "Chí Linh hứa tối nay": what was said of each unit
 * on the phone, each under its code. A clause of somebody who is not known is no other unit's. Empty where it tells of no call.
 */
export function readCalls(text: string, now: LocalNow, units: readonly KnownUnit[]): SaidCall[] {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST || /[\n=]/u.test(typed) || NO_CALL.test(fold(typed)) || orderSpokenOf(typed) !== null)
    return [];
  const calls: (Omit<SaidCall, 'outcome'> & { outcome: SaidCall['outcome'] | null })[] = [];
  let current: (typeof calls)[number] | undefined;
  for (const clause of typed.split(NEXT)) {
    const folded = foldInPlace(clause);
    const unit = unitIn(clause, units) ?? departmentIn(clause, units);
    const promise = PROMISED.exec(folded);
    const isOfOther = unit === null && promise !== null && !SAME.test(folded.slice(0, promise.index).trim());
    if (unit !== null) {
      current = { units: unit, outcome: null, promised: null, unread: '' };
      calls.push(current);
    } else if (isOfOther) {
      const last = calls.at(-1);
      if (last !== undefined) last.unread = clause.trim();
      current = undefined;
    }
    if (current === undefined) continue;
    const promised =
      promise === null
        ? current.outcome === null
          ? null
          : (readPromise(clause, now)?.moment ?? null)
        : readPromised(clause.slice(promise.index + promise[0].length).trim(), now);
    if (NO_ANSWER.test(folded)) current.outcome = 'no-answer';
    else if (CALLED.test(folded) || promised !== null) current.outcome ??= 'reached';
    current.promised ??= promised;
    if (promise !== null && promised === null) current.unread = clause.slice(promise.index).trim();
  }
  return calls.flatMap((call) => (call.outcome === null ? [] : [{ ...call, outcome: call.outcome }]));
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
