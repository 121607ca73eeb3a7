import type { RichText } from './rich-text.ts';

/** How a cell is coloured; its words say the same. */
export type Tone = 'good' | 'late' | 'missing' | 'waiting' | 'waived';

export interface BoardCell {
  text: string;
  tone?: Tone;
  /** A page of the board, from where the board begins: `unit/HBG`. */
  to?: string;
  isNumber?: boolean;
  /** Words of somebody, or a list: on a phone its column is not squeezed. */
  isLong?: boolean;
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

/** Something to fill in. `value` is what stands in it: the keys of what is chosen, where there is something to choose. */
export interface BoardField {
  name: string;
  label: string;
  hint?: string;
  /** line = a few words; text = more of them; day, moment = of the calendar; one = one of the options; any = as many as are meant; file = one file. */
  kind: 'line' | 'text' | 'day' | 'moment' | 'one' | 'any' | 'file';
  value: readonly string[];
  options?: readonly { value: string; label: string }[];
  /** Endings of the files that are taken. */
  accepts?: string;
  /** Shown when it is opened: its words. */
  opens?: string;
  /** Longest text, in characters. */
  limit?: number;
  required?: boolean;
}

/** What is posted to have something done: `act` says what, the button which way. */
export interface BoardForm {
  is: 'form';
  act: string;
  label: string;
  /** Goes along unseen. */
  keeps: readonly (readonly [name: string, value: string])[];
  fields: readonly BoardField[];
  buttons: readonly { label: string; value: string; isMain?: boolean }[];
}

/** What a page consists of, from top to bottom. */
export type BoardBlock =
  | BoardTable
  | BoardForm
  /** Ways to other pages of the board. */
  | { is: 'links'; items: readonly { label: string; to: string }[] }
  /** What stands out, and was not asked for. */
  | { is: 'note'; text: RichText }
  /** Why something was not done. */
  | { is: 'problem'; text: RichText }
  | { is: 'heading'; text: string }
  /** A file of the board that is a picture; `said`: what it shows. */
  | { is: 'picture'; at: string; said: string }
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

/** What was posted: every value that came under a name. */
export type BoardPosted = Readonly<Record<string, readonly string[]>>;

/** What became of what was posted. */
export type BoardAnswer =
  /** Done: what to say on the page that is shown next. `undo`: the number of the way back, and until when. */
  | { to: string; said: RichText; undo: { id: number; until: string } | null }
  /** A page to go on with: what would be done, or (`isFault`) what stands in the way. */
  | { page: BoardPage; isFault: boolean };

/** What stands in the address behind the question mark, as it was typed. */
export type BoardQuery = Readonly<Record<string, string>>;
