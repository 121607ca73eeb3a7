import { fold } from '../language/fold.ts';
import type { KnownReport } from './name-report.ts';

const SAYS_SO = /\bdot xuat\b/u;

/**
 * Codes of the one-off reports that a text is about, by "báo cáo đột xuất" or by words of a title that stand together in it, the latest first; empty where
 * it speaks of one and there is none such; null where it is about none. A standing report never stands in for it.
 */
export function oneOffsIn(text: string, reports: readonly KnownReport[]): string[] | null {
  const said = wordsOf(text);
  const once = reports.filter(({ frequency }) => frequency === 'once').toReversed();
  const common = new Set(
    reports.filter(({ frequency }) => frequency !== 'once').flatMap(({ title }) => wordsOf(title)),
  );
  const titled = once.filter(({ title }) => {
    const words = wordsOf(title);
    return words.some((word, at) => {
      const next = words[at + 1];
      const isOwn =
        next !== undefined && !(common.has(word) && common.has(next)) && !(SMALL.has(word) && SMALL.has(next));
      return isOwn && said.some((one, there) => one === word && said[there + 1] === next);
    });
  });
  const saysSo = SAYS_SO.test(said.join(' '));
  if (titled.length > 0 && (saysSo || titled.length < once.length || once.length === 1))
    return titled.map(({ code }) => code);
  return saysSo ? once.map(({ code }) => code) : null;
}

/** Two of them side by side name nothing. */
const SMALL = new Set(
  'bao cao so lieu tinh hinh ket qua cong tac viec ve cua va cac nhung theo thang nam quy ky don vi huyen xa nop gui thuc hien trien khai hoi nghi nguoi du cho can bo phu trach dau moi lanh dao cac ai nao chua'.split(
    ' ',
  ),
);

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
