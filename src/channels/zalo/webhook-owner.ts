import { type Answer, type ApiFailure, inWords, isUnauthorised } from './api.ts';
import { NO_WEBHOOK } from './platform-facts.ts';
import { readOwnNames } from './read-update.ts';
import type { ReceiverParts } from './receiver.ts';

/** Why receiving cannot begin, in words for the operator, and how long to leave it at that. */
export interface Obstacle {
  reason: string;
  /** `retry`: try again soon, later each time. Otherwise the wait in ms. */
  waitMs: 'retry' | number;
}

/** Where the platform sends this bot's updates: '' when nowhere. `refused`: it answered, but would not say. */
export type WebhookState = { url: string } | { obstacle: Obstacle; refused: boolean };

/** Asks who the bot is (once, and without insisting) and where its updates go. */
export async function lookAtWebhook(parts: ReceiverParts, stop: AbortSignal): Promise<WebhookState> {
  const obstacle = await learnNames(parts, stop);
  if (obstacle) return { obstacle, refused: false };
  const answer = await parts.api.call('getWebhookInfo', {}, { limitMs: parts.timing.callLimitMs, stop });
  if (answer.ok) return { url: urlIn(answer.result) };
  const { failure } = answer;
  if (failure.cause === 'answer' && failure.code === NO_WEBHOOK) return { url: '' };
  return { obstacle: obstacleOf(failure, parts), refused: isRefusal(failure) };
}

/** A failed call as an obstacle. */
export function obstacleOf(failure: ApiFailure, { timing }: ReceiverParts): Obstacle {
  return { reason: inWords(failure), waitMs: isUnauthorised(failure) ? timing.unauthorisedMs : 'retry' };
}

/** What is in the way when the updates go to somebody else. Only the host is named: addresses may hold secrets. */
export function foreignWebhook(url: string, { timing }: ReceiverParts): Obstacle {
  const host = URL.canParse(url) ? new URL(url).host : 'an unreadable address';
  return {
    reason: `a webhook that is not ours is set (${host}); it is left alone unless taking it over is allowed`,
    waitMs: timing.webhookCheckMs,
  };
}

async function learnNames(parts: ReceiverParts, stop: AbortSignal): Promise<Obstacle | null> {
  if (parts.names.known) return null;
  const answer: Answer = await parts.api.call('getMe', {}, { limitMs: parts.timing.callLimitMs, stop });
  if (!answer.ok && !isRefusal(answer.failure)) return obstacleOf(answer.failure, parts);
  // Names are needed only to cut them off group messages: a platform that does not tell them still serves.
  if (answer.ok) parts.names.known = readOwnNames(answer.result);
  return null;
}

/** The platform itself said no, and neither for the token nor because it is unwell. */
export function isRefusal(failure: ApiFailure): boolean {
  return failure.cause === 'answer' && failure.code >= 400 && failure.code < 500 && !isUnauthorised(failure);
}

function urlIn(result: unknown): string {
  const known = typeof result === 'object' && result !== null && 'url' in result;
  return known && typeof result.url === 'string' ? result.url : '';
}
