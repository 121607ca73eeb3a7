import type { Outgoing, OutgoingFile } from '../channels/channel.ts';
import { enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Notice } from '../store/notices.ts';
import { sayNotice, sayNoticeNotSent, sayNoticeStoppedFor } from '../wording/notice.ts';
import type { Audience } from './announce.ts';
import { recipientsOf } from './announce.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { tellPerson } from './tell.ts';

/** Longest text, in characters: with what stands around it one message of any app. */
export const NOTICE_LIMIT = 1500;
/** A notice that got through to nobody within a day is not sent any more. */
const USEFUL_MS = 24 * 3600_000;
/** The same words to the same people again within that time are a slip, or a colleague was quicker. */
const SAME_MS = 12 * 3600_000;
const LONGEST_AHEAD_MS = 60 * USEFUL_MS;

export interface NoticeOrder {
  audience: Audience;
  text: string;
  file: OutgoingFile | null;
  wantsReceipt: boolean;
  /** When it is to go out; null: now. */
  sendAt: Instant | null;
  /** It was said that a notice of the same words went out; this one is meant all the same. */
  again: boolean;
}

/** Sends a notice to everybody the audience means, each once; or keeps it until its time comes. `count`: how many people it is for now. */
export function announce(desk: Desk, act: Act, order: NoticeOrder): Result<{ notice: number; count: number }> {
  const { store } = desk;
  if (!may(desk, act.person, 'announce')) return no({ problem: 'not-allowed' });
  if (order.text.length > NOTICE_LIMIT) return no({ problem: 'text-too-long', limit: NOTICE_LIMIT });
  if (order.text.trim() === '' && order.file === null) return no({ problem: 'words-needed' });
  const { sendAt } = order;
  if (sendAt !== null && (sendAt <= act.at || sendAt > act.at + LONGEST_AHEAD_MS)) return no({ problem: 'send-time' });
  const { people } = recipientsOf(desk, order.audience, act.at);
  if (people.length === 0) return no({ problem: 'nobody-to-tell' });
  const same = order.again ? null : sameBefore(desk, order, act.at);
  if (same !== null)
    return no({
      problem: 'notice-before',
      id: same.id,
      by: nameOf(desk, same.author),
      at: same.sendAt ?? same.createdAt,
    });
  return store.transact(() => {
    const { text, file, wantsReceipt } = order;
    const audience = JSON.stringify(order.audience);
    const id = store.notices.add({ author: act.person, audience, text, file, wantsReceipt, sendAt, createdAt: act.at });
    const notice = store.notices.find(id);
    if (notice === null) throw new Error('a new notice was not found');
    store.audit.add(act.at, act.person, sendAt === null ? 'announce' : 'schedule-notice', `notice:${id}`, {
      audience: order.audience,
      people: people.length,
      ...(sendAt === null ? {} : { sendAt }),
    });
    if (sendAt === null) send(desk, notice, act.at);
    return ok({ notice: id, count: people.length });
  });
}

/** The same words for the same people, not long ago or still to come. */
function sameBefore(desk: Desk, { audience, text, file }: NoticeOrder, at: Instant): Notice | null {
  const kept = JSON.stringify(audience);
  return (
    desk.store.notices
      .since(at - SAME_MS)
      .find((one) => one.text === text && one.audience === kept && one.file?.id === file?.id) ?? null
  );
}

/** Writes it out to everybody its audience means at this moment; how many. */
function send(desk: Desk, notice: Notice, at: Instant): number {
  const { people } = recipientsOf(desk, JSON.parse(notice.audience) as Audience, at);
  desk.store.notices.markSent(notice.id, at);
  for (const { person } of people) enqueueNotice(desk, notice, person, at);
  return people.length;
}

/**
 * Sends the notices whose time has come. Judged at that moment: for those the audience means then, if the author may still send
 * one, and not a day late; otherwise the author is told. How many went out.
 */
export function sendDueNotices(desk: Desk, now: Instant): number {
  const { store } = desk;
  const due = store.notices.due(now);
  return due.filter((notice) => store.transact(() => sendDue(desk, notice, now))).length;
}

function sendDue(desk: Desk, notice: Notice, now: Instant): boolean {
  const { store } = desk;
  const why = whyNot(desk, notice, now);
  if (why === null) {
    const people = send(desk, notice, now);
    store.audit.add(now, notice.author, 'announce', `notice:${notice.id}`, { people });
    return true;
  }
  store.notices.stop(notice.id, now);
  store.audit.add(now, null, 'drop-notice', `notice:${notice.id}`, { why });
  tellPerson(desk, notice.author, { text: sayNoticeNotSent(notice.id, why) }, now);
  return false;
}

function whyNot(desk: Desk, notice: Notice, now: Instant): 'late' | 'nobody' | 'author' | null {
  if (!may(desk, notice.author, 'announce')) return 'author';
  if (now - (notice.sendAt ?? now) > USEFUL_MS) return 'late';
  const audience = JSON.parse(notice.audience) as Audience;
  return recipientsOf(desk, audience, now).people.length === 0 ? 'nobody' : null;
}

export interface Stopped {
  notice: Notice;
  /** It had not gone out to anybody yet. */
  wasWaiting: boolean;
  /** How many messages were still waiting, and go to nobody now. */
  cleared: number;
}

/** Takes back a notice that waits for its time, or what has not gone out of one. Its author is told when somebody else does. */
export function stopNotice(desk: Desk, { person, at }: Act, id: number): Result<Stopped> {
  const { store } = desk;
  if (!may(desk, person, 'announce')) return no({ problem: 'not-allowed' });
  const notice = store.notices.find(id);
  if (notice === null) return no({ problem: 'no-such-notice' });
  return store.transact(() => {
    const wasWaiting = notice.sentAt === null;
    const cleared = wasWaiting ? 0 : store.notices.clearQueued(id, at);
    const isUseless = notice.stoppedAt !== null || (!wasWaiting && cleared === 0);
    if (isUseless || !store.notices.stop(id, at)) return no({ problem: 'notice-over' });
    store.audit.add(at, person, 'stop-notice', `notice:${id}`, { cleared });
    if (notice.author !== person)
      tellPerson(desk, notice.author, { text: sayNoticeStoppedFor(id, nameOf(desk, person)) }, at);
    return ok({ notice, wasWaiting, cleared });
  });
}

/** Somebody says that they have a notice that was sent to them; null: it was not. */
export function confirmReceipt(desk: Desk, { person, at }: Act, id: number): Notice | null {
  const { store } = desk;
  const notice = store.notices.find(id);
  if (notice === null || !store.outbox.ofNotice(id).some((one) => one.person === person)) return null;
  store.transact(() => store.notices.receive(id, person, at));
  return notice;
}

/** One person's copy, for the first time or once more. */
export function enqueueNotice(desk: Desk, notice: Notice, person: number, at: Instant): void {
  enqueueProactive(
    desk.store,
    {
      person,
      kind: 'notice',
      priority: PRIORITY.notice,
      content: noticeAsSent(desk, notice, at),
      notice: notice.id,
      repeatIfUnknown: false,
      expiresAt: at + USEFUL_MS,
    },
    at,
  );
}

/** A notice as its receivers read it. */
export function noticeAsSent(
  desk: Desk,
  { id, author, text, file, wantsReceipt }: Pick<Notice, 'id' | 'author' | 'text' | 'file' | 'wantsReceipt'>,
  at: Instant,
): Outgoing {
  const issuer = desk.store.units.compiler(dayOf(at, desk.zone))?.name ?? '';
  return sayNotice({ id, issuer, author: nameOf(desk, author), text, file, wantsReceipt });
}
