import { chmodSync, statSync } from 'node:fs';

/** Whether people other than its owner can read the file. False where there is none. */
export function isOpenToOthers(path: string): boolean {
  // Windows keeps its rights elsewhere; the mode says nothing there.
  if (process.platform === 'win32') return false;
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0;
}

/** Closes a file of one's own to others; somebody else's keeps its mode. */
export function closeToOthers(path: string): void {
  if (!isOpenToOthers(path)) return;
  const { mode, uid } = statSync(path);
  if (uid === process.getuid?.()) chmodSync(path, mode & 0o700);
}
