import type { Outgoing, Receipt } from '../channels/channel.ts';
import type { SendError } from '../channels/send-error.ts';
import type { Clock } from '../clock.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Log } from '../log.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { retryDelay } from './backoff.ts';
import type { Lane } from './lane.ts';
import type { OtherApp } from './other-app.ts';

export interface SettlingOptions {
  store: Store;
  clock: Clock;
  random: () => number;
  log: Log;
  otherApp: OtherApp;
  /** The calendar month (`YYYY-MM`) a message is spent in. */
  monthOf(now: Instant): string;
}

/** What becomes of a row after a send: exactly one outcome, written inside the caller's transaction. */
export function createSettling({ store, clock, random, log, otherApp, monthOf }: SettlingOptions) {
  function settleAccepted(row: OutboxRow, receipt: Receipt, message: Outgoing, seenFrom: Instant): void {
    const now = clock.now();
    store.outbox.settleSent(row.id, 'accepted', now, receipt.count, receipt.messageIds);
    // "2" means the second choice of the message seen last: of one without choices, nothing. A file that follows without any changes nothing.
    if (row.file === null || message.choices !== undefined)
      store.chats.setChoices(row.chat, message.answer === 'free' ? null : (message.choices ?? null), seenFrom);
    spend(row, receipt.count);
  }

  function spend(row: OutboxRow, messages: number): void {
    store.spending.add(row.channel, row.bot, monthOf(clock.now()), messages);
  }

  function settleFailure(lane: Lane, row: OutboxRow, failure: SendError): void {
    const { kind } = failure;
    spend(row, failure.sentParts - row.sentParts);
    log.warn({ outbox: row.id, kind, attempt: row.attempts + 1, detail: failure.message }, 'a send failed');
    if (kind === 'blocked' || kind === 'gone') {
      store.chats.setState(row.chat, kind, clock.now());
      otherApp.reroute(row, kind);
    } else if (kind === 'quota' || kind === 'refused') {
      otherApp.reroute(row, kind);
    } else if (kind === 'unknown') {
      settleUnknown(row, failure.sentParts);
    } else if (!otherApp.moveOnFromDark(lane, row, row.repeated === 1 || failure.mayHaveGone)) {
      const delay = retryDelay(kind, row.attempts + 1, failure.retryAfterMs, random);
      // A group is slowed down for itself; anything else may concern the whole bot.
      if (kind === 'throttled' && row.chatKind !== 'group')
        lane.pace.throttled(clock.wire(), clock.wire() + delay, row.chat);
      store.outbox.retry(row.id, clock.wire() + delay, kind, failure);
    }
  }

  /** Perhaps it arrived. Said again once where silence would be worse, and marked; else left at that. */
  function settleUnknown(row: OutboxRow, sentParts: number): void {
    // Whether its choices are on the screen nobody knows: a number is asked about rather than guessed.
    if (row.file === null) store.chats.setChoices(row.chat, null, clock.now());
    // It may have cost one of the month's messages.
    spend(row, 1);
    if (row.repeatIfUnknown === 1 && row.repeated === 0) {
      const delay = retryDelay('unknown', row.attempts + 1, null, random);
      store.outbox.retry(row.id, clock.wire() + delay, 'unknown', { sentParts, mayHaveGone: true });
    } else if (row.repeatIfUnknown === 0 || row.moved === 1 || !otherApp.moveOn(row, { perhaps: true })) {
      store.outbox.settleSent(row.id, 'unknown', clock.now(), 1, []);
    }
  }

  /** The line does not carry yet what is to be said again: later, still marked. */
  function putOffRepeat(row: OutboxRow): void {
    const delay = retryDelay('unknown', row.attempts + 1, null, random);
    store.outbox.retry(row.id, clock.wire() + delay, 'unknown', { ...row, mayHaveGone: true });
  }

  return { settleAccepted, settleFailure, settleUnknown, putOffRepeat };
}
