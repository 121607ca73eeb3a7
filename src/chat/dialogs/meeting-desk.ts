import { z } from 'zod';
import { confirmGuests, strikeGuests, waitingGuests } from '../../actions/meeting.ts';
import { reachOf } from '../../actions/round-status.ts';
import { readStrike } from '../../language/change/strike-words.ts';
import { sayNoneFits } from '../../wording/dialogs.ts';
import { MEETING_WORDS, sayConfirmed, sayGuests, sayNoGuests, sayStruck } from '../../wording/meeting.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Dialog, Reply } from '../dialog.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { decisionOf } from './confirm.ts';

/** When the list was shown: nobody is confirmed in a unit that was not on it. */
const schema = z.object({ shownAt: z.number() });
type Content = z.infer<typeof schema>;

/** A coordinator looks over who came in by a meeting's code, strikes out, and confirms the others at one tap. */
export const meetingDeskDialog: Dialog<Content> = {
  kind: 'meeting-desk',
  schema,
  answer: take,
  repeat: (turn, _content, problem) => showGuests(turn, problem),
  awaits: () => 'choice',
  describe: () => MEETING_WORDS.whatConfirming,
};

/** Shows everybody who waits; false when there is nobody. */
export function showGuests(turn: Turn, before: RichText = []): void {
  const { chosen, choosing } = waitingGuests(turn.desk);
  if (chosen.length === 0) {
    turn.finish();
    return turn.say({
      text: join([before, sayNoGuests(choosing)], '\n\n'),
      choices: [[{ label: MEETING_WORDS.refresh, value: '/cuochop' }]],
      answer: 'pick',
    });
  }
  turn.keep(meetingDeskDialog.kind, { shownAt: turn.now });
  const { store } = turn.desk;
  const lines = chosen.map(({ number, name, unit, person }) => ({
    number,
    name,
    unit: store.units.find(unit, today(turn)) ?? { code: unit, shortName: unit },
    holders: store.people
      .ofUnit(unit)
      .filter((member) => member.role === 'liaison' && member.person !== person)
      .map((member) => member.name),
  }));
  turn.say({
    text: join([before, sayGuests(lines, choosing)], '\n\n'),
    choices: [[turn.choice(MEETING_WORDS.confirm(lines.length), 'yes')], [turn.choice(MEETING_WORDS.later, 'later')]],
    answer: 'pick',
  });
}

function take(turn: Turn, { shownAt }: Content, reply: Reply): void {
  if (turn.person === null) return;
  const act = { person: turn.person, at: turn.now };
  const numbers = reply.picked ? null : readStrike(reply.text);
  if (numbers !== null) {
    const struck = strikeGuests(turn.desk, act, shownAt, numbers);
    if (!struck.ok) return refuse(turn, sayProblem(struck.problem, turn.desk.zone));
    return showGuests(turn, struck.value.length === 0 ? MEETING_WORDS.noSuchNumbers(numbers) : sayStruck(struck.value));
  }
  const decision = decisionOf(reply);
  if (decision === 'no' || (reply.picked && reply.text === 'later')) return refuse(turn, MEETING_WORDS.put);
  if (decision !== 'yes') return showGuests(turn, sayNoneFits(reply.text));
  turn.finish();
  const done = confirmGuests(turn.desk, act, shownAt);
  if (!done.ok) return turn.say(sayProblem(done.problem, turn.desk.zone));
  const owing = turn.desk.store.units.owingOn(today(turn));
  const alone = owing.filter((unit) => reachOf(turn.desk, unit.code) === 'nobody').map((unit) => unit.shortName);
  turn.say(sayConfirmed({ ...done.value, alone }));
}

function refuse(turn: Turn, why: RichText): void {
  turn.finish();
  turn.say(why);
}
