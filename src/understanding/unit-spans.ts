import { foldInPlace, tidy } from '../language/fold.ts';
import type { KnownUnit } from './name-unit.ts';
import { takeUnitName } from './name-unit.ts';

/** Units as they stand in a sentence, one behind the other with nothing but commas and "và" between them. */
export interface UnitGroup {
  from: number;
  to: number;
  /** As they are typed in an order: codes, "các huyện", "còn lại". */
  who: string[];
}

interface Span {
  from: number;
  to: number;
  who: string;
}

const KINDS =
  /(?<!\p{L})(?:tat ca )?(?:cac|nhung|may) (?:huyen(?: thi(?: xa thanh pho)?)?|so(?: nganh| ban nganh)?|xa(?: phuong)?|phuong|doan the|hoi(?! nghi| thao)|bao dai)(?!\p{L})(?: (?:con lai|khac)(?!\p{L}))?/gu;
const THE_REST =
  /(?<!\p{L})(?:(?:tat ca |toan bo )?(?:(?:cac|nhung|may|so) )?(?:don vi |noi )?(?:con lai|khac)|con lai(?: thi)?)(?!\p{L})/gu;
const ALL =
  /(?<!\p{L})(?:(?:tat ca|toan bo)(?: (?:cac )?don vi)?|toan tinh|ca tinh|moi don vi)(?!\p{L})(?! (?:con lai|khac|cac (?:so|huyen|hoi|xa|doan)))/gu;
const LIST = /^\s*(?:[,;+&]|(?:va|voi|cung|lan)(?=\s))*\s*$/u;
/** Where a name may begin: codes are words of their own. */
const WORD = /[\p{L}\p{N}]+/gu;

/** The words that mean whoever is not named. */
export const THE_OTHERS = 'còn lại';
/** Those that mean every unit. */
export const EVERYBODY = 'tất cả';

/** The units a text names, in their places, neighbours together. Pure; `text` is one line. */
export function unitGroupsIn(text: string, units: readonly KnownUnit[]): UnitGroup[] {
  const typed = tidy(text);
  const folded = foldInPlace(typed);
  const groups: UnitGroup[] = [];
  for (const { from, to, who } of spansIn(typed, folded, units)) {
    const last = groups.at(-1);
    if (last !== undefined && LIST.test(folded.slice(last.to, from))) {
      last.to = to;
      last.who.push(who);
    } else groups.push({ from, to, who: [who] });
  }
  return groups;
}

function spansIn(typed: string, folded: string, units: readonly KnownUnit[]): Span[] {
  const kinds = [...folded.matchAll(KINDS)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    who: typed.slice(index, index + found.length),
  }));
  const rest = [...folded.matchAll(THE_REST)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    who: THE_OTHERS,
  }));
  const all = [...folded.matchAll(ALL)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    who: EVERYBODY,
  }));
  const spans: Span[] = [];
  for (const { index, 0: word } of typed.matchAll(WORD)) {
    if (index < (spans.at(-1)?.to ?? 0)) continue;
    const group = [...kinds, ...rest, ...all].find(({ from }) => from === index);
    const named = group ?? codeAt(typed, index, word, units) ?? nameAt(typed, index, units);
    if (named !== null) spans.push(named);
  }
  return spans;
}

/** Codes are typed in capitals; behind a "/" they belong to a document. */
function codeAt(typed: string, index: number, word: string, units: readonly KnownUnit[]): Span | null {
  const unit = units.find(({ code }) => code === word);
  const isOfDocument = /\d\s*\/\s*(?:[\p{L}\d]+-)?$/u.test(typed.slice(0, index));
  return unit === undefined || isOfDocument ? null : { from: index, to: index + word.length, who: unit.code };
}

function nameAt(typed: string, index: number, units: readonly KnownUnit[]): Span | null {
  const taken = takeUnitName(typed.slice(index), units);
  return taken === null ? null : { from: index, to: index + taken.to, who: taken.unit };
}
