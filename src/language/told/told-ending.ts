import type { FormField } from '../../domain/report-form.ts';
import { madeOnce } from '../made-once.ts';
import type { FieldNames } from '../report/field-names.ts';
import { textTalkedOf } from '../report/talk-of-text.ts';
import { splitTalk } from '../report/to-bot.ts';
import * as words from './told-words.ts';

interface Ending {
  field: FormField;
  from: number;
  valueFrom: number;
}

/** "Kết quả tốt": what is thought of it, and no more. */
const JUDGED =
  /^ (?:(?:rat|kha|deu|dat|het suc|tuong doi) )*(?:tot|kha|cao|dat|on|hieu qua|tich cuc|kha quan|thiet thuc|dat yeu cau|dat ke hoach)(?: (?:dep|lam|a|nhe|em|yeu cau|ke hoach))*[.! ]*$/u;

/** A text named in the middle of the sentence, to its end. */
export function textEnding(names: FieldNames, folded: string): Ending | null {
  let best: Ending | null = null;
  for (const { field, name, shape } of textsNamed(names)) {
    const match = shape.exec(folded);
    if (match === null) continue;
    const behind = folded.slice(match.index + match[0].length);
    const lead = words.TEXT_BEGINS.exec(behind);
    const isLed = lead !== null && lead.index === 0;
    const isAsking = name === 'de nghi' && /[,;.]\s*$/u.test(folded.slice(0, match.index));
    const valueFrom = match.index + match[0].length + (isLed ? lead[0].length : 0);
    const isJudged = field.required && /^(?:ket qua|kq)/u.test(name) && JUDGED.test(behind);
    // "Kết quả 100% phường xã có …": a share, and what it is of.
    const isShare = field.required && /^\s+\d[\d.,]*\s?%/u.test(behind);
    const isBetter =
      best === null || match.index < best.from || (match.index === best.from && valueFrom > best.valueFrom);
    if ((isLed || isAsking || isJudged || isShare) && isBetter) best = { field, from: match.index, valueFrom };
  }
  return best;
}

/** Every name of every text of a form, and where it stands. */
const textsNamed = madeOnce((names: FieldNames): { field: FormField; name: string; shape: RegExp }[] =>
  names.fields
    .filter(({ kind }) => kind === 'text')
    .flatMap((field) =>
      names.namesOf(field).map((name) => ({
        field,
        name,
        shape: new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}])`, 'u'),
      })),
    ),
);

/** "…, kết quả có rồi, sếp đang cầm": who has the text is not the text. */
export function takeEnding(
  names: FieldNames,
  said: string,
  { field, from, valueFrom }: Ending,
  { values, unread }: { values: Record<string, number | string>; unread: string[] },
): void {
  const whole = said.slice(from).trim();
  const found = splitTalk(said.slice(valueFrom).trim(), !field.required);
  if (textTalkedOf(names, whole) !== null || found?.text === '') unread.push(whole);
  else {
    values[field.key] = found?.text ?? said.slice(valueFrom).trim();
    unread.push(...(found?.talk ?? []));
  }
}
