import type { RichText } from './rich-text.ts';
import { b, join, plain, say } from './rich-text.ts';

/** Names under one heading. */
export interface NameGroup {
  title: string;
  names: readonly string[];
}

export interface FittedGroups {
  text: RichText;
  /** Some names are only counted. */
  isCut: boolean;
}

/**
 * Every heading with its count, and as many names as fit into that many characters, shared out evenly; what is left is
 * counted ("và còn 12"). `room` null: all of them.
 */
export function fitNames(groups: readonly NameGroup[], room: number | null): FittedGroups {
  const shown = groups.filter(({ names }) => names.length > 0);
  const counts = shown.map(() => 0);
  let left = room === null ? Number.POSITIVE_INFINITY : room - headingsOf(shown);
  const growing = new Set(shown.keys());
  while (growing.size > 0) {
    for (const at of growing) {
      const name = shown[at]?.names[counts[at] ?? 0];
      const cost = (name?.length ?? 0) + 2;
      if (name === undefined || cost > left) growing.delete(at);
      else {
        counts[at] = (counts[at] ?? 0) + 1;
        left -= cost;
      }
    }
  }
  return {
    text: join(
      shown.map((group, at) => sayGroup(group, counts[at] ?? 0)),
      '\n\n',
    ),
    isCut: shown.some(({ names }, at) => names.length > (counts[at] ?? 0)),
  };
}

/** `… và còn 123.` and the blank line between two groups. */
const MORE = 16;

function headingsOf(groups: readonly NameGroup[]): number {
  return groups.reduce((sum, group) => sum + plain(sayGroup(group, 0)).length + MORE, 0);
}

function sayGroup({ title, names }: NameGroup, count: number): RichText {
  const heading = b(`${title} (${names.length})`);
  const more = names.length - count;
  if (count === 0) return say`${heading}`;
  return say`${heading}: ${names.slice(0, count).join(', ')}${more > 0 ? ` và còn ${more}` : ''}.`;
}
