import { BOARD_ACTS } from '../wording/board-acts.ts';
import type { BoardBlock, BoardCell, BoardField, BoardForm, BoardPosted } from '../wording/board-page.ts';
import { all, first } from './posted.ts';

export function cells(...texts: string[]): BoardCell[] {
  return texts.map((text) => ({ text }));
}

export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly BoardCell[])[],
  empty: string,
): BoardBlock {
  return { is: 'table', caption, head: head.map((text) => ({ text })), rows, empty };
}

/** A form that is nothing but a button. */
export function oneButton(act: string, label: string, keeps: BoardForm['keeps'], isMain = false): BoardForm {
  return { is: 'form', act, label, keeps, fields: [], buttons: [{ label, value: act, isMain }] };
}

/** Nothing is done before it was shown: does what is shown, or goes back to what was typed. */
export function confirmForm(
  order: Pick<BoardForm, 'act' | 'label' | 'keeps'>,
  yes: { label: string; value: string },
): BoardForm {
  const buttons = [
    { ...yes, isMain: true },
    { label: BOARD_ACTS.edit, value: 'back' },
  ];
  return { is: 'form', ...order, fields: [], buttons };
}

/** Why: told to the units, and written into the audit. */
export function reasonField(typed: BoardPosted) {
  return {
    name: 'reason',
    label: BOARD_ACTS.reason,
    hint: BOARD_ACTS.reasonHint,
    kind: 'text',
    value: [first(typed, 'reason')],
    limit: 500,
    required: true,
  } as const;
}

/** The number and symbol of a document of the office. */
export function documentField(words: { document: string; documentHint: string }, typed: BoardPosted): BoardField {
  const { document: label, documentHint: hint } = words;
  return { name: 'document', label, hint, kind: 'line', value: [first(typed, 'document')], required: true };
}

/** Single units, folded away until they are wanted. */
export function unitsField(
  words: { units: string; unitsHint: string; openUnits: string },
  typed: BoardPosted,
  units: readonly { code: string; shortName: string }[],
): BoardField {
  return {
    name: 'units',
    label: words.units,
    hint: words.unitsHint,
    opens: words.openUnits,
    kind: 'any',
    value: all(typed, 'units'),
    options: units.map(({ code, shortName }) => ({ value: code, label: shortName })),
  };
}
