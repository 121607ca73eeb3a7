import { foldInPlace } from '../fold.ts';
import { likeliest } from '../number/numeral.ts';

const BRACKETS = /\(([^()]*)\)/gu;
const EXPLAINS =
  /(?<!\p{L})(?:trong do|gom|bao gom|luy ke|cong don|tang|giam|ke ca|tinh ca|neu|cung ky|so voi|vuot|chua ke)(?!\p{L})/u;
/** "(Ba triệu năm trăm nghìn đồng)": the amount before it once more, in words. */
const IN_WORDS = /^[^\d]*(?:nghin|ngan|trieu|tram|ty)[^\d]*$/u;
const FIGURES = /(?<![\d.,])\d[\d.,]*/gu;

/** Brackets behind a figure with figures of their own that do not make it up ("2 cuộc (95 đại biểu và 110 đại biểu)"): they say something else, and are named. */
export function bracketsOfMore(text: string): string[] {
  return [...text.matchAll(BRACKETS)].flatMap(([, inside = ''], at, all) => {
    const from = all[at]?.index ?? 0;
    const before = text.slice(Math.max(0, from - 60), from);
    const folded = foldInPlace(inside);
    const figures = numbersIn(folded.replace(DAYS, ' '));
    const whole = numbersIn(before).at(-1);
    const sum = figures.reduce((total, one) => total + one, 0);
    const isMore = figures.length > 1 && /\p{L}/u.test(inside) && whole !== undefined && sum !== whole;
    return isMore && !EXPLAINS.test(folded) && !IN_WORDS.test(folded) ? [inside.trim()] : [];
  });
}

const DAYS = /\b\d{1,2}\s?[/.-]\s?\d{1,2}\b(?:\s?[/.-]\s?\d{4})?|\b(?:ngay|thang|nam|nq|nghi quyet)\s\d+/gu;

function numbersIn(text: string): number[] {
  return [...text.matchAll(FIGURES)].map(([raw]) => likeliest(raw));
}

/**
 * Blanks out brackets that explain the figure before them ("(trong đó …)", "(tăng 2 so với tháng trước)", parts of a sum): what they
 * count is in it already. Of folded text; its length is kept.
 */
export function withoutAsides(folded: string): string {
  return folded.replace(BRACKETS, (all: string, inside: string, at: number) => {
    const isBehindFigure = /\d/u.test(folded.slice(Math.max(0, at - 60), at));
    const isAside = EXPLAINS.test(inside) || IN_WORDS.test(inside) || (inside.match(FIGURES) ?? []).length > 1;
    return isBehindFigure && isAside ? ' '.repeat(all.length) : all;
  });
}
