import { expect, it } from 'vitest';
import { TELEGRAM } from '../../src/channels/telegram/card.ts';
import { createPace } from '../../src/delivery/pace.ts';

const SECONDS = 60;

/** Sends as fast as the pace allows, each message arriving somewhere within the time until its answer; gives the arrivals. */
function arrivals(latencyMs: (sent: number) => number): number[] {
  const pace = createPace(TELEGRAM.pace(null));
  const arrived: number[] = [];
  const answers: { takenAt: number; at: number }[] = [];
  for (let wire = 1; wire <= SECONDS * 1000; wire += 1) {
    for (const answer of answers.filter(({ at }) => at === wire)) pace.heard(answer.takenAt, wire);
    while (pace.take(arrived.length, false, wire) === 0) {
      const latency = latencyMs(arrived.length);
      arrived.push(wire + latency / 2);
      answers.push({ takenAt: wire, at: wire + latency });
    }
  }
  return arrived.sort((a, b) => a - b);
}

function busiestSecond(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
}

const LATENCIES: readonly [string, (sent: number) => number][] = [
  ['a near platform', () => 4],
  ['a far platform', () => 200],
  ['a slow start', (sent) => (sent < 30 ? 80 : 4)],
  ['uneven ways', (sent) => 40 + ((sent * 7919) % 60)],
];

it.each(LATENCIES)('never gives the platform more than 30 messages in a second: %s', (_, latencyMs) => {
  const arrived = arrivals(latencyMs);
  expect(busiestSecond(arrived)).toBeLessThanOrEqual(30);
  expect(arrived.length).toBeGreaterThan(SECONDS * 30 * 0.93);
});
