import { readFileSync } from 'node:fs';
import type { PlannedMilestone } from '../../src/domain/milestone-plan.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';

const DAY_MS = 24 * 3600_000;
const ZONE_MS = 7 * 3600_000;

interface CalendarFile {
  daysOff: { day: string }[];
  makeUpDays: { day: string }[];
}

/** The plan's calendar read as data, the way `scripts/oracle/owed.py` does; a year without an entry has weekends alone. */
const years = JSON.parse(readFileSync(`${FROZEN_PLAN_DIR}/calendar.json`, 'utf8')) as CalendarFile[];
const off = new Set(years.flatMap(({ daysOff }) => daysOff.map(({ day }) => day)));
const worked = new Set(years.flatMap(({ makeUpDays }) => makeUpDays.map(({ day }) => day)));

/** Where the reminders of domain.md stand: working days before L, after the last day on which a report is still on time, and the hour. */
const BEFORE = [
  ['L-5', 5, '08:30'],
  ['L-2', 2, '08:30'],
  ['L', 0, '08:30'],
  ['L-15h', 0, '15:00'],
] as const;
const AFTER = [
  ['T+1', 1, '08:30'],
  ['T+3', 3, '08:30'],
  ['T+5', 5, '08:30'],
] as const;

/** The day on the wall in the plan's zone. */
export function wallDay(instant: number): string {
  return new Date(instant + ZONE_MS).toISOString().slice(0, 10);
}

/** The last day on which a report is on time that is late from that moment on. */
export function dayBefore(cutOffAt: number): string {
  return wallDay(cutOffAt - 1);
}

/** 00:00 of a day in the plan's zone. */
export function beginningOf(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}

function step(day: string, days: number): string {
  return wallDay(beginningOf(day) + days * DAY_MS);
}

function isWorked(day: string): boolean {
  if (worked.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !off.has(day);
}

/** When the sending hours of that moment's day began, 07:00 to 21:00 of a working day (domain.md); null outside of them. */
export function sendingSince(instant: number): number | null {
  const day = wallDay(instant);
  const opened = beginningOf(day) + 7 * 3600_000;
  return isWorked(day) && instant >= opened && instant < opened + 14 * 3600_000 ? opened : null;
}

/**
 * When to remind of a report that is on time until the end of that day: domain.md in a few lines of the simulation's own, so that a deadline
 * that was moved is judged without the product's functions.
 */
export function ladderTo(lastDay: string): PlannedMilestone[] {
  const cutOffAt = beginningOf(step(lastDay, 1));
  const at = (day: string, hour: string): number => Date.parse(`${day}T${hour}:00+07:00`);
  let last = lastDay;
  while (!isWorked(last)) last = step(last, -1);
  const walk = (from: string, count: number, by: 1 | -1): string => {
    let day = from;
    for (let left = count; left > 0; ) {
      day = step(day, by);
      if (isWorked(day)) left -= 1;
    }
    return day;
  };
  return [
    ...BEFORE.map(([key, days, hour]) => ({ key, dueAt: at(walk(last, days, -1), hour), usefulUntil: cutOffAt })),
    ...AFTER.map(([key, days, hour]) => ({ key, dueAt: at(walk(lastDay, days, 1), hour), usefulUntil: null })),
  ].sort((a, b) => a.dueAt - b.dueAt);
}

/** The last day on which a report is on time by the plan's own words: before the 18th each month, before 15 June, before 15 December. */
export function lastDayOf(period: string): string {
  if (/^\d{4}-\d{2}$/u.test(period)) return `${period}-17`;
  return period.endsWith('-H1') ? `${period.slice(0, 4)}-06-14` : `${period}-12-14`;
}
