/** Data of a picture in a form that can be drawn anywhere: plain, to be handed to a worker. */
export interface Drawing {
  svg: string;
  /** In pixels. */
  width: number;
}

export const INK = '#1f2937';
export const PALE = '#6b7280';
export const LINE = '#d1d5db';

interface TextLook {
  size: number;
  bold?: boolean;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** A text, its base line at y. Only what the fonts have may be in it: marks are drawn as paths. */
export function text(
  x: number,
  y: number,
  words: string,
  { size, bold, fill = INK, anchor = 'start' }: TextLook,
): string {
  const weight = bold === true ? ' font-weight="700"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
}

export function svgOf(width: number, height: number, parts: readonly string[]): Drawing {
  const body = parts.join('\n');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Be Vietnam Pro">
${box(0, 0, width, height, '#ffffff')}
${body}
</svg>`;
  return { svg, width };
}

/** How many letters fit: they are about 0.56 of their size wide in this font. */
function mostLetters(width: number, size: number): number {
  return Math.max(4, Math.floor(width / (size * 0.56)));
}

/** Cut to what fits. */
export function fitted(words: string, width: number, size: number): string {
  const most = mostLetters(width, size);
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

/** In as many lines as it takes. */
export function inLines(words: string, width: number, size: number): string[] {
  const most = mostLetters(width, size);
  const lines: string[] = [];
  for (const word of words.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
