import { fold, lower } from './fold.ts';
import { spelled } from './spelled.ts';

/** What is longer tells something, whatever it ends with. */
const LONGEST = 160;

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:k|ko|kh|hok|hong|hem|kg)\b/gu, 'khong'],
  [/\b(?:dc|dk)\b/gu, 'duoc'],
  [/\bbc\b/gu, 'bao cao'],
  [/\bhn\b/gu, 'hom nay'],
  [/\b(?:tg|thg) (?=\d)/gu, 'thang '],
  [/\b(?:bn|bnhieu)\b/gu, 'bao nhieu'],
  [/\b(?:ntn)\b/gu, 'the nao'],
  [/\b(?:bgio|bh|bao h)\b/gu, 'bao gio'],
  [/\bng du\b/gu, 'nguoi du'],
];

/** The words of a short text without marks, short forms written out, one blank between them. */
export function plainWords(text: string): string {
  const said = fold(text)
    .replace(/(?<=\d)[.,](?=\d)/gu, '_')
    .replace(/[.,;:!?~“”"'()…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return SHORT.reduce((words, [short, long]) => words.replace(short, long), said);
}

const ADDRESS =
  'ạ|ấy|nữa|à|ah|ak|em|e|anh|chị|c|cháu|bác|cô|chú|bạn|bot|ad|ơi|vậy|thế|v|z|vay|đây|đấy|nhỉ|nhể|hả|hở|ha|h|đó|nè|ta|chứ|cơ|dợ|zậy|zị|dạ|rồi|r|đi|nha';
const TO_WHOM = spelled(ADDRESS);
const TAIL = new RegExp(`(?:[\\s,.!?…]+${TO_WHOM})*[\\s,.!?…]*$`, 'u');
/** What a question ends with, whoever is spoken to behind it. With their marks: "đầu", "máy" and "chùa" ask for nothing. */
const ENDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${spelled(
    'không|chưa|gì|nào|sao|đâu|ai|mấy|bao nhiêu|thế nào|như nào|ra sao|bao giờ|khi nào|bao lâu|kiểu gì|phải không|được không',
  )}|k|ko|kh|hok|hông|hong|hem|khum|j|ntn|bn)$`,
  'u',
);
/** "A" without its mark is courtesy. */
const ASKS_AT_ONCE = /(?<!\p{L})(?:hả|ha|nhỉ|nhi|hở|à)[\s.!…]*$/u;
const LEAD = new RegExp(`^(?:${spelled('dạ|vâng|em|e|anh|chị|à|thì|thưa|tôi|mình')}\\s+)+`, 'u');
/** "Số cũ hay số mới", "tính theo danh sách hay điểm danh". */
const EITHER =
  /(?<!\p{L})(\p{L}+) \p{L}+ hay (?:là )?\1 |\d hay (?:là |la )?\d|(?<!\p{L})(?:tính|tinh|ghi|theo|lấy|đếm|dem|nộp|gửi)(?: \S+){1,5} hay (?!nhất|nhat|lắm|nên|được)\S/u;
/** "Vướng mắc: k" answers. */
const ANSWERS = /:\s*\S+(?:\s\S+)?$/u;
/** A no of one word, and what only hesitates. */
const BARE = new RegExp(`^${spelled('không|chưa|đâu|k|ko|kh|hok|hông|hong|hem|thế|vậy|ok')}$`, 'u');
const NOT = spelled('không|chưa|chẳng|chả|đâu có|k|ko|kh|hok|hông|hong|hem');
/** "Không có khó khăn gì", "ko tốn đồng nào": there is none of it, and nothing is asked. */
const NONE_OF_IT = new RegExp(
  `(?<![\\p{L}\\p{N}])${NOT}\\s(?:(?!${spelled('sao|thế nào|bao nhiêu|mấy')}(?!\\p{L})).)*${spelled('gì|nào|đâu|ai|mấy|sao')}$`,
  'u',
);
/** "Kinh phí cũng không": none of that either. */
const NONE_EITHER = new RegExp(`\\s${spelled('cũng')}\\s${spelled('không|chưa|k|ko')}(?:\\s${spelled('có')})?$`, 'u');
const INSIDE = new RegExp(
  `(?<![\\p{L}\\p{N}])${spelled(
    'báo mấy|bao mấy|có mấy|được mấy|nộp mấy|gửi mấy|là gì|là ai|bao nhiêu|mấy giờ|mấy ngày|mấy lần|mấy hôm|ngày mấy|thứ mấy|số mấy|ngày nào|tháng nào|kỳ nào|mục nào|khi nào|bao giờ|vì sao|tại sao|sao lại|thế nào|như nào|ở đâu|vào đâu|có phải|hay là|làm sao|có được|được không|phải không|giờ sao|thì sao|ai được|ai nộp|ai chịu',
  )}(?![\\p{L}\\p{N}])`,
  'u',
);
/** Each word once: a word that fits twice makes the time double with every one that is typed. */
const OPENING = spelled(`${ADDRESS}|vâng|ủa|ơ|ô|cho|hỏi|xin|còn|tôi|mình|muốn`);
const ASKS_FIRST = new RegExp(
  `^(?:${OPENING}\\s+)*(?:${spelled('sao|vì sao|tại sao|ai|có phải|khi nào|bao giờ|làm sao|mấy đơn vị|mấy huyện|mấy sở|mấy nơi|bao nhiêu|những ai|đơn vị nào|huyện nào|sở nào|nơi nào|xã nào|cho hỏi|muốn hỏi|xin hỏi|hỏi chút|hỏi cái')}(?!\\p{L}))`,
  'u',
);
/** A result is told so, whatever words of a question stand in it. */
const TELLS = new RegExp(`^${spelled('đã|tổ chức|triển khai|tuyên truyền|phối hợp|ban hành|kết quả')}\\s`, 'u');

/**
 * Whether a text asks something: the one answer to that, wherever a question is told from an answer, an order, or content of a report. With a question
 * mark or without, with its marks or without; linear in the text. What says that there is none ("không có khó khăn gì"), what tells of a result ("đã tuyên
 * truyền thế nào là…"), a bare no, and what is longer than a question, ask nothing. What may follow from it depends on what is waited for: where one can be
 * answered aside, and what else a text may then be, is the matter of `understanding`.
 */
export function isQuestion(text: string): boolean {
  if (text.length > LONGEST || text.trim().includes('\n') || /[=]/u.test(text)) return false;
  const said = lower(text)
    .replace(/[“”"'()]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said.endsWith('?')) return true;
  const bare = said.replace(TAIL, '').replace(LEAD, '');
  if (bare === said && !bare.includes(' ')) return false;
  if (TELLS.test(said) || ANSWERS.test(bare) || BARE.test(bare)) return false;
  if (ASKS_FIRST.test(said)) return true;
  if (NONE_OF_IT.test(bare) || NONE_EITHER.test(bare)) return false;
  const isOpen = ENDS.test(bare) || INSIDE.test(said) || EITHER.test(`${bare} `);
  return isOpen || (ASKS_AT_ONCE.test(said) && bare.includes(' '));
}
