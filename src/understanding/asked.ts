import { saysHandedOn } from '../language/desk/sent-words.ts';
import { fold } from '../language/fold.ts';
import { isQuestion } from '../language/question-form.ts';
import type { SpokenIntent } from './intents.ts';
import type { SentenceMeaning } from './sentence.ts';
import { readSentence } from './sentence.ts';

/** A command, and what of the sentence goes along: the words as typed, the report and unit it names, the unit alone, or nothing. */
interface Answer {
  command: string;
  takes: 'text' | 'names' | 'unit' | 'period' | 'nothing';
}

/** What answers each intent. */
const ANSWERED_BY: Readonly<Partial<Record<SpokenIntent, Answer>>> = {
  gapnguoi: { command: 'gapnguoi', takes: 'text' },
  nhamnguoi: { command: 'nhamnguoi', takes: 'text' },
  xingiahan: { command: 'xingiahan', takes: 'text' },
  han: { command: 'nhiemvu', takes: 'unit' },
  nhiemvu: { command: 'nhiemvu', takes: 'text' },
  lich: { command: 'lich', takes: 'nothing' },
  danhan: { command: 'danhan', takes: 'nothing' },
  daguivanban: { command: 'daguivanban', takes: 'names' },
  lichsu: { command: 'lichsu', takes: 'unit' },
  visao: { command: 'visao', takes: 'unit' },
  aichuanop: { command: 'tonghop', takes: 'names' },
  tonghop: { command: 'tonghop', takes: 'names' },
  nop: { command: 'nop', takes: 'names' },
  nhac: { command: 'nhac', takes: 'text' },
  dondoc: { command: 'dondoc', takes: 'text' },
  duyet: { command: 'duyet', takes: 'period' },
  giahan: { command: 'giahan', takes: 'text' },
  mien: { command: 'mien', takes: 'text' },
  nopthay: { command: 'nopthay', takes: 'text' },
  xuat: { command: 'xuat', takes: 'text' },
  giao: { command: 'giao', takes: 'text' },
  vuongmac: { command: 'vuongmac', takes: 'text' },
  tailieu: { command: 'tailieu', takes: 'text' },
  bang: { command: 'bang', takes: 'nothing' },
  donvi: { command: 'donvi', takes: 'unit' },
  toi: { command: 'toi', takes: 'nothing' },
  moi: { command: 'moi', takes: 'unit' },
  huy: { command: 'huy', takes: 'nothing' },
  trogiup: { command: 'trogiup', takes: 'nothing' },
};

/** A sentence that asks for something, and what answers it; null where there is none. */
export interface Asked extends SentenceMeaning {
  answer: Answer | null;
}

/**
 * What a sentence asks for, and the command that answers it; null where it asks for nothing known. `known` names the commands there
 * are, `usable` those of this person: one that is not theirs answers with a refusal.
 */
export function readAsked(text: string, known: ReadonlySet<string>, usable: ReadonlySet<string>): Asked | null {
  const read = readSentence(text, (intent) => !OF_THE_PROVINCE.has(intent) || usable.has(intent));
  // Who coordinates and reports for no unit hands on what was compiled.
  if (usable.has('xuat') && !usable.has('nop') && saysHandedOn(text))
    return { intent: 'xuat', isSure: true, others: [], answer: { command: 'xuat', takes: 'text' } };
  if (read === null) return null;
  const meaning = forWhom(read, usable);
  const answer = ANSWERED_BY[meaning.intent];
  return { ...meaning, answer: answer !== undefined && known.has(answer.command) ? answer : null };
}

/** Orders of whoever looks after all units: the same words of anybody else ("bc tháng này", "trả lại") mean something of their own. */
const OF_THE_PROVINCE = new Set<SpokenIntent>(
  'xuat tonghop duyet bang mien nopthay dondoc thongbao'.split(' ') as SpokenIntent[],
);

