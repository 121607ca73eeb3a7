import { fold } from '../fold.ts';

const STRIKING =
  /^(?:(?:em |anh |chi )?(?:xin |hay )?)?(?:bo|bot|gach|xoa|loai|tru|tat ca tru|ca tru)(?: (?:ra|di|so|nguoi|cac so|nguoi so))*(?=[ #\d])/u;
/** A range longer than a meeting is a slip of the finger. */
const LONGEST_RANGE = 200;

/** The numbers in "bỏ 3, 7", "gạch số 3 và 7", "trừ 3-5"; null for anything else. "Bỏ" alone is no list. */
export function readStrike(text: string): number[] | null {
  const said = fold(text);
  const head = STRIKING.exec(said);
  if (head === null) return null;
  const rest = said
    .slice(head[0].length)
    .replace(/\b(?:va|voi|so|nguoi|a|nhe|nha|giup em|giup)\b/gu, ' ')
    .replace(/(\d)\s*(?:-|den|toi)\s*#?(?=\d)/gu, '$1-');
  const parts = rest.split(/[\s,;.#]+/u).filter((part) => part !== '');
  if (parts.length === 0 || parts.some((part) => !/^\d{1,3}(?:-\d{1,3})?$/u.test(part))) return null;
  return [...new Set(parts.flatMap(rangeOf))];
}

function rangeOf(part: string): number[] {
  const [from = 0, to = from] = part.split('-').map(Number);
  if (to < from || to - from > LONGEST_RANGE) return [from, to];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
