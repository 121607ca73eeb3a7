import { lower, tidy } from './fold.ts';
import { isQuestion } from './question-form.ts';
import { spelled } from './spelled.ts';

/** A longer text tells something. */
const LONGEST = 160;
const ADDRESS = spelled('ạ|à|ah|em|e|anh|chị|c|bạn|bot|ad|ơi|vậy|thế|v|z|hả|ha|nhỉ|nhể|đấy|đây|đó|rồi|nha|nhé');
const LEAD = spelled('mà|ủa|ơ|ô|thế|à|dạ|vâng|nhưng|em|e|anh|chị|cho hỏi|hỏi|bot ơi|ơ kìa');
/** "Sao 07 tin bài lại vào …": why what is there is there. */
const WHY = new RegExp(`^(?:${LEAD}[\\s,]+)*${spelled('sao|vì sao|tại sao|sao lại|làm sao|cớ sao')}(?!\\p{L})`, 'u');
const MANY = `(?<!${spelled('mười|mươi|chục|trăm|nghìn|hơn')}\\s)(?<!\\d\\s?)(?<!\\p{L})${spelled('mấy|bao nhiêu')}(?!\\p{L})`;
/** "3 đơn vị mấy người dự thế", "1 đội mấy người là được hả bot": the figure is no answer of its own. */
const HOW_MANY = new RegExp(
  `${MANY}(?:[^,;.?!\\n]*?(?:\\?|\\s${spelled('thế|vậy|hả|ha|nhỉ|là được|là đủ|thì được|thì đủ|mới đủ|mới được|là vừa')}(?!\\p{L})|(?<=\\s)[vz]$)|(?:\\s\\p{L}+){0,2})(?:[\\s,.!?]+${ADDRESS})*[\\s.!?]*$`,
  'u',
);
/** Figures told under their labels, before the question. */
const TOLD = /[:=]\s*\d|\d[^,;]*[,;][^,;]*\d/u;

/**
 * Whether a text with a figure asks: `all` of it, for another figure or why one is there, and nothing is told ("3 đơn vị mấy người dự thế"); or a `part` that
 * holds one, perhaps beside others that are told ("5 hội nghị, 1200 người có nhiều quá không"). "3 hội nghị, kinh phí không" tells.
 */
export function asksOfFigures(text: string): 'all' | 'part' | null {
  const said = lower(tidy(text)).trim();
  const isShort = said.length <= LONGEST && !said.includes('\n') && /\d/u.test(said);
  if (isShort && !TOLD.test(said) && (WHY.test(said) || HOW_MANY.test(said))) return 'all';
  return text.split(/[,;]\s/u).some((part) => /\d/u.test(part) && isQuestion(part)) ? 'part' : null;
}
