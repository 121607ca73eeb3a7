import type { Answered } from '../actions/answer-limit.ts';
import { tellOfLimit } from '../actions/answer-limit.ts';
import type { Choice } from '../channels/channel.ts';
import { readReply } from '../language/choice-word.ts';
import type { Act } from '../understanding/meaning.ts';
import { sayEnough } from '../wording/router.ts';
import type { Command } from './command.ts';
import type { DialogAnswer, Turn } from './turn.ts';

/** What an update asks for: the last word of what is in hand, the next step of it or a report, anything else. */
export type Asked = 'finish' | 'work' | 'other';

const GRANTED: Readonly<Record<Answered, readonly Asked[]>> = {
  all: ['finish', 'work', 'other'],
  work: ['finish', 'work'],
  finish: ['finish'],
  none: [],
};

/** Beside what hands a report in: leaving what is half done, and a person's rights over their own data. */
const ALWAYS_WORK: readonly string[] = ['huy', 'toi'];
const LAST_WORDS: readonly string[] = ['send', 'yes'];

/** Whether the chat has had all the answers of this kind that there are just now. It is told so once; then there is silence. */
export function isHushed(turn: Turn, asked: Asked): boolean {
  const { answered, limit } = turn.limit;
  if (limit === null || GRANTED[answered].includes(asked)) return false;
  if (!tellOfLimit(turn.desk, turn.chat, turn.limit)) return true;
  const isWorkOpen = answered === 'work';
  turn.say(sayEnough({ ...limit, isWorkOpen, isKept: turn.unfinished() !== null }, turn.desk.zone));
  return true;
}

/** What a text asks for. `command`: the one it is, if any. */
export function askedByText(act: Act<Choice>, command: Command | null, isInHand: boolean, text: string): Asked {
  if (command !== null) return command.needs === 'submit' || ALWAYS_WORK.includes(command.name) ? 'work' : 'other';
  if (act.do === 'report') return 'work';
  if (!isInHand || act.do === 'join') return 'other';
  return act.do === 'answer' && readReply(text) === 'yes' ? 'finish' : 'work';
}

/** What a choice of the dialog in hand asks for. */
export function askedByChoice({ answer }: DialogAnswer): Asked {
  return LAST_WORDS.includes(answer) ? 'finish' : 'work';
}
