import type { PlatformCard } from '../channels/card.ts';
import { TELEGRAM } from '../channels/telegram/card.ts';
import { ZALO } from '../channels/zalo/card.ts';

/** Every platform the bot can be on: one folder of `src/channels` and one line here. */
export const PLATFORMS: readonly PlatformCard[] = [TELEGRAM, ZALO];
