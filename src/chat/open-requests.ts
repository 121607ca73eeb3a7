import { openExtensionRequests } from '../actions/ask-extension.ts';
import { isAllowed } from '../domain/access.ts';
import { saysAgreed } from '../language/small-talk.ts';
import { sayAgreedToWhat } from '../wording/about-order.ts';
import type { Turn } from './turn.ts';

/** "Đồng ý" out of the blue, while units wait for an answer: it is asked what to, and never passed over in silence. */
export function askAgreedToWhat(turn: Turn, text: string): boolean {
  if (!saysAgreed(text) || !isAllowed(turn.memberships, 'extend')) return false;
  const open = openExtensionRequests(turn.desk, turn.now);
  if (open.length === 0) return false;
  turn.say(sayAgreedToWhat(open));
  return true;
}
