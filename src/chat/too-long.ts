import { sayTooLong } from '../wording/router.ts';
import { isHushed } from './limits.ts';
import type { Turn } from './turn.ts';

/** In characters. Telegram delivers 4,096 at once, Zalo 2,000; the rest is room for parts that were joined, and for the rehearsal room. */
const LONGEST_TEXT = 20_000;

/** Answers a text that is too long to be read, and says whether it was one. What is in hand stays as it is. */
export function refuseTooLong(turn: Turn): boolean {
  if (turn.text.length <= LONGEST_TEXT) return false;
  if (isHushed(turn, 'other')) return true;
  turn.say(sayTooLong(LONGEST_TEXT, turn.unfinished() !== null));
  return true;
}
