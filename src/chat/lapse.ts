import type { Choice } from '../channels/channel.ts';
import { parseOrdinal } from '../language/choice-word.ts';
import { fold } from '../language/fold.ts';
import { sayLapsed } from '../wording/router.ts';
import { SUBMIT } from './dialogs/draft.ts';
import { openDialog } from './dialogs/index.ts';
import { reviewDialog } from './dialogs/review.ts';
import type { Turn } from './turn.ts';

const LAPSES_MS = 12 * 3600_000;

/**
 * A question left open over a night is not answered by whatever is typed the next day: "ok" to another message would carry it out. Its
 * buttons, numbers and their very words still do; a report and the reports under review wait for as long as they did.
 */
export function lapse(turn: Turn, text: string): void {
  const open = openDialog(turn);
  if (open === null || open.awaits !== 'choice' || open.kind === SUBMIT || open.kind === reviewDialog.kind) return;
  const askedAt = turn.desk.store.dialogs.read(turn.chat.id)?.updatedAt ?? turn.now;
  if (turn.now - askedAt < LAPSES_MS || text.startsWith('/') || parseOrdinal(text) !== null || isLabel(turn, text))
    return;
  if (open.isWorthKeeping) turn.setAside();
  turn.finish();
  turn.say(sayLapsed(open.describe()));
}

function isLabel({ chat }: Turn, text: string): boolean {
  const shown = chat.choices === null ? [] : (JSON.parse(chat.choices) as Choice[][]).flat();
  return shown.some(({ label }) => fold(label) === fold(text));
}
