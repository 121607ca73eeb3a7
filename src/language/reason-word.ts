import { tidy } from './fold.ts';

/** "Vì", "do", "lý do:", "với lý do là": what stands behind it is the reason. Marks count: "đô" is no "do". */
const REASON = /(?<![\p{L}\p{N}])(?:với\s+)?(?:lý do|lí do|ly do|nguyên nhân|vì|vi|do)(?:\s+là)?\s*:?\s+(?=\S)/iu;

/** Takes the reason off the end of what was typed; null where none is given. */
export function takeReason(text: string): { reason: string; rest: string } | null {
  const tidied = tidy(text);
  const found = REASON.exec(tidied);
  if (found === null) return null;
  return { reason: tidied.slice(found.index + found[0].length).trim(), rest: tidied.slice(0, found.index).trim() };
}
