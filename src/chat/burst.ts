import type { Incoming } from '../channels/channel.ts';
import { drawEmoticons } from '../language/emoticons.ts';
import { goesOn, joinParts, mayGoOn } from '../language/report/cut-text.ts';
import type { WaitingUpdate } from '../store/inbound.ts';

/** The longest between two parts of a text, by the platform's own time where it has one. */
const APART_MS = 10_000;

/** Updates of a chat that were one thing when they were sent: an album, pictures in a row, a text that the app cut. */
export interface Burst {
  /** Never empty; in the order they came. */
  updates: readonly [WaitingUpdate, ...WaitingUpdate[]];
  /** Whether more of it may be on its way. */
  isOpen: boolean;
}

/** What belongs to the update that waits longest. `cutsAt`: where the apps of this platform cut a text; null: never. */
export function burstOf([first, ...later]: readonly WaitingUpdate[], cutsAt: number | null): Burst | null {
  if (first === undefined) return null;
  const updates: Burst['updates'] = [first];
  let last = first;
  const more: WaitingUpdate[] = [];
  for (const next of later) {
    if (!belongs(last, next, cutsAt)) return { updates: [first, ...more], isOpen: false };
    more.push(next);
    last = next;
  }
  return { updates: [...updates, ...more], isOpen: mayBeFollowed(last.payload, cutsAt) };
}

/** Whether it may be the beginning of something that comes in several messages. Of all else nothing is waited for. */
export function mayBeFollowed(incoming: Incoming, cutsAt: number | null): boolean {
  if (incoming.album !== undefined) return true;
  return cutsAt !== null && isWords(incoming) && mayGoOn(incoming.text, cutsAt);
}

function belongs(last: WaitingUpdate, next: WaitingUpdate, cutsAt: number | null): boolean {
  if (last.payload.sender !== next.payload.sender) return false;
  if (last.payload.album !== undefined) return last.payload.album === next.payload.album;
  if (cutsAt === null || !isWords(last.payload) || !isWords(next.payload)) return false;
  if (next.payload.text.startsWith('/') || timeOf(next) - timeOf(last) > APART_MS) return false;
  return goesOn(last.payload.text, next.payload.text, cutsAt);
}

function isWords({ picked, files, unsupported, text }: Incoming): boolean {
  return !picked && !unsupported && files.length === 0 && text !== '';
}

function timeOf({ payload, receivedAt }: WaitingUpdate): number {
  return payload.sentAt ?? receivedAt;
}

/** The one message it was: all its words and files, from when the first part came. Emoticons are drawn only here: the app cut the text with their codes in it. */
export function joined({ updates }: Burst, cutsAt: number | null): Incoming {
  const [{ payload: first }] = updates;
  if (updates.length === 1) return first.picked ? first : { ...first, text: drawEmoticons(first.text) };
  const texts = updates.map(({ payload }) => payload.text).filter((text) => text !== '');
  const isAlbum = first.album !== undefined;
  const text = isAlbum || cutsAt === null ? texts.join('\n') : joinParts(texts, cutsAt);
  return { ...first, text: drawEmoticons(text), files: updates.flatMap(({ payload }) => payload.files) };
}
