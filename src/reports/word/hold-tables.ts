import { type FootnoteReferenceRun, Paragraph, TextRun } from 'docx';
import { zipSync } from 'fflate';
import { readZip } from '../read-zip.ts';
import { TEXT_WIDTH } from './look.ts';
import { tableText, type Written } from './written-table.ts';

const MAIN = 'word/document.xml';
/** Letters that no text of people has: `look.ts` takes them out. */
const MARK = /\ue000(\d+)\ue001/u;
const NOTE = /<w:r>(?:(?!<\/w:r>)[\s\S])*<w:footnoteReference\b(?:(?!<\/w:r>)[\s\S])*<\/w:r>/gu;

/** The tables of a report. While the template is filled a paragraph stands for each; they are written when all the rest is. */
export function holdTables() {
  const held: Written[] = [];
  return {
    /** The paragraph that keeps the table's place, and its notes, which only `docx` can put at the foot of the page. */
    hold(table: Written, notes: readonly FootnoteReferenceRun[] = []): Paragraph {
      held.push(table);
      return new Paragraph({ children: [new TextRun(`\ue000${held.length - 1}\ue001`), ...notes] });
    },
    /** The report with every table in its place, as wide as the text of its section. */
    put(report: Uint8Array): Buffer {
      const parts = readZip(report);
      let xml = parts.get(MAIN)?.toString('utf8') ?? '';
      // From the end: what is still to be replaced stays where it is, and each table's section has no other one's letters in it.
      for (const place of places(xml).toReversed()) {
        const table = held[place.table];
        if (table === undefined) continue;
        const notes = xml.slice(place.from, place.to).match(NOTE) ?? [];
        // A cell of the template's own tables ends with a paragraph (ECMA-376 part 1, 17.4.65).
        const end = xml.startsWith('</w:tc>', place.to) ? '<w:p/>' : '';
        const written = tableText(table, textWidth(xml, place.to), notes);
        xml = `${xml.slice(0, place.from)}${written}${end}${xml.slice(place.to)}`;
      }
      parts.set(MAIN, Buffer.from(xml));
      return Buffer.from(zipSync(Object.fromEntries(parts), { level: 6 }));
    },
  };
}

function places(xml: string): { table: number; from: number; to: number }[] {
  return [...xml.matchAll(new RegExp(MARK, 'gu'))].map(({ index, 1: number }) => ({
    table: Number(number),
    from: Math.max(xml.lastIndexOf('<w:p>', index), xml.lastIndexOf('<w:p ', index)),
    to: xml.indexOf('</w:p>', index) + '</w:p>'.length,
  }));
}

/** Between the margins of the section that a place is in: what it is like stands at its end. */
function textWidth(xml: string, at: number): number {
  const from = xml.indexOf('<w:sectPr', at);
  const section = from < 0 ? '' : xml.slice(from, xml.indexOf('</w:sectPr>', from));
  const of = (element: string, side: string): number =>
    Number(new RegExp(`<w:${element}\\b[^>]* w:${side}="(\\d+)"`, 'u').exec(section)?.[1]);
  const width = of('pgSz', 'w') - of('pgMar', 'left') - of('pgMar', 'right');
  return width > 0 ? width : TEXT_WIDTH;
}
