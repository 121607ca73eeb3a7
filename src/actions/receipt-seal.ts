import { createHmac } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import type { ReportContent } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';

/** What a receipt says, but for the figures. */
export interface SealedFacts {
  unit: string;
  obligation: string;
  period: string;
  version: number;
  /** How the report counts. */
  timeliness: Timeliness;
  /** The moment on it; sealed to the second. */
  at: Instant;
}

/** Crockford's base 32: no letter in it can be taken for another one, and I, L and O are read as 1, 1 and 0. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HOUR_SECONDS = 3600;
/** How many of the twelve letters stand for what: the hour, the second, the figures. */
const HOUR = 2;
const SECOND = 6;
const FIGURES = 4;

/**
 * `7KQ2-M4XP-9TRW`: 60 bits of HMAC-SHA-256 that only this bot can make. The first 40 vouch for unit, obligation, period, version,
 * standing and second, the last 20 for the figures along with them. So the code alone proves when a report came, and figures are
 * checked where somebody shows them. Two letters go by the hour, so that the second is found without trying each one of a month.
 */
export function sealReceipt(key: string, facts: SealedFacts, report: ReportContent): string {
  const second = Math.floor(facts.at / 1000);
  const hour = Math.floor(second / HOUR_SECONDS);
  const letters = sealOf(key, facts, 'hour', hour, HOUR) + sealOf(key, facts, 'second', second, SECOND);
  const seal = letters + sealOf(key, facts, figuresOf(report), second, FIGURES);
  return seal.replace(/(.{4})(?=.)/gu, '$1-');
}

/** The second within that stretch (both ends counted) that the seal vouches for, as an instant; null: there is none. */
export function openSeal(
  key: string,
  facts: Omit<SealedFacts, 'at'>,
  seal: string,
  within: { from: Instant; to: Instant },
): Instant | null {
  const letters = seal.replaceAll('-', '');
  const [from, to] = [Math.floor(within.from / 1000), Math.floor(within.to / 1000)];
  for (let hour = Math.floor(from / HOUR_SECONDS); hour * HOUR_SECONDS <= to; hour += 1) {
    if (sealOf(key, facts, 'hour', hour, HOUR) !== letters.slice(0, HOUR)) continue;
    const last = Math.min(to, hour * HOUR_SECONDS + HOUR_SECONDS - 1);
    for (let second = Math.max(from, hour * HOUR_SECONDS); second <= last; second += 1) {
      if (sealOf(key, facts, 'second', second, SECOND) === letters.slice(HOUR, HOUR + SECOND)) return second * 1000;
    }
  }
  return null;
}

/**
 * The code without the letters that vouch for the figures. Where nobody showed the figures no more than this is proven: the rest may be
 * anything, so only this is kept.
 */
export function provenPart(receipt: string): string {
  return receipt.replace(/-[^-]{4}$/u, '');
}

/** Whether these are the figures that were received with it. Texts are not sealed. */
export function hasFigures(key: string, facts: SealedFacts, seal: string, report: ReportContent): boolean {
  const letters = seal.replaceAll('-', '').slice(HOUR + SECOND);
  return sealOf(key, facts, figuresOf(report), Math.floor(facts.at / 1000), FIGURES) === letters;
}

function figuresOf({ nothingToReport, values }: ReportContent): string {
  if (nothingToReport) return 'nothing';
  const figures = Object.entries(values).filter(([, value]) => typeof value === 'number');
  return JSON.stringify(figures.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sealOf(key: string, facts: Omit<SealedFacts, 'at'>, what: string, time: number, count: number): string {
  const { unit, obligation, period, version, timeliness } = facts;
  const digest = createHmac('sha256', key)
    .update(JSON.stringify([what, time, unit, obligation, period, version, timeliness]))
    .digest();
  let bits = digest.readBigUInt64BE(0);
  let letters = '';
  for (let index = 0; index < count; index += 1) {
    letters += LETTERS[Number(bits & 31n)];
    bits >>= 5n;
  }
  return letters;
}
