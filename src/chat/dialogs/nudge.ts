import { z } from 'zod';
import { nudge, nudgePreview } from '../../actions/nudge.ts';
import { roundStatus } from '../../actions/round-status.ts';
import { mayDisturb, nextSendingMoment } from '../../domain/sending-hours.ts';
import { NUDGE_WORDS } from '../../wording/dialogs.ts';
import { sayNudgeDone, sayNudgePreview } from '../../wording/nudge.ts';
import type { Turn } from '../turn.ts';
import type { Question } from './confirm.ts';
import { defineConfirm } from './confirm.ts';

const schema = z.object({ obligation: z.string(), period: z.string() });
type Round = z.infer<typeof schema>;

/** Chasing all who are missing: who gets it is shown first. */
export const nudgeDialog = defineConfirm({
  kind: 'nudge',
  schema,
  what: NUDGE_WORDS.what,
  ask: askNudge,
  yes(turn, round) {
    if (turn.person === null) return;
    const count = nudge(turn.desk, { person: turn.person, at: turn.now }, round.obligation, round.period);
    turn.say(sayNudgeDone(count, mayDisturb(turn.rules.policy, turn.rules.calendar, turn.now)));
  },
  no: (turn) => turn.say(NUDGE_WORDS.dropped),
});

function askNudge(turn: Turn, round: Round): Question | null {
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  const recipients = nudgePreview(turn.desk, round.obligation, round.period, turn.now);
  if (status === null || recipients.units.length === 0) {
    turn.say(NUDGE_WORDS.nobody);
    return null;
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
    arrival: arrivalOf(turn, status.example.deadline.cutOffAt),
  });
  if (people > 0) return { text, yes: NUDGE_WORDS.send(people), no: NUDGE_WORDS.drop };
  turn.say(text);
  return null;
}

function arrivalOf({ rules, now, desk }: Turn, cutOffAt: number) {
  const at = nextSendingMoment(rules.policy, rules.calendar, now);
  // What is over already cannot come too late.
  return at === now ? null : { at, isLate: now < cutOffAt && at >= cutOffAt, zone: desk.zone };
}
