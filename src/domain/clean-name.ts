/** What nobody sees or what has no meaning: controls, direction marks, invisible letters, halves of a character, private and unassigned ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;
const BLANKS = /[\s\u2800\u3164\u115f\u1160\uffa0]+/gu;
/** No language stacks more marks on a letter; a tower of them covers the lines around it. */
const TOWER = /(\p{M}{3})\p{M}+/gu;
/** Units of UTF-16 that one character as people count them may take: some are built of many. */
const UNITS = 8;
const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

const LONGEST_NAME = 80;
const LONGEST_STEM = 100;
/** Endings that stand for what a unit may send, and come off for the one that the content shows. */
const ENDING = /\.(?:pdf|docx?|xlsx?|jpe?g|jfif|png)$/iu;
/** Not allowed in file names on some system. */
const RESERVED_MARKS = /[<>:"|?*]/g;
/** Names of devices on Windows, whatever follows their first dot. */
const RESERVED_NAMES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** A name of a person or a group as it is kept and shown: NFC, one line, nothing invisible, at most 80 characters; null without a letter. */
export function cleanName(typed: string): string | null {
  const name = visible(typed, LONGEST_NAME);
  return /\p{L}/u.test(name) ? name : null;
}

/** A file's name as it is kept and offered: no path, nothing a system trips over, and the ending of its detected type where that is known. */
export function cleanFileName(given: string, ending: string | null): string {
  const base = visible(given.split(/[\\/]/).at(-1) ?? '', 4 * LONGEST_STEM).replace(RESERVED_MARKS, '_');
  const typed = ENDING.exec(base)?.[0] ?? '';
  const stem = base.slice(0, base.length - typed.length).replace(/^[.\s\p{M}]+/u, '');
  const cut = withoutEndDots(visible(stem, LONGEST_STEM));
  const named = /[\p{L}\p{N}]/u.test(cut) ? cut : 'tep';
  const safe = RESERVED_NAMES.test(named) ? `tep-${named}` : named;
  return `${safe}${ending === null ? typed : `.${ending}`}`;
}

function visible(text: string, longest: number): string {
  const seen = text.replace(BLANKS, ' ').replace(UNSEEN, '').normalize('NFC').replace(TOWER, '$1');
  return cut(seen.replace(BLANKS, ' ').replace(/^[\p{M} ]+/u, ''), longest).trim();
}

function cut(text: string, longest: number): string {
  let kept = '';
  let count = 0;
  for (const { segment } of characters.segment(
    text
      .slice(0, longest * UNITS)
      .toWellFormed()
      .replace(/\ufffd$/, ''),
  )) {
    if (count === longest) break;
    kept += segment;
    count++;
  }
  return kept;
}

function withoutEndDots(text: string): string {
  let end = text.length;
  while (end > 0 && '. '.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
