import type { Outgoing } from '../channels/channel.ts';
import type { SendError, SendFailure } from '../channels/send-error.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import { LANE_OF_CHAT } from './chats.ts';
import type { Db } from './database.ts';

export const MESSAGE_KINDS = ['answer', 'reminder', 'digest', 'nudge', 'notice', 'alert'] as const;
/** answer = to what a person typed; alert = a change somebody has to know of, to whomever it concerns; the rest the bot says of its own accord. */
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type OutboxState =
  | 'queued'
  | 'sending'
  | 'accepted'
  | 'failed'
  | 'unknown'
  | 'cleared'
  | 'superseded'
  | 'capped'
  | 'expired';

/** A row with its address, as the dispatcher claims it. */
export interface OutboxRow {
  id: number;
  chat: number;
  person: number | null;
  kind: MessageKind;
  content: string | null;
  notice: number | null;
  repeatIfUnknown: number;
  queuedAt: Instant;
  expiresAt: Instant | null;
  attempts: number;
  sentParts: number;
  repeated: number;
  moved: number;
  priority: number;
  /** The stored file it carries. */
  file: number | null;
  /** 1 once a platform refused that file: the message says how to come by it instead. */
  asWords: number;
  channel: string;
  bot: string;
  address: string;
  chatState: 'active' | 'blocked' | 'gone';
  chatKind: 'private' | 'group';
}

export interface NewMessage {
  chat: number;
  person: number | null;
  kind: MessageKind;
  priority: number;
  content: Outgoing | null;
  notice: number | null;
  repeatIfUnknown: boolean;
  queuedAt: Instant;
  expiresAt: Instant | null;
  notBefore: number;
}

export interface Undelivered {
  id: number;
  kind: MessageKind;
  state: OutboxState;
  failure: SendFailure | null;
  queuedAt: Instant;
  person: number;
  notice: number | null;
}

export interface NoticeOutcome {
  person: number;
  state: OutboxState;
  failure: SendFailure | null;
}

const COLUMNS = `o.id, o.chat, o.person, o.kind, o.content, o.notice, o.repeat_if_unknown AS repeatIfUnknown,
  o.queued_at AS queuedAt, o.expires_at AS expiresAt, o.attempts, o.sent_parts AS sentParts, o.repeated, o.moved,
  o.priority, o.file, o.as_words AS asWords, c.channel, c.bot, c.address, c.state AS chatState, c.kind AS chatKind`;

