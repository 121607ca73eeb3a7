import { fold } from '../language/fold.ts';

/** What can be looked for in one material. */
export interface Findable {
  title: string;
  topic: string;
  body: string;
}

/** Words that a request is made of and that name no material. */
const ASKING = new Set(
  (
    'tai lieu de cuong cho em anh chi toi minh xin hoi tim can lay gui co khong nao gi ve cua cac nhung duoc a oi nhe voi giup ho o dau la va cai ban file tep ' +
    'tuyen truyen noi dung dang xem muon don vi the thi de link duong dan ben'
  ).split(' '),
);

/**
 * Those that the words mean, the likeliest first, marks or none: of the words that name something, most have to be there. Words that
 * name nothing ("cho em xin tài liệu") mean all of them.
 */
export function findMaterials<Found extends Findable>(text: string, materials: readonly Found[]): Found[] {
  const typed = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  const named = typed.filter((word) => !ASKING.has(word));
  if (named.length === 0) return typed.length === 0 ? [] : [...materials];
  const scored = materials.map((material) => ({ material, score: scoreOf(named, material) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < named.length / 2) return [];
  return scored.filter(({ score }) => score >= best).map(({ material }) => material);
}

/** How many of the words stand in it; one in the title counts a little more. */
function scoreOf(words: readonly string[], { title, topic, body }: Findable): number {
  const heads = ` ${wordsOf(title)} `;
  const all = ` ${wordsOf(`${title} ${topic} ${body}`)} `;
  return words.reduce(
    (sum, word) => sum + (all.includes(` ${word} `) ? 1 : 0) + (heads.includes(` ${word} `) ? 0.1 : 0),
    0,
  );
}

function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
