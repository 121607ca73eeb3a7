import { clausesWithFigures } from '../language/change/after-sending.ts';
import { withoutDocumentNumber } from '../language/document/document-number.ts';
import { isQuestion } from '../language/question-form.ts';
import { hasFigures } from '../language/told/told-figures.ts';
import { type Asked, readAsked } from './asked.ts';
import type { CommandAct, Situation } from './meaning.ts';
import { isAhead, namesIn, readsFigures } from './named-in.ts';
import { isHeldBack, meantOf } from './order-stance.ts';

/** What a text asks for of this person; null also where it only sounds so, or holds back what it names. */
export function askedIn(text: string, situation: Situation): Asked | null {
  const { commands } = situation;
  const usable = commands.filter(({ isUsable }) => isUsable).map(({ name }) => name);
  const asked = readAsked(
    withoutDocumentNumber(meantOf(text)),
    new Set(commands.map(({ name }) => name)),
    new Set(usable),
  );
  if (asked === null) return null;
  const tells =
    asked.intent === 'tailieu' || (situation.maySubmit && TOLD_BESIDE.has(asked.intent) && !isQuestion(text));
  const isRead = (words: string): boolean => readsFigures(words, situation);
  if (tells && hasFigures(text) && (isRead(text) || isRead(clausesWithFigures(text)))) return null;
  return asked.answer !== null && isHeldBack(text, asked.answer.command) ? null : asked;
}

/**
 * What words around the figures of a report seem to ask for: "20 áp phích" is no material, "nhầm rồi, có 1 hội nghị" no wrong person, "vừa gửi rồi mà quên 8 triệu"
 * no question after it. Figures of the form are for the report.
 */
const TOLD_BESIDE: ReadonlySet<string> = new Set('nhamnguoi danhan lichsu toi trogiup donvi moi huy'.split(' '));

/** The command that answers a sentence, with what of the sentence it takes. */
export function actFor(
  { command, takes }: NonNullable<Asked['answer']>,
  text: string,
  situation: Situation,
): CommandAct {
  const { period, unit } = namesIn(text, situation);
  // What it tells is for the report: what cannot be read of it is named there.
  if (command === 'nop' && hasFigures(text)) return { do: 'command', name: command, args: text };
  // What is not open yet stands in the timetable alone.
  if (command === 'nhiemvu' && takes === 'unit' && period !== null && isAhead(period, situation.today))
    return { do: 'command', name: 'lich', args: period };
  const names = [period, unit].filter((one) => one !== null).join(' ');
  const args = { text, names, unit: unit ?? '', period: period ?? '', nothing: '' }[takes];
  return { do: 'command', name: command, args };
}
