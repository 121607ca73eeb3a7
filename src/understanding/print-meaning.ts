import type { Meaning } from './meaning.ts';

/** One line of `npm run understand`: JSON with exactly these keys, in this order. */
export function printMeaning(text: string, meaning: Meaning): string {
  const { confidence, intent, alternatives, period, unit, fields } = meaning;
  return JSON.stringify({ text, confidence, intent, alternatives, period, unit, fields });
}
