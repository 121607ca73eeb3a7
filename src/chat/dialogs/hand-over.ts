import { z } from 'zod';
import { handOver } from '../../actions/hand-over.ts';
import { HAND_OVER, sayAskHandOver, sayWhichPlace } from '../../wording/hand-over.ts';
import { showInvitation } from '../commands/invite.ts';
import { unitName } from '../look-up.ts';
import { refuse } from '../refuse.ts';
import type { Turn } from '../turn.ts';
import { defineConfirm } from './confirm.ts';

/** Handing a liaison's place over: what it does, then the code for the successor. */
export const handOverDialog = defineConfirm({
  kind: 'hand-over',
  schema: z.object({ leaver: z.number(), unit: z.string() }),
  what: HAND_OVER.what,
  ask(turn, { leaver, unit }) {
    const name = leaver === turn.person ? null : (turn.desk.store.people.find(leaver)?.name ?? '');
    return {
      text: sayAskHandOver({ name, unit: unitName(turn, unit) }),
      yes: HAND_OVER.yes,
      no: HAND_OVER.no,
      beside: true,
    };
  },
  yes(turn, place) {
    if (turn.person === null) return;
    const made = handOver(turn.desk, { person: turn.person, at: turn.now }, place);
    if (!made.ok) return refuse(turn, made.problem, 'bangiao');
    turn.say(HAND_OVER.passOn);
    showInvitation(turn, made.value);
  },
  no: (turn) => turn.say(HAND_OVER.kept),
});

/** A person's own places as a liaison. */
export function ownPlaces({ memberships, person }: Turn): { leaver: number; unit: string }[] {
  return memberships.flatMap(({ role, unit }) =>
    role === 'liaison' && unit !== null && person !== null ? [{ leaver: person, unit }] : [],
  );
}

/** Begins with the one place there is, or asks which. */
export function beginHandOver(turn: Turn, places: readonly { leaver: number; unit: string }[]): void {
  const [only, another] = places;
  if (only === undefined) return turn.say(HAND_OVER.none);
  if (another === undefined) return handOverDialog.begin(turn, only);
  turn.say({
    text: sayWhichPlace(),
    choices: places.map(({ leaver, unit }) => {
      const name = leaver === turn.person ? '' : `${turn.desk.store.people.find(leaver)?.name ?? ''} – `;
      return [{ label: `${name}${unitName(turn, unit)}`.slice(0, 60), value: `/bangiao ${unit} ${leaver}` }];
    }),
    answer: 'pick',
  });
}
