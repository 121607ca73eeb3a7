import type { RuleBook } from '../../src/domain/rule-book.ts';
import type { SendingRow } from './eye.ts';
import { OTHERS_SUFFER } from './floods.ts';
import type { Journal } from './journal.ts';
import { inWords } from './journal.ts';
import type { Lateness } from './lateness.ts';
import type { Machine } from './machine.ts';
import { sendingSince, wallDay } from './own-ladder.ts';
import type { Attempt, AttemptWitness } from './platform-bot.ts';
import { REPEATED } from './reading.ts';
import type { Timeline } from './timeline.ts';

/** What a bot waits at most after a 429 that does not say how long. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/** From this priority on an alert is only good to know (the outbox's column). */
const GOOD_TO_KNOW = 30;

/** What became of one outbox row on the platforms' side. */
interface RowStory {
  /** True times at which its first part was taken. */
  taken: number[];
  /** Whether the bot was left in doubt about a try: told `unknown`, or dead before it was told. */
  doubts: number;
  told: number;
}

/** What somebody was reminded of: true time, so that a clock that was set back forgets nothing. */
export interface Reminded {
  at: number;
  botAt: number;
}

export interface WitnessParts {
  timeline: Timeline;
  journal: Journal;
  machine: () => Machine;
  rules: RuleBook;
  lateness: Lateness;
  /** Tells when a reminder of these tasks comes, for the first time. */
  remindsOf(row: SendingRow, tasks: readonly number[], attempt: Attempt): void;
}

