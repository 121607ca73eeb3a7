import type { Choice } from '../channels/channel.ts';
import { ABOUT_ORDER, aboutChoice } from '../wording/about-order.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { Turn } from './turn.ts';

/** An answer in parts, with what may be chosen below it. */
export interface Said {
  parts: RichText[];
  choices: Choice[];
}

/** The newest notice that is still to go out. */
export function waitingNotice({ desk }: Turn) {
  return desk.store.notices
    .newest(NOTICES_LOOKED_AT)
    .find(({ sentAt, stoppedAt, sendAt }) => sentAt === null && stoppedAt === null && sendAt !== null);
}

const NOTICES_LOOKED_AT = 10;

export function aboutNotices(turn: Turn, isHeld: boolean): Said {
  const { desk } = turn;
  const waiting = waitingNotice(turn);
  if (waiting !== undefined && waiting.sendAt !== null)
    return {
      parts: [ABOUT_ORDER.waitingNotice(waiting.id, waiting.sendAt, desk.zone)],
      choices: [aboutChoice.stopNotice(waiting.id)],
    };
  if (isHeld) return { parts: [], choices: [] };
  const [notice] = desk.store.notices.newest(1);
  if (notice === undefined) return { parts: [ABOUT_ORDER.noNotice], choices: [] };
  return { parts: [ABOUT_ORDER.notice(notice.id, notice.sentAt, desk.zone)], choices: [aboutChoice.noticeResult()] };
}
