import type { UnitCode, UnitKind } from './unit.ts';

/** A sheet of an office's own file as text: cells without blanks around them, and which of them are one on paper. */
export interface Table {
  /** The sheet's name; empty for a file without sheets. */
  name: string;
  rows: readonly (readonly string[])[];
  /** Counted from 0, both ends included. */
  merges: readonly { startRow: number; endRow: number; startCol: number; endCol: number }[];
}

/** A unit as the office's list has it, with what the list does not say proposed. */
export interface ListedUnit {
  /** The row it stands in, as a spreadsheet counts: from 1. */
  row: number;
  code: UnitCode;
  name: string;
  shortName: string;
  kind: UnitKind;
  compiles: boolean;
  codeProposed: boolean;
}

/** What keeps the list from being used; each has one sentence in wording. */
export type ListTrouble =
  | { trouble: 'no-heading' | 'no-units' }
  | { trouble: 'no-name'; row: number }
  | { trouble: 'unknown-kind'; row: number; name: string; said: string }
  | { trouble: 'same-name'; row: number; name: string; first: number }
  | { trouble: 'same-code'; row: number; code: string; first: number };

/** What was done with the list beyond reading it: the office looks it over. */
export type ListNote =
  | { note: 'unused-columns'; headings: readonly string[] }
  | { note: 'row-left-out'; row: number; text: string }
  | { note: 'code-changed'; row: number; from: string; to: string }
  | { note: 'odd-name'; row: number; name: string }
  | { note: 'kind-guessed'; row: number; name: string; said: string; kind: UnitKind }
  | { note: 'nearly-same-name'; row: number; name: string; first: number }
  | { note: 'several-compile'; names: readonly string[] }
  | { note: 'compiler-added'; name: string };