/** Watches the border between the bot and the platforms, and holds every message that crosses it against the rules. */
export function createWitness({ timeline, journal, machine, rules, lateness, remindsOf }: WitnessParts) {
  let stories = new Map<number, RowStory>();
  let perDay = new Map<string, Set<number>>();
  let answered = new Map<string, number>();
  let notices = new Map<string, { at: number; row: number }>();
  let reminded = new Map<string, Reminded[]>();
  const inFlight = new Map<string, number>();
  /** When (bot time) a chat's platform last said that nobody can be written to there. */
  const shut = new Map<string, number[]>();

  function begins(attempt: Attempt): AttemptWitness {
    const { platform, address } = attempt;
    const eye = machine().eye();
    const rows = eye.sendingIn(platform.name, platform.bot, address);
    const [row] = rows;
    const lane = `${platform.label}:${address}`;
    if (row === undefined) {
      journal.breach('I0 written before it is sent', `${lane} is sent something that is not marked as being sent`);
      return { accepted: () => {}, told: () => {} };
    }
    if (rows.length > 1)
      journal.breach('I10 one at a time in a chat', `${lane} has rows ${rows.map((one) => one.id)} on their way`);
    const story = stories.get(row.id) ?? { taken: [], doubts: 0, told: 0 };
    stories.set(row.id, story);
    const life = inFlight.get(lane);
    const clock = machine().clock();
    const botNow = clock.now();
    if (life !== undefined && life === row.id && story.doubts === 0)
      journal.breach('I10 one at a time in a chat', `${lane}: row ${row.id} is sent while it is being sent`);
    inFlight.set(lane, row.id);
    journal.note(
      `the bot sends ${row.kind} ${row.id}${row.repeated === 1 ? ' again' : ''} to ${lane}: ${attempt.texts[0]?.slice(0, 50).replaceAll('\n', ' / ')}`,
    );
    judgeMoment(row, attempt, botNow);
    // Until the bot is told, it may die in doubt.
    story.doubts += 1;
    const isMine = (): boolean => stories.get(row.id) === story;
    return {
      accepted(part) {
        machine().hasSpoken(platform);
        if (!isMine()) return;
        countAgainstCap(row, botNow);
        if (part === attempt.skipParts) take(row, story, attempt);
        if (part === attempt.skipParts) remember(row, botNow);
        if (part === attempt.skipParts && story.taken.length === 1) comesFirst(row, attempt);
      },
      told(outcome, retryAfterMs = LONGEST_PAUSE_MS) {
        inFlight.delete(lane);
        if (outcome === 'throttled') lateness.fails(platform, null, retryAfterMs);
        else if (outcome !== 'accepted') lateness.fails(platform, address, 0);
        if (outcome === 'blocked' || outcome === 'gone') shut.set(lane, [...(shut.get(lane) ?? []), machine().now()]);
        if (outcome === 'unknown') machine().isLeftInDoubt(platform);
        if (!isMine()) return;
        // It knows for good only once it has written that down: it may die before.
        if (outcome !== 'unknown')
          timeline.at(timeline.now() + 5, () => {
            if (machine().eye().stateOf(row.id) !== 'sending') story.doubts -= 1;
          });
        if (outcome === 'unknown') {
          countAgainstCap(row, botNow);
          remember(row, botNow);
          journal.count(`${row.kind}: left in doubt`);
        }
        // The bot's own share of a month goes to those who need it.
        if (outcome === 'quota' && row.kind !== 'notice' && platform.hadEnough() && !platform.floodedBy.has(address))
          journal.breach(OTHERS_SUFFER, `${row.kind} ${row.id} to ${lane}: a flood has used up the month`);
        if (outcome !== 'accepted') journal.note(`row ${row.id} to ${lane}: ${outcome}`);
      },
    };
  }

  /** It comes for the first time: was it late? */
  function comesFirst(row: SendingRow, attempt: Attempt): void {
    if (row.kind === 'answer') lateness.answers(attempt.platform, attempt.address, row);
    if (row.kind !== 'reminder') return;
    const tasks = machine().eye().reminded(row.id);
    // What was promised, or asked for again, has no milestone of its own.
    if (tasks.every((one) => one.due_at !== null))
      remindsOf(
        row,
        tasks.map(({ task }) => task),
        attempt,
      );
  }

  /** What may not even be begun now. */
  function judgeMoment(row: SendingRow, { message }: Attempt, botNow: number): void {
    // A question about what the person has just begun in another chat is waited for there.
    const isAwaited = row.kind === 'answer' || (row.kind === 'alert' && row.priority === 0);
    if (!isAwaited && row.kind !== 'notice' && sendingSince(botNow) === null) {
      journal.breach('I7 quiet hours and days off', `${row.kind} ${row.id} goes out at ${inWords(botNow)}`);
    }
    const had = perDay.get(`${row.person} ${wallDay(botNow)}`);
    if (row.kind === 'alert' && row.priority >= GOOD_TO_KNOW && had?.has(row.id) !== true)
      if ((had?.size ?? 0) >= rules.policy.dailyCap - 1)
        journal.breach(
          'I3 the last message of a day is a reminder or a digest',
          `alert ${row.id} goes to person ${row.person} after rows ${[...(had ?? [])]}`,
        );
    if (row.kind !== 'reminder' && row.kind !== 'nudge') return;
    const choices = (message.choices ?? []).flat();
    const tasks = new Set(choices.flatMap(({ value }) => /^\/nop (\d+)/u.exec(value)?.[1] ?? []).map(Number));
    for (const task of tasks) {
      if (!machine().eye().isOutstanding(task)) {
        journal.breach(
          'I2 no reminder after a submission',
          `${row.kind} ${row.id} reminds of task ${task}, which is in`,
        );
      }
    }
  }

  function countAgainstCap(row: SendingRow, botNow: number): void {
    if (row.kind === 'answer' || row.person === null) return;
    const key = `${row.person} ${wallDay(botNow)}`;
    const rows = perDay.get(key) ?? new Set();
    perDay.set(key, rows.add(row.id));
    if (rows.size > rules.policy.dailyCap) {
      journal.breach(
        'I3 the daily cap',
        `person ${row.person} gets message ${rows.size} of ${wallDay(botNow)}: rows ${[...rows]}`,
      );
    }
  }

  /** The platform takes the message's first part of this try: perhaps not for the first time. */
  function take(row: SendingRow, story: RowStory, { texts, skipParts, platform, address }: Attempt): void {
    const marked = skipParts > 0 || texts[0]?.startsWith(REPEATED) === true;
    if (story.taken.length > 0 && skipParts === 0) {
      journal.count(`${row.kind}: duplicated, marked`, marked ? 1 : 0);
      if (!marked)
        journal.breach('I4 duplicates are marked', `row ${row.id} (${row.kind}) arrives again without a mark`);
      // Its own try is one of the doubts until the bot is told.
      if (story.doubts < 2)
        journal.breach(
          'I4 duplicates only from doubt',
          `row ${row.id} (${row.kind}) is repeated although the bot knew`,
        );
      if (story.taken.length > 2)
        journal.breach('I4 duplicates are few', `row ${row.id} (${row.kind}) arrives a fourth time`);
    }
    if (story.taken.length === 0) journal.count(`${row.kind}: taken by a platform`);
    story.taken.push(timeline.now());
    if (row.kind === 'answer') keepOrder(row, story, `${platform.label}:${address}`);
    if (row.kind === 'notice' && row.notice !== null && row.person !== null) {
      const key = `${row.notice} ${row.person}`;
      if (notices.has(key))
        journal.breach('I12 a notice once', `person ${row.person} gets notice ${row.notice} again by row ${row.id}`);
      notices.set(key, { at: timeline.now(), row: row.id });
    }
  }

  function keepOrder(row: SendingRow, story: RowStory, lane: string): void {
    const last = answered.get(lane) ?? 0;
    if (row.id < last && story.taken.length === 1)
      journal.breach('I10 answers in order', `answer ${row.id} comes after ${last} in ${lane}`);
    answered.set(lane, Math.max(last, row.id));
  }

  /** Whom it reminded of what. */
  function remember(row: SendingRow, botNow: number): void {
    if (row.kind === 'answer' || row.kind === 'notice' || row.kind === 'alert') return;
    const tasks = machine().eye().reminded(row.id);
    for (const { task } of tasks) {
      const key = `${task} ${row.person}`;
      reminded.set(key, [...(reminded.get(key) ?? []), { at: timeline.now(), botAt: botNow }]);
    }
  }

  return {
    begins,
    /** The latest bot time at which somebody was reminded of a task, as far as the database can know: clocks also go back. */
    remindedUntil: (task: number, person: number): number =>
      Math.max(0, ...(reminded.get(`${task} ${person}`) ?? []).map(({ botAt }) => botAt)),
    /** Whether a platform took that row, whether it was tried at all. */
    wasTaken: (row: number): boolean => (stories.get(row)?.taken.length ?? 0) > 0,
    wasTried: (row: number): boolean => stories.has(row),
    /** Whether the platform said between these moments (bot time) that the chat is blocked or gone. */
    wasShut: (lane: string, from: number, until: number): boolean =>
      (shut.get(lane) ?? []).some((at) => at >= from && at <= until),
    /** How many messages of its own accord somebody got on a day, or may have: a process can die between the claim and the send. */
    countOn: (person: number, day: string): number =>
      new Set([...(perDay.get(`${person} ${day}`) ?? []), ...machine().eye().inDoubtOn(person, day)]).size,
    /** The power was lost: what stands there as on its way is in doubt again, whatever the bot knew. */
    powerLost(): void {
      for (const row of machine().eye().live()) {
        const story = stories.get(row.id);
        if (row.state === 'sending' && story !== undefined) story.doubts += 1;
      }
      inFlight.clear();
    },
    /** A backup was restored: the database knows nothing of what came after it, and nothing can be held against it. */
    forgetSince(instant: number, liveRows: ReadonlySet<number>, lastRow: number): void {
      for (const [id, story] of stories) {
        if (id > lastRow || liveRows.has(id)) stories.delete(id);
        else story.taken = story.taken.filter((at) => at <= instant);
      }
      perDay = new Map();
      answered = new Map();
      notices = new Map(
        [...notices].filter(([, { at, row }]) => at <= instant && row <= lastRow && !liveRows.has(row)),
      );
      reminded = new Map([...reminded].map(([key, times]) => [key, times.filter(({ at }) => at <= instant)]));
      inFlight.clear();
      stories = new Map(stories);
    },
  };
}

export type Witness = ReturnType<typeof createWitness>;
