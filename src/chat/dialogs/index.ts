import type { Dialog } from '../command.ts';
import { announceDialog } from './announce.ts';
import { joinDialog } from './join.ts';
import { mergeDialog } from './merge.ts';
import { nudgeDialog } from './nudge.ts';
import { submitDialog } from './submit.ts';
import { withdrawDialog } from './withdraw.ts';

const DIALOGS: readonly Dialog[] = [joinDialog, mergeDialog, submitDialog, announceDialog, nudgeDialog, withdrawDialog];

/** The dialog of that kind; null for one an older version knew. */
export function dialogOf(kind: string): Dialog | null {
  return DIALOGS.find((dialog) => dialog.kind === kind) ?? null;
}
