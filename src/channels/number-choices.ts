import type { Choice } from './channel.ts';

export interface NumberedChoice {
  number: number;
  choice: Choice;
}

/**
 * The order in which choices are numbered where there are no buttons: row by row, left to right, from 1.
 * Whoever shows numbers and whoever reads a typed number must both use this.
 */
export function numberChoices(rows: readonly (readonly Choice[])[]): NumberedChoice[] {
  return rows.flat().map((choice, index) => ({ number: index + 1, choice }));
}
