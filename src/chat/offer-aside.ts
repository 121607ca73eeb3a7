import { sayAsideWaits } from '../wording/router.ts';
import type { OpenDialog } from './dialog.ts';
import { describeAside } from './dialogs/index.ts';
import { ticketDialog } from './dialogs/ticket.ts';
import type { Turn } from './turn.ts';

/** What was set aside longer ago was not broken off for what is done now. */
const LATELY_MS = 3600_000;

/** What somebody broke off to answer a difficulty is offered again when that is done. */
export function offerAside(turn: Turn, { kind }: OpenDialog): void {
  if (kind !== ticketDialog.kind || turn.unfinished() !== null) return;
  // A question that was kept to be passed on was not broken off.
  if (turn.aside(LATELY_MS)?.kind === ticketDialog.kind) return;
  const what = describeAside(turn, LATELY_MS);
  if (what !== null) turn.say(sayAsideWaits(what));
}
