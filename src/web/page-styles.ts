import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Oat is the base of every page. It stands in cascade layers, so what a page says itself wins, whatever its selectors. */
const OAT = '@knadh/oat/oat.min.css';
const THEME = new URL('./pages/theme.css', import.meta.url);

interface PageStyles {
  oat: string;
  theme: string;
}

/** What all pages share. */
export function readPageStyles(): PageStyles {
  return {
    oat: readFileSync(createRequire(import.meta.url).resolve(OAT), 'utf8'),
    theme: readFileSync(THEME, 'utf8'),
  };
}
