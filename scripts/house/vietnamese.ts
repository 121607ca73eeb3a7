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
    const text = textOf(node);
    if (text !== null && isVietnamese(text)) {
      faults.push(faultAt(source, 'vietnamese', node, `Vietnamese outside its rooms: ${text.trim().slice(0, 40)}`));
    }
  });
  return faults;
}

function textOf(node: Node): string | null {
  if (node.type === 'TemplateElement') return node.value.cooked ?? node.value.raw;
  if (node.type !== 'Literal') return null;
  if ('regex' in node) return node.regex.pattern.replace(/\\[a-z]|[^\p{L}]+/gu, ' ');
  return typeof node.value === 'string' ? node.value : null;
}

/** Marked letters, or several words that can all be Vietnamese, some of which can be nothing else. */
function isVietnamese(text: string): boolean {
  if (LETTER.test(text)) return true;
  if (!/\p{L}\s+\p{L}/u.test(text)) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const telling = words.filter((word) => TELLING.test(word));
  return telling.length > 0 && words.every((word) => SYLLABLE.test(word));
}
