import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { readPageStyles } from './page-styles.ts';

const FOLDER = new URL('./pages/room/', import.meta.url);

const MEDIA_TYPES: Readonly<Record<string, string>> & { '.css': string } = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** The room's styles, scripts and icon by file name, with what all pages share. Nothing else in the folder can be asked for. */
export function loadRoomAssets(): ReadonlyMap<string, { text: string; mediaType: string }> {
  const assets = new Map<string, { text: string; mediaType: string }>();
  for (const [name, text] of Object.entries(readPageStyles()))
    assets.set(`${name}.css`, { text, mediaType: MEDIA_TYPES['.css'] });
  for (const name of readdirSync(FOLDER)) {
    const mediaType = MEDIA_TYPES[extname(name)];
    if (mediaType !== undefined) assets.set(name, { text: readFileSync(new URL(name, FOLDER), 'utf8'), mediaType });
  }
  return assets;
}
