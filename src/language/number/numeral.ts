/** Digits with the separators inside them; what follows is the caller's. */
export const NUMERAL = /^\d+(?:[.,]\d+| \d{3}(?!\d))*/;

/**
 * What digits with separators can mean, likeliest first, or null where they mean nothing (`18.11.2026`).
 *
 * The dot before three digits is Vietnamese for thousands (`1.234` is 1234) and any other single dot or comma marks decimals.
 * Only one shape has two readings: a single comma before three digits (`1,234` is 1234 in English, 1.234 in Vietnamese).
 */
export function readNumeral(text: string): number[] | null {
  if (/^\d+$/.test(text)) return [Number(text)];
  if (/^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(text)) return [Number(text.replaceAll(' ', '').replace(',', '.'))];
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return [Number(text.replaceAll('.', '').replace(',', '.'))];
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return [Number(text.replace(',', '')), Number(text.replace(',', '.'))];
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return [Number(text.replaceAll(',', ''))];
  if (/^\d+[.,]\d+$/.test(text)) return [Number(text.replace(',', '.'))];
  return null;
}

/** What digits with separators most likely mean, a separator at their end left off ("1.234," is 1234); NaN where they mean nothing. */
export function likeliest(digits: string): number {
  return readNumeral(digits.replace(/[.,]+$/u, ''))?.[0] ?? Number.NaN;
}
