import type { Luck } from './luck.ts';

const ONES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** In words, up to 99. */
function inWords(figure: number): string {
  const [tens, ones] = [Math.floor(figure / 10), figure % 10];
  if (tens === 0) return ONES[ones] ?? '';
  const tail = ones === 0 ? '' : ones === 5 ? ' lăm' : ones === 1 && tens > 1 ? ' mốt' : ` ${ONES[ones]}`;
  return `${tens === 1 ? 'mười' : `${ONES[tens]} mươi`}${tail}`;
}

/** A count as people type it; without tone marks "nam" and "sau" are also "year" and "after", so no words there. */
export function written(figure: number, luck: Luck, bare: boolean): string {
  const text = String(figure);
  if (figure >= 1000) {
    const [head, tail] = [text.slice(0, -3), text.slice(-3)];
    return luck.pick([text, text, `${head}.${tail}`, `${head}.${tail}`, `${head} ${tail}`]);
  }
  if (figure < 10 && luck.chance(0.2)) return `0${text}`;
  if (figure > 0 && figure < 30 && !bare && luck.chance(0.12)) return inWords(figure);
  return text;
}

interface Sum {
  text: string;
  millions: number;
}

/** A sum of money as people type it, with what it is in millions. */
export function money(luck: Luck): Sum {
  const whole = 1 + luck.below(80);
  const half = luck.pick([2, 3, 5, 7]);
  const thousands = `${whole}.${luck.pick(['500', '200', '000'])}.000`;
  const exact = Number(thousands.replaceAll('.', '')) / 1e6;
  const forms: Sum[] = [
    { text: `${whole} triệu`, millions: whole },
    { text: `${whole}tr`, millions: whole },
    { text: `${whole} tr`, millions: whole },
    { text: `${whole} trđ`, millions: whole },
    { text: `${whole} triệu đồng`, millions: whole },
    { text: `${whole},${half} triệu`, millions: whole + half / 10 },
    { text: `${whole},${half}tr`, millions: whole + half / 10 },
    { text: `${whole}tr${half}`, millions: whole + half / 10 },
    { text: `${whole} triệu rưỡi`, millions: whole + 0.5 },
    { text: `${thousands} đồng`, millions: exact },
    { text: `${thousands}đ`, millions: exact },
    { text: `${thousands} vnđ`, millions: exact },
    { text: `${luck.pick([500, 800])} nghìn`, millions: 0 },
    { text: `${luck.pick([500, 800])}k`, millions: 0 },
    { text: '1,2 tỷ', millions: 1200 },
  ];
  const one = luck.pick(forms);
  const small = /^(\d+)(?: nghìn|k)$/u.exec(one.text);
  return small === null ? one : { text: one.text, millions: Number(small[1]) / 1000 };
}
