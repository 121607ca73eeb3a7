import { plain, type RichText, type Span, spanText } from '../wording/rich-text.ts';

/**
 * Cuts a text into parts a platform takes: between paragraphs where that leaves a part of some length, else between
 * lines, else between words, and inside a word only when it alone is too long. Blocks to be copied stay whole while they
 * can. Only the blanks at a cut are dropped; spans keep their emphasis.
 *
 * `measure` gives the length of a text as the platform counts it (default: UTF-16 units of the plain text). It must not
 * shrink when a text grows. A text without anything to read gives no part.
 */
export function splitText(
  text: RichText,
  limit: number,
  measure: (text: RichText) => number = (part) => plain(part).length,
): RichText[] {
  const parts: RichText[] = [];
  let rest = text;
  while (plain(rest).trim() !== '') {
    if (measure(rest) <= limit) {
      parts.push(rest);
      break;
    }
    const at = cutAt(rest, longestFit(rest, limit, measure));
    const part = slice(rest, 0, at.end);
    if (plain(part).trim() !== '') parts.push(part);
    rest = slice(rest, at.next, Number.POSITIVE_INFINITY);
  }
  return parts;
}

/** A cut: the part ends before `end`, the rest begins at `next`; between them are blanks. */
interface Cut {
  end: number;
  next: number;
}

/** The longest prefix, in UTF-16 units, that the platform takes. At least 1, so that a cut always gets on. */
function longestFit(text: RichText, limit: number, measure: (text: RichText) => number): number {
  let fits = 1;
  let tooLong = plain(text).length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >>> 1;
    if (measure(slice(text, 0, middle)) <= limit) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** From the best place to cut to the worst. A cut inside words to be copied spoils the copy, so it ranks after the same cut outside. */
const RANKS = ['paragraph', 'line', 'block line', 'word', 'word to copy'] as const;
type Rank = (typeof RANKS)[number];

function cutAt(text: RichText, room: number): Cut {
  const found = blanksWithin(text, room);
  // A good cut that leaves a stump of a part is worse than a lesser cut further on.
  for (const least of [room / 4, 0]) {
    for (const rank of RANKS) {
      const cut = found.filter((blank) => blank.rank === rank && blank.end >= least).at(-1);
      if (cut) return cut;
    }
  }
  const hard = wholeCharacters(plain(text), room);
  return { end: hard, next: hard };
}

/** Every run of blanks at which the text could be cut with at most `room` units before it. */
function blanksWithin(text: RichText, room: number): (Cut & { rank: Rank })[] {
  const whole = text.map(shapeOf).join('');
  const cuts: (Cut & { rank: Rank })[] = [];
  // Line breaks take the spaces before them along; spaces after them are the next line's indentation.
  for (const match of whole.matchAll(/[^\S\n\u00a0\u202f]*\n(?:[^\S\n]*\n)*|[^\S\n\u00a0\u202f]+/gu)) {
    const end = match.index;
    if (end > room) break;
    const next = end + match[0].length;
    if (end === 0 || next >= whole.length) continue;
    cuts.push({ end, next, rank: rankOf(match[0], insideCode(text, end)) });
  }
  return cuts;
}

/** A span as far as cutting is concerned: the blanks around words to be copied belong to them. */
function shapeOf(span: Span): string {
  const words = spanText(span);
  if (typeof span === 'string' || 'b' in span) return words;
  return words.replace(/^\s+|\s+$/gu, (blank) => '.'.repeat(blank.length));
}

function rankOf(blank: string, inCode: boolean): Rank {
  const lines = blank.split('\n').length - 1;
  if (inCode) return lines > 0 ? 'block line' : 'word to copy';
  if (lines > 1) return 'paragraph';
  return lines === 1 ? 'line' : 'word';
}

/** Whether the character at `at` belongs to words to be copied. */
function insideCode(text: RichText, at: number): boolean {
  let start = 0;
  for (const span of text) {
    const end = start + spanText(span).length;
    if (at < end) return typeof span !== 'string' && 'code' in span && at > start;
    start = end;
  }
  return false;
}

const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The last place at or before `at` that is not inside a character as people see it (a pair, a letter with its marks); at least one character. */
function wholeCharacters(text: string, at: number): number {
  const from = Math.max(0, at - 64);
  const window = text.slice(from, at + 64);
  const inside = characters.segment(window).containing(at - from);
  const start = inside === undefined ? at : from + inside.index;
  if (start > 0 && at - start < 32) return start;
  const low = text.charCodeAt(at);
  const inPair = low >= 0xdc00 && low <= 0xdfff && isHigh(text.charCodeAt(at - 1));
  if (!inPair) return at;
  return at > 1 ? at - 1 : at + 1;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The units from `start` to before `end`, each with the emphasis it had. */
function slice(text: RichText, start: number, end: number): RichText {
  const spans: Span[] = [];
  let at = 0;
  for (const span of text) {
    const words = spanText(span);
    const piece = words.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += words.length;
    if (piece === '') continue;
    if (typeof span === 'string') spans.push(piece);
    else spans.push('b' in span ? { b: piece } : { code: piece });
  }
  return spans;
}
