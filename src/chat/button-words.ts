import { fold } from '../language/fold.ts';

/** A button's words, or those with the number that stands in them; of one with a name in it nothing is known here. */
type Label = string | ((part: never) => unknown);

/**
 * The button whose words were typed, on whatever screen it stood; null where they are none's. Hazard: typed late, at a question for
 * words of one's own, they would be taken for the answer and told to the units.
 */
export function buttonTyped<Key extends string>(
  buttons: Readonly<Record<Key, Label | object>>,
  text: string,
): Key | null {
  const typed = counted(text);
  for (const key in buttons) {
    const label = buttons[key];
    const words = typeof label === 'function' ? (label as (part: unknown) => unknown)(0) : label;
    if (typeof words === 'string' && counted(words) === typed) return key;
  }
  return null;
}

/** Whatever number stands in it: "Duyệt 2 báo cáo còn lại". */
const counted = (words: string): string => fold(words).trim().replaceAll(/\d+/gu, '0');
