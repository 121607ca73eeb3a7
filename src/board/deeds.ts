import { callDeed } from './calls-page.ts';
import { compiledDeed } from './compiled-page.ts';
import { decideAtBoard } from './decide-page.ts';
import { inviteDeed, revokeInvitationDeed } from './invitations-page.ts';
import { materialDeed, removeMaterialDeed } from './materials-page.ts';
import { noticeDeed, resendNoticeDeed, stopNoticeDeed } from './notice-page.ts';
import { nudgeDeed } from './nudge-page.ts';
import { requestDeed, withdrawRequestDeed } from './one-off-page.ts';
import { paperDeed } from './paper-page.ts';
import type { BoardDeed, BoardFileDeed } from './posted.ts';
import { acceptDeed, refuseExtensionDeed, returnDeed } from './review-page.ts';
import { endTemplateDeed, refuseTemplateDeed, takeTemplateDeed, tryTemplateDeed } from './template-page.ts';
import { answerTicketDeed, closeTicketDeed, takeTicketDeed } from './ticket-deeds.ts';
import { resendUndeliveredDeed, undoDeed } from './undo-deed.ts';

/** Everything that can be done at the board, by the name it is posted under. */
const DEEDS: Readonly<Record<string, BoardDeed>> = {
  accept: acceptDeed,
  return: returnDeed,
  extend: (desk, act, posted) => decideAtBoard(desk, act, 'extend', posted),
  waive: (desk, act, posted) => decideAtBoard(desk, act, 'waive', posted),
  owe: (desk, act, posted) => decideAtBoard(desk, act, 'owe', posted),
  'refuse-extension': refuseExtensionDeed,
  nudge: nudgeDeed,
  paper: paperDeed,
  notice: noticeDeed,
  'stop-notice': stopNoticeDeed,
  'resend-notice': resendNoticeDeed,
  resend: resendUndeliveredDeed,
  'answer-ticket': answerTicketDeed,
  'take-ticket': takeTicketDeed,
  'close-ticket': closeTicketDeed,
  call: callDeed,
  'remove-material': removeMaterialDeed,
  'take-template': takeTemplateDeed,
  'refuse-template': refuseTemplateDeed,
  'end-template': endTemplateDeed,
  compiled: compiledDeed,
  invite: inviteDeed,
  'revoke-invitation': revokeInvitationDeed,
  request: requestDeed,
  'withdraw-request': withdrawRequestDeed,
  undo: undoDeed,
};

/** Those that a file may come with. */
const FILE_DEEDS: Readonly<Record<string, BoardFileDeed>> = { material: materialDeed, 'try-template': tryTemplateDeed };

export function fileDeedNamed(name: string): BoardFileDeed | null {
  return Object.hasOwn(FILE_DEEDS, name) ? (FILE_DEEDS[name] ?? null) : null;
}

export function deedNamed(name: string): BoardDeed | null {
  return Object.hasOwn(DEEDS, name) ? (DEEDS[name] ?? null) : null;
}
