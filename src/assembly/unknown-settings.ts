import type { PlatformCard } from '../channels/card.ts';
import { settingNames } from '../config.ts';
import { editDistance } from '../language/edit-distance.ts';

export interface UnknownSetting {
  name: string;
  /** The setting that it looks like; null: none is near. */
  meant: string | null;
}

/**
 * Names of the environment that look like settings of ours and are none: a misspelt token would have the bot rehearse without a word.
 * Only names that begin as several settings do (`ZALO_`), or are a letter or two away from one: other programs have settings too.
 */
export function unknownSettings(
  environment: Readonly<Record<string, string | undefined>>,
  cards: readonly PlatformCard[],
): UnknownSetting[] {
  const known = settingNames(cards);
  const beginnings = known.map(beginningOf).filter((one, at, all) => one !== '' && all.indexOf(one) !== at);
  return Object.keys(environment).flatMap((name): UnknownSetting[] => {
    if (known.includes(name)) return [];
    const [nearest] = known
      .map((setting) => ({ setting, distance: editDistance(name.slice(0, LONGEST_NAME), setting) }))
      .sort((a, b) => a.distance - b.distance);
    const isNear = nearest !== undefined && nearest.distance <= Math.min(2, Math.floor(nearest.setting.length / 5));
    if (isNear) return [{ name, meant: nearest.setting }];
    if (!beginnings.includes(beginningOf(name))) return [];
    const isAlike = nearest !== undefined && nearest.distance <= nearest.setting.length / 2;
    return [{ name, meant: isAlike ? nearest.setting : null }];
  });
}

const LONGEST_NAME = 60;

/** `ZALO_` of `ZALO_MODE`. */
function beginningOf(name: string): string {
  return /^[A-Z]+_/u.exec(name)?.[0] ?? '';
}
