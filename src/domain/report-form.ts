export const FIELD_KINDS = ['count', 'money', 'text'] as const;
/** count = whole number >= 0; money = millions of đồng, one decimal; text = free words. */
export type FieldKind = (typeof FIELD_KINDS)[number];

/** What the bot does more with a text than store and print it: see `fieldOfRole`. */
export const FIELD_ROLES = ['document', 'difficulty', 'proposal', 'results'] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

export interface FormField {
  /** `hoi_nghi`: what people type and exports are keyed by. */
  key: string;
  /** Question-length label in Vietnamese. */
  label: string;
  /** A few words, for templates and tables. */
  shortLabel: string;
  kind: FieldKind;
  role?: FieldRole | undefined;
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

/** The keys by which such fields were known before plans named roles; plans of those days are in force until another is applied. */
const FORMER_KEYS: Readonly<Record<FieldRole, string>> = {
  document: 'van_ban',
  difficulty: 'vuong_mac',
  proposal: 'kien_nghi',
  results: 'ket_qua',
};

/**
 * The field of a form that has that role, if any. document: number and date of the official document, filled in for a paper report and read
 * from a sent file; difficulty, proposal: what may become a ticket; results: what "kết quả nổi bật" asks for.
 */
export function fieldOfRole<F extends Pick<FormField, 'key' | 'role'>>(
  fields: readonly F[],
  role: FieldRole,
): F | null {
  const named = fields.find((field) => field.role === role);
  return named ?? fields.find((field) => field.role === undefined && field.key === FORMER_KEYS[role]) ?? null;
}
