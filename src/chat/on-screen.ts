import type { Choice } from '../channels/channel.ts';
import { isQuestion } from '../language/question-form.ts';
import { beginsWithThanks } from '../language/small-talk.ts';
import { speaksOfSending } from '../language/time/sending-time.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayNoAnswerHere, sayStillUnfinished, sayStillWaits, sayThanked } from '../wording/router.ts';
import type { OpenDialog } from './dialog.ts';
import { SUBMIT } from './dialogs/draft.ts';
import type { Turn } from './turn.ts';

/** The choices on the screen, where they answer the dialog as it stands; null where others do, or none. */
function choicesOnScreen(turn: Turn): Choice[][] | null {
  const revision = turn.unfinished()?.revision;
  if (turn.chat.choices === null || revision === undefined) return null;
  const shown = JSON.parse(turn.chat.choices) as Choice[][];
  const [first, ...more] = shown.flat();
  // A question that was not answered may be passed on, beside them.
  const isOfDialog =
    first?.value.startsWith(`d:${revision}:`) === true &&
    more.every(({ value }) => value.startsWith(`d:${revision}:`) || value.startsWith('/'));
  return isOfDialog ? shown : null;
}

/**
 * What was typed is no answer: one line says so, with the choices that stand above already. `again` shows all of it, where something
 * else stands there.
 */
export function unclear(turn: Turn, typed: string, why: RichText, again: (problem: RichText) => void): void {
  const said = whyNot(typed, why);
  const choices = choicesOnScreen(turn);
  if (choices === null) return again(said);
  turn.say({ text: said, choices: underAnother(turn, choices), answer: 'pick' });
}

/** Why that is no answer: a question is called one. */
export function whyNot(typed: string, why: RichText): RichText {
  if (beginsWithThanks(typed)) return sayThanked();
  return isQuestion(typed) ? sayNoAnswerHere() : why;
}

/** The dialog of what goes out to many people: a short "ok" under another answer may be meant for that, and never sends it. */
export const ANNOUNCE = 'announce';

/** The choices of a notice, marked where its preview is not what was said last. */
function underAnother(turn: Turn, choices: Choice[][]): Choice[][] {
  if (turn.unfinished()?.kind !== ANNOUNCE) return choices;
  return choices.map((row) =>
    row.map((one) => (one.means === undefined ? one : { ...one, means: { ...one.means, isAside: true } })),
  );
}

/** Whether a yes is to the preview: it speaks of sending, or the preview's choices stand on the screen, and under no other answer. */
export function isPreviewMeant(turn: Turn, typed: string): boolean {
  if (speaksOfSending(typed)) return true;
  return (
    choicesOnScreen(turn)
      ?.flat()
      .some(({ means }) => means !== undefined && means.isAside !== true) === true
  );
}

/** After a question beside it: what the dialog waits for, in short. False where that stands nowhere on the screen. */
export function goOnShortly(turn: Turn, open: OpenDialog): boolean {
  if (open.awaits === 'value' || open.isBrief) {
    open.repeat();
    return true;
  }
  const choices = choicesOnScreen(turn);
  if (choices === null) return false;
  turn.say({ text: sayStillWaits(open.describe()), choices: underAnother(turn, choices), answer: 'pick' });
  return true;
}

/** What is in hand goes on after what was answered beside it. */
export function goOnAfter(turn: Turn, open: OpenDialog | null): void {
  if (open === null || open.isQuiet) return;
  if (open.goOn !== null) open.goOn();
  else if (!goOnShortly(turn, open)) turn.footer(sayStillUnfinished(open.describe(), open.kind === SUBMIT));
}
