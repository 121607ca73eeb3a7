import type { FieldNames } from '../report/field-names.ts';
import type { Noun } from './told-nouns.ts';
import type { Counted, Doubtful } from './told-settle.ts';

interface Clause {
  from: number;
  text: string;
}

/**
 * "40 tin bài trên cổng và fanpage": one figure of two places that are counted apart. How many there were in each is not said: it is asked about.
 */
export function doubtPlaces(
  names: FieldNames,
  nouns: readonly Noun[],
  { before, clause, said }: { before: Clause | undefined; clause: Clause; said: string },
  told: { doubtful: Doubtful[] },
  counted: Counted,
): void {
  const [only, another] = nouns;
  const isBare =
    only !== undefined &&
    another === undefined &&
    clause.text.trim() === clause.text.slice(only.from - clause.from, only.to - clause.from);
  if (before === undefined || !isBare || only.isGeneric || only.field === null || /\d/u.test(clause.text)) return;
  if (!/(?:\s(?:và|va|cùng|cung|với|voi)|,)\s*$/iu.test(said.slice(0, clause.from).slice(-8))) return;
  for (const [key, parts] of counted) {
    const [part] = parts;
    const isPublished = names.fields.some(
      (field) => field.key === key && names.namesOf(field).some((name) => /(?:^| )bai(?: |$)/u.test(name)),
    );
    const isRightBefore = part !== undefined && new RegExp(`(?<!\\d)${part.value}(?!\\d)`, 'u').test(before.text);
    if (key === only.field.key || part === undefined || parts.length > 1 || !isPublished || !isRightBefore) continue;
    counted.delete(key);
    told.doubtful.push({
      field: key,
      raw: said.slice(before.from, clause.from + clause.text.length).trim(),
      reading: part.value,
      isTwice: false,
    });
  }
}

const FOR_WHOM = /(?<!\p{L})(?:cho|danh cho|voi|cua|gom|tai)(?: \p{L}+){0,3} ?$/u;

/** "3 lớp cho cán bộ xã": held for them, who are not counted. */
export function withoutReceivers(nouns: readonly Noun[], folded: string): readonly Noun[] {
  const [first, second] = nouns;
  if (first === undefined || second === undefined || !HELD.has(first.name) || second.isGeneric) return nouns;
  return FOR_WHOM.test(folded.slice(first.to, second.from)) ? [first] : nouns;
}

const HELD: ReadonlySet<string> = new Set(['lop', 'buoi', 'cuoc']);

/** Of several before it the one it is said of: "lớp đó tập huấn 2 ngày nên người dự là 90". */
export function nearest(nouns: readonly Noun[], { from }: { from: number }, clause: Clause): Noun | null {
  const last = nouns.findLast(({ to }) => to <= from);
  const between = last === undefined ? '' : clause.text.slice(last.to - clause.from, from - clause.from);
  return last !== undefined && /^\s*(?:(?:la|co|duoc|dat|thi|tong|nay)\s+)*$/u.test(between) ? last : null;
}
