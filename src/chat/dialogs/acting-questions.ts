import { effectOn, untilOf } from '../../actions/acting-effect.ts';
import { generalOf, previewActing } from '../../actions/acting-preview.ts';
import type { OpenRequest } from '../../actions/ask-extension.ts';
import { requestOf } from '../../actions/ask-extension.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import type { Choice } from '../../channels/channel.ts';
import { AUDIENCE_WORDS } from '../../language/desk/audience-words.ts';
import type { Task } from '../../store/tasks.ts';
import { unitsIn } from '../../understanding/name-unit.ts';
import { VERB_OF, writeOrder } from '../../understanding/write-decision.ts';
import {
  ACTING_BUTTONS,
  ACTING_WORDS,
  sayAskActingRound,
  sayAskReason,
  sayAskUntil,
  sayAskWho,
  sayOnlyInReason,
} from '../../wording/acting-dialog.ts';
import { AS_ASKED, sayAsAsked, sayAskedReason, sayRequested } from '../../wording/ask-extension.ts';
import { sayReportFirst } from '../../wording/period.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { namesOfTasks, unitsToday } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import type { ActingDraft } from './acting.ts';

const KIND = 'acting';
/** More waived units than that are named by what is typed. */
const OFFERED_UNITS = 10;
const OFFERED_DAYS = [1, 2, 5];

/** Says what the draft waits for. */
export function askActing(turn: Turn, draft: ActingDraft, problem: RichText = []): void {
  if (draft.stage === 'confirm') return askDecision(turn, draft, problem);
  turn.keep(KIND, draft);
  const { text, choices, answer } = question(turn, draft, problem.length > 0);
  turn.say({ text: join([problem, text], '\n\n'), choices, answer });
}

function question(
  turn: Turn,
  draft: ActingDraft,
  isMisread: boolean,
): { text: RichText; choices: Choice[][]; answer: 'pick' | 'free' } {
  if (draft.stage === 'round') {
    const choices = draft.rounds.flatMap((round) => {
      const [task] = turn.desk.store.tasks.ofRound(round.obligation, round.period);
      if (task === undefined) return [];
      const { obligation, period } = viewTask(turn.desk, task);
      const label = sayReportFirst(obligation, period);
      return [[turn.choice(label, `${round.obligation} ${round.period}`, { report: round })]];
    });
    return { text: sayAskActingRound(draft.act, draft.typed), choices, answer: 'pick' };
  }
  if (draft.stage === 'who') return askWho(turn, draft, isMisread);
  if (draft.stage === 'later') {
    const days = OFFERED_DAYS.map((days) => [turn.choice(ACTING_BUTTONS.more(days), String(days))]);
    const asked = askedBy(turn, draft);
    const until = sayAskUntil(namesOfTasks(turn, draft.tasks ?? []));
    if (asked === null) return { text: until, choices: days, answer: 'free' };
    const first = [turn.choice(sayAsAsked(asked.until), 'asked', { words: AS_ASKED })];
    return { text: join([sayRequested(asked), until], '\n\n'), choices: [first, ...days], answer: 'free' };
  }
  return { text: sayAskReason(draft.act, namesOfTasks(turn, draft.tasks ?? [])), choices: [], answer: 'free' };
}

/** What the one unit it is about asks for, and nobody has answered. */
export function askedBy(turn: Turn, { act, tasks }: ActingDraft): OpenRequest | null {
  const [id, another] = tasks ?? [];
  const task = act !== 'extend' || id === undefined || another !== undefined ? null : turn.desk.store.tasks.find(id);
  return task === null ? null : requestOf(turn.desk, task);
}

/** The unit's own reason, where just what it asks for is granted. */
export function reasonAsked(turn: Turn, draft: ActingDraft): string | null {
  const asked = draft.later !== null && 'on' in draft.later ? askedBy(turn, draft) : null;
  const isAsAsked = draft.later !== null && 'on' in draft.later && draft.later.on === asked?.until;
  return isAsAsked && asked?.reason != null ? sayAskedReason(asked.reason) : null;
}

