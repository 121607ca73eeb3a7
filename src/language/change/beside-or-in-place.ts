import { fold } from '../fold.ts';

const AROUND = '(?:da|vang|a|em|e|chi|anh|la|thi|bot|oi|uh|u)';
const TAIL = '(?: (?:vao|them|di|nhe|nha|a|em|luon|giup|do|lai|nua|ra|thoi|cho|chi|anh))*[.! ]*$';
const BESIDE = {
  more: new RegExp(`^(?:${AROUND} )*(?:cong|cong don|them|tinh them|gop)${TAIL}`, 'u'),
  less: new RegExp(`^(?:${AROUND} )*(?:bot|tru|giam)${TAIL}`, 'u'),
};
const IN_PLACE = new RegExp(
  `^(?:${AROUND} )*(?:thay|thay the|ca ky|ca ky la the|tong|tong cong|ghi de|tat ca)${TAIL}`,
  'u',
);

/** "Cộng vào" or "cả kỳ", as the answer to whether a figure comes beside the one that is there or in its place; null for anything else. */
export function besideOrInPlace(text: string, way: 'more' | 'less'): 'beside' | 'in-place' | null {
  const said = fold(text).trim();
  if (BESIDE[way].test(said)) return 'beside';
  return IN_PLACE.test(said) ? 'in-place' : null;
}
