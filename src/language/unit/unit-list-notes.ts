import type { UnitKind } from '../../domain/unit.ts';
import type { ListNote } from '../../domain/unit-list.ts';
import { fold } from '../fold.ts';
import { bareName, kindOfGroup } from './unit-kind-word.ts';

/** A row that names a unit. */
interface Listed {
  row: number;
  name: string;
  kindSaid: string;
}

/** What a spreadsheet would take for a formula, or has no word in it, is hardly a unit's name. */
export function oddNames(found: readonly Listed[]): ListNote[] {
  return found
    .filter(({ name }) => /^[=+@]/u.test(name) || !/\p{L}{2}/u.test(name))
    .map(({ row, name }) => ({ note: 'odd-name', row, name }));
}

/** The list said a kind that nobody knows, and another was taken by the name or the group. */
export function guessedKinds(found: readonly Listed[], kinds: readonly (UnitKind | null)[]): ListNote[] {
  return found.flatMap(({ row, name, kindSaid }, at): ListNote[] => {
    const kind = kinds[at] ?? null;
    const isGuessed = kind !== null && kindSaid !== '' && kindOfGroup(kindSaid) === null;
    return isGuessed ? [{ note: 'kind-guessed', row, name, said: kindSaid, kind }] : [];
  });
}

/** "UBND xã An Bình" and "Xã An Bình" are one place, and perhaps one unit. */
export function nearNames(found: readonly Listed[]): ListNote[] {
  const first = new Map<string, Listed>();
  return found.flatMap((one): ListNote[] => {
    const key = bareName(one.name);
    const before = first.get(key);
    if (before === undefined) first.set(key, one);
    const isNear = before !== undefined && fold(before.name) !== fold(one.name);
    return isNear ? [{ note: 'nearly-same-name', row: one.row, name: one.name, first: before.row }] : [];
  });
}
