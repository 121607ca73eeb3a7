import { describe, expect, it } from 'vitest';
import { countedMoment, HELD_MS, READING_MS } from '../../src/domain/counted-moment.ts';

const RECEIVED = Date.parse('2026-11-18T00:10:00+07:00');
const MINUTE = 60_000;

describe('the moment a report counts from', () => {
  it.each([
    ['the platform says when', RECEIVED - 20 * MINUTE, RECEIVED - 20 * MINUTE],
    ['nothing says when', null, RECEIVED],
    ['it was received in the moment it was said', RECEIVED, RECEIVED],
    ['the platform says a moment to come', RECEIVED + 1, RECEIVED],
    ['the platform says a year to come', RECEIVED + 365 * HELD_MS, RECEIVED],
    ['a platform could just have held it', RECEIVED - HELD_MS, RECEIVED - HELD_MS],
    ['no platform could have held it', RECEIVED - HELD_MS - 1, RECEIVED],
    ['the stamp is of 1970', 1000, RECEIVED],
    ['the stamp is no number', Number.NaN, RECEIVED],
  ])('when %s', (_, saidAt, counted) => {
    expect(countedMoment(saidAt, RECEIVED)).toBe(counted);
  });

  it('takes a closer bound, as for a preview that was only to be read', () => {
    expect(countedMoment(RECEIVED - READING_MS, RECEIVED, READING_MS)).toBe(RECEIVED - READING_MS);
    expect(countedMoment(RECEIVED - READING_MS - 1, RECEIVED, READING_MS)).toBe(RECEIVED);
  });
});
