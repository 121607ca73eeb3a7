import { sayDialogLost } from '../../wording/dialogs.ts';
import { sayAsideLost } from '../../wording/orders-in-turn.ts';
import { bindDialog, type OpenDialog } from '../dialog.ts';
import { dropAppDialog } from '../linking.ts';
import { ASIDE_MS, type Turn, type Unfinished } from '../turn.ts';
import { actingDialog } from './acting.ts';
import { announceDialog } from './announce.ts';
import { assignDialog } from './assign.ts';
import { compiledSentDialog } from './compiled-sent.ts';
import { SUBMIT } from './draft.ts';
import { handOverDialog } from './hand-over.ts';
import { joinDialog } from './join.ts';
import { materialDialog } from './material.ts';
import { meetingDeskDialog } from './meeting-desk.ts';
import { meetingJoinDialog } from './meeting-join.ts';
import { mergeDialog } from './merge.ts';
import { nudgeDialog } from './nudge.ts';
import { oneOffDialog } from './one-off.ts';
import { partDialog } from './part.ts';
import { renewConsentDialog } from './renew-consent.ts';
import { reviewDialog } from './review.ts';
import { revokeDialog } from './revoke.ts';
import { standInDaysDialog } from './stand-in-days.ts';
import { submitDialog } from './submit.ts';
import { submitForDialog } from './submit-for.ts';
import { takeAwayDialog } from './take-away.ts';
import { templateDialog } from './template.ts';
import { ticketDialog } from './ticket.ts';
import { lastAdminDialog, withdrawDialog } from './withdraw.ts';

/** Every conversation there is. */
const BINDERS: readonly ((turn: Turn, unfinished: Unfinished) => OpenDialog | null)[] = [
  (turn, unfinished) => bindDialog(joinDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(meetingJoinDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(meetingDeskDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(mergeDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(submitDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(announceDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(assignDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(partDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(nudgeDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(actingDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(reviewDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(submitForDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(oneOffDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(compiledSentDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(templateDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(materialDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(ticketDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(withdrawDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(lastAdminDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(renewConsentDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(dropAppDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(takeAwayDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(handOverDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(standInDaysDialog, turn, unfinished),
  (turn, unfinished) => bindDialog(revokeDialog, turn, unfinished),
];

/** What was set aside, as it is called; null where nothing was, or no release can read it any more. */
export function describeAside(turn: Turn, within: number): string | null {
  const kept = turn.aside(within);
  if (kept === null) return null;
  const [open] = BINDERS.flatMap((bind) => bind(turn, { ...kept, revision: 0, since: 0 }) ?? []);
  return open?.describe() ?? null;
}

/** Keeps what another order broke off. There is one place for it: an order that had it before cannot be fetched back any more, and that is said. */
export function pushAside(turn: Turn, held: Pick<Unfinished, 'kind' | 'content'>): void {
  const what = turn.aside()?.kind === SUBMIT ? null : describeAside(turn, ASIDE_MS);
  if (what !== null) turn.footer(sayAsideLost(what));
  turn.keepAside(held);
}

/** What the chat is in the middle of, ready to go on; null when it is nothing. What no release can read any more is ended, and said once. */
export function openDialog(turn: Turn): OpenDialog | null {
  const unfinished = turn.unfinished();
  if (unfinished === null) return null;
  for (const bind of BINDERS) {
    const open = bind(turn, unfinished);
    if (open !== null) return open;
  }
  turn.finish();
  turn.say(sayDialogLost());
  return null;
}
