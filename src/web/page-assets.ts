import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Context } from 'hono';
import { readPageStyles } from './page-styles.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> & { '.css': string } = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

interface Asset {
  text: string;
  mediaType: string;
}

/** A folder's styles, scripts and pictures by file name, with what all pages share. Nothing else in the folder can be asked for. */
export function loadAssets(folder: 'room' | 'site'): ReadonlyMap<string, Asset> {
  const place = new URL(`./pages/${folder}/`, import.meta.url);
  const assets = new Map<string, Asset>();
  for (const [name, text] of Object.entries(readPageStyles()))
    assets.set(`${name}.css`, { text, mediaType: MEDIA_TYPES['.css'] });
  for (const name of readdirSync(place)) {
    const mediaType = MEDIA_TYPES[extname(name)];
    if (mediaType !== undefined) assets.set(name, { text: readFileSync(new URL(name, place), 'utf8'), mediaType });
  }
  return assets;
}

/** Changes with what the assets say: pages name them with it, so that a browser keeps each for good. */
export function versionOf(assets: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256');
  for (const { text } of assets.values()) hash.update(text);
  return hash.digest('base64url').slice(0, 10);
}

export function sendAsset(c: Context, { text, mediaType }: Asset, keep: string): Response {
  return c.body(text, 200, { 'Content-Type': mediaType, 'Cache-Control': keep });
}
