import type { TemplateProblem } from '../../domain/template-problem.ts';
import { editDistance } from '../../language/edit-distance.ts';
import { fold } from '../../language/fold.ts';
import { DRAFT } from '../../wording/draft.ts';
import { BLOCK_NAMES, LINE_NAMES } from '../../wording/template-names.ts';
import { readZip, ZipError } from '../read-zip.ts';

/** What a compiled report cannot do without; any one of a row will do. */
const NEEDED: readonly (readonly string[])[] = [
  ['bang_so_lieu', 'bang_so_lieu_chu_thich'],
  ['bang_don_vi'],
  ['bang_nguon', 'bang_so_lieu_chu_thich'],
  ['bang_tien_do'],
  ['noi_dung'],
  ['trich_yeu', 'ky', 'ten_bao_cao'],
];
const NAME = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/**
 * Everything that keeps a template from being used; empty: it can be. `totals` are the names of single figures. Paragraphs are
 * read as a reader sees them, whatever runs Word cut them into.
 */
export function checkTemplate(file: Uint8Array, totals: readonly string[]): TemplateProblem[] {
  let parts: Map<string, Buffer>;
  try {
    parts = readZip(file);
  } catch (error) {
    return [{ fault: error instanceof ZipError ? error.reason : 'unreadable' }];
  }
  const main = parts.get('word/document.xml')?.toString('utf8');
  if (main === undefined || !main.includes('<w:body')) return [{ fault: 'unreadable' }];
  if ([...parts.keys()].some((path) => /vbaProject|vbaData/iu.test(path))) return [{ fault: 'macros' }];
  const body = paragraphTexts(main);
  const edges = [...parts]
    .filter(([path]) => /^word\/(?:header|footer)\d*\.xml$/u.test(path))
    .flatMap(([, xml]) => paragraphTexts(xml.toString('utf8')));
  const known = [...Object.keys(LINE_NAMES), ...Object.keys(BLOCK_NAMES), ...totals];
  const names = [...new Set([...body, ...edges].flatMap(namesIn))];
  return [
    ...[...body, ...edges].flatMap(brokenBraces),
    ...names.filter((name) => !known.includes(name)).map((name) => unknown(name, known)),
    ...body.flatMap(notAlone),
    ...[...new Set(edges.flatMap(namesIn))]
      .filter(isBlock)
      .map((name): TemplateProblem => ({ fault: 'not-in-text', name })),
    ...NEEDED.filter((row) => !row.some((name) => names.includes(name))).map(
      (anyOf): TemplateProblem => ({ fault: 'missing-name', anyOf }),
    ),
    ...([...body, ...edges].some((text) => fold(text).includes(fold(DRAFT.draft)))
      ? []
      : [{ fault: 'not-a-draft' } as const]),
  ];
}

/** The blocks that a sound template does without, each of a group of which one will do: what stands in them is nowhere in the report. */
export function absentBlocks(file: Uint8Array): string[] {
  const names = paragraphTexts(readZip(file).get('word/document.xml')?.toString('utf8') ?? '').flatMap(namesIn);
  return Object.keys(BLOCK_NAMES).filter(
    (name) =>
      !names.includes(name) && !NEEDED.some((row) => row.includes(name) && row.some((one) => names.includes(one))),
  );
}

/** The text of every paragraph, its runs put together. */
function paragraphTexts(xml: string): string[] {
  return xml
    .split(/<\/w:p>/u)
    .map((chunk) => chunk.slice(Math.max(0, chunk.lastIndexOf('<w:p>'), chunk.lastIndexOf('<w:p '))))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text).join(''),
    )
    .map(unescaped)
    .filter((text) => text.trim() !== '');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map(([, name = '']) => name);
}

function isBlock(name: string): boolean {
  return Object.hasOwn(BLOCK_NAMES, name);
}

function brokenBraces(text: string): TemplateProblem[] {
  const rest = text.replace(NAME, ' ');
  const at = rest.search(/[{}]/u);
  return at < 0 ? [] : [{ fault: 'broken-braces', near: rest.slice(Math.max(0, at - 15), at + 25).trim() }];
}

function notAlone(text: string): TemplateProblem[] {
  return namesIn(text)
    .filter(isBlock)
    .filter(() => text.replace(NAME, '').trim() !== '' || namesIn(text).length > 1)
    .map((name) => ({ fault: 'not-alone', name }));
}

/** The nearest name, where it is near enough to have been meant: "Số đơn vị", `bang_so_liêu`, `KY`. */
function unknown(name: string, known: readonly string[]): TemplateProblem {
  const typed = fold(name)
    .replaceAll(/[\s-]+/gu, '_')
    .slice(0, 60);
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(typed, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  const isNear = best !== undefined && best.distance <= Math.max(1, Math.floor(best.candidate.length / 4));
  return { fault: 'unknown-name', name, meant: isNear ? best.candidate : null };
}
