import type { ReportContent } from '../../domain/report-form.ts';

/** The kind of dialog a draft is kept under. */
export const SUBMIT = 'submit';

/** A report on its way: kept in the dialog, so that half-done work survives a restart. */
export interface Draft {
  /** task: which of several; form: the template was sent; questions: one at a time; confirm: the preview was sent; edit: which value. */
  stage: 'task' | 'form' | 'questions' | 'confirm' | 'edit';
  task: number | null;
  /** Tasks to choose from, in stage `task`. */
  candidates: readonly number[];
  values: Readonly<Record<string, number | string>>;
  nothingToReport: boolean;
  via: 'guided' | 'template' | 'line' | 'nothing';
  attachments: readonly number[];
  /** The version in force when the preview was shown; 0: none. */
  shownOver: number;
  /** Fields still to be asked, the current one first. */
  queue: readonly string[];
  /** Fields asked before, for "back". */
  asked: readonly string[];
  /** Lines that could not be placed, shown in the preview. */
  unread: readonly string[];
  /** What was typed with the command before the task was known. */
  typed: string;
}

export const EMPTY_DRAFT: Draft = {
  stage: 'form',
  task: null,
  candidates: [],
  values: {},
  nothingToReport: false,
  via: 'template',
  attachments: [],
  shownOver: 0,
  queue: [],
  asked: [],
  unread: [],
  typed: '',
};

export function contentOf(draft: Draft): ReportContent {
  return draft.nothingToReport
    ? { nothingToReport: true, values: {} }
    : { nothingToReport: false, values: draft.values };
}