/** "Gia hạn đến 20/11 giúp em": whoever cannot extend asks for it; whoever can, does. */
function forWhom(read: SentenceMeaning, usable: ReadonlySet<string>): SentenceMeaning {
  const mayExtend = usable.has('giahan');
  if (read.intent === 'giahan' && usable.has('nop') && !mayExtend) return { ...read, intent: 'xingiahan' };
  if (read.intent === 'xingiahan' && mayExtend) return { ...read, intent: 'giahan' };
  // "Ai phụ trách?" of whoever has no list of units: whom to ask.
  if (read.intent === 'donvi' && !usable.has('donvi')) return { ...read, intent: 'gapnguoi' };
  // Who reports for no unit asks about somebody else's.
  if (read.intent === 'danhan' && !usable.has('nop')) return { ...read, intent: 'lichsu' };
  return read;
}

/** What a sentence that begins with a command's name may mean instead: "nộp muộn được không", "nhắc gì mà nhắc hoài". */
const INSTEAD = new Set<SpokenIntent>(
  'han lich danhan daguivanban xingiahan aichuanop nhamnguoi gapnguoi visao trogiup'.split(' ') as SpokenIntent[],
);

/** Whether the sentence weighs more than the command's name it begins with; values never make a sentence. */
export function outweighs(asked: Asked, command: { name: string; args: string }): boolean {
  if (!asked.isSure || asked.answer === null || command.args === '' || /[=:]/u.test(command.args)) return false;
  return INSTEAD.has(asked.intent) && asked.answer.command !== command.name;
}

/** Answered in the middle of something else, which goes on afterwards. At a menu, fewer: what is left may choose from it in words. */
const ASIDE = new Set<SpokenIntent>(['han', 'lich', 'danhan', 'visao', 'trogiup', 'gapnguoi']);
const ASIDE_OF_A_FORM = new Set<SpokenIntent>([
  'nhiemvu',
  'lichsu',
  'aichuanop',
  'tonghop',
  'tailieu',
  'xingiahan',
  'daguivanban',
]);

/** "Ai chưa nộp?" asks; "các huyện chưa nộp" may answer whom something is for. */
const ASKS =
  /^(?:(?:da|vang|em|chi|anh|toi|minh|bot|oi|the|vay|con|hien|co|cho|xin|muon|hoi|chut) )*(?:ai|nhung ai|bao nhieu|may don vi|don vi nao|nhung don vi nao|huyen nao|so nao)\b|\?$/u;

/** Answered by telling; the others have something to be chosen below the answer. */
export function isOnlyTold(intent: SpokenIntent): boolean {
  return intent !== 'xingiahan' && intent !== 'daguivanban';
}

const LONGEST_QUESTION = 80;

/** "Mẫu ở đâu", "cho em xin mẫu": the form of the report in hand. */
export function asksForForm(text: string): boolean {
  const folded = fold(text);
  if (folded.length > LONGEST_QUESTION || /[:=]/u.test(folded)) return false;
  return /\b(?:bieu mau|mau|form|phieu)\b/u.test(folded) && (isQuestion(text) || WANTS_FORM.test(folded));
}

const WANTS_FORM =
  /^(?:(?:da|vang|em|e|chi|anh|a|bot|oi) )*(?:cho|xin|gui|lay|can|tim|mo|xem)\b.{0,20}\b(?:mau|form|phieu)\b.{0,20}$/;

/** Only looked up: where it is asked for in so many words, it is no answer to a menu either. */
const LOOKED_UP = new Set<SpokenIntent>(['nhiemvu', 'lichsu', 'tailieu', 'donvi', 'aichuanop', 'tonghop']);
const ASKS_FOR = /^(?:(?:da|vang|em|e|chi|anh|a|bot|oi|the|a) )*(?:cho|xin|gui|tim|lay|xem)\b/;

export function isQuestionAside(intent: SpokenIntent, ofReport: boolean, text: string): boolean {
  if (ASIDE.has(intent) || (ofReport && ASIDE_OF_A_FORM.has(intent))) return true;
  const folded = fold(text);
  return LOOKED_UP.has(intent) && (ASKS.test(folded) || isQuestion(text) || ASKS_FOR.test(folded));
}
