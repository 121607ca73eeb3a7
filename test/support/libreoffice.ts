import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Whether LibreOffice and poppler are on this machine: `apt-get install libreoffice-writer libreoffice-calc poppler-utils`. */
export const HAS_LIBREOFFICE = ['soffice', 'pdftotext', 'pdffonts'].every((program) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** Calc believes the results that are kept in a workbook unless it is told to work everything out. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Has LibreOffice open the file and write it anew; everything worked out by itself. `inFolder`: where the result stays. */
export function convert(
  bytes: Uint8Array,
  from: string,
  to: string,
  inFolder?: string,
): { bytes: Buffer; path: string } {
  const folder = inFolder ?? mkdtempSync(join(tmpdir(), 'libreoffice-'));
  if (inFolder === undefined) onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const profile = mkdtempSync(join(tmpdir(), 'libreoffice-profile-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), RECALCULATE);
  const given = join(folder, from);
  writeFileSync(given, bytes);
  const outDir = join(folder, 'out');
  // In a window it sees the byte order mark; from a command it wants to be told: comma, quotes, UTF-8.
  const read = from.endsWith('.csv') ? ['--infilter=CSV:44,34,76'] : [];
  const own = `-env:UserInstallation=file://${profile}`;
  const args = [own, '--headless', ...read, '--convert-to', to, '--outdir', outDir, given];
  execFileSync('soffice', args, { stdio: 'ignore' });
  const path = join(outDir, from.replace(/\.\w+$/u, `.${to}`));
  return { bytes: readFileSync(path), path };
}

export interface PdfWord {
  page: number;
  /** Millimetres from the left and upper edge of the page. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  text: string;
}

const MM = 25.4 / 72;

/** Every word of a PDF with the place where it stands. */
export function wordsOfPdf(path: string): { words: PdfWord[]; pages: { width: number; height: number }[] } {
  const html = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const pages = [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gsu)];
  return {
    pages: pages.map(([, width, height]) => ({ width: Number(width) * MM, height: Number(height) * MM })),
    words: pages.flatMap(([, , , inside = ''], page) =>
      [...inside.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu)].map(
        ([, left, top, right, bottom, text = '']) => ({
          page: page + 1,
          left: Number(left) * MM,
          right: Number(right) * MM,
          top: Number(top) * MM,
          bottom: Number(bottom) * MM,
          text,
        }),
      ),
    ),
  };
}

/** Pairs of words that stand upon each other. */
export function wordsOverWords(words: readonly PdfWord[]): string[] {
  const isOver = (one: PdfWord, other: PdfWord): boolean => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > 1 && down > 0.4 * Math.min(one.bottom - one.top, other.bottom - other.top);
  };
  return words.flatMap((one, at) =>
    words.slice(at + 1).flatMap((other) => {
      if (other.page !== one.page || !isOver(one, other)) return [];
      return [`${one.text} and ${other.text} on page ${one.page}`];
    }),
  );
}

/** The names of the fonts a PDF uses, without the letters before the plus. */
export function fontsOfPdf(path: string): string[] {
  const lines = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
  return [...new Set(lines.map((line) => (line.split(/\s+/u)[0] ?? '').replace(/^[A-Z]{6}\+/u, '')))];
}
