import type { AnswerRow } from './eye.ts';
import type { Journal } from './journal.ts';
import { inWords } from './journal.ts';
import type { Machine } from './machine.ts';
import type { Person } from './person.ts';
import type { PlatformBot } from './platform-bot.ts';
import type { Timeline } from './timeline.ts';
import type { Witness } from './witness.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long all must have been well at a stretch for an answer to have had its chance: several tries, whatever single calls do. */
const CHANCE = HOUR;
/** What the bot counts of a month and what the platform counts differ by messages in doubt: from here on a month is short. */
const SHORT_FROM = 0.75;

const GIVEN_UP = 'I9 no answer is given up without a reason';
/** How the count of answers that were given up begins; the trouble the observer knows of follows. */
export const GIVEN_UP_FOR = 'answers given up: ';

export interface AnswersGivenParts {
  timeline: Timeline;
  journal: Journal;
  machine: Machine;
  witness: Witness;
  people: readonly Person[];
  platforms: readonly PlatformBot[];
}

/** I9: what becomes of every answer in the outbox, each followed to its end and held against what the platforms saw. */
export function createAnswersGiven({ timeline, journal, machine, witness, people, platforms }: AnswersGivenParts) {
  /** Those that had not come to their end at the last look, and where they go. */
  let open = new Map<number, string>();
  const labels = new Map<number, string>();
  let last = 0;
  /** When a backup or a power loss put back what stands in the outbox. */
  let putBackAt = 0;
  let lookedAt = 0;

  function look(): void {
    const from = Math.min(last, ...[...open.keys()].map((id) => id - 1));
    const seen = new Set<number>();
    for (const row of machine.eye().answerRows(from)) {
      seen.add(row.id);
      if (!row.address.startsWith('left:')) labels.set(row.chat, `${row.channel}/${row.bot}:${row.address}`);
      const label = open.get(row.id) ?? labels.get(row.chat) ?? '';
      if (row.id <= last && !open.has(row.id)) continue;
      if (row.id > last) journal.count('answers followed');
      last = Math.max(last, row.id);
      open.set(row.id, label);
      if (row.state === 'queued' || row.state === 'sending') continue;
      if (settle(row, label)) open.delete(row.id);
    }
    for (const id of [...open.keys()].filter((one) => !seen.has(one))) {
      open.delete(id);
      journal.count('answers undone by a power loss');
      if (putBackAt < lookedAt) journal.breach(GIVEN_UP, `answer ${id} has vanished from the outbox`);
    }
    lookedAt = timeline.now();
  }

  /** Whether that is its end. False: looked at again tomorrow. */
  function settle(row: AnswerRow, label: string): boolean {
    if (row.state === 'accepted' && witness.wasTaken(row.id)) journal.count('answers taken');
    else if (row.state === 'unknown' && isInDoubt(row)) journal.count('answers left in doubt');
    else {
      const owner = ownerOf(label);
      // Whoever takes their consent back is gone two hours later.
      if (row.state === 'cleared' && owner?.leftAt === null && row.settled_at > machine.now() - 3 * HOUR) return false;
      const why = excuse(row, label, owner);
      journal.count(why === null ? 'answers given up for no reason' : `${GIVEN_UP_FOR}${why}`);
      if (why === null)
        journal.breach(
          GIVEN_UP,
          `answer ${row.id} to ${label} of ${inWords(row.queued_at)} is ${row.state} (${row.failure}) since ${inWords(row.settled_at)}, useful until ${inWords(row.expires_at)}`,
        );
    }
    return true;
  }

  /** A process can die between the claim and the send: then nobody saw a try. */
  function isInDoubt({ id }: AnswerRow): boolean {
    return witness.wasTried(id) || machine.bootedIn(lookedAt - 48 * HOUR, timeline.now());
  }

  function ownerOf(label: string): Person | undefined {
    return people.find((one) => one.accounts.some(({ platform, address }) => `${platform.label}:${address}` === label));
  }

  /** The trouble outside of the bot for which this answer did not come; null: there was none. */
  function excuse(row: AnswerRow, label: string, owner: Person | undefined): string | null {
    const platform = platforms.find(({ name, bot }) => name === row.channel && bot === row.bot);
    if (platform === undefined) return null;
    const isOver = row.settled_at >= row.expires_at;
    if (row.state === 'failed' && (row.failure === 'blocked' || row.failure === 'gone'))
      return witness.wasShut(label, row.queued_at, row.settled_at) ? 'the chat was blocked or gone' : null;
    if (row.state === 'failed' && row.failure === 'quota')
      return isShort(platform, row) ? 'the month was used up' : null;
    const hasLeft = owner === undefined || owner.leftAt !== null || owner.joinedAt === null;
    if (row.state === 'cleared') return hasLeft ? 'who had asked left' : null;
    if (row.state !== 'expired') return null;
    if (!isOver) return hasLeft && row.address.startsWith('left:') ? 'who had asked left' : null;
    if (machine.showedWrongly(row.queued_at) || machine.showedWrongly(row.settled_at))
      return 'the machine’s clock was wrong';
    return hadItsChance(platform, Math.max(row.queued_at, putBackAt), row.settled_at)
      ? null
      : 'machine or platform was never well for an hour of its day';
  }

  /** Nothing is left for anybody, or not enough for somebody who is no member. */
  function isShort(platform: PlatformBot, { settled_at: at, person }: AnswerRow): boolean {
    const { used, isUsedUp } = platform.monthOf(at);
    return isUsedUp || (person === null && used >= SHORT_FROM * (platform.capabilities.monthlyMessages ?? 0));
  }

  /** Whether machine and platform were both well for long enough at a stretch. */
  function hadItsChance({ weather }: PlatformBot, from: number, until: number): boolean {
    const spells = weather.spells();
    return machine.wellSpans().some((span) => {
      let at = Math.max(from, span.from);
      const end = Math.min(until, span.until);
      for (const spell of spells) {
        if (spell.until <= at || spell.from >= end) continue;
        if (spell.from - at >= CHANCE) return true;
        at = spell.until;
      }
      return end - at >= CHANCE;
    });
  }

  return {
    look,
    /** The power was lost: what was not synced is undone. */
    powerLost(): void {
      putBackAt = timeline.now();
      last = Math.min(last, machine.eye().lastRow());
    },
    /** A backup stands in the database's place: what came after it is gone, and its numbers are given out again. */
    restored(): void {
      putBackAt = timeline.now();
      const lastRow = machine.eye().lastRow();
      const lost = [...open.keys()].filter((id) => id > lastRow);
      journal.count('answers lost at restores', lost.length);
      for (const id of lost) open.delete(id);
      last = Math.min(last, lastRow);
    },
    finish(): void {
      look();
      journal.count('answers on their way at the end', open.size);
      open = new Map();
    },
  };
}
