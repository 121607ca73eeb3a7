import type { RichText } from './rich-text.ts';

/** How a cell is coloured; its words say the same. */
export type Tone = 'good' | 'late' | 'missing' | 'waiting' | 'waived';

export interface BoardCell {
  text: string;
  tone?: Tone;
  /** A page of the board, from where the board begins: `unit/HBG`. */
  to?: string;
  isNumber?: boolean;
}

export interface BoardTable {
  is: 'table';
  caption: string;
  head: readonly BoardCell[];
  /** The first cell of a row is its heading. */
  rows: readonly (readonly BoardCell[])[];
  /** Sums below the rows. */
  foot?: readonly (readonly BoardCell[])[];
  /** Said instead of a table without rows. */
  empty: string;
  /** Many narrow columns: on paper it lies on its side. */
  isMatrix?: boolean;
}

/** A choice in the address of the page. `value` empty: nothing chosen. */
export interface BoardFilter {
  name: string;
  label: string;
  value: string;
  /** Null: free text. */
  options: readonly { value: string; label: string }[] | null;
}

/** What a page consists of, from top to bottom. */
export type BoardBlock =
  | BoardTable
  | { is: 'heading'; text: string }
  | { is: 'said'; text: RichText }
  | { is: 'facts'; items: readonly { name: string; value: string; tone?: Tone; to?: string }[] }
  | { is: 'filters'; label: string; submit: string; clear: string; filters: readonly BoardFilter[] }
  | { is: 'legend'; label: string; items: readonly { tone: Tone; text: string }[] }
  /** Buttons that post; `act` and `id` say what. */
  | { is: 'buttons'; items: readonly { label: string; act: string; id: string }[] };

/** A page of the board as words: what it says, nothing of how it is drawn. */
export interface BoardPage {
  title: string;
  blocks: readonly BoardBlock[];
}

/** What stands in the address behind the question mark, as it was typed. */
export type BoardQuery = Readonly<Record<string, string>>;
