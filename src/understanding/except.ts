import { fold, foldInPlace, lower, tidy } from '../language/fold.ts';
import { spelled, wholeWords } from '../language/spelled.ts';

/** Whom something is for, in the words as typed, and who is left out of it; null = nobody is. */
export interface SplitExcept {
  whom: string;
  except: string | null;
}

const MARK =
  '(?:ngoai tru|tru ra|tru moi|tru|khong ke|khong tinh|chua lai|chua ra|chua|bo qua|(?:nhung |ma )?(?:dung|khong) nhac)';
/** "Trụ sở" leaves no department out, and "chưa ra" nobody. */
const AS_SPELLED = wholeWords(
  spelled('trừ|ngoại trừ|không kể|không tính|chừa lại|chừa ra|bỏ qua|đừng nhắc|không nhắc'),
);
/** Without its marks "chua" is "chưa". */
const SPARES = /(?<!\p{L})chừa(?!\p{L})/u;
const EXCEPT = new RegExp(`(?<!\\S)${MARK} (?=\\S)`, 'gu');
/** "Ngoài Công an ra", "trừ Tứ Kỳ ra còn": whoever is left out stands first. */
const FIRST = new RegExp(`^(?:ngoai|${MARK}) (.{2,80}?) ra(?: con| thi)?[, ]+(?=\\S)`, 'u');
/** "…, Tứ Kỳ thì thôi", "…, mỗi Thanh Hà là không": and last. */
const LAST =
  /[,;]\s*(?:moi|rieng|con|nhung|chi)?\s*([^,;]{2,60}?) (?:thi|la) (?:thoi|khong|khoi|dung|chua|mien)(?: (?:can|nhac|gui|nhe|a|em|duoc|vay))*[.!\s]*$/u;
/** What is taken in again behind an exception. */
const TAKEN_IN = /[,;]\s*(?:va )?(?:them ca|them|va ca|ca|gom ca|cong ca) (?=\S)/u;
const MORE_KINDS = /[,;]\s*(?:va )?(?=(?:cac|nhung) \S)/u;
const ALL = /^(?:cho |toi |den |gui )*(?:tat ca|toan bo|ca tinh|toan tinh|het|moi|cac don vi|nhung don vi)\b/u;

/**
 * "Các huyện trừ HBG", "các sở trừ SYT, các huyện trừ Thanh Hà", "ngoài Công an ra các sở", "các huyện, Tứ Kỳ thì thôi": whom, and whom
 * not. An exception that is passed over grows an order, one that is taken for whom it is for turns it round.
 */
export function splitExcept(text: string): SplitExcept {
  const typed = tidy(text);
  const folded = foldInPlace(typed);
  const first = FIRST.exec(folded);
  if (first !== null) return withMore(splitExcept(typed.slice(first[0].length)), partOf(typed, first));
  const out = takeLeftOut(typed);
  if (out !== null) return withMore(splitExcept(out.rest), out.except);
  const last = LAST.exec(folded);
  if (last !== null) return withMore(splitExcept(typed.slice(0, last.index)), partOf(typed, last));
  return splitMarked(typed, folded);
}

/** "Nhắc hết, chừa Bình Giang, Ninh Giang ra", "…, ngoài Ninh Giang ra thì nhắc hết", "…, để Chí Linh lại, tôi gọi sau". */
const LEFT_OUT =
  /(?:^|[,;.]? )(?:nhung |ma |rieng |con )?(?:chua|de|ngoai|gat|loai|bo|tru)(?: rieng)? (?!(?:nop|gui|bao cao|lam|co|xong|thay|ai|ho)(?!\S))([^.;:]{2,80}?) (?:ra|lai|sau)(?= *(?:[,;.]|$)| (?:nhe|nha|di|giup|a|em|thi|con|da|ngoai|sau)(?!\S))((?: (?:nhe|nha|di|giup|a|em|da|ngoai|sau))*)((?:,? (?:con lai )?(?:thi )?(?:nhac|don doc|giuc|gui) (?:het|tat ca|toan bo)(?: ca)?)?)((?:[,;] (?:de )?(?:toi|chi|anh|minh|em) (?:se |da |tu |dang )?(?:goi|noi|lo|hoi|lien he|trao doi|lam viec|xu ly|gap)(?!\S)[^,;]*)?)/u;
