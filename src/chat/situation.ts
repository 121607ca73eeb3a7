import { requestOf } from '../actions/ask-extension.ts';
import { botOf } from '../actions/desk.ts';
import type { Choice } from '../channels/channel.ts';
import type { Role } from '../domain/access.ts';
import { isAllowed, unitsAllowing } from '../domain/access.ts';
import type { Day } from '../domain/calendar.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import type { Unit } from '../domain/unit.ts';
import { existsOn } from '../domain/unit.ts';
import type { KnownCommand, Situation } from '../understanding/meaning.ts';
import type { Command } from './command.ts';
import type { OpenDialog } from './dialog.ts';
import { today, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';
import { mayUse } from './usable-commands.ts';

/** Everything that what is typed in this turn may depend on. */
export function situationOf(turn: Turn, commands: readonly Command[], open: OpenDialog | null): Situation<Choice> {
  const { obligations, former, forms } = turn.rules;
  const ownUnits = unitsAllowing(turn.memberships, 'submit');
  return {
    today: today(turn),
    isMember: turn.person !== null,
    maySubmit: ownUnits.length > 0,
    commands: commands.map((command) => known(turn, command)),
    reports: [...obligations, ...former.obligations],
    forms,
    units: unitsToday(turn),
    ownUnits,
    underWay: underWay(turn, ownUnits),
    awaits: open?.awaits ?? null,
    about: open?.about ?? null,
    shown: shownIn(turn),
  };
}

/** A promise is spoken of for so long after its time. */
const PROMISE_MS = 2 * 24 * 3600_000;

function underWay({ desk, now }: Turn, ownUnits: readonly string[]): Situation['underWay'] {
  const owed = ownUnits.flatMap((unit) => desk.store.tasks.outstandingOf(unit));
  return {
    promise: owed.some(({ id }) => now - (desk.store.promises.latestOf(id)?.until ?? 0) < PROMISE_MS),
    extension: owed.some((task) => requestOf(desk, task) !== null),
  };
}

function known(turn: Turn, command: Command): KnownCommand {
  // Tasks are of no use to who reports for no unit.
  const isIdle = command.name === 'nhiemvu' && turn.memberships.every(({ unit }) => unit === null);
  return { ...command, isUsable: !isIdle && mayUse(command, turn.memberships, turn.person !== null) };
}

/** The choices on the person's screen. Where they are buttons nobody sees numbers. */
function shownIn({ chat, desk, now }: Turn): Situation<Choice>['shown'] {
  const { choices: shown, choicesAt: seenFrom } = chat;
  if (shown === null) return { choices: [], numbered: false };
  const bot = botOf(desk, chat);
  // A number typed before these choices were there, or while others were on their way: nobody knows what was meant.
  const isSettled = (seenFrom === null || seenFrom <= now) && !desk.store.outbox.isSendingIn(chat.id);
  return {
    choices: (JSON.parse(shown) as Choice[][]).flat(),
    numbered: isSettled && bot?.capabilities.buttons !== true,
  };
}

/** The same for somebody of that role and no unit in particular, in the middle of nothing: of the plan alone, without a database. */
export function planSituation(
  plan: Pick<RuleBook, 'obligations' | 'forms'> & { units: readonly Unit[] },
  commands: readonly Command[],
  role: Role,
  today: Day,
): Situation {
  const memberships = [{ role, unit: null }];
  return {
    today,
    isMember: true,
    maySubmit: isAllowed(memberships, 'submit'),
    commands: commands.map((command) => ({ ...command, isUsable: mayUse(command, memberships, true) })),
    reports: plan.obligations,
    forms: plan.forms,
    units: plan.units.filter((unit) => existsOn(unit, today)),
    ownUnits: [],
    underWay: { promise: false, extension: false },
    awaits: null,
    about: null,
    shown: { choices: [], numbered: false },
  };
}
