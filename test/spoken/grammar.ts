import { createLuck, type Luck } from './luck.ts';
import { absent, counted, moneyless, spent, together } from './plain-pieces.ts';
import { closing, inProse, opening, told } from './prose.ts';
import { summed } from './sums.ts';
import { odd, trapped } from './traps.ts';
import { COUNTS, type CountKey, type Message, type Piece, type Truth } from './truth.ts';

interface Manner {
  between: string;
  bullet: (at: number) => string;
}

const MANNERS: readonly Manner[] = [
  { between: ', ', bullet: () => '' },
  { between: ', ', bullet: () => '' },
  { between: '; ', bullet: () => '' },
  { between: '\n', bullet: () => '' },
  { between: '\n', bullet: () => '- ' },
  { between: '\n', bullet: () => '+ ' },
  { between: '\n', bullet: (at) => `${at + 1}. ` },
  { between: '\n', bullet: (at) => `${at + 1}) ` },
  { between: '\n', bullet: (at) => `${'abcdefghik'[at]}) ` },
  { between: '. ', bullet: () => '' },
  { between: ' - ', bullet: () => '' },
  { between: ' ', bullet: () => '' },
];

/** Signs that end a text; between figures a comma does, too. */
const HARD = new Set(['; ', '\n', '. ']);

export function makeMessage(seed: number): Message {
  const luck = createLuck(seed);
  const bare = luck.chance(0.25);
  const pieces = choose(luck, bare);
  const manner = mannerFor(pieces, luck);
  const body = pieces.map((piece, at) => `${manner.bullet(at)}${piece.text}`).join(manner.between);
  const first = luck.chance(0.3) ? opening(luck) : null;
  const last = luck.chance(0.2) && !(pieces.at(-1)?.open ?? false) ? closing(luck) : null;
  const start = first === null ? '' : `${first.text}${manner.between === '\n' ? '\n' : luck.pick([': ', ', ', '. '])}`;
  const end = last === null ? '' : `${manner.between === '\n' ? '\n' : luck.pick([', ', '. ', ' '])}${last.text}`;
  const dress = dresser(luck, bare);
  const all = [first, ...pieces, last].filter((piece) => piece !== null);
  const worn = all.map((piece) => ({
    ...piece,
    text: dress(piece.text),
    news: piece.news.map(dress),
    truth: Object.fromEntries(Object.entries(piece.truth).map(([key, truth]) => [key, dressed(truth, dress)])),
  }));
  return {
    seed,
    text: dress(`${start}${body}${end}`),
    pieces: worn,
    truth: Object.assign({}, ...worn.map((one) => one.truth)),
  };
}

const dressed = (truth: Truth, dress: (text: string) => string): Truth =>
  truth.kind === 'text' ? { kind: 'text', text: dress(truth.text) } : truth;

/** One to five pieces, each of other fields. */
function choose(luck: Luck, bare: boolean): Piece[] {
  const taken = new Set<string>();
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    if (Object.keys(piece.truth).some((key) => taken.has(key))) return;
    for (const key of Object.keys(piece.truth)) taken.add(key);
    pieces.push(piece);
  };
  const free = (): CountKey[] => COUNTS.filter((key) => !taken.has(key));
  for (let left = 1 + luck.below(4); left > 0; left--) {
    const key = luck.pick(free().length > 0 ? free() : COUNTS);
    const kind = luck.below(100);
    if (kind < 34) add(counted(key, luck, bare));
    else if (kind < 42) add(absent(key, luck));
    else if (kind < 50) add(spent(luck));
    else if (kind < 52) add(moneyless(luck));
    else if (kind < 60) add(together(luck, bare));
    else if (kind < 72) add(summed(luck));
    else if (kind < 92) add(trapped(key, luck));
    else add(odd(luck));
  }
  if (luck.chance(0.45)) add(told('ket_qua', luck));
  else if (luck.chance(0.2)) add(inProse(luck));
  for (const key of ['vuong_mac', 'kien_nghi'] as const) {
    if (luck.chance(0.2)) add(told(key, luck));
  }
  return pieces;
}

/** Texts stand last, or are closed by a hard sign; without any sign between, only what begins with its own label can follow. */
function mannerFor(pieces: readonly Piece[], luck: Luck): Manner {
  const texts = pieces.filter((piece) => piece.open).length;
  const fits = MANNERS.filter(({ between }) => texts === 0 || HARD.has(between));
  const loose = pieces.some((piece) => piece.rule !== 'label figure');
  return luck.pick(fits.filter(({ between }) => !loose || between !== ' '));
}

const SHORT: readonly [RegExp, string][] = [
  [/(?<!\p{L})không(?!\p{L})/gu, 'ko'],
  [/(?<!\p{L})được(?!\p{L})/gu, 'đc'],
  [/(?<!\p{L})với(?!\p{L})/gu, 'vs'],
  [/(?<!\p{L})người(?!\p{L})/gu, 'ng'],
  [/(?<!\p{L})chị(?!\p{L})/gu, 'c'],
];

/** How this person types: marks or none, capitals, shortened words. */
function dresser(luck: Luck, bare: boolean): (text: string) => string {
  const short = luck.chance(0.15);
  const shape = luck.below(12);
  return (text) => {
    let worn = text;
    if (short) for (const [long, brief] of SHORT) worn = worn.replace(long, brief);
    if (bare) worn = withoutMarks(worn);
    if (shape === 0) worn = worn.toUpperCase();
    if (shape === 1) worn = worn.toLowerCase();
    if (shape === 2) worn = worn.normalize('NFD');
    return worn;
  };
}

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFC');
}
