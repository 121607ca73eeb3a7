import type { Instant } from '../domain/calendar.ts';
import type { Notice } from '../store/notices.ts';
import type { NoticeOutcome, OutboxState } from '../store/outbox.ts';
import { sayNoticeSummary } from '../wording/notice-result.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { enqueueNotice } from './send-notice.ts';
import { tellPerson } from './tell.ts';

export interface NoticeResult {
  reached: number;
  /** Not decided yet. */
  waiting: number;
  /** Taken back before they went out. */
  cleared: number;
  /** Names and units of those it did not reach, and why. */
  missed: readonly { name: string; unit: string; outcome: NoticeOutcome; isWorthATry: boolean }[];
  /** Who was asked to confirm it and has, and who has not; null where nobody was asked. */
  confirmed: { count: number; silent: readonly { name: string; unit: string }[] } | null;
}

const WAITING: readonly OutboxState[] = ['queued', 'sending'];
/** What is worth another try: a platform that perhaps delivered it is not asked twice. */
const FAILED: readonly OutboxState[] = ['failed', 'expired', 'capped'];

/** What became of a notice, person by person. */
export function noticeResult(desk: Desk, notice: Notice): NoticeResult {
  const outcomes = latestOf(desk, notice.id);
  const named = (person: number) => ({
    name: nameOf(desk, person),
    unit: desk.store.people.memberships(person).find((one) => one.unit !== null)?.unit ?? '',
  });
  const settled = outcomes.filter((one) => !WAITING.includes(one.state));
  const received = new Set(desk.store.notices.receivers(notice.id));
  const reached = outcomes.filter((one) => one.state === 'accepted' || received.has(one.person));
  const silent = reached.filter((one) => !received.has(one.person));
  return {
    reached: reached.length,
    waiting: outcomes.length - settled.length,
    cleared: outcomes.filter((one) => one.state === 'cleared').length,
    missed: settled
      .filter((one) => one.state !== 'cleared' && !reached.includes(one))
      .map((outcome) => ({ ...named(outcome.person), outcome, isWorthATry: FAILED.includes(outcome.state) })),
    confirmed: notice.wantsReceipt ? { count: received.size, silent: silent.map(({ person }) => named(person)) } : null,
  };
}

/** A notice that was sent again counts by its last try. */
function latestOf({ store }: Desk, notice: number): NoticeOutcome[] {
  return [...new Map(store.outbox.ofNotice(notice).map((one) => [one.person, one])).values()];
}

/** Sends a notice once more to those it did not reach; nobody who has it gets it twice. How many; none for who may not. */
export function resendNotice(desk: Desk, act: Act, notice: Notice): number {
  const { store } = desk;
  if (!may(desk, act.person, 'announce')) return 0;
  return store.transact(() => {
    const received = new Set(store.notices.receivers(notice.id));
    const missed = latestOf(desk, notice.id).filter(
      ({ person, state }) => FAILED.includes(state) && !received.has(person),
    );
    for (const { person } of missed) enqueueNotice(desk, notice, person, act.at);
    if (missed.length > 0) store.notices.markSent(notice.id, act.at);
    store.audit.add(act.at, act.person, 'resend', `notice:${notice.id}`, { people: missed.length });
    return missed.length;
  });
}

/** Its author has seen how it ended. */
export function noteSeen({ store }: Desk, { id }: Notice, now: Instant): void {
  store.notices.sumUp(id, now);
}

/** Tells the author of each notice once how it ended, when nothing of it waits any more. How many. */
export function sumUpNotices(desk: Desk, now: Instant): number {
  const { store } = desk;
  return store.notices.onTheWay().filter((notice) => {
    const result = noticeResult(desk, notice);
    if (result.waiting > 0) return false;
    return store.transact(() => {
      store.notices.sumUp(notice.id, now);
      const summary = sayNoticeSummary(notice, result);
      return tellPerson(desk, notice.author, summary, now, { repeatIfUnknown: false });
    });
  }).length;
}
