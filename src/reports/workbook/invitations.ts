import { INVITATION_SHEET as WORDS } from '../../wording/invitation-sheet.ts';
import type { PrintedInvitation } from '../invitation-page.ts';
import { type SheetColumn, type SheetContent, writeSheets } from './sheet.ts';

/** Every invitation a row: for a mail merge, or to be passed on one by one. */
export async function writeInvitationSheet(
  invitations: readonly PrintedInvitation[],
  zone: string,
): Promise<Uint8Array> {
  const { columns: heads } = WORDS;
  const text = (head: string, width: number): SheetColumn => ({ head, kind: 'text', width });
  const sheet: SheetContent = {
    name: WORDS.sheet,
    frozen: 3,
    columns: [
      { head: heads.order, kind: 'whole', width: 6 },
      text(heads.code, 12),
      text(heads.unit, 44),
      text(heads.role, 18),
      text(heads.invitation, 16),
      text(heads.typed, 22),
      text(heads.link, 44),
      text(heads.until, 36),
    ],
    rows: invitations.map(({ unit, role, code, uses, expiresAt, botLinks }, at) => [
      at + 1,
      unit.code,
      unit.name,
      WORDS.role(role),
      code,
      WORDS.typed(code),
      botLinks.find(({ link }) => link !== null)?.link ?? null,
      WORDS.until(expiresAt, zone, uses),
    ]),
    foot: WORDS.foot,
  };
  return writeSheets([sheet], WORDS.title);
}
