/**
 * One report as a unit would send it: a Word or Excel file made on the spot, and what a careful clerk reads in it.
 *
 * Not judged here, neither as right nor as wrong: `van_ban` when it stands only in the letterhead ("Số: 12/BC-...") or in "kèm theo", and text
 * fields that are neither in `expected` nor in `doubtful` (a free paragraph may or may not be "kết quả nổi bật"). For the eight
 * figures the rule is strict: in `expected`, in `doubtful`, or not in the file at all.
 */
export interface CorpusDocument {
  /** The file's name as it was sent. */
  name: string;
  /** What is odd about it. */
  about: string;
  /** The period of the task it was sent for: `2026-11`, `2026-H1`, `2026`. */
  period: string;
  /** The unit's code in the plan's `units.csv`. */
  unit: string;
  bytes: () => Promise<Uint8Array>;
  /** What the document really states for its period; `kinh_phi` in million đồng. Texts are to be compared loosely. */
  expected: Record<string, number | string>;
  /** Fields whose figure stands in the file only doubtfully: a reader must not claim to be sure of them. */
  doubtful: readonly string[];
}

/** The eight figures of the form, in its order. */
export const FIGURES = [
  'hoi_nghi',
  'nguoi_du',
  'tin_bai',
  'phat_thanh',
  'cong_ttdt',
  'mang_xa_hoi',
  'truc_quan',
  'kinh_phi',
] as const;
