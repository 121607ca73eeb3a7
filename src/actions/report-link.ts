import type { Instant } from '../domain/calendar.ts';
import type { Chat } from '../store/chats.ts';
import type { Carrier } from '../store/report-links.ts';
import type { Desk } from './desk.ts';
import { unitsFor } from './desk.ts';
import { hashToken, newToken } from './secret-token.ts';

/** A reminder is opened days later; the next one brings a page of its own. */
const USEFUL_MS = 7 * 24 * 3600_000;

/** Whose page it is, which report it is for, and the chat whose half typed report it shares. */
export interface ReportOwner {
  person: number;
  chat: number;
  task: number;
}

/** A page on which this person fills in one report, and nobody else; null where the bot has no pages for that app. */
export function offerReportPage(
  desk: Desk,
  owner: { person: number; chat: Pick<Chat, 'id' | 'channel'>; task: number },
  now: Instant,
  carrier: Carrier | null = null,
): string | null {
  const base = desk.pagesAt(owner.chat.channel);
  if (base === null) return null;
  const token = newToken(desk.random);
  const { person, task } = owner;
  desk.store.reportLinks.add(
    hashToken(token),
    { person, chat: owner.chat.id, task, expiresAt: now + USEFUL_MS },
    carrier,
  );
  return `${base}/report/${token}`;
}

/** used = the person handed the report in since, by this page or otherwise. */
export type ReportPage =
  | { state: 'open' | 'used'; owner: ReportOwner; until: Instant }
  | { state: 'expired' | 'unknown' };

/** What the page behind a token is good for. It is nobody's once its chat leads to somebody else, or its person may not report for that unit. */
export function findReportPage(desk: Desk, token: string, now: Instant): ReportPage {
  const { store } = desk;
  const link = store.reportLinks.find(hashToken(token));
  if (link === null || link.person !== link.chatPerson) return { state: 'unknown' };
  const task = store.tasks.find(link.task);
  const units = unitsFor(desk, link.person, 'submit');
  if (task === null || !units.includes(task.unit)) return { state: 'unknown' };
  if (now >= link.expiresAt) return { state: 'expired' };
  const { person, chat } = link;
  return {
    state: link.usedAt === null ? 'open' : 'used',
    owner: { person, chat, task: link.task },
    until: link.expiresAt,
  };
}
