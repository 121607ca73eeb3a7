import { createHash, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest } from './channel.ts';

/** What a call brings under that name, whatever the case it is spelt in. */
export function headerOf({ headers }: Pick<WebhookRequest, 'headers'>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Takes the same time for every wrong secret. */
export function isSameSecret(given: string | undefined, secret: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
