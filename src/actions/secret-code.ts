import { createHash } from 'node:crypto';
import type { Random } from './desk.ts';

/** Letters and digits that cannot be taken for one another, read aloud or handwritten. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 10;

/** The hash a code is kept as. Upper and lower case, blanks and hyphens make no difference. */
export function hashCode(code: string): string {
  return createHash('sha256').update(normaliseCode(code)).digest('hex');
}

function normaliseCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '');
}

/** A new code of ten letters. */
export function newCode(random: Random): string {
  // 248 = 8 x 31: bytes above it would favour the first letters.
  const letters: string[] = [];
  while (letters.length < CODE_LENGTH) {
    for (const byte of random.bytes(CODE_LENGTH)) {
      const letter = byte < LETTERS.length * 8 ? LETTERS[byte % LETTERS.length] : undefined;
      if (letter !== undefined && letters.length < CODE_LENGTH) letters.push(letter);
    }
  }
  return letters.join('');
}
