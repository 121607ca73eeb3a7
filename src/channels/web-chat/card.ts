import type { ChannelCard, PaceLimits } from '../card.ts';

/** The rehearsal room: no platform, so it has no settings, and its channel is opened over the database. */
export const WEB: ChannelCard = { name: 'web', title: 'phòng diễn tập', severalBots: false };

/** The rehearsal room runs on this machine. */
export const WEB_PACE: PaceLimits = {
  bot: { perSecond: 10_000, burst: 10_000 },
  privateChat: { perSecond: 1000, burst: 1000 },
  groupChat: { perSecond: 1000, burst: 1000 },
};
