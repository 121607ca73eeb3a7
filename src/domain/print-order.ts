export const EXPORT_FORMATS = ['word', 'excel', 'csv', 'picture'] as const;
/** The forms in which a round leaves the house. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Endings and kinds of the files, by format. */
export const FILE_KINDS: Readonly<Record<ExportFormat, { ending: string; mediaType: string }>> = {
  word: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  excel: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { ending: 'csv', mediaType: 'text/csv' },
  picture: { ending: 'png', mediaType: 'image/png' },
};

/** A file that somebody asked for in chat. It is made after the answer, so that nobody's answer waits for it. */
export type PrintOrder =
  | { print: 'round'; obligation: string; period: string; format: ExportFormat }
  | { print: 'calendar'; year: number }
  /** One unit's own form, to be filled in with Excel. */
  | { print: 'form'; task: number }
  /** The Word template in force, to be edited. */
  | { print: 'template' }
  /** A changed template (a stored file) is checked and filled in, to be looked at before it is taken; `trial`: at the board, and not in the chat. */
  | { print: 'template-trial'; file: number; name: string; trial?: number };