/** Everything the bot decided to say, and what became of it. */
export function createOutbox(db: Db) {
  const sql = prepareStatements(db);
  return {
    add({ content, repeatIfUnknown, ...row }: NewMessage): number {
      const kept = content === null ? null : JSON.stringify(content);
      const more = { content: kept, repeat: repeatIfUnknown ? 1 : 0, file: content?.file?.id ?? null };
      return Number(sql.insert.run({ ...row, ...more }).lastInsertRowid);
    },
    /** Rows that may go out now, most urgent first; of one chat at most one of each kind. */
    ready: (channel: string, bot: string, wire: number, limit: number): OutboxRow[] =>
      sql.ready.all({ lane: `${channel}/${bot}`, wire, limit }),
    /** Whether a message is on its way to that chat just now. */
    isSendingIn: (chat: number): boolean => sql.nextIn.get(chat)?.state === 'sending',
    /** The answer that may go out next in one chat. */
    answerReadyIn(chat: number, wire: number): OutboxRow | null {
      const row = sql.nextIn.get(chat);
      return row?.state === 'queued' && row.notBefore <= wire ? row : null;
    },
    /** Marks a row as being sent. `day` makes it count under the person's daily cap. */
    claim(id: number, day: Day | null): void {
      sql.claim.run(day, id);
    },
    /** The platform took it (or perhaps did: `unknown`). The text is not kept. */
    settleSent(
      id: number,
      state: 'accepted' | 'unknown',
      now: Instant,
      cost: number,
      messageIds: readonly string[],
    ): void {
      sql.settle.run(state, null, now, cost, JSON.stringify(messageIds), id);
    },
    /** It will not be sent; it does not count under the cap. */
    settleUnsent(id: number, state: OutboxState, failure: SendFailure | null, now: Instant): void {
      sql.drop.run(state, failure, now, id);
    },
    /** The platform refused its file: said in words instead, as a message of its own. */
    sayInWords: (id: number): boolean => sql.sayInWords.run(id).changes === 1,
    retry(id: number, notBefore: number, failure: SendFailure, so: Pick<SendError, 'sentParts' | 'mayHaveGone'>): void {
      sql.retry.run(notBefore, failure, so.sentParts, so.mayHaveGone ? 1 : 0, id);
    },
    /** Not now, untried. */
    putOff(id: number, notBefore: number): void {
      sql.putOff.run(notBefore, id);
    },
    /** On to another chat of the same person; `perhaps` = it may have arrived in the first one. */
    moveTo(id: number, chat: number, perhaps: boolean): void {
      sql.moveChat.run({ id, chat, perhaps: perhaps ? 1 : 0 });
    },
    /** Rows a dead process left in mid-send. */
    inFlight: (): OutboxRow[] => sql.inFlight.all(),
    /** The next wire time at which a row that waits may be tried. */
    nextWire: (after: number): number | null => sql.nextWire.get(after)?.at ?? null,
    /** The wire time from which the first of all waiting rows may be tried; null when none waits. */
    earliest: (): number | null => sql.earliest.get()?.at ?? null,
    /** Proactive messages that count for the person on that day, without row `except`. */
    countOnDay: (person: number, day: Day, except: number): number => sql.capCount.get(person, day, except)?.n ?? 0,
    expire: (now: Instant): number => sql.expire.run(now, now).changes,
    ofNotice: (notice: number): NoticeOutcome[] => sql.ofNotice.all(notice),
    /** A message to the person that is composed when it is sent and was not tried yet: more can still go into it. */
    waitingFor: (person: number, kind: MessageKind): number | null => sql.waiting.get(person, kind)?.id ?? null,
    /** A message that more went into is as urgent as the most urgent of it. */
    raise(id: number, priority: number, repeatIfUnknown: boolean): void {
      sql.raise.run(priority, repeatIfUnknown ? 1 : 0, id);
    },
    /** Looks again at what was put off: the clock was moved. */
    releasePutOff: (): void => void sql.releasePutOff.run(),
    /** Tries now what would wait for longer than that. */
    releaseBeyond(wire: number, ms: number): void {
      sql.releaseBeyond.run({ wire, ms });
    },
    /** What was meant for people since then and did not, or perhaps did not, get to them, the newest first. */
    undeliveredSince: (since: Instant, limit: number): Undelivered[] => sql.undelivered.all({ since, limit }),
    /** It was sent again as another message, or is of no use any more. */
    markResent(id: number): void {
      sql.markResent.run(id);
    },
    outcome: (id: number) => sql.byId.get(id) ?? null,
  };
}

