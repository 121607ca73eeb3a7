import { z } from 'zod';
import type { Audience } from '../actions/announce.ts';
import { AUDIENCE_STATES } from '../actions/announce.ts';
import { openRounds } from '../actions/round-status.ts';
import { viewTask } from '../actions/task-view.ts';
import type { Choice } from '../channels/channel.ts';
import { ROLES } from '../domain/access.ts';
import { UNIT_KINDS } from '../domain/unit.ts';
import { AUDIENCE_WORDS } from '../language/audience-words.ts';
import { ANNOUNCE_WORDS } from '../wording/dialogs.ts';
import { sayAskAudience, UNIT_KIND_NAMES } from '../wording/notice.ts';
import { sayReportShort } from '../wording/period.ts';
import type { RichText } from '../wording/rich-text.ts';
import { join } from '../wording/rich-text.ts';
import type { Turn } from './turn.ts';

const narrowed = {
  kinds: z.array(z.enum(UNIT_KINDS)).optional(),
  except: z.array(z.string()).optional(),
  roles: z.array(z.enum(ROLES)).optional(),
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
  const kinds = new Set(
    turn.desk.store.units
      .all()
      .filter((unit) => !unit.compiles)
      .map((unit) => unit.kind),
  );
  turn.say({
    text: join([problem, sayAskAudience()], '\n\n'),
    choices: [
      [turn.choice(ANNOUNCE_WORDS.all, 'all', { words: AUDIENCE_WORDS.all })],
      ...missingChoices(turn),
      ...UNIT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => [
        turn.choice(UNIT_KIND_NAMES[kind], kind, { words: AUDIENCE_WORDS[kind] }),
      ]),
      [turn.choice(ANNOUNCE_WORDS.units, 'units')],
    ],
    answer: 'pick',
  });
}

const ROUNDS_OFFERED = 4;

/** Who is missing, in each round that is current: named by its report where there are several. */
function missingChoices(turn: Turn): Choice[][] {
  const rounds = openRounds(turn.desk, turn.now).slice(0, ROUNDS_OFFERED);
  return rounds.flatMap(({ obligation, period }) => {
    const [task] = turn.desk.store.tasks.ofRound(obligation, period);
    if (task === undefined) return [];
    const view = viewTask(turn.desk, task);
    const name = sayReportShort(view.obligation, view.period);
    const label = rounds.length === 1 ? ANNOUNCE_WORDS.missing : ANNOUNCE_WORDS.missingOf(name);
    const words = AUDIENCE_WORDS.missing.flatMap((one) => [one, `${one} ${name}`]);
    return [[turn.choice(label, `missing:${obligation}:${period}`, { words })]];
  });
}

/** What the value of such a choice stands for. */
export function audienceOf(word: string): Audience | null {
  if (word === 'all') return { to: 'all' };
  const kind = UNIT_KINDS.find((one) => one === word);
  if (kind !== undefined) return { to: 'kind', kind };
  const [to, obligation, period] = word.split(':');
  return to === 'missing' && obligation !== undefined && period !== undefined ? { to, obligation, period } : null;
}
