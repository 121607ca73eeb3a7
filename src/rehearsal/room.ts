import type { Desk } from '../actions/desk.ts';
import { currentRound, roundStatus, standingRounds } from '../actions/round-status.ts';
import type { WebChannel } from '../channels/web-chat/web-channel.ts';
import type { Instant } from '../domain/calendar.ts';
import { addDays, atTime, dayOf, isWorkingDay } from '../domain/calendar.ts';
import { parseLocal, toLocal } from '../domain/local-time.ts';
import type { RoomLine } from '../store/room-lines.ts';
import type { Move, Persona, Rehearsal, RoomEvent, RoomState, RoomUnit, Round } from '../web/rehearsal.ts';
import { ROLE_NAMES } from '../wording/join.ts';
import { sayReport } from '../wording/period.ts';
import {
  MOVE_WORDS,
  sayClockBehind,
  sayClockTooFar,
  sayClockUnreadable,
  sayDayNote,
  sayRoomNow,
  sayRoundDeadline,
} from '../wording/room.ts';
import { ROOM_PEOPLE } from '../wording/room-people.ts';
import type { Stage } from './live-through.ts';
import { liveThrough, sleepUntil } from './live-through.ts';
import { readLineFile, showLine } from './show-line.ts';

/** How far one move may go: living through years of reminders would hold the room up. */
const LONGEST_MOVE_MS = 400 * 24 * 3600_000;
const GUEST = 'khach';

export interface RoomParts {
  desk: Desk;
  stage: Stage;
  channel: WebChannel;
  sentCount(): number;
  /** Lines kept by the web channel come in here. */
  onLine(listener: (line: RoomLine) => void): () => void;
}

