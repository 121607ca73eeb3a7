import { z } from 'zod';
import { nudge, nudgePreview } from '../../actions/nudge.ts';
import { roundStatus } from '../../actions/round-status.ts';
import { mayDisturb } from '../../domain/sending-hours.ts';
import { readReply } from '../../language/choice-word.ts';
import { NUDGE_WORDS } from '../../wording/dialogs.ts';
import { sayNudgeDone, sayNudgePreview } from '../../wording/nudge.ts';
import type { Dialog } from '../command.ts';
import type { Turn } from '../turn.ts';

const NUDGE = 'nudge';
const contentSchema = z.object({ obligation: z.string(), period: z.string() });
type Content = z.infer<typeof contentSchema>;

/** Chasing all who are missing: who gets it is shown first. */
export const nudgeDialog: Dialog = {
  kind: NUDGE,
  answer(turn, stored, reply) {
    const content = contentSchema.parse(stored);
    const typed = readReply(reply.text);
    const word = reply.picked ? reply.text : typed === 'yes' ? 'send' : typed === 'no' ? 'drop' : 'again';
    if (word === 'drop') {
      turn.finish();
      return turn.say(NUDGE_WORDS.dropped);
    }
    if (word !== 'send' || turn.person === null) return beginNudging(turn, content);
    turn.finish();
    const count = nudge(turn.desk, { person: turn.person, at: turn.now }, content.obligation, content.period);
    turn.say(sayNudgeDone(count, mayDisturb(turn.rules.policy, turn.rules.calendar, turn.now)));
  },
  repeat(turn, stored) {
    beginNudging(turn, contentSchema.parse(stored));
  },
  takesNumbers: () => false,
  describe: () => NUDGE_WORDS.what,
};

export function beginNudging(turn: Turn, round: Content): void {
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  const recipients = nudgePreview(turn.desk, round.obligation, round.period, turn.now);
  if (status === null || recipients.units.length === 0) {
    turn.finish();
    return turn.say(NUDGE_WORDS.nobody);
  }
  const shortName = (code: string): string =>
    turn.desk.store.units.find(code, status.example.deadline.lastGoodDay)?.shortName ?? code;
  const people = recipients.people.length - recipients.shutOut.length;
  const unheard = [...recipients.withoutPeople, ...recipients.unitsShutOut];
  const text = sayNudgePreview({
    view: status.example,
    names: recipients.units.filter((code) => !unheard.includes(code)).map(shortName),
    people,
    shutOut: recipients.unitsShutOut.map(shortName),
    withoutPeople: recipients.withoutPeople.map(shortName),
  });
  if (people === 0) {
    turn.finish();
    return turn.say(text);
  }
  turn.keep(NUDGE, round);
  turn.say({
    text,
    choices: [[turn.choice(NUDGE_WORDS.send(people), 'send')], [turn.choice(NUDGE_WORDS.drop, 'drop')]],
    answer: 'pick',
  });
}
