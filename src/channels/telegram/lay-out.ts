import { plain, type RichText, type Span } from '../../wording/rich-text.ts';
import type { Choice, FileAtHand, Outgoing, Sendable, ShownAs } from '../channel.ts';
import { SendError } from '../send-error.ts';
import { splitText } from '../split-text.ts';

/** Telegram's limits, counted after its markup is read. */
export const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;
/** In UTF-8 bytes. */
const CHOICE_LIMIT = 64;

export interface Keyboard {
  inline_keyboard: { text: string; callback_data: string }[][];
}

/** One message of Telegram's. */
export interface Piece {
  html: string;
  file: FileAtHand | null;
  keyboard: Keyboard | null;
}

/** Lays a message out as one or several of Telegram's; the last one carries the choices. Throws SendError for what Telegram cannot take. */
export function layOut(message: Sendable): Piece[] {
  const keyboard = layOutChoices(message.choices ?? []);
  const pieces = layOutWords(message);
  const last = pieces.at(-1);
  if (!last) throw new SendError('refused', 'a message without text or file');
  return [...pieces.slice(0, -1), { ...last, keyboard }];
}

/** The words as people read them, without the buttons. */
export function shown({ text }: Outgoing): ShownAs {
  return { texts: splitText(text, TEXT_LIMIT).map(plain), limit: TEXT_LIMIT };
}

function layOutWords({ text, file }: Sendable): Piece[] {
  if (file && plain(text).length <= CAPTION_LIMIT) return [{ html: toHtml(text), file, keyboard: null }];
  const words: Piece[] = splitText(text, TEXT_LIMIT).map((part) => ({
    html: toHtml(part),
    file: null,
    keyboard: null,
  }));
  return file ? [...words, { html: '', file, keyboard: null }] : words;
}

function layOutChoices(rows: readonly (readonly Choice[])[]): Keyboard | null {
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length === 0) return null;
  return { inline_keyboard: filled.map((row) => row.map(toButton)) };
}

function toButton({ label, value }: Choice) {
  const bytes = Buffer.byteLength(value);
  if (bytes === 0 || bytes > CHOICE_LIMIT) {
    throw new SendError('refused', `a choice's value of ${bytes} bytes: Telegram takes 1 to ${CHOICE_LIMIT}`);
  }
  return { text: label, callback_data: value };
}

/** A text in Telegram's HTML. Words stay as typed, whatever they contain. */
function toHtml(text: RichText): string {
  return text.map(spanToHtml).join('');
}

function spanToHtml(span: Span): string {
  if (typeof span === 'string') return escapeHtml(span);
  if ('b' in span) return `<b>${escapeHtml(span.b)}</b>`;
  // Telegram copies a <pre> block whole at one tap.
  const tag = span.code.includes('\n') ? 'pre' : 'code';
  return `<${tag}>${escapeHtml(span.code)}</${tag}>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
