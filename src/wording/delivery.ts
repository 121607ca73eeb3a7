import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

/** Marks a text that perhaps arrived before. */
export function markRepeated(text: RichText): RichText {
  return say`(Gửi lại, phòng khi tin trước chưa đến)\n${text}`;
}
