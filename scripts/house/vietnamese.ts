import { standsIn, VIETNAMESE_ROOMS } from './layout.ts';
import { type Fault, faultAt, type Node, type Source, walk } from './source.ts';

/** Letters only Vietnamese has among the languages used here. */
const LETTER = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
/** A written syllable without its marks. */
const SYLLABLE =
  /^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x)?(a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oe|oi|oo|u|ua|ui|uo|uoi|uou|uu|uy|uya|uye|y|ye|yeu)(c|ch|m|n|ng|nh|p|t)?$/u;
/** Syllables that are not English words as well, and that what people type is full of. */
const TELLING =
  /^(ban|bao|bieu|boi|cach|cao|chao|chinh|chua|chuc|cua|cuoi|dau|dem|den|dieu|dong|duoc|duyet|gui|giup|hinh|hoac|hom|huy|khac|khoan|khong|ky|lai|lich|loi|mau|nay|ngay|nguoi|nhac|nham|nhan|nhiem|nhieu|nop|phat|phong|quy|roi|sinh|sua|thang|theo|thoi|tiep|toi|trong|tuan|viec|voi|vua|xac|xem|xin|xong)$/u;

/** Sentences for people, and what people type, stand in rooms of their own: marked or unmarked, in texts or patterns. */
export function lintVietnamese(source: Source): Fault[] {
  if (standsIn(source.file, VIETNAMESE_ROOMS)) return [];
  const faults: Fault[] = [];
  walk(source.program, (node, [parent]) => {
    if (parent !== undefined && /^(Import|Export)/u.test(parent.type)) return;
    const text = vietnameseOf(node);
    if (text !== null) {
      faults.push(faultAt(source, 'vietnamese', node, `Vietnamese outside its rooms: ${text.trim().slice(0, 40)}`));
    }
  });
  return faults;
}

function vietnameseOf(node: Node): string | null {
  if (node.type === 'Literal' && 'regex' in node) return isPattern(node.regex.pattern) ? node.regex.pattern : null;
  const text =
    node.type === 'TemplateElement' ? (node.value.cooked ?? node.value.raw) : 'value' in node ? node.value : null;
  return typeof text === 'string' && isSentence(text) ? text : null;
}

/** Marked letters, or several words that can all be Vietnamese, some of which can be nothing else. */
function isSentence(text: string): boolean {
  if (LETTER.test(text)) return true;
  if (!/\p{L}\s+\p{L}/u.test(text)) return false;
  const words = wordsOf(text);
  return words.every((word) => SYLLABLE.test(word)) && words.some((word) => TELLING.test(word));
}

/** A pattern of what people type: marked letters, or nothing but syllables, one of them more than a letter or two. */
function isPattern(pattern: string): boolean {
  if (LETTER.test(pattern)) return true;
  const words = wordsOf(pattern.replace(/\\p\{\w+\}|\\[a-z]|\(\?<\w+>/giu, ' '));
  return words.length > 0 && words.every((word) => SYLLABLE.test(word)) && words.some((word) => word.length > 2);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
