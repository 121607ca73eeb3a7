import { foldInPlace } from '../fold.ts';

const FIGURE = String.raw`[~-]?\d[\d.,]*`;
const NOT = '(?:khong|ko|k|hong(?= phai)|chu hong|hem|chu khong)(?: phai)?(?: la)?';
/** The ways to say which of two figures is right, each with what is left of it. */
export const ONE_OF_TWO: readonly (readonly [RegExp, string])[] = [
  // "15 pa nô nữa là 2015 sản phẩm", "còn 1 cái tập huấn nữa là 3": in all.
  [
    new RegExp(
      String.raw`(?:(?:con|them)\s+)?${FIGURE}\s+(?:cai\s+|chiec\s+)?(\p{L}[\p{L} ]{1,30}?)\s+nua\s+(?:thi\s+)?(?:la|thanh|tong la|tong cong la|duoc|nua la)\s+(?:tong |tong cong )?(?=${FIGURE})`,
      'gu',
    ),
    '$1: ',
  ],
  [new RegExp(String.raw`,?\s+${NOT}\s+${FIGURE}\s*,?\s*ma(?: la)?\s+`, 'g'), ': '],
  [new RegExp(String.raw`,?\s+(?:chu\s+)?${NOT}\s+${FIGURE}(?![\d])`, 'g'), ''],
  [new RegExp(String.raw`,?\s+tu\s+${FIGURE}\s+(?:thanh|sang|len|xuong con|xuong|con)\s+`, 'g'), ': '],
  [new RegExp(String.raw`\s+${FIGURE}\s+(?:thanh|sang|len|xuong(?: con)?)\s+(?=${FIGURE})`, 'g'), ': '],
  [
    new RegExp(
      String.raw`(?:^|\s)tu\s+${FIGURE}\s+(\p{L}+(?: \p{L}+)?)\s+(?:thanh|len|xuong con|xuong|con)\s+(?=${FIGURE})`,
      'gu',
    ),
    ' $1: ',
  ],
  // "Tin bài 86 sai rồi, phải là 326", "sao hội nghị có 1 thế, thực tế 14".
  [
    new RegExp(
      String.raw`\s+(?:(?:lai|co|thanh|la|chi)\s+)*${FIGURE}\s+(?:(?:la\s+)?(?:sai|nham)(?: roi)?|the|vay)\s*,\s*(?:phai|dung ra|dung|moi|sua|thuc te)(?: la| thanh| lai| co)*\s+(?=${FIGURE})`,
      'g',
    ),
    ': ',
  ],
  [
    new RegExp(
      String.raw`,?\s+(?:em |toi |minh )?(?:ghi|go|nhap|bao) nham(?: thanh| la)?\s+${FIGURE}(?: trieu| tr)?`,
      'g',
    ),
    '',
  ],
  [
    new RegExp(String.raw`(?:^|[,:]?\s+)(?:la\s+)?(${FIGURE})\s+(?:moi dung|moi phai|moi chinh xac|moi chuan)`, 'g'),
    ': $1',
  ],
];

/** Of two figures only the one that is right. */
export function withoutOther(text: string): string {
  return ONE_OF_TWO.reduce((said, [pattern, left]) => replaced(said, pattern, left), text);
}

/** Replaces what the folded text shows, in the text as it was typed. */
function replaced(text: string, pattern: RegExp, left: string): string {
  let out = '';
  let from = 0;
  for (const match of foldInPlace(text).matchAll(pattern)) {
    out += text.slice(from, match.index) + left.replace('$1', match[1] ?? '');
    from = match.index + match[0].length;
  }
  return out + text.slice(from);
}
