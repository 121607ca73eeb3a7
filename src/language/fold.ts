/** Invisible marks that phones and web pages leave behind: zero-width spaces, direction marks, soft hyphens, controls. Joiners stay, emoji need them. */
const HIDDEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?![\n\t])\p{Cc}/gu;
const JOINERS = /[\u200c\u200d]/g;
/** Blanks that `\s` does not know: Hangul fillers and the empty Braille cell. */
const BLANKS = /[\u115f\u1160\u2800\u3164\uffa0]/g;
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const ODD_SPACES = /[^\S\n\t]/g;

/** Letters as phones type them and plain marks, which all of this changes nothing of: most texts are no more, and are read again and again. */
const TIDY = /^[\t\n\u0020-\u007e\u00c0-\u024f\u1ea0-\u1ef9]*$/;
const PLAIN = /^[\t\n\u0020-\u007e]*$/;

/** The text as people see it: NFC, one kind of space and line break, nothing invisible. Letters, case and punctuation stay as typed. */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text;
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(HIDDEN, '')
    .replace(BLANKS, ' ')
    .replace(ODD_SPACES, ' ')
    .normalize('NFC');
}

/**
 * What two spellings have in common: lower case, no diacritics (đ is d), full-width forms narrow, any run of blanks one space, trimmed.
 * Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim();
  return tidy(text)
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(JOINERS, '')
    .replace(/\p{M}/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Like `fold`, but unit by unit, so that every position means the same in both texts: find here, cut there.
 * Give it a text that has been through `tidy`; line breaks stay, other blanks become spaces of their own.
 */
export function foldInPlace(tidied: string): string {
  let folded = '';
  for (let at = 0; at < tidied.length; at++) folded += foldUnit(tidied.charAt(at));
  return folded;
}

/** Lower case and narrow, diacritics kept: for the words that only their accents tell apart (đúng, dừng, đừng). */
export function lower(text: string): string {
  return tidy(text).normalize('NFKC').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Without the blanks and the given marks at its end. A pattern would try again from every one of them: quadratic in a long row. */
export function trimEndOf(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text.charAt(end - 1)) || text.charAt(end - 1).trim() === '')) end--;
  return text.slice(0, end);
}

function foldUnit(unit: string): string {
  if (unit < '\u0080') return unit === '\t' ? ' ' : unit.toLowerCase();
  const base = unit.normalize('NFKD').charAt(0).toLowerCase().normalize('NFKD').charAt(0);
  if (base === 'đ' || base === 'ð') return 'd';
  return /\s/.test(base) ? ' ' : base;
}

/** Words with a capital at the beginning. */
export function capital(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}
