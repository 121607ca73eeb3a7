export const FIELD_KINDS = ['count', 'money', 'text'] as const;
/** count = whole number >= 0; money = millions of đồng, one decimal; text = free words. */
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface FormField {
  /** `hoi_nghi`: what people type and exports are keyed by. */
  key: string;
  /** Question-length label in Vietnamese. */
  label: string;
  /** A few words, for templates and tables. */
  shortLabel: string;
  kind: FieldKind;
  required: boolean;
  /** Longest text taken, in characters; null for numbers. */
  maxLength: number | null;
  /** Section of the plan it comes from. */
  source: string;
  /** Other words people use for it, folded; the parser takes them too. */
  aliases: readonly string[];
}

export interface ReportForm {
  code: string;
  title: string;
  fields: readonly FormField[];
}

/** What a unit reports. With `nothingToReport` the values are empty: that is different from zeros. */
export interface ReportContent {
  nothingToReport: boolean;
  values: Readonly<Record<string, number | string>>;
}
