import { foldInPlace } from '../fold.ts';

/** What is told of another time than the report's, of a part, or of a plan. */
export const ELSEWHERE =
  /luy ke|cong don|tu dau nam|ke hoach|chi tieu|ky truoc|thang truoc|quy truoc|nam truoc|cung ky|du kien|(?<![a-z]|chia )se |trong do|ca nam|so voi/;
/** "Tăng từ 38 kỳ trước lên 44": the second is the report's. */
const CHANGED = /(?:tang|giam) tu \d[\d.]*(?: [^\d\s;,.]+){0,4} (?:len|xuong|con)(?= \d)/g;
/** "Kế hoạch số 726/KH-UBND": a document with a number is no plan of figures. */
const CITED = /ke hoach (?:so )?\d+[^\s,;]*|(?:thuc hien|theo|can cu) ke hoach(?! de ra| dat ra)/g;
/** "So với 03 hội nghị tháng trước, trong tháng 11/2026 …": where it comes back to the report's own time. */
const RETURN = /(?<=[,;] )(?:rieng |trong )(?:trong )?(?=thang |quy |6 thang |9 thang )/u;
const LONGEST_PERIOD = 24;
const MONTH_APART = /(?<=[,;.] )(?:trong do )?rieng (?:trong )?(?:thang|quy|tuan|nam)(?!\p{L})/u;

/** A sentence up to where it turns to another time, a part or a plan; what brackets say of those is blank. */
export function ownPart(sentence: string, { periodIn }: { periodIn(text: string): 'own' | 'other' | null }): string {
  const outside = sentence.replace(/\([^()]*\)/gu, (aside) =>
    ELSEWHERE.test(foldInPlace(aside)) || periodIn(aside) === 'other' ? ' '.repeat(aside.length) : aside,
  );
  const changed = [...foldInPlace(outside).matchAll(CHANGED)].reduce(
    (text, { index, 0: said }) => text.slice(0, index) + ' '.repeat(said.length) + text.slice(index + said.length),
    outside,
  );
  const turn = foldInPlace(changed)
    .replace(CITED, (said) => ' '.repeat(said.length))
    .search(ELSEWHERE);
  const back = turn < 0 ? -1 : foldInPlace(changed).slice(turn).search(RETURN);
  const isBack = back >= 0 && periodIn(changed.slice(turn + back, turn + back + LONGEST_PERIOD)) === 'own';
  const own = isBack
    ? ownPart(changed.slice(turn + back), { periodIn })
    : changed.slice(0, turn < 0 ? undefined : turn);
  // "19 hội nghị, riêng tháng 6 có 04": a month of the half-year.
  const month = foldInPlace(own).search(MONTH_APART);
  return month > 0 && periodIn(own.slice(month)) === 'other' ? own.slice(0, month) : own;
}
