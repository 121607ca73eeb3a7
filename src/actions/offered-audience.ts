import type { Instant } from '../domain/calendar.ts';
import { UNIT_KINDS } from '../domain/unit.ts';
import { AUDIENCE_WORDS } from '../language/desk/audience-words.ts';
import { ANNOUNCE_WORDS } from '../wording/dialogs.ts';
import { UNIT_KIND_NAMES } from '../wording/notice.ts';
import { sayReportShort } from '../wording/period.ts';
import type { Audience } from './announce.ts';
import type { Desk } from './desk.ts';
import { openRounds } from './round-status.ts';
import { viewTask } from './task-view.ts';

/** An audience to choose; `words` are those that people call it by. */
export interface OfferedAudience {
  value: string;
  label: string;
  words: readonly string[];
}

const ROUNDS_OFFERED = 4;

/** Whom a notice can be for at one press: everybody, who is missing, the kinds of units there are. */
export function offeredAudiences(desk: Desk, now: Instant): OfferedAudience[] {
  const kinds = new Set(desk.store.units.all().flatMap((unit) => (unit.compiles ? [] : [unit.kind])));
  return [
    { value: 'all', label: ANNOUNCE_WORDS.all, words: AUDIENCE_WORDS.all },
    ...missingOnes(desk, now),
    ...UNIT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
      value: kind,
      label: UNIT_KIND_NAMES[kind],
      words: AUDIENCE_WORDS[kind],
    })),
  ];
}

/** Who is missing, in each round that is current: named by its report where there are several. */
function missingOnes(desk: Desk, now: Instant): OfferedAudience[] {
  const rounds = openRounds(desk, now).slice(0, ROUNDS_OFFERED);
  return rounds.flatMap(({ obligation, period }) => {
    const [task] = desk.store.tasks.ofRound(obligation, period);
    if (task === undefined) return [];
    const view = viewTask(desk, task);
    const name = sayReportShort(view.obligation, view.period);
    const label = rounds.length === 1 ? ANNOUNCE_WORDS.missing : ANNOUNCE_WORDS.missingOf(name);
    const words = AUDIENCE_WORDS.missing.flatMap((one) => [one, `${one} ${name}`]);
    return [{ value: `missing:${obligation}:${period}`, label, words }];
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