/** The rehearsal room over the real bot: what the page shows, posts and moves. */
export function createRoom(parts: RoomParts): Rehearsal & { stateChanged(): void } {
  const { desk, stage, channel } = parts;
  const listeners = new Set<(event: RoomEvent) => void>();
  let moving: Promise<unknown> = Promise.resolve();

  function stateChanged(): void {
    for (const listener of listeners) listener({ kind: 'state' });
  }

  parts.onLine((row) => {
    for (const listener of listeners) listener({ kind: 'line', line: showLine(row, desk.zone) });
  });

  async function move(to: Instant, sleep: boolean): Promise<{ now: string; sent: number }> {
    const before = parts.sentCount();
    await (sleep ? sleepUntil(stage, to) : liveThrough(stage, to));
    stateChanged();
    return { now: toLocal(stage.clock.now(), desk.zone), sent: parts.sentCount() - before };
  }

  return {
    stateChanged,
    personas: () => personasOf(desk),
    file: (line) => readLineFile(desk.store, line),
    lines: (chat, after) => desk.store.roomLines.after(chat, after).map((row) => showLine(row, desk.zone)),
    async post(chat, message) {
      const persona = personasOf(desk).find((one) => one.chat === chat);
      await channel.post({
        chat,
        name: persona?.name ?? ROOM_PEOPLE.guest.name,
        text: message.picked?.value ?? message.text ?? '',
        pickedLabel: message.picked?.label ?? null,
        file: message.file === undefined ? null : { name: message.file.name, bytes: Buffer.from(message.file.bytes) },
      });
    },
    state: () => roomState(desk, stage),
    async moveClock(to, sleep) {
      const instant = parseLocal(to, desk.zone);
      if (instant === null) return { problem: sayClockUnreadable(to) };
      // One move at a time: two people at the clock bar get their moves in order.
      const turn = moving.then(async () => {
        const now = stage.clock.now();
        if (instant < now) return { problem: sayClockBehind(sayRoomNow(now, desk.zone)) };
        if (instant - now > LONGEST_MOVE_MS) return { problem: sayClockTooFar() };
        return move(instant, sleep);
      });
      moving = turn.catch(() => {});
      return turn;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function personasOf(desk: Desk): Persona[] {
  const personas = desk.store.chats.onChannel('web').flatMap((chat): Persona[] => {
    const person = chat.person === null ? null : desk.store.people.find(chat.person);
    const [membership] = person === null ? [] : desk.store.people.memberships(person.id);
    if (person === null || membership === undefined) return [];
    const unit =
      membership.unit === null ? null : desk.store.units.find(membership.unit, dayOf(person.createdAt, desk.zone));
    const province =
      membership.unit === null ? (desk.store.units.compiler(dayOf(person.createdAt, desk.zone))?.name ?? '') : '';
    return [
      {
        chat: chat.address,
        name: person.name,
        unit: membership.unit,
        unitName: unit?.shortName ?? province,
        roleLabel: ROLE_NAMES[membership.role],
        group: GROUPS[membership.role],
      },
    ];
  });
  const { name, unitName, role } = ROOM_PEOPLE.guest;
  return [...featured(desk, personas), { chat: GUEST, name, unit: null, unitName, roleLabel: role, group: 'guest' }];
}

const GROUPS = {
  admin: 'coordinator',
  coordinator: 'coordinator',
  leader: 'liaison',
  liaison: 'liaison',
  staff: 'staff',
} as const;

/** Whoever still has something to hand in comes first: that is who the newcomer should be. */
function featured(desk: Desk, personas: readonly Persona[]): Persona[] {
  const owes = (persona: Persona): number =>
    persona.unit !== null &&
    persona.roleLabel !== ROLE_NAMES.leader &&
    desk.store.tasks.outstandingOf(persona.unit).length > 0
      ? 0
      : 1;
  return personas.toSorted((a, b) => owes(a) - owes(b) || a.unitName.localeCompare(b.unitName, 'vi'));
}

function roomState(desk: Desk, stage: Stage): RoomState {
  const now = stage.clock.now();
  const { calendar } = desk.rules();
  const today = dayOf(now, desk.zone);
  const holiday = calendar.years.get(Number(today.slice(0, 4)))?.daysOff.find((one) => one.day === today)?.name;
  return {
    now: toLocal(now, desk.zone),
    nowText: sayRoomNow(now, desk.zone),
    speed: stage.clock.speed,
    dayNote: sayDayNote(isWorkingDay(calendar, today), holiday ?? null),
    moves: movesFrom(desk, stage, now),
    rounds: roundsOf(desk, now),
  };
}

function movesFrom(desk: Desk, stage: Stage, now: Instant): Move[] {
  const cutOff = nextCutOff(desk, now);
  const reminder = stage.store.milestones.nextDueAfter(now);
  const tomorrow = atTime(addDays(dayOf(now, desk.zone), 1), '08:00', desk.zone);
  const targets: Record<Move['key'], Instant | null> = {
    day: tomorrow,
    reminder,
    // The last minute in which a report is still on time.
    deadline: cutOff === null || cutOff - MINUTE_MS <= now ? null : cutOff - MINUTE_MS,
    'after-deadline': nextOverdueReminder(desk, now) ?? cutOff,
  };
  return (Object.keys(targets) as Move['key'][]).map((key) => {
    const to = targets[key];
    const words = MOVE_WORDS[key];
    return {
      key,
      label: words.label,
      to: to === null ? null : toLocal(to, desk.zone),
      hint: to === null ? words.none : words.hint,
    };
  });
}

const MINUTE_MS = 60_000;

function nextCutOff(desk: Desk, now: Instant): Instant | null {
  const ahead = standingRounds(desk, 12)
    .map((round) => round.cutOffAt)
    .filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** The first reminder after the next cut-off, or after the last one when its reminders are still to come. */
function nextOverdueReminder(desk: Desk, now: Instant): Instant | null {
  const cutOff = nextCutOff(desk, now);
  return cutOff === null ? desk.store.milestones.nextDueAfter(now) : desk.store.milestones.nextDueAfter(cutOff);
}

function roundsOf(desk: Desk, now: Instant): Round[] {
  const first = currentRound(desk, now);
  const open = standingRounds(desk, 6).filter((round) => round.cutOffAt > now);
  const keys = [first, ...open].filter((round) => round !== null);
  const unique = [...new Map(keys.map((round) => [`${round.obligation}:${round.period}`, round])).values()];
  return unique.slice(0, 3).flatMap((round): Round[] => {
    const status = roundStatus(desk, round.obligation, round.period, now);
    if (status === null) return [];
    const { example, totals } = status;
    return [
      {
        title: sayReport(example.obligation, example.period),
        deadline: sayRoundDeadline(example.deadline),
        total: totals.total - totals.waived,
        onTime: totals.onTime,
        late: totals.late,
        // The strip has three figures: what a restore leaves open waits with the missing.
        missing: totals.missing + totals.unsettled,
        units: status.units.map((one): RoomUnit => {
          const waiting = one.overdue ? 'overdue' : 'waiting';
          return {
            code: one.unit.code,
            shortName: one.unit.shortName,
            standing: one.standing === 'missing' ? waiting : one.standing === 'unsettled' ? 'waiting' : one.standing,
          };
        }),
      },
    ];
  });
}