const LEAVES_OUT = wholeWords(spelled('chừa|để|ngoài|gạt|loại|bỏ|trừ'));

/** Who is left out by a word before them and "ra" or "lại" behind them, anywhere, and the text without it. */
export function takeLeftOut(text: string): { rest: string; except: string } | null {
  const found = LEFT_OUT.exec(foldInPlace(text));
  if (found === null) return null;
  const typed = text.slice(found.index, found.index + found[0].length);
  if (
    !LEAVES_OUT.test(
      lower(typed)
        .split(/(?<=\p{L}) (?=\S)/u)
        .slice(0, 4)
        .join(' '),
    )
  )
    return null;
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return { rest: rest.replace(/\s+/gu, ' ').trim(), except: partOf(text, found) };
}

function splitMarked(typed: string, folded: string): SplitExcept {
  const marks = [...folded.matchAll(EXCEPT)].filter(({ index, 0: found }) =>
    [AS_SPELLED, SPARES].some((mark) => mark.test(lower(typed.slice(index, index + found.length)))),
  );
  const [mark] = marks;
  if (mark === undefined) return { whom: typed, except: null };
  const whom = [typed.slice(0, mark.index)];
  const except: string[] = [];
  for (const [at, one] of marks.entries()) {
    const from = one.index + one[0].length;
    const part = typed.slice(from, marks[at + 1]?.index);
    const end = takenIn(part, whom.join(' '));
    except.push(end === null ? part : part.slice(0, end.at));
    if (end !== null) whom.push(part.slice(end.at + end.length));
  }
  return { whom: joined(whom), except: joined(except) };
}

/** Where behind an exception begins what it is for again. */
function takenIn(part: string, whom: string): { at: number; length: number } | null {
  const folded = foldInPlace(part);
  const isOfKinds = whom.trim() !== '' && !ALL.test(fold(whom).trim()) && !/^\s*(?:cac|nhung) /u.test(folded);
  const found = TAKEN_IN.exec(folded) ?? (isOfKinds ? MORE_KINDS.exec(folded) : null);
  return found === null ? null : { at: found.index, length: found[0].length };
}

function joined(parts: readonly string[]): string {
  const said = parts.map((part) => part.replace(/[\s,;]+$/u, '').trim()).filter((part) => part !== '');
  return parts.length === 1 ? (parts[0] ?? '') : said.join(', ');
}

function partOf(typed: string, match: RegExpExecArray): string {
  const at = match.index + match[0].indexOf(match[1] ?? '');
  return typed.slice(at, at + (match[1]?.length ?? 0));
}

function withMore({ whom, except }: SplitExcept, more: string): SplitExcept {
  return { whom, except: except === null ? more : `${except}, ${more}` };
}

const EXCEPTION_OF_REASON =
  /(?:[,;.]|(?<!khấu|loại|giảm|khau|loai|giam)(?=\s))\s*(?:nhưng|nhung|mà|ma)?\s*((?:ngoại trừ|ngoai tru|trừ ra|tru ra|trừ|tru|không tính|khong tinh|không kể|khong ke)\s+[^,;.]{2,60})[.!\s]*$/iu;

const SPARED =
  /(?:[,;.]|\s)\s*(?:nhưng|nhung|mà|ma|riêng|rieng)\s+(\S+(?:\s+\S+){0,5}?)\s+(?:thì|thi|là|la)\s+(?:thôi|thoi|không|khong|khỏi|khoi|chưa|chua)[.!\s]*$/iu;

/** "Vì tổng kết, không tính Sở Y tế": the exception behind a reason is none of it. */
export function takeExceptOfReason(reason: string): { reason: string; except: string } | null {
  const spared = SPARED.exec(reason);
  if (spared !== null) return { reason: reason.slice(0, spared.index).trim(), except: `trừ ${spared[1] ?? ''}` };
  const found = EXCEPTION_OF_REASON.exec(reason);
  return found === null ? null : { reason: reason.slice(0, found.index).trim(), except: found[1] ?? '' };
}

/** Whether a reason is that of the exception alone: "trừ Tỉnh đoàn vì họ có hoạt động". */
export function isReasonOfExcept(before: string, reason: string): boolean {
  return (
    /^(?:họ|ho|nó|no|bên đó|ben do|đơn vị này|don vi nay)(?!\p{L})/iu.test(reason) &&
    splitExcept(before).except !== null
  );
}
