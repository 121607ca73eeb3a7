import { openExtensionRequests, refuseExtension } from '../../actions/ask-extension.ts';
import { acceptOffer } from '../../actions/offer-extension.ts';
import { lastToUndo } from '../../actions/press-undo.ts';
import { takeReason } from '../../language/reason-word.ts';
import { takeLaterDay } from '../../language/time/later-day.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { unitsIn } from '../../understanding/name-unit.ts';
import { VERB_OF, writeOrder } from '../../understanding/write-decision.ts';
import { sayActed } from '../../wording/acting-dialog.ts';
import { EXTENSION_REQUEST } from '../../wording/ask-extension.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { DEAF_OFFER } from '../../wording/deafness.ts';
import { sayProblem } from '../../wording/problems.ts';
import { withUndo } from '../../wording/undo.ts';
import { beginActing } from '../begin-acting.ts';
import type { Command } from '../command.ts';
import { findUnit, today, unitsToday } from '../look-up.ts';
import type { Turn } from '../turn.ts';

export const extendCommand: Command = {
  name: 'giahan',
  alias: 'extend',
  ...COMMAND_WORDS.giahan,
  ...HEARD.giahan,
  needs: 'extend',
  run(turn, args) {
    const order = readSub(args, HEARD.giahan.subs);
    if (order === null) return beginActing(turn, 'extend', args);
    if (order.sub === 'cungvay') return decideAgain(turn, order.rest);
    if (order.sub === 'matket') return extendForDeaf(turn, Number(order.rest));
    refuse(turn, order.rest);
  },
};

/** "Thanh tra tỉnh cũng vậy, đến 20/11": as the one before was given more time, or let off, with its reason. */
function decideAgain(turn: Turn, said: string): void {
  const { desk, now, person } = turn;
  const last = person === null ? null : lastToUndo(desk, { person, at: now }, ['extend', 'waive']);
  const task = last === null ? null : desk.store.tasks.find(last.tasks[0] ?? 0);
  if (task === null || (last?.kind !== 'extend' && last?.kind !== 'waive'))
    return turn.say(EXTENSION_REQUEST.sameAsWhat);
  const who = unitsIn(said, unitsToday(turn)).join(', ');
  const act = last.kind;
  const day = act === 'extend' ? (takeLaterDay(said, today(turn))?.later ?? { on: task.lastGoodDay }) : null;
  const why = act === 'extend' ? (desk.store.extensions.current(task.id)?.reason ?? null) : task.stateReason;
  beginActing(turn, act, writeOrder({ verb: VERB_OF[act], period: task.period, who, day, why }));
}

/** The button under what coordinators are told after the bot heard nobody before a deadline. */
function extendForDeaf(turn: Turn, offer: number): void {
  if (turn.person === null) return;
  const { desk, now } = turn;
  const done = acceptOffer(desk, { person: turn.person, at: now }, offer);
  if ('doneAt' in done) return turn.say(DEAF_OFFER.doneBefore(done.doneAt, desk.zone));
  if (done.ok) {
    const { changed, told, undo } = done.value;
    return turn.say(withUndo(sayActed('extend', changed, told, 0), undo));
  }
  const isOver = done.problem.problem === 'nothing-to-change';
  turn.say(isOver ? DEAF_OFFER.noLonger : sayProblem(done.problem, desk.zone));
}

/** `khong 12 sắp họp tổng kết`: the request of that report's unit is answered with no. */
function refuse(turn: Turn, rest: string): void {
  const [, id = '', reason = ''] = /^#?(\d{1,7})\s*(.*)$/su.exec(numbered(turn, rest)) ?? [];
  if (id === '' || turn.person === null) return turn.say(EXTENSION_REQUEST.noLonger);
  const act = { person: turn.person, at: turn.now };
  const done = refuseExtension(turn.desk, act, { task: Number(id), reason: takeReason(reason)?.reason ?? reason });
  if (done.ok) return turn.say(EXTENSION_REQUEST.refused(done.value));
  if (done.problem.problem === 'reason-needed') return turn.say(EXTENSION_REQUEST.refuseHow(id));
  const isOver = done.problem.problem === 'nothing-to-change';
  turn.say(isOver ? EXTENSION_REQUEST.noLonger : sayProblem(done.problem, turn.desk.zone));
}

/** "TK hạn không lùi được": the number of the report whose unit asks, in the place of the unit's code. */
function numbered(turn: Turn, rest: string): string {
  const code = /^[\p{L}\p{N}-]+/u.exec(rest)?.[0] ?? '';
  if (findUnit(turn, code) === null) return rest;
  const asked = openExtensionRequests(turn.desk, turn.now).find(({ view }) => view.unit.code === code.toUpperCase());
  return asked === undefined ? '' : `${asked.view.task.id} ${rest.slice(code.length)}`;
}
