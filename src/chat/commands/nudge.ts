import { settledAmong } from '../../actions/nudge.ts';
import { NUDGE_WORDS_LIMIT } from '../../actions/nudge-preview.ts';
import { nudgeResult } from '../../actions/nudge-result.ts';
import { roundStatus } from '../../actions/round-status.ts';
import { viewTask } from '../../actions/task-view.ts';
import { asksToSign, behindChase, writeChaseOrder } from '../../understanding/chase-order.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { ANNOUNCE_WORDS, NUDGE_WORDS } from '../../wording/dialogs.ts';
import { sayWhyMissed } from '../../wording/notice-result.ts';
import { sayNudgeResult, saySettled } from '../../wording/nudge.ts';
import { join } from '../../wording/rich-text.ts';
import { sayWhichRound } from '../../wording/round.ts';
import type { Command } from '../command.ts';
import { nudgeDialog } from '../dialogs/nudge.ts';
import { unitName } from '../look-up.ts';
import type { Chased } from '../named-nudge.ts';
import { namedNudge } from '../named-nudge.ts';
import type { Turn } from '../turn.ts';

export const nudgeCommand: Command = {
  name: 'dondoc',
  alias: 'nudge',
  ...COMMAND_WORDS.dondoc,
  ...HEARD.dondoc,
  needs: 'chase',
  run(turn, args) {
    const order = readSub(args, HEARD.dondoc.subs);
    if (order !== null) return showResult(turn, order.rest);
    const which = namedNudge(turn, behindChase(args) ?? args);
    if ('problem' in which) return turn.say(which.problem);
    const { desk, now } = turn;
    const open = which.rounds
      .map((round) => ({ round, status: roundStatus(desk, round.obligation, round.period, now) }))
      .filter(({ status }) => status?.units.some((one) => isMeant(one, which)) === true);
    const examples = open.flatMap(({ status }) => (status === null ? [] : [status.example]));
    const rest = ` ${writeChaseOrder(which.asSaid ?? which.units, which.except, which.words)}`.trimEnd();
    if (examples.length > 1) return turn.say(sayWhichRound(examples, '/dondoc', rest));
    const { obligation, period } = open[0]?.round ?? which.rounds[0];
    const { units, named, except, words, everybody } = which;
    const content = {
      obligation,
      period,
      units,
      named: units === null ? null : named,
      except,
      everybody,
      words: words.slice(0, NUDGE_WORDS_LIMIT),
    };
    const settled = settledAmong(desk, content, which.named);
    const problem = join([
      which.unknown.length === 0 ? [] : ANNOUNCE_WORDS.leftUnknown(which.unknown),
      settled.length === 0 ? [] : saySettled(settled.map((code) => unitName(turn, code))),
      asksToSign(args) ? NUDGE_WORDS.ownName : [],
    ]);
    nudgeDialog.begin(turn, content, problem);
  },
};

function isMeant(one: { standing: string; unit: { code: string } }, { units, except }: Chased): boolean {
  const { code } = one.unit;
  return one.standing === 'missing' && (units === null || units.includes(code)) && !except.includes(code);
}

/** What became of the nudge with that number, or of the last one. */
function showResult(turn: Turn, typed: string): void {
  const { store, zone } = turn.desk;
  const id = /^#?\d{1,9}$/u.test(typed.trim()) ? Number(typed.trim().replace('#', '')) : store.nudges.newestId();
  const nudge = id === null ? null : store.nudges.find(id);
  const [example] = nudge === null ? [] : store.tasks.ofRound(nudge.obligation, nudge.period);
  if (nudge === null || example === undefined) return turn.say(NUDGE_WORDS.noNudge);
  const result = nudgeResult(turn.desk, nudge);
  turn.say(
    sayNudgeResult({
      ...result,
      view: viewTask(turn.desk, example),
      by: store.people.find(nudge.by)?.name ?? '',
      at: nudge.at,
      zone,
      missed: result.missed.map(({ name, state, failure }) => ({ name, why: sayWhyMissed(state, failure) })),
    }),
  );
}
