import type { DocumentPart } from '../../domain/document-part.ts';

/** So many lines that break off within a sentence are no chance: the text came from a scan, or out of a PDF. */
const FEWEST_BROKEN = 3;
const FEWEST_WORDS = 5;

/**
 * A text whose every printed line became a paragraph, put together again and apart at its full stops: read line by line, a label would be cut in
 * two and a figure stand away from what it counts. Other documents stay as they are.
 */
export function mendLines(parts: readonly DocumentPart[]): readonly DocumentPart[] {
  const broken = parts.filter((part, at) => at > 0 && goesOn(textOf(parts[at - 1]), textOf(part)));
  const paragraphs = parts.filter((part) => part.kind === 'line' && wordsIn(part.text) >= FEWEST_WORDS);
  if (broken.length < FEWEST_BROKEN || broken.length * 2 < paragraphs.length) return parts;
  const mended: DocumentPart[] = [];
  for (const [at, part] of parts.entries()) {
    const last = mended.at(-1);
    if (part.kind === 'line' && last?.kind === 'line' && isBroken(textOf(parts[at - 1]), part.text))
      mended[mended.length - 1] = { kind: 'line', text: `${last.text} ${part.text}` };
    else mended.push(part);
  }
  return mended.flatMap((part) => (part.kind === 'line' ? sentencesOf(part.text) : [part]));
}

function sentencesOf(text: string): DocumentPart[] {
  const sentences = text.split(/(?<=\p{Ll}[.;]|\))\s+(?=\p{Lu}\p{Ll}|-\s)/u);
  return sentences.map((sentence) => ({ kind: 'line', text: sentence }));
}

function textOf(part: DocumentPart | undefined): string {
  return part?.kind === 'line' ? part.text.trim() : '';
}

function wordsIn(line: string): number {
  return line.trim().split(/\s+/u).length;
}

/** A sentence that breaks off in one line and goes on in the next with a small letter. "hội nghị: 5" above "lượt người dự: 90" are two. */
function goesOn(line: string, next: string): boolean {
  return (
    wordsIn(line) >= FEWEST_WORDS &&
    !/[.:;!?)]$/.test(line) &&
    !/^[^:]{1,60}:\s*\S+$/u.test(line) &&
    /^\p{Ll}/u.test(next) &&
    !/^\p{L}[.)]/u.test(next)
  );
}

/** In such a text a line may begin with the figure too, or with a document's number. */
function isBroken(line: string, next: string): boolean {
  if (goesOn(line, next)) return true;
  return wordsIn(line) >= FEWEST_WORDS && !/[.:;!?]$/.test(line) && /^(?:\d[\d.,]* \p{Ll}|NQ[-/])/u.test(next);
}
