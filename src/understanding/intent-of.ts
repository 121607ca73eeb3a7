import { readReply } from '../language/choice-word.ts';
import { askedIn } from './asked-in.ts';
import type { Choosable } from './choice.ts';
import type { Act, Meaning, Situation } from './meaning.ts';
import { fieldsIn } from './named-in.ts';
import { intentOfQuestion } from './orders-inside.ts';
import { ASK, asksForFigures } from './side-act.ts';
import { ABOUT_ORDER } from './spoken-order.ts';
import { REMARK } from './spoken-own.ts';
import { suggestCommands } from './suggest.ts';

/** What most people come for is offered this many at a time. */
const OFFERED = 3;

/** What is meant, how surely, and what is offered where it is not sure. */
export type Intended = Pick<Meaning, 'intent' | 'confidence' | 'suggestions'>;

/** What a text is for, of which it is known what is to be done about it. */
export function intentOf(text: string, act: Act<Choosable>, situation: Situation): Intended {
  const sure = (intent: string) => ({ intent, confidence: 'sure', suggestions: [] }) as const;
  if (act.do === 'join') return sure('batdau');
  const saysNothing = readReply(text) === 'nothing';
  if (act.do === 'report') return sure(saysNothing ? 'khongphatsinh' : 'nop');
  const asked = text.startsWith('/') ? null : askedIn(text, situation);
  // It is about an order that is not given: nothing of the list is meant.
  if (act.do === 'command' && [ABOUT_ORDER, REMARK].includes(act.name))
    return sure(asked?.isSure === true && asked.intent === 'lichsu' ? 'lichsu' : 'khac');
  if (act.do === 'command' && act.name === ASK && asksForFigures(text, situation)) return sure('lichsu');
  if (act.do === 'command' && act.name === ASK) return sure(asked?.isSure === true ? asked.intent : 'khac');
  if (act.do === 'command' && act.name === 'dagui') return sure('lichsu');
  if (act.do === 'command' && act.name === 'tonghop' && act.args === text)
    return sure(intentOfQuestion(text, situation));
  if (act.do === 'command') {
    const isAnswer = asked?.answer?.command === act.name || (act.name === 'lich' && asked?.intent === 'han');
    return sure(asked?.isSure === true && isAnswer ? asked.intent : act.name);
  }
  if (saysNothing) return sure('khongphatsinh');
  if (act.do === 'nothing') return sure('camon');
  const { names, isFounded } = suggestedFor(text, situation);
  if (asked?.isSure === true) return { ...sure(asked.intent), suggestions: names };
  if (asked !== null)
    return { intent: asked.intent, confidence: 'unsure', suggestions: offered([asked.intent, ...asked.others], names) };
  // "Em nhầm, 15 tin": a figure of the form, and nothing that says what it is for.
  if (situation.maySubmit && Object.keys(fieldsIn(text, null, situation, '')).length > 0)
    return { intent: 'nop', confidence: 'unsure', suggestions: offered(['nop'], names) };
  // Of a longer text, words that look like a command's name say nothing.
  if (!isFounded || text.split(/\s+/u).length > 2) return { intent: 'khac', confidence: 'none', suggestions: names };
  return { intent: names[0] ?? 'khac', confidence: 'unsure', suggestions: names };
}

/** Commands whose names or words it resembles. */
export function suggestedFor(text: string, { commands }: Situation) {
  return suggestCommands(
    text,
    commands.filter((command) => command.isUsable),
    OFFERED,
  );
}

/** What may be meant, likeliest first; the rest is what resembles it. */
export function offered(meant: readonly string[], names: readonly string[]): string[] {
  return [...new Set([...meant, ...names])].slice(0, OFFERED);
}
