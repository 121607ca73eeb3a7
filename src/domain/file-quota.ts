/** Bytes of a megabyte, as people read them. */
export const MB = 1024 * 1024;

/** What one person may send along with one report, and in a day: every byte is in each night's backup too. Equal files count once. */
export const FILE_QUOTA = {
  report: { files: 30, bytes: 90 * MB },
  day: { files: 60, bytes: 200 * MB },
} as const;

export type QuotaFault = 'too-many' | 'too-many-today';

/** How many files, and how much they are together. */
export interface FileSum {
  files: number;
  bytes: number;
}

/** Why a file of so many bytes would be one too many; null where it would not. */
export function quotaFault(withReport: FileSum, today: FileSum, bytes: number): QuotaFault | null {
  if (isOver(withReport, bytes, FILE_QUOTA.report)) return 'too-many';
  return isOver(today, bytes, FILE_QUOTA.day) ? 'too-many-today' : null;
}

function isOver(sum: FileSum, bytes: number, most: FileSum): boolean {
  return sum.files + 1 > most.files || sum.bytes + bytes > most.bytes;
}
