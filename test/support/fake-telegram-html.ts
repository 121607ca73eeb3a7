/** Telegram's reading of parse_mode HTML, as strict as the real one: what it would refuse is thrown. */
export interface Entity {
  type: string;
  /** In UTF-16 units, like `length`. */
  offset: number;
  length: number;
}

export interface ParsedText {
  text: string;
  entities: Entity[];
}

/** A text that Telegram cannot read. The message is what it says after "Bad Request: can't parse entities: ". */
export class HtmlError extends Error {}

const TAGS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

export function parseHtml(html: string): ParsedText {
  const open: { tag: string; offset: number }[] = [];
  const entities: Entity[] = [];
  let text = '';
  const pieces = html.matchAll(/<\/?[^<>]*>?|&(?:#\d+|#x[\da-f]+|[a-z]+);|[^<&]+|&/gi);
  for (const [piece] of pieces) {
    if (piece.startsWith('&')) text += readEntity(piece);
    else if (!piece.startsWith('<')) text += piece;
    else if (!piece.endsWith('>')) throw new HtmlError(`Unclosed start tag at byte offset ${offsetOf(text)}`);
    else if (piece.startsWith('</')) entities.push(closeTag(piece.slice(2, -1).trim().toLowerCase(), open, text));
    else open.push({ tag: openTag(piece, text), offset: text.length });
  }
  const left = open.at(-1);
  if (left) throw new HtmlError(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return trimmed(text, entities);
}

function readEntity(piece: string): string {
  const numeric = /^&#(x?)([\da-f]+);$/i.exec(piece);
  if (numeric) return String.fromCodePoint(Number.parseInt(numeric[2] ?? '', numeric[1] ? 16 : 10));
  return NAMED[piece.slice(1, -1)] ?? piece;
}

function openTag(piece: string, text: string): string {
  const tag = /^<([a-z-]+)(?:\s[^>]*)?>$/i.exec(piece)?.[1]?.toLowerCase();
  if (tag === undefined || !(tag in TAGS)) {
    throw new HtmlError(`Unsupported start tag "${piece.slice(1, -1)}" at byte offset ${offsetOf(text)}`);
  }
  return tag;
}

function closeTag(tag: string, open: { tag: string; offset: number }[], text: string): Entity {
  const begun = open.pop();
  if (!begun) throw new HtmlError(`Unexpected end tag at byte offset ${offsetOf(text)}`);
  if (tag !== '' && tag !== begun.tag) {
    throw new HtmlError(
      `Unmatched end tag at byte offset ${offsetOf(text)}, expected "</${begun.tag}>", found "</${tag}>"`,
    );
  }
  return { type: TAGS[begun.tag] ?? begun.tag, offset: begun.offset, length: text.length - begun.offset };
}

function offsetOf(text: string): number {
  return Buffer.byteLength(text);
}

/** Telegram trims messages, and drops entities that are left empty. */
export function trimmed(text: string, entities: readonly Entity[]): ParsedText {
  const lead = text.length - text.trimStart().length;
  const clean = text.trim();
  const moved = entities.map(({ type, offset, length }) => {
    const start = Math.max(0, offset - lead);
    const end = Math.min(clean.length, offset + length - lead);
    return { type, offset: start, length: end - start };
  });
  return { text: clean, entities: moved.filter((entity) => entity.length > 0) };
}
