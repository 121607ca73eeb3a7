import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { rememberedBotLinks, withApps } from '../src/actions/bots.ts';
import type { Desk } from '../src/actions/desk.ts';
import { drawQrText } from '../src/actions/draw-qr.ts';
import { inviteAll } from '../src/actions/invite-all.ts';
import { openMeeting } from '../src/actions/meeting.ts';
import type { Role } from '../src/domain/access.ts';
import { type PrintedInvitation, writeInvitationPage, writeMeetingPage } from '../src/reports/invitation-page.ts';
import { writeInvitationSheet } from '../src/reports/workbook/invitations.ts';
import { sayMeeting } from '../src/wording/meeting.ts';
import { sayProblem } from '../src/wording/problems.ts';
import { plain } from '../src/wording/rich-text.ts';
import { SHELL } from '../src/wording/shell.ts';
import { UsageError } from './run.ts';

interface ManyOrder {
  role: Role;
  uses: number;
  days: number;
  xlsx: string | null;
  html: string | null;
}

/** One invitation for every unit that owes reports, into the files: no code is made that could not be written down. */
export async function inviteEveryUnit(desk: Desk, now: number, { xlsx, html, ...order }: ManyOrder): Promise<void> {
  const paths = [xlsx, html].filter((path) => path !== null);
  if (paths.length === 0) throw new UsageError(SHELL.invite.allNeedsFile);
  const files = openAll(paths);
  const made = inviteAll(desk, order, now);
  if (!made.ok) throw new UsageError(plain(sayProblem(made.problem, desk.zone)));
  const printed = made.value.map(({ of, code, role, uses, expiresAt }): PrintedInvitation => {
    const botLinks = withApps(desk, rememberedBotLinks(desk.store, code));
    return { unit: of, role, code, uses, expiresAt, botLinks };
  });
  if (xlsx !== null) write(files.get(xlsx), await writeInvitationSheet(printed, desk.zone));
  if (html !== null) write(files.get(html), writeInvitationPage(printed, desk.zone));
  console.log(SHELL.invite.made(printed.length, paths));
}

/** Opens a meeting: its code in words and to be scanned off the terminal; with `html` a page for the wall. */
export function openMeetingFor(desk: Desk, now: number, { hours, html }: { hours: number; html: string | null }): void {
  const file = html === null ? undefined : openNew(html);
  const opened = openMeeting(desk, { person: null, at: now }, hours);
  if (!opened.ok || opened.value.code === null) throw new Error('a meeting that was opened has a code');
  const { code, expiresAt } = opened.value;
  const botLinks = withApps(desk, rememberedBotLinks(desk.store, code));
  console.log(plain(sayMeeting({ code, until: expiresAt, zone: desk.zone, botLinks })));
  console.log(drawQrText(botLinks.find(({ link }) => link !== null)?.link ?? code));
  if (html === null) return;
  write(file, writeMeetingPage(code, botLinks));
  console.log(SHELL.invite.page(html));
}

/** All of them or none: a file that was opened beside one that cannot be is taken away again. */
function openAll(paths: readonly string[]): Map<string, number> {
  const files = new Map<string, number>();
  for (const path of paths) {
    try {
      files.set(path, openNew(path));
    } catch (error) {
      for (const opened of files.keys()) rmSync(opened);
      throw error;
    }
  }
  return files;
}

/** A file for its owner alone, from the first byte on; one that is there is never written over. */
function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(SHELL.invite.notWritten(path, code));
  }
}

function write(file: number | undefined, content: string | Uint8Array): void {
  if (file === undefined) return;
  writeFileSync(file, content);
  closeSync(file);
}
