import { everyBotLink, withApps } from '../../actions/bots.ts';
import { storeInvitationPicture } from '../../actions/invitation-picture.ts';
import { closeMeeting, openMeeting, waitingGuests } from '../../actions/meeting.ts';
import type { Meeting } from '../../store/meetings.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { INVITATION_QR } from '../../wording/invite.ts';
import { MEETING_HINT, MEETING_WORDS, sayMeeting } from '../../wording/meeting.ts';
import { sayProblem } from '../../wording/problems.ts';
import { join } from '../../wording/rich-text.ts';
import type { Command } from '../command.ts';
import { showGuests } from '../dialogs/meeting-desk.ts';
import type { Turn } from '../turn.ts';

const HOURS = 4;
const MOST_HOURS = 24;

export const meetingCommand: Command = {
  name: 'cuochop',
  alias: 'meeting',
  ...COMMAND_WORDS.cuochop,
  ...HEARD.cuochop,
  needs: 'invite',
  run(turn, args) {
    const order = readSub(args, HEARD.cuochop.subs);
    const current = turn.desk.store.meetings.current(turn.now);
    if (order?.sub === 'dong') return close(turn, current);
    if (order?.sub === 'mo') return beginMeeting(turn, order.rest);
    if (order?.sub === 'ma') return current === null ? turn.say(MEETING_WORDS.notOpen) : show(turn, current);
    const { chosen, choosing } = waitingGuests(turn.desk);
    if (current === null && chosen.length + choosing === 0) return beginMeeting(turn, args);
    showGuests(turn);
  },
};

/** Opens a meeting for as many hours as were said. */
export function beginMeeting(turn: Turn, said: string): void {
  const number = /\d+/u.exec(said)?.[0];
  const hours = number === undefined ? HOURS : Number(number);
  if (hours < 1 || hours > MOST_HOURS) return turn.say(MEETING_WORDS.wrongHours);
  const opened = openMeeting(turn.desk, { person: turn.person, at: turn.now }, hours);
  if (!opened.ok) return turn.say(sayProblem(opened.problem, turn.desk.zone));
  show(turn, opened.value);
}

function show(turn: Turn, { code, expiresAt }: Meeting): void {
  if (code === null) return turn.say(MEETING_WORDS.notOpen);
  const botLinks = withApps(turn.desk, everyBotLink(turn.desk, code));
  turn.say(join([sayMeeting({ code, until: expiresAt, zone: turn.desk.zone, botLinks }), MEETING_HINT], '\n\n'));
  const picture = storeInvitationPicture(turn.desk, turn.chat, botLinks);
  if (picture !== null) turn.attach(picture.file, INVITATION_QR.say(turn.desk.titleOf(picture.channel), code));
}

function close(turn: Turn, current: Meeting | null): void {
  if (current === null || turn.person === null) return turn.say(MEETING_WORDS.notOpen);
  const closed = closeMeeting(turn.desk, { person: turn.person, at: turn.now }, current.id);
  if (!closed.ok) return turn.say(sayProblem(closed.problem, turn.desk.zone));
  turn.say(closed.value ? MEETING_WORDS.closed : MEETING_WORDS.notOpen);
}
