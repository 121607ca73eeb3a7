import { strFromU8, unzipSync } from 'fflate';

/** One part of an Office file as text; throws where it is not there, so that no test looks at nothing. */
export function partOf(file: Uint8Array, path: string): string {
  const part = unzipSync(new Uint8Array(file))[path];
  if (part === undefined) throw new Error(`no ${path} in the file`);
  return strFromU8(part);
}

/** The paths of all parts. */
export function partsOf(file: Uint8Array): string[] {
  return Object.keys(unzipSync(new Uint8Array(file)));
}

/** The texts of a Word document, a paragraph a line. */
export function paragraphsOf(file: Uint8Array): string[] {
  const xml = partOf(file, 'word/document.xml');
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''),
  );
}
