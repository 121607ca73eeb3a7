import { describe, expect, it } from 'vitest';
import { ageKeyOf, isAgeKey, recipientOf } from '../../src/age-key.ts';

/** One key and its public half; that age itself takes such a pair is shown in replicate.test.ts. */
const KEY = 'AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33';
const RECIPIENT = 'age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa';

describe('a key of age', () => {
  it('has its public half', () => {
    expect(isAgeKey(KEY)).toBe(true);
    expect(recipientOf(KEY)).toBe(RECIPIENT);
  });

  it('is made of any 32 bytes', () => {
    for (let byte = 0; byte < 256; byte += 17) {
      const key = ageKeyOf(Buffer.alloc(32, byte));
      expect(isAgeKey(key)).toBe(true);
      expect(recipientOf(key)).toMatch(/^age1[a-z0-9]{58}$/u);
    }
  });

  it('is refused with a letter mistyped, cut short, in small letters, or of another kind', () => {
    for (let at = 16; at < KEY.length; at++) {
      const other = KEY[at] === 'Q' ? 'P' : 'Q';
      expect(isAgeKey(`${KEY.slice(0, at)}${other}${KEY.slice(at + 1)}`), String(at)).toBe(false);
    }
    for (const wrong of ['', KEY.slice(0, -1), `${KEY}Q`, KEY.toLowerCase(), RECIPIENT, `${KEY} `])
      expect(isAgeKey(wrong), wrong).toBe(false);
  });
});
