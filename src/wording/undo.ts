import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { join, say } from './rich-text.ts';
import { sayTime } from './when.ts';

/** The way back from what was just done: its number, and until when. */
export interface UndoOffer {
  id: number;
  until: number;
  zone: string;
}

/** An answer with "Hoàn tác" under it, after whatever else may be chosen there. */
export function withUndo(message: Outgoing | RichText, { id, until, zone }: UndoOffer): Outgoing {
  const { text, choices = [], ...rest } = 'text' in message ? message : { text: message };
  return {
    answer: 'pick',
    ...rest,
    text: join([text, say`Lỡ tay? Chọn “${UNDO}” trước ${sayTime(until, zone)}.`], '\n\n'),
    choices: [...choices, [{ label: UNDO, value: `/hoantac ${id}`, means: { words: ['undo', 'lỡ tay', 'làm lại'] } }]],
  };
}

const UNDO = 'Hoàn tác';
