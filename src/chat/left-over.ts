import { dayOf } from '../domain/calendar.ts';
import { isYes, parseOrdinal } from '../language/choice-word.ts';
import { isAcknowledgement } from '../language/small-talk.ts';
import { hasFigures } from '../language/told/told-figures.ts';
import { sayDropped, sayLeftOver } from '../wording/router.ts';
import type { OpenDialog } from './dialog.ts';
import { SUBMIT } from './dialogs/draft.ts';
import { pushAside } from './dialogs/index.ts';
import { draftInHand } from './dialogs/keep-draft.ts';
import { owedTasks } from './look-up.ts';
import { isOvernight } from './overnight.ts';
import type { Turn } from './turn.ts';

/** Has a text answer what is open, or stand by itself where that was left open on an earlier day; `take` does what it means. */
export function withLeftOver(
  turn: Turn,
  text: string,
  open: OpenDialog | null,
  take: (open: OpenDialog | null) => void,
) {
  const fate = open === null ? 'answers' : fateOf(turn, open, text);
  if (fate === 'shown') return;
  if (open === null || fate === 'answers') return take(open);
  const what = open.describe();
  const held = turn.unfinished();
  if (open.isWorthKeeping && held !== null) pushAside(turn, held);
  turn.finish();
  take(null);
  turn.footer(sayDropped(what, !open.isWorthKeeping ? 'none' : open.kind === SUBMIT ? 'report' : 'order'));
}

/**
 * A question of an earlier day is not what people have in mind any more: a bare "ok" has it shown again and does nothing, and other
 * words stand by themselves. A report goes on the next morning, but takes no figures of a round that was opened since.
 */
function fateOf(turn: Turn, open: OpenDialog, text: string): 'answers' | 'shown' | 'begins' {
  const since = turn.unfinished()?.since ?? turn.now;
  const { zone, store } = turn.desk;
  if (!isOvernight(turn) || turn.person === null || text.startsWith('/') || parseOrdinal(text) !== null)
    return 'answers';
  if (isYes(text) || isAcknowledgement(text)) {
    open.repeat(sayLeftOver(dayOf(since, zone)));
    store.dialogs.touch(turn.chat.id, turn.now);
    return 'shown';
  }
  if (open.kind !== SUBMIT) return 'begins';
  const draft = draftInHand(turn);
  if (draft === null || draft.stage === 'task') return 'begins';
  const isOpenedSince = owedTasks(turn, 'submit').some(({ id, openedAt }) => id !== draft.task && openedAt > since);
  return isOpenedSince && hasFigures(text) ? 'begins' : 'answers';
}
