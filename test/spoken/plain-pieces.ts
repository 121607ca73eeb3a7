import { money, written } from './figures.ts';
import type { Luck } from './luck.ts';
import { NAMES } from './names.ts';
import { type CountKey, NONE, type Piece, value } from './truth.ts';

const MONEY_LABELS = [
  'kinh phí',
  'kp',
  'KP',
  'kinh phí thực hiện',
  'tổng kinh phí',
  'kinh phí đã chi',
  'kinh phí (triệu đồng)',
  'đã chi',
  'số tiền',
  'tổng chi',
];

export function size(key: CountKey, luck: Luck): number {
  const [least, most] = NAMES[key].sizes;
  return luck.chance(0.3) ? least + luck.below(9) : least + luck.below(most - least);
}

const BETWEEN = [' ', ' ', ': ', ': ', ':', '=', ' = ', ' - ', ' là ', ' có ', ' được ', ' : '];

/** "hội nghị: 3", "3 hội nghị", "đã tổ chức 3 hội nghị", "hội nghị: 3 cuộc". */
export function counted(key: CountKey, luck: Luck, bare: boolean): Piece {
  const { labels, nouns, units, verbs } = NAMES[key];
  const figure = size(key, luck);
  const shown = written(figure, luck, bare);
  const between = luck.pick(BETWEEN);
  const [rule, text] = luck.pick([
    ['label figure', `${luck.pick(labels)}${between}${shown}`],
    ['label figure', `${luck.pick(labels)}${between}${shown}`],
    ['figure noun', `${shown} ${luck.pick(nouns)}`],
    ['figure noun', `${shown} ${luck.pick(nouns)}`],
    ['verb figure noun', `${luck.pick(verbs)} ${shown} ${luck.pick(nouns)}`],
    ['label figure unit', `${luck.pick(labels)}${between}${shown} ${luck.pick(units)}`],
  ] as const);
  return { text, rule, truth: { [key]: value(figure) }, news: [text] };
}

/** Nothing of a kind, said outright. */
export function absent(key: CountKey, luck: Luck): Piece {
  const { labels, nouns } = NAMES[key];
  const [label, noun] = [luck.pick(labels), luck.pick(nouns)];
  const [rule, text] = luck.pick([
    ['label none', `${label}: không có`],
    ['label none', `${label} không có`],
    ['label none', `${label} ko có`],
    ['label none', `${label}: không`],
    ['label none', `${label} k có`],
    ['label nil', `${label}: 0`],
    ['label nil', `${label} 0`],
    ['no noun', `không có ${noun}`],
    ['no noun', `không có ${noun} nào`],
    ['not yet noun', `chưa có ${noun}`],
    ['not yet noun', `${label}: chưa có`],
    ['not yet noun', `chưa có ${noun} nào`],
    ['no noun', `không phát sinh ${noun}`],
  ] as const);
  return { text, rule, truth: { [key]: NONE }, news: [text] };
}

export function spent(luck: Luck): Piece {
  const { text: sum, millions } = money(luck);
  const label = luck.pick(MONEY_LABELS);
  const plain = 1 + luck.below(60);
  const [rule, text, truth] = luck.pick([
    ['money label', `${label}${luck.pick([' ', ': ', ' = ', ' là ', ' hết ', ' khoản '].slice(0, 5))}${sum}`, millions],
    ['money label', `${label}: ${sum}`, millions],
    ['money verb', `${luck.pick(['chi hết', 'đã chi', 'hết', 'chi'])} ${sum}`, millions],
    ['money verb', `${sum} ${luck.pick(['kinh phí', 'tiền kinh phí'])}`, millions],
    ['money verb', `với kinh phí ${sum}`, millions],
    ['money bare', `${luck.pick(['kinh phí', 'kp', 'kinh phí (triệu đồng)'])}: ${plain}`, plain],
    ['money none', 'kinh phí: 0', 0],
  ] as const);
  return { text, rule, truth: { kinh_phi: value(truth) }, news: [text] };
}

export function moneyless(luck: Luck): Piece {
  const text = luck.pick([
    'kinh phí không có',
    'kp: không',
    'không có kinh phí',
    'chưa chi kinh phí',
    'kinh phí chưa có',
  ]);
  return { text, rule: 'money none', truth: { kinh_phi: NONE }, news: [text] };
}

/** Meetings and those who came, in one breath. */
export function together(luck: Luck, bare: boolean): Piece {
  const [meetings, people] = [size('hoi_nghi', luck), size('nguoi_du', luck)];
  const [m, p] = [written(meetings, luck, bare), written(people, luck, bare)];
  const held = luck.pick(['hội nghị', 'lớp tập huấn', 'hội thảo', 'hn', 'cuộc hội nghị', 'buổi tập huấn']);
  const came = luck.pick(['lượt người dự', 'người tham dự', 'đại biểu', 'lượt người', 'người']);
  const text = luck.pick([
    `tổ chức được ${m} ${held} với ${p} ${came}`,
    `tổ chức ${m} ${held}, ${p} ${came}`,
    `${p} người tham dự ${m} ${held}`,
    `${m} ${held} có ${p} ${came}`,
    `${m} ${held} thu hút ${p} ${came}`,
    `${m} ${held} (${p} ${came})`,
    `${m} ${held} cho ${p} ${came}`,
    `${m} ${held}/${p} ${came}`,
    `đã mở ${m} ${held} với tổng số ${p} ${came}`,
    `${m} ${held} vs ${p} ${came}`,
    `tổ chức ${m} ${held} cho hơn 20 thôn, tổng ${p} lượt người dự`,
  ]);
  return {
    text,
    rule: 'meetings with people',
    truth: { hoi_nghi: value(meetings), nguoi_du: value(people) },
    news: [text],
  };
}
