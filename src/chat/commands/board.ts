import {
  type BoardOffer,
  endSessions,
  offerBoard,
  offerView,
  openViews,
  revokeView,
  sessionsOf,
} from '../../actions/board-access.ts';
import { takeAll } from '../../language/desk/all-words.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import {
  sayBoardOffer,
  sayNoBoard,
  saySessions,
  saySessionsEnded,
  sayViewOffer,
  sayViewRevoked,
  sayViews,
  sayWhichSession,
} from '../../wording/board-access.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { RichText } from '../../wording/rich-text.ts';
import type { Command } from '../command.ts';
import { refuse } from '../refuse.ts';
import type { Turn } from '../turn.ts';

type Sub = keyof typeof HEARD.bang.subs;

const SUBS: Readonly<Record<Sub, (turn: Turn, person: number, rest: string) => void>> = {
  phien: (turn, person) => turn.say(saySessions(sessionsOf(turn.desk, person, turn.now), turn.desk.zone)),
  dong: close,
  xem: showViews,
  thuhoi: (turn, person, rest) =>
    turn.say(sayViewRevoked(revokeView(turn.desk, { person, at: turn.now }, readNumber(rest)))),
};

export const boardCommand: Command = {
  name: 'bang',
  alias: 'board',
  ...COMMAND_WORDS.bang,
  ...HEARD.bang,
  needs: 'watch-round',
  run(turn, args) {
    const { person } = turn;
    if (person === null) return;
    const order = readSub(args, HEARD.bang.subs);
    if (order !== null) return SUBS[order.sub](turn, person, order.rest);
    tell(turn, offerBoard(turn.desk, { person, at: turn.now }, turn.chat), sayBoardOffer);
  },
};

function tell(turn: Turn, offer: BoardOffer, how: typeof sayBoardOffer | typeof sayViewOffer): void {
  if (!('refused' in offer)) return turn.say(how(offer.url, offer.until, turn.desk.zone) satisfies RichText);
  if (offer.refused === 'no-pages') return turn.say(sayNoBoard());
  refuse(turn, { problem: 'not-allowed' }, 'bang');
}

/** "/bang dong 3", "/bang dong tat ca". */
function close(turn: Turn, person: number, rest: string): void {
  const { isAll } = takeAll(rest);
  const ids = isAll ? sessionsOf(turn.desk, person, turn.now).map(({ id }) => id) : [readNumber(rest)];
  if (!isAll && ids.includes(0)) return turn.say(sayWhichSession());
  turn.say(saySessionsEnded(endSessions(turn.desk, { person, at: turn.now }, ids)));
}

/** "/bang xem": the first one is made at once; beside others only when it is asked for. */
function showViews(turn: Turn, person: number, rest: string): void {
  const open = openViews(turn.desk, turn.now);
  if (open.length > 0 && rest === '') return turn.say(sayViews(open, turn.desk.zone));
  tell(turn, offerView(turn.desk, { person, at: turn.now }, turn.chat), sayViewOffer);
}

/** The number at the beginning; 0 where there is none. */
function readNumber(text: string): number {
  const found = /^\D{0,12}(\d{1,9})\b/u.exec(text)?.[1];
  return found === undefined ? 0 : Number(found);
}
