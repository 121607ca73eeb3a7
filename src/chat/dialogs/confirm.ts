import type { z } from 'zod';
import { readReply } from '../../language/choice-word.ts';
import { fold } from '../../language/fold.ts';
import { saysSend } from '../../language/review-reply.ts';
import { holdsBack } from '../../understanding/order-stance.ts';
import { agreesTo } from '../../understanding/said-of-open.ts';
import { sayYesOrNo } from '../../wording/dialogs.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Dialog, Reply } from '../dialog.ts';
import { unclear } from '../on-screen.ts';
import type { Turn } from '../turn.ts';

/** What is asked, and what the two choices are called. */
export interface Question {
  text: RichText;
  yes: string;
  no: string;
  /** The choices stand beside each other instead of below. */
  beside?: boolean;
}

export interface ConfirmParts<Content> {
  kind: string;
  schema: z.ZodType<Content>;
  /** Null when there is nothing to confirm (any more): it has said why. */
  ask(turn: Turn, content: Content): Question | null;
  yes(turn: Turn, content: Content): void;
  no(turn: Turn): void;
  /** Other words that are a plain yes to just this; a thank-you is none then. */
  saysYes?: (text: string) => boolean;
  /** Its name in "Đã bỏ …". */
  what: string;
}

/** A dialog that asks one question and takes yes or no. */
export interface Confirm<Content> extends Dialog<Content> {
  begin(turn: Turn, content: Content): void;
}

const THANKS = /\b(?:cam on|thanks?|tks)\b/u;

/** Makes a yes-or-no conversation of its parts: one place that reads the answer, however it is said. */
export function defineConfirm<Content>({
  kind,
  schema,
  ask,
  yes,
  no,
  what,
  saysYes,
}: ConfirmParts<Content>): Confirm<Content> {
  function begin(turn: Turn, content: Content, problem: RichText = []): void {
    const question = ask(turn, content);
    if (question === null) return turn.finish();
    turn.keep(kind, content);
    const choices = [turn.choice(question.yes, 'yes'), turn.choice(question.no, 'no')];
    turn.say({
      text: join([problem, question.text], '\n\n'),
      choices: question.beside === true ? [choices] : choices.map((choice) => [choice]),
      answer: 'pick',
    });
  }
  return {
    kind,
    schema,
    begin,
    repeat: begin,
    awaits: () => 'choice',
    describe: () => what,
    answer(turn, content, reply) {
      const isThanks = saysYes !== undefined && THANKS.test(fold(reply.text));
      // "Gửi" is meant for a report that waits, and is no yes to anything else.
      const isOther = isThanks || (!reply.picked && saysSend(reply.text));
      const decision = !reply.picked && saysYes?.(reply.text) === true ? 'yes' : isOther ? null : decisionOf(reply);
      const again = (problem: RichText): void => begin(turn, content, problem);
      if (decision === null && reply.picked) return again([]);
      if (decision === null) return unclear(turn, reply.text, sayYesOrNo(reply.text), again);
      turn.finish();
      if (decision === 'yes') yes(turn, content);
      else no(turn);
    },
  };
}

/** Yes or no, picked or typed; null for anything else. "Bỏ", "thôi" are no. `about`: the command whose verb may be said along with a yes. */
export function decisionOf({ text, picked }: Reply, about: string | null = null): 'yes' | 'no' | null {
  if (!picked && agreesTo(text, about)) return 'yes';
  const word = picked ? text : readReply(text);
  if (word === 'yes') return 'yes';
  if (word === 'no' || word === 'cancel') return 'no';
  // "Thôi khoan, đừng nhắc vội."
  return !picked && word === null && holdsBack(text) ? 'no' : null;
}
