import type { Letters } from './read-look.ts';

/** From the space on, in thousandths of the size: the metrics Adobe published for Times Roman, with which Times New Roman agrees. */
const ASCII = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
];
const OTHERS: Readonly<Record<string, number>> = {
  '\u00a0': 250,
  đ: 500,
  Đ: 722,
  '“': 444,
  '”': 444,
  '…': 1000,
  '—': 1000,
};
const USUAL = 500;
/** Bold letters are wider by about so much. */
const BOLD = 1.06;

/** How wide a text is, in points. */
export function widthOf(text: string, { size, bold }: Letters): number {
  let thousandths = 0;
  // A letter with marks is as wide as the one without.
  for (const letter of text.normalize('NFD')) {
    if (/\p{M}/u.test(letter)) continue;
    thousandths += ASCII[letter.charCodeAt(0) - 32] ?? OTHERS[letter] ?? USUAL;
  }
  return (thousandths / 1000) * size * (bold ? BOLD : 1);
}