/** `isMisread`: some were named, and are not known: all of them are offered in no one's place. */
function askWho(turn: Turn, draft: ActingDraft, isMisread: boolean): ReturnType<typeof question> {
  const tasks = roundOf(turn, draft);
  const text = sayAskWho(draft.act, exampleOf(turn, tasks));
  if (draft.act === 'owe') {
    const waived = tasks.filter(({ state }) => state === 'waived').map((task) => viewTask(turn.desk, task).unit);
    const choices = waived.slice(0, OFFERED_UNITS).map(({ code, shortName }) => [turn.choice(shortName, code)]);
    return { text, choices, answer: 'pick' };
  }
  const all = turn.choice(ACTING_BUTTONS.all(tasks.length), 'all', { words: AUDIENCE_WORDS.all });
  const isWaived = draft.act === 'waive' && tasks.some(({ state }) => state === 'waived');
  return {
    text,
    choices: isMisread ? [] : isWaived ? [[all], [turn.choice(ACTING_BUTTONS.owe, 'owe')]] : [[all]],
    answer: 'pick',
  };
}

/** Shows what changes for whom; where nothing would, says why, and asks again for what stands in the way. */
function askDecision(turn: Turn, draft: ActingDraft, problem: RichText): void {
  const { act, later, reason } = draft;
  if (turn.person === null) return;
  const round = roundOf(turn, draft);
  const tasks = draft.tasks ?? [];
  const preview = previewActing(
    turn.desk,
    { person: turn.person, at: turn.now },
    { act, round, tasks, until: dayMeant(turn, draft, later), reason: reason ?? '' },
  );
  if ('nothing' in preview) {
    const text = join([problem, preview.nothing], '\n\n');
    if (preview.isDay) return askActing(turn, { ...draft, stage: 'later', later: null }, text);
    turn.finish();
    return turn.say(text);
  }
  turn.keep(KIND, { ...draft, seen: preview.seen });
  turn.say({
    text: join([problem, preview.text, onlyInReason(turn, draft)], '\n\n'),
    choices: [[turn.choice(ACTING_WORDS[act].yes(preview.changing), 'yes')], ...changes(turn, draft)],
    answer: 'pick',
  });
}

/** A unit that stands in the reason alone is not decided about: that is said. */
function onlyInReason(turn: Turn, draft: ActingDraft): RichText {
  const meant = meantOf(turn, draft).map(({ unit }) => unit);
  const named = unitsIn(draft.reason ?? '', unitsToday(turn)).filter((code) => !meant.includes(code));
  const units = unitsToday(turn).filter(({ code, compiles }) => named.includes(code) && !compiles);
  return units.length === 0 ? [] : sayOnlyInReason(units.map(({ shortName }) => shortName));
}

function dayMeant(turn: Turn, draft: ActingDraft, later: ActingDraft['later']): string | null {
  return later === null ? null : untilOf(turn.desk, meantOf(turn, draft), later, turn.now);
}

export function meantOf(turn: Turn, draft: ActingDraft): Task[] {
  return roundOf(turn, draft).filter(({ id }) => draft.tasks?.includes(id));
}

function changes(turn: Turn, { act }: ActingDraft): Choice[][] {
  const who = turn.choice(ACTING_BUTTONS.changeWho, 'who');
  const reason = turn.choice(ACTING_BUTTONS.changeReason, 'reason');
  const row = act === 'extend' ? [turn.choice(ACTING_BUTTONS.changeDay, 'day'), who, reason] : [who, reason];
  return [row, [turn.choice(ACTING_BUTTONS.drop, 'drop')]];
}

/** Whether the decision, as far as it is known, does anything. */
export function changesSomething(turn: Turn, draft: ActingDraft): boolean {
  const until = dayMeant(turn, draft, draft.later);
  return effectOn(turn.desk, { act: draft.act, until, now: turn.now }, meantOf(turn, draft)).changing.length > 0;
}

function roundOf(turn: Turn, { rounds: [round] }: ActingDraft): Task[] {
  return round === undefined ? [] : turn.desk.store.tasks.ofRound(round.obligation, round.period);
}

function exampleOf(turn: Turn, tasks: readonly Task[]): TaskView {
  return viewTask(turn.desk, generalOf(tasks));
}

/** The decision for these as it would be typed; without its reason where that is not known. */
export function orderTyped({ act, later, rounds }: ActingDraft, tasks: readonly Task[], why: string | null): string {
  const who = tasks.map(({ unit }) => unit).join(', ');
  return writeOrder({ verb: VERB_OF[act], period: rounds[0]?.period ?? null, who, day: later, why });
}
