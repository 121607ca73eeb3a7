import type { Desk } from '../actions/desk.ts';
import { invite } from '../actions/invite.ts';
import { join } from '../actions/join.ts';
import { recordCompiled } from '../actions/record-compiled.ts';
import { submitReport } from '../actions/submit-report.ts';
import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { atTime, dayOf } from '../domain/calendar.ts';
import { compiledDeadlineOf } from '../domain/deadline.ts';
import { lastGoodWorkingDay } from '../domain/milestone-plan.ts';
import { periodsBetween } from '../domain/period.ts';
import type { ReportContent } from '../domain/report-form.ts';
import { formOf, obligationOf } from '../domain/rule-book.ts';
import type { Unit } from '../domain/unit.ts';
import type { Task } from '../store/tasks.ts';
import { ROOM_PEOPLE } from '../wording/room-people.ts';
import type { StagedEvent } from './live-through.ts';

/** A figure that looks like a province's, the same for the same place in the cast. */
function pick<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length];
  if (chosen === undefined) throw new Error('an empty list to pick from');
  return chosen;
}

function nameOf(index: number): string {
  const { family, middle, given } = ROOM_PEOPLE;
  return `${pick(family, index * 7)} ${pick(middle, index * 3 + 1)} ${pick(given, index * 5 + 2)}`;
}

/** Chat addresses in the room: `dau-moi-hbg`, `dieu-phoi`, `chuyen-vien-hbg`. */
function roomAddress(role: Role, unit: string | null): string {
  const title = ROOM_PEOPLE.addresses[role];
  return unit === null ? title : `${title}-${unit.toLowerCase()}`;
}

/** Units nobody has joined for, so that "not reached" can be seen: every seventeenth. */
const EMPTY_EVERY = 17;

/** People for the room: a coordinator, a liaison for nearly every unit, a leader and a staff member here and there. All of them invented. */
export function castPeople(desk: Desk, now: Instant): void {
  const units = desk.store.units.owingOn(dayOf(now, desk.zone));
  let index = 0;
  const cast = (role: Role, unit: Unit | null): void => {
    index += 1;
    const made = invite(desk, { role, unit: unit?.code ?? null, uses: 1, days: 1, by: null }, now);
    if (!made.ok) throw new Error(`the rehearsal's ${role} could not be invited: ${made.problem.problem}`);
    const chat = desk.store.chats.meet('web', '1', roomAddress(role, unit?.code ?? null), 'private', now);
    const invitation = desk.store.invitations.findLatest();
    const joined = invitation === null ? null : join(desk, chat, invitation.id, nameOf(index), now);
    if (joined?.ok !== true) throw new Error(`the rehearsal's ${role} could not join`);
  };
  desk.store.transact(() => {
    cast('coordinator', null);
    for (const [place, unit] of units.entries()) {
      if (place % EMPTY_EVERY === EMPTY_EVERY - 1) continue;
      cast('liaison', unit);
      if (place % 5 === 0) cast('staff', unit);
      if (place % 6 === 0) cast('leader', unit);
    }
  });
}

/** Reports of the past weeks: the round before nearly complete, some late; of the present one about a third is in. */
export function stageReports(desk: Desk, from: Instant, start: Instant): StagedEvent[] {
  const day = 24 * 3600_000;
  const units = desk.store.units.owingOn(dayOf(start, desk.zone));
  const span = start - from;
  return units.flatMap((unit, place) => {
    const chat = desk.store.chats.meet('web', '1', roomAddress('liaison', unit.code), 'private', from);
    if (chat.person === null) return [];
    const person = chat.person;
    const hand = (at: Instant, which: number): StagedEvent => ({
      at,
      run: () => handIn(desk, person, unit, place + which * 50, at),
    });
    const isLate = place % 11 === 3;
    const neverSent = place % 13 === 12;
    const before = start - 26 * day + (isLate ? 6 * day : -(place % 4) * day) + place * 7 * 60_000;
    const recent = start - Math.min(6 * day, span / 4) + place * 3.5 * 3600_000;
    return [...(neverSent ? [] : [hand(before, 0)]), ...(place % 3 === 1 && recent < start ? [hand(recent, 1)] : [])];
  });
}

/** The compiled reports that were due before: handed on by the coordinator on their last working day, for the room opens on no neglect. */
export function stageCompiled(desk: Desk, from: Instant, start: Instant): StagedEvent[] {
  const { zone, store } = desk;
  const { obligations, calendar } = desk.rules();
  const [coordinator] = store.people.provincial();
  if (coordinator === undefined) return [];
  return obligations.flatMap((obligation) =>
    periodsBetween(obligation, dayOf(from, zone), dayOf(start, zone)).flatMap((period) => {
      const deadline = compiledDeadlineOf(obligation, period, calendar);
      if (deadline === null) return [];
      const sentOn = lastGoodWorkingDay(deadline, calendar);
      const at = atTime(sentOn, '15:00', zone);
      if (at <= from || at >= start) return [];
      const document = `${Number(period.lastMonth.slice(5)) * 20}/BC-${store.units.compiler(sentOn)?.code ?? ''}`;
      const sent = { obligation: obligation.code, period: period.key, document, sentOn, over: 0 };
      // A round that was never opened has nothing to hand on.
      return [{ at, run: () => void recordCompiled(desk, { person: coordinator.person, at }, sent) }];
    }),
  );
}

/** One unit's report for whatever it owes at that moment, through the same action as everybody's. */
function handIn(desk: Desk, person: number, unit: Unit, seed: number, at: Instant): void {
  const [task] = desk.store.tasks.outstandingOf(unit.code);
  if (task === undefined) return;
  const report = reportOf(desk, task, seed);
  const result = submitReport(desk, { person, at }, desk.store.people.memberships(person), {
    task: task.id,
    report,
    via: report.nothingToReport ? 'nothing' : 'template',
    attachments: [],
  });
  if (!result.ok) throw new Error(`a staged report was refused: ${result.problem.problem}`);
}

function reportOf(desk: Desk, task: Task, seed: number): ReportContent {
  if (seed % 19 === 5) return { nothingToReport: true, values: {} };
  const rules = desk.rules();
  const form = formOf(rules, obligationOf(rules, task.obligation));
  const values: Record<string, number | string> = {};
  for (const [index, field] of form.fields.entries()) {
    const size = 1 + ((seed * 7 + index * 13) % 12);
    if (field.kind === 'count') values[field.key] = index === 1 ? size * 45 : size;
    else if (field.kind === 'money') values[field.key] = size * 2.5;
    else if (field.required) values[field.key] = ROOM_PEOPLE.result;
  }
  return { nothingToReport: false, values };
}
