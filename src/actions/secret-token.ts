import { createHash } from 'node:crypto';
import type { Random } from './desk.ts';

/** A secret for an address: 192 bits that nobody guesses. */
export function newToken(random: Random): string {
  return random.bytes(24).toString('base64url');
}

/** What the database keeps of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
