import { zipSync } from 'fflate';
import { BLOCK_NAMES } from '../../wording/template-names.ts';
import { readZip } from '../read-zip.ts';

const MAIN = 'word/document.xml';
/** A paragraph without others in it: a text box has its own. */
const PARAGRAPH = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >])[\s\S])*?<\/w:p>/gu;
const BREAK = /<w:br\b[^>]*w:type="page"[^>]*\/>/gu;
const BREAK_BEFORE = /<w:pageBreakBefore(?: w:val="(?:1|true|on)")?\/>/u;
const SECTION = /<w:sectPr\b[\s\S]*?<\/w:sectPr>/u;
const BLOCK = new RegExp(`^\\{\\{\\s*(?:${Object.keys(BLOCK_NAMES).join('|')})\\s*\\}\\}$`, 'u');
/** As good as no height: what is left of a paragraph that begins a page. */
const NO_HEIGHT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';

/**
 * A template in which the page breaks and section ends that share a paragraph with the name of a block stand in paragraphs of their own:
 * the whole of that paragraph is replaced, and Writer keeps a break in the nearest one. Throws ZipError.
 */
export function keepBreaks(template: Uint8Array): Uint8Array {
  const parts = readZip(template);
  const xml = parts.get(MAIN)?.toString('utf8') ?? '';
  const kept = xml.replace(PARAGRAPH, (paragraph) => (isBlock(paragraph) ? apart(paragraph) : paragraph));
  if (kept === xml) return template;
  parts.set(MAIN, Buffer.from(kept));
  return zipSync(Object.fromEntries(parts), { level: 6 });
}

function isBlock(paragraph: string): boolean {
  const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, one = '']) => one).join('');
  return BLOCK.test(text.trim());
}

function apart(paragraph: string): string {
  const name = paragraph.indexOf('{');
  const breaks = [...paragraph.matchAll(BREAK)].map(({ index }) => index);
  const isBefore = BREAK_BEFORE.test(paragraph) || breaks.some((at) => at < name);
  const isBehind = breaks.some((at) => at > name);
  const [section = ''] = SECTION.exec(paragraph) ?? [];
  const rest = paragraph.replace(BREAK, '').replace(BREAK_BEFORE, '').replace(SECTION, '');
  const page = `<w:p><w:pPr><w:pageBreakBefore/>${NO_HEIGHT}</w:pPr></w:p>`;
  const end = section === '' ? '' : `<w:p><w:pPr>${NO_HEIGHT}${section}</w:pPr></w:p>`;
  return `${isBefore ? page : ''}${rest}${isBehind ? page : ''}${end}`;
}