function prepareStatements(db: Db) {
  return {
    insert: db.prepare<
      Omit<NewMessage, 'content' | 'repeatIfUnknown'> & { content: string | null; repeat: number; file: number | null }
    >(
      `INSERT INTO outbox (chat, lane, person, kind, priority, content, notice, repeat_if_unknown, queued_at, expires_at, not_before, file)
       VALUES (@chat, ${LANE_OF_CHAT}, @person, @kind, @priority, @content, @notice, @repeat, @queuedAt, @expiresAt, @notBefore, @file)`,
    ),
    // Nothing goes to a chat while something is on its way there. What is of one kind keeps its order, retries and all; an
    // answer does not wait for what the bot says of its own accord, which may be kept back for a whole weekend.
    // `state IN` stands by itself so that the index of live rows serves: without it each row looks through all that was ever said.
    ready: db.prepare<{ lane: string; wire: number; limit: number }, OutboxRow>(
      `SELECT ${COLUMNS} FROM outbox o JOIN chat c ON c.id = o.chat
       WHERE o.state = 'queued' AND o.lane = +@lane AND o.not_before <= @wire AND NOT EXISTS (
         SELECT 1 FROM outbox e WHERE e.chat = o.chat AND e.state IN ('queued', 'sending') AND
           (e.state = 'sending' OR (e.id < o.id AND e.kind = o.kind AND (e.not_before <= @wire OR e.attempts > 0))))
       ORDER BY o.priority, o.id LIMIT +@limit`,
    ),
    // What is on its way comes first: it keeps the oldest answer back.
    nextIn: db.prepare<[number], OutboxRow & { state: OutboxState; notBefore: number }>(
      `SELECT ${COLUMNS}, o.state, o.not_before AS notBefore FROM outbox o JOIN chat c ON c.id = o.chat
       WHERE o.chat = +? AND o.state IN ('queued', 'sending') AND (o.state = 'sending' OR o.kind = 'answer')
       ORDER BY o.state = 'sending' DESC, o.id LIMIT 1`,
    ),
    claim: db.prepare<[Day | null, number]>(
      "UPDATE outbox SET state = 'sending', attempts = attempts + 1, day = ? WHERE id = ?",
    ),
    settle: db.prepare<[OutboxState, string | null, Instant, number, string | null, number]>(
      `UPDATE outbox SET state = ?, failure = ?, settled_at = ?, cost = cost + ?, message_ids = ?, content = NULL, file = NULL WHERE id = ?`,
    ),
    drop: db.prepare<[OutboxState, string | null, Instant, number]>(
      'UPDATE outbox SET state = ?, failure = ?, settled_at = ?, day = NULL, content = NULL, file = NULL WHERE id = ?',
    ),
    sayInWords: db.prepare<[number]>(
      "UPDATE outbox SET state = 'queued', not_before = 0, day = NULL, sent_parts = 0, as_words = 1 WHERE id = ?",
    ),
    retry: db.prepare<[number, string, number, number, number]>(
      `UPDATE outbox SET state = 'queued', not_before = ?, failure = ?, sent_parts = ?, repeated = max(repeated, ?) WHERE id = ?`,
    ),
    putOff: db.prepare<[number, number]>('UPDATE outbox SET not_before = ? WHERE id = ?'),
    inFlight: db.prepare<[], OutboxRow>(
      `SELECT ${COLUMNS} FROM outbox o JOIN chat c ON c.id = o.chat WHERE o.state = 'sending'`,
    ),
    nextWire: db.prepare<[number], { at: number | null }>(
      "SELECT min(not_before) AS at FROM outbox WHERE state = 'queued' AND not_before > ?",
    ),
    earliest: db.prepare<[], { at: number | null }>("SELECT min(not_before) AS at FROM outbox WHERE state = 'queued'"),
    capCount: db.prepare<[number, Day, number], { n: number }>(
      'SELECT count(*) AS n FROM outbox WHERE person = ? AND day = ? AND id <> ?',
    ),
    expire: db.prepare<[Instant, Instant]>(
      "UPDATE outbox SET state = 'expired', settled_at = ?, day = NULL, content = NULL, file = NULL WHERE state = 'queued' AND expires_at <= ?",
    ),
    ofNotice: db.prepare<[number], NoticeOutcome>(
      'SELECT person, state, failure FROM outbox WHERE notice = ? AND person IS NOT NULL ORDER BY id',
    ),
    waiting: db.prepare<[number, MessageKind], { id: number }>(
      `SELECT id FROM outbox WHERE person = +? AND kind = +? AND state = 'queued' AND content IS NULL AND attempts = 0
       ORDER BY id DESC LIMIT 1`,
    ),
    raise: db.prepare<[number, number, number]>(
      'UPDATE outbox SET priority = min(priority, ?), repeat_if_unknown = max(repeat_if_unknown, ?) WHERE id = ?',
    ),
    releasePutOff: db.prepare<[]>("UPDATE outbox SET not_before = 0 WHERE state = 'queued' AND attempts = 0"),
    // A platform that said "in two hours" means it.
    releaseBeyond: db.prepare<{ wire: number; ms: number }>(
      `UPDATE outbox SET not_before = @wire
       WHERE state = 'queued' AND not_before > @wire + @ms AND ifnull(failure, '') <> 'throttled'`,
    ),
    undelivered: db.prepare<{ since: Instant; limit: number }, Undelivered>(
      `SELECT id, kind, state, failure, queued_at AS queuedAt, person, notice FROM (
         SELECT * FROM outbox WHERE state IN ('failed', 'expired', 'capped') AND queued_at >= @since
         UNION ALL SELECT * FROM outbox WHERE state = 'unknown' AND kind <> 'notice' AND queued_at >= @since)
       WHERE person IS NOT NULL AND kind NOT IN ('answer', 'alert') AND resent = 0
       ORDER BY queued_at DESC LIMIT +@limit`,
    ),
    markResent: db.prepare<[number]>('UPDATE outbox SET resent = 1 WHERE id = ?'),
    byId: db.prepare<[number], { state: OutboxState; failure: SendFailure | null; settledAt: Instant | null }>(
      'SELECT state, failure, settled_at AS settledAt FROM outbox WHERE id = ?',
    ),
    moveChat: db.prepare<{ id: number; chat: number; perhaps: number }>(
      `UPDATE outbox SET chat = @chat, lane = ${LANE_OF_CHAT}, state = 'queued', not_before = 0, attempts = 0, day = NULL, sent_parts = 0,
         moved = 1, as_words = 0, repeated = max(repeated, @perhaps) WHERE id = @id`,
    ),
  };
}
