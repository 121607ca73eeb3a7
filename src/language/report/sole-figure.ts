import { foldInPlace, tidy } from '../fold.ts';
import { parseCount } from '../number/numbers.ts';
import { masked } from '../told/told-figures.ts';
import { FIGURE } from '../told/told-words.ts';

/** "Báo 6 bài": the one figure of a few words; null where there are more, or none, or it is not whole as it stands. */
export function soleFigure(text: string): number | null {
  const figures = [...masked(foldInPlace(tidy(text))).matchAll(FIGURE)];
  const [only, another] = figures;
  if (only === undefined || another !== undefined || text.length > LONGEST_SOLE) return null;
  const count = parseCount(only[0]);
  return count.kind === 'ok' && !/\d\s?(?:trieu|tr|ty|ti|nghin|ngan|k)(?!\p{L})/u.test(foldInPlace(text))
    ? count.value
    : null;
}

const LONGEST_SOLE = 60;
