import type { Dice } from './seeded-random.ts';

/** How a platform behaves for a while. */
export const MOODS = ['fair', 'dark', 'hanging', 'html', 'throttling', 'busy', 'deaf', 'unauthorised'] as const;
/**
 * dark: refuses every connection; hanging: no answer, the message perhaps taken; html: a proxy's page instead of an answer,
 * nothing taken, which the bot cannot know; throttling: 429 to everything; busy: slow, and every fourth call is a well-formed 5xx; deaf: sends work, updates do not come.
 */
export type Mood = (typeof MOODS)[number];

interface Spell {
  from: number;
  until: number;
  mood: Mood;
}

export interface Weather {
  moodAt(instant: number): Mood;
  /** Since when it has been fair without a break; null while it is not. */
  fairSince(instant: number): number | null;
  /** Whether any of these moods reigned for that long in that stretch. */
  hadIn(from: number, until: number, atLeastMs: number): boolean;
  spells(): readonly Spell[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MEAN_MS: Readonly<Record<Exclude<Mood, 'fair'>, number>> = {
  dark: 3 * HOUR,
  hanging: 20 * MINUTE,
  html: 30 * MINUTE,
  throttling: 10 * MINUTE,
  busy: 2 * HOUR,
  deaf: 2 * HOUR,
  unauthorised: 2 * HOUR,
};
const KINDS = ['dark', 'hanging', 'hanging', 'html', 'throttling', 'throttling', 'busy', 'busy', 'deaf'] as const;

/** Fair for ten days on average, then something for minutes or hours; twice a year dark for days. */
export function createWeather(dice: Dice, start: number, end: number, roughness: number): Weather {
  const spells: Spell[] = [];
  for (let at = start; roughness > 0; ) {
    at += (HOUR + dice.spread(10 * 24 * HOUR)) / roughness;
    if (at >= end) break;
    const mood: Mood = dice.chance(0.03) ? 'unauthorised' : dice.pick(KINDS);
    const forDays = mood === 'dark' && dice.chance(0.25);
    const lasts = forDays ? dice.between(1, 4) * 24 * HOUR : MINUTE + dice.spread(MEAN_MS[mood as 'dark']);
    spells.push({ from: at, until: at + lasts, mood });
    at += lasts;
  }
  let last = 0;
  const find = (instant: number): number => {
    if ((spells[last - 1]?.until ?? 0) > instant) last = 0;
    while ((spells[last]?.until ?? Number.POSITIVE_INFINITY) <= instant) last += 1;
    return last;
  };
  return {
    moodAt(instant) {
      const spell = spells[find(instant)];
      return spell !== undefined && spell.from <= instant ? spell.mood : 'fair';
    },
    fairSince(instant) {
      const index = find(instant);
      const spell = spells[index];
      if (spell !== undefined && spell.from <= instant) return null;
      return spells[index - 1]?.until ?? start;
    },
    hadIn(from, until, atLeastMs) {
      const total = spells.reduce(
        (sum, one) => sum + Math.max(0, Math.min(until, one.until) - Math.max(from, one.from)),
        0,
      );
      return total >= atLeastMs;
    },
    spells: () => spells,
  };
}
