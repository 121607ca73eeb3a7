import { foldInPlace, tidy } from '../fold.ts';

/** What is said of every field that was not named: there is none of it, it stays blank, or it stays as it is. */
export type Rest = 'none' | 'blank' | 'kept';

const LONGEST = 600;
/** "Các mục khác", "phần còn lại"; "kinh phí còn lại" is one field's. */
const SUBJECT =
  '(?:ngoai ra|(?:(?:nhung|con|va|cac|may|tat ca|toan bo|het|phan|so|muc|cai|chi tieu|so lieu|noi dung|hoat dong|linh vuc|loai) ){0,4}(?:con lai|(?:muc|cai|phan|chi tieu|so lieu|noi dung|hoat dong|linh vuc|loai|thu|so) (?:khac|kia)))(?: (?:ca|het|thi|la|deu|em|e|chi|c|toi|minh|van|cung|coi nhu|tinh|ghi|ben em|ben minh))*';
const NONE =
  '(?:khong|ko|k|kh|hong|hok|chua|bang 0|bang khong|so 0|0|bo|bo qua|bo di|nil|kps)(?: (?:co|phat sinh|ps|thuc hien|to chuc|trien khai|lam|bao cao))?(?: (?:gi|j|so lieu|hoat dong|noi dung|nao))*';
const BLANK = '(?:de trong|bo trong|trong)';
const KEPT =
  '(?:giu nguyen|giu nhu cu|y nguyen|van nhu cu|nhu cu|van the|nhu vay|nhu tren|khong doi|khong thay doi|ko doi|k doi|dung roi|dung)';
const TAIL = '(?: (?:ca|het|a|ah|nhe|nha|em|chi|anh|thoi|luon|dau|nhe em|cho em|giup em|ho em|roi))*';
const CLAUSE = new RegExp(
  `(?<![\\p{L}\\p{N}])${SUBJECT}\\s?[:=]?\\s?(?:(?<none>${NONE})|(?<blank>${BLANK})|(?<kept>${KEPT}))${TAIL}(?=\\s*(?:[,;.!\\n)]|$))`,
  'gu',
);

/** A text without what it says of all that it does not name ("còn lại không phát sinh", "các mục khác: 0"), and what that is; `rest` null where it says nothing of them. */
export function splitRest(text: string): { text: string; rest: Rest | null } {
  const tidied = text.length > LONGEST ? text : tidy(text);
  const folded = tidied.length > LONGEST ? '' : foldInPlace(tidied);
  let rest: Rest | null = null;
  let left = '';
  let from = 0;
  for (const { index, 0: clause, groups } of folded.matchAll(CLAUSE)) {
    const before = folded.slice(0, index);
    // With no figure before it, "ngoài ra không có gì" only says that this was all.
    if (!standsAlone(before) || (clause.startsWith('ngoai ra') && !/\d/u.test(before))) continue;
    rest = groups?.none !== undefined ? 'none' : groups?.blank !== undefined ? 'blank' : 'kept';
    left += tidied.slice(from, index).replace(/[^\S\n]*[,;(][^\S\n]*$|[^\S\n]+$/u, '');
    from = index + clause.length;
  }
  if (rest === null) return { text, rest };
  // The clause's own full stop goes with it.
  const behind = tidied.slice(from).replace(/[.;!]\s*$/u.test(left) ? /^\s*[.;!]+/u : /^(?!)/u, '');
  return { text: left.trim() === '' ? behind.replace(/^[\s,;.!)]+/u, '') : left + behind, rest };
}

/** Behind a separator, or behind a figure: "2 lớp, 70 người còn lại không". */
function standsAlone(before: string): boolean {
  const clause = before.slice(Math.max(...[...',;.:(\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  return (
    clause.trim() === '' || /^[\s\p{L}]*\d/u.test(clause) || /^\s*(?:da|vang|a|thi|va|nhung|em|ok)\s*$/u.test(clause)
  );
}
