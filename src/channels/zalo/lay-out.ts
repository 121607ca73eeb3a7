import { listNumbered, listTypeable } from '../../wording/plain-choices.ts';
import { type RichText, spanText } from '../../wording/rich-text.ts';
import type { Outgoing } from '../channel.ts';
import { numberChoices } from '../number-choices.ts';
import { SendError } from '../send-error.ts';
import { splitText } from '../split-text.ts';
import { COMFORTABLE_TEXT, TEXT_LIMIT } from './platform-facts.ts';

/**
 * Lays a message out as plain texts the platform takes: one wherever possible, since each costs one of the month's
 * messages. The choices stand at the end of the last one. Throws SendError for what Zalo cannot take.
 */
export function layOut(message: Outgoing): string[] {
  const choices = layOutChoices(message);
  const whole = together(toPlain(message.text), choices);
  if (whole === '') throw new SendError('refused', 'a message without text');
  if (whole.length <= TEXT_LIMIT) return [whole];
  const parts = split(message.text, COMFORTABLE_TEXT);
  const last = parts.pop() ?? [];
  return [...parts.map(toPlain), ...withChoices(last, choices)];
}

/** Emphasis needs no signs; words to be copied that have lines of their own get them. */
export function toPlain(text: RichText): string {
  let plain = '';
  let afterBlock = false;
  for (const span of text) {
    const words = spanText(span);
    const isBlock = typeof span !== 'string' && 'code' in span && words.includes('\n');
    const ownLine = (isBlock || afterBlock) && plain !== '' && !plain.endsWith('\n') && !words.startsWith('\n');
    plain = ownLine ? `${plain.trimEnd()}\n${isBlock ? words : words.trimStart()}` : plain + words;
    afterBlock = isBlock;
  }
  return plain.trim();
}

function layOutChoices({ choices = [], answer = 'pick' }: Outgoing): string {
  if (answer === 'free') return listTypeable(choices.flat().map((choice) => choice.label));
  return listNumbered(numberChoices(choices).map(({ number, choice }) => ({ number, label: choice.label })));
}

/** The last part with its choices: in one message, or with the end of its words, or, if these do not fit, on their own. */
function withChoices(words: RichText, choices: string): string[] {
  const whole = together(toPlain(words), choices);
  if (whole.length <= TEXT_LIMIT) return [whole];
  for (const share of [0.6, 0.8, 0.95]) {
    const [head, tail, ...more] = split(words, Math.ceil(toPlain(words).length * share));
    if (!head || !tail || more.length > 0) continue;
    const end = together(toPlain(tail), choices);
    if (end.length <= TEXT_LIMIT) return [toPlain(head), end];
  }
  return [words, ...split([choices], COMFORTABLE_TEXT)].map(toPlain).filter((text) => text !== '');
}

function together(words: string, choices: string): string {
  return [words, choices].filter((text) => text !== '').join('\n\n');
}

function split(text: RichText, limit: number): RichText[] {
  return splitText(text, limit, (part) => toPlain(part).length);
}
