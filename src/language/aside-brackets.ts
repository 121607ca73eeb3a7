const BRACKETS = /\(([^()]*)\)/gu;
const EXPLAINS =
  /(?<!\p{L})(?:trong do|gom|bao gom|luy ke|cong don|tang|giam|ke ca|tinh ca|neu|cung ky|so voi|vuot|chua ke)(?!\p{L})/u;
/** "(Ba triệu năm trăm nghìn đồng)": the amount before it once more, in words. */
const IN_WORDS = /^[^\d]*(?:nghin|ngan|trieu|tram|ty)[^\d]*$/u;
const FIGURES = /(?<![\d.,])\d[\d.,]*/gu;

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
