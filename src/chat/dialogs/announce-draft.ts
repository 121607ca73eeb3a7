import { z } from 'zod';
import type { Audience, Recipients } from '../../actions/announce.ts';
import { recipientsOf } from '../../actions/announce.ts';
import { previewNotice } from '../../actions/notice-preview.ts';
import { readAmend } from '../../understanding/amend-units.ts';
import type { PreviewWord } from '../../understanding/preview-word.ts';
import { orderBehind, readPreviewWord, replacedIn } from '../../understanding/preview-word.ts';
import { asksOfPreview } from '../../understanding/said-of-open.ts';
import { NOTICE_AMENDED } from '../../wording/notice-amend.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { audienceSchema } from '../audience-choices.ts';
import type { Awaits } from '../dialog.ts';
import { unitName, unitsToday } from '../look-up.ts';
import { namedAudience } from '../named-audience.ts';
import type { Turn } from '../turn.ts';
import { without } from './announce-opening.ts';

export const contentSchema = z.object({
  stage: z.enum(['audience', 'units', 'text', 'time', 'confirm', 'again']),
  audience: z.nullable(audienceSchema),
  text: z.string(),
  file: z
    .object({ id: z.number(), name: z.string(), mediaType: z.string(), size: z.number() })
    .nullable()
    .default(null),
  wantsReceipt: z.boolean().default(false),
  sendAt: z.number().nullable().default(null),
  /** Words in which an order to the bot was seen, and that are to go out as they stand all the same. */
  kept: z.string().default(''),
});
export type NoticeDraft = z.infer<typeof contentSchema>;

/** Nothing said yet: whom it is for is asked first. */
export const EMPTY: NoticeDraft = {
  stage: 'audience',
  audience: null,
  text: '',
  file: null,
  wantsReceipt: false,
  sendAt: null,
  kept: '',
};

export const AWAITS: Readonly<Record<NoticeDraft['stage'], Awaits>> = {
  audience: 'choice',
  units: 'text',
  text: 'value',
  time: 'value',
  confirm: 'choice',
  again: 'choice',
};

/** With the file of this turn, if there is one. */
export function withFile(turn: Turn, content: NoticeDraft): NoticeDraft {
  const last = turn.files.at(-1);
  if (last === undefined) return content;
  const { file: id, name, mediaType, size } = last;
  return { ...content, file: { id, name, mediaType, size } };
}

/** The preview: the words, whom they go to and how each app shows them. */
export function sayWhole(turn: Turn, { audience, ...rest }: NoticeDraft, recipients: Recipients): RichText {
  if (audience === null || turn.person === null) return [];
  return previewNotice(turn.desk, { person: turn.person, at: turn.now }, { audience, ...rest }, recipients);
}

/** An order to the bot behind the words of a notice, as long as nobody said that it is part of them. */
export function orderIn(turn: Turn, { text, kept }: NoticeDraft): ReturnType<typeof orderBehind> {
  return text === kept ? null : orderBehind(text, unitsToday(turn));
}

/** A notice after what was said of it at its preview: changed, shown, or left as it is, with the reason. */
export interface Amended {
  next: NoticeDraft;
  problem: RichText;
  /** The receivers are to be shown. */
  lists: boolean;
  /** When it is to go, in words. */
  time: string | null;
}

/** What words at the preview change: whatever its buttons do, and who is left out or taken in. Null where they say nothing of it. */
export function amendNotice(turn: Turn, content: NoticeDraft, text: string): Amended | null {
  const as = (next: NoticeDraft, problem: RichText = []): Amended => ({ next, problem, lists: false, time: null });
  const asked = asksOfPreview(text, 'thongbao', unitsToday(turn));
  if (asked !== null) return { ...as(content), lists: asked === 'whom' };
  const units = readAmend(text, unitsToday(turn));
  if (units !== null && units.add.length > 0 && content.audience?.people !== undefined)
    return as(content, NOTICE_AMENDED.onePerson);
  if (units !== null && content.audience !== null) {
    const audience = amended(turn, content.audience, units);
    const { people, withoutPeople } = recipientsOf(turn.desk, audience, turn.now);
    if (people.length === 0) return as(content, NOTICE_AMENDED.nobodyLeft);
    const none = units.add.filter((code) => withoutPeople.includes(code)).map((code) => unitName(turn, code));
    return as({ ...content, audience }, none.length === 0 ? [] : NOTICE_AMENDED.nobodyThere(none));
  }
  const word = readPreviewWord(text);
  if (word === null) return null;
  if (word.do === 'list') return { ...as(content), lists: true };
  if (word.do === 'time') return { ...as(content), time: word.words };
  return changedBy(turn, { ...content, stage: 'confirm' }, word, as);
}

function changedBy(
  turn: Turn,
  content: NoticeDraft,
  word: Exclude<PreviewWord, { do: 'list' | 'time' }>,
  as: (next: NoticeDraft, problem?: RichText) => Amended,
): Amended {
  const { text } = content;
  switch (word.do) {
    case 'add':
      return as({ ...content, text: `${text}${/[.!?…]$/u.test(text) ? '' : '.'} ${word.words}` });
    case 'rewrite':
      return as({ ...content, text: word.words });
    case 'replace': {
      const next = replacedIn(text, word.from, word.to);
      return next === null ? as(content, NOTICE_AMENDED.noSuchPart(word.from)) : as({ ...content, text: next });
    }
    case 'edit':
      return as({ ...content, stage: 'text' });
    case 'receipt':
    case 'no-receipt':
      return as({ ...content, wantsReceipt: word.do === 'receipt' });
    case 'now':
      return as({ ...content, sendAt: null });
    case 'audience': {
      if (word.words === '') return as({ ...content, stage: 'audience' });
      const named = namedAudience(turn, word.words);
      return 'problem' in named ? as(content, named.problem) : as({ ...content, audience: named.audience });
    }
  }
}

/** The same receivers without some units, and with others beside: then they are the units they are by now, each by its code. */
function amended(turn: Turn, audience: Audience, { drop, add }: { drop: string[]; add: string[] }): Audience {
  if (add.length === 0) return without(audience, drop);
  const { units } = recipientsOf(turn.desk, audience, turn.now);
  const left = units.filter((code) => !drop.includes(code));
  const { roles } = audience;
  return { to: 'units', units: [...new Set([...left, ...add])], ...(roles === undefined ? {} : { roles }) };
}
