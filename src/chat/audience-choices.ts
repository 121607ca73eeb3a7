import { z } from 'zod';
import type { Audience } from '../actions/announce.ts';
import { AUDIENCE_STATES } from '../actions/announce.ts';
import { offeredAudiences } from '../actions/offered-audience.ts';
import { ROLES } from '../domain/access.ts';
import { UNIT_KINDS } from '../domain/unit.ts';
import { ANNOUNCE_WORDS } from '../wording/dialogs.ts';
import { sayAskAudience } from '../wording/notice.ts';
import type { RichText } from '../wording/rich-text.ts';
import { join } from '../wording/rich-text.ts';
import type { Turn } from './turn.ts';

const narrowed = {
  kinds: z.array(z.enum(UNIT_KINDS)).optional(),
  except: z.array(z.string()).optional(),
  roles: z.array(z.enum(ROLES)).optional(),
  people: z.array(z.number()).optional(),
};
/** Whom a notice is for, as a dialog keeps it. */
export const audienceSchema: z.ZodType<Audience> = z.discriminatedUnion('to', [
  z.object({ to: z.literal('all'), ...narrowed }),
  z.object({ to: z.literal('kind'), kind: z.enum(UNIT_KINDS), ...narrowed }),
  z.object({
    to: z.enum(AUDIENCE_STATES),
    obligation: z.string(),
    period: z.string(),
    units: z.array(z.string()).optional(),
    ...narrowed,
  }),
  z.object({ to: z.literal('units'), units: z.array(z.string()), ...narrowed }),
]);
/** Asks for whom it is; words of their own are taken as well. */
export function askAudience(turn: Turn, problem: RichText): void {
  turn.say({
    text: join([problem, sayAskAudience()], '\n\n'),
    choices: [
      ...offeredAudiences(turn.desk, turn.now).map(({ label, value, words }) => [turn.choice(label, value, { words })]),
      [turn.choice(ANNOUNCE_WORDS.units, 'units')],
    ],
    answer: 'pick',
  });
}
