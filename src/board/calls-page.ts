import { callList, type UnitToCall } from '../actions/call-list.ts';
import type { Desk } from '../actions/desk.ts';
import { noteCall } from '../actions/note-call.ts';
import { currentRounds, roundStatus } from '../actions/round-status.ts';
import { viewTask } from '../actions/task-view.ts';
import { atTime, type Instant } from '../domain/calendar.ts';
import { toLocal } from '../domain/local-time.ts';
import { isOutstanding } from '../domain/task.ts';
import { readPromised } from '../language/desk/call-word.ts';
import { BOARD_CALLS as WORDS } from '../wording/board-acts.ts';
import type { BoardBlock, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { sayCallNoted, sayCallReason, sayLastCall } from '../wording/call-list.ts';
import { sayReport, sayReportFirst } from '../wording/period.ts';
import { table } from './blocks.ts';
import { type BoardDeed, done, first, numberIn, refused, stopped } from './posted.ts';

/** Whom no message reaches or moves, in each round that is current; and a form to tick a call off. */
export function boardCalls(desk: Desk, now: Instant, typed: BoardPosted): BoardPage {
  const statuses = currentRounds(desk, now).flatMap(({ obligation, period }) => {
    const status = roundStatus(desk, obligation, period, now);
    return status === null ? [] : [status];
  });
  const blocks = statuses.flatMap((status): BoardBlock[] => {
    const title = sayReport(status.example.obligation, status.example.period);
    const rows = callList(desk, status, now).map((one) => [
      { text: `${one.unit.shortName} (${one.unit.code})`, to: `task/${one.task.id}` },
      { text: reasonOf(one, desk, now) },
      { text: one.people.join(', ') },
      { text: sayLastCall(one, now, desk.zone).replace(/^ \(|\)$/gu, '') },
      { text: WORDS.form, to: `calls?don-vi=${one.task.id}` },
    ]);
    return [{ is: 'heading', text: title }, table(title, WORDS.head, rows, WORDS.empty)];
  });
  const owed = statuses.flatMap(({ units }) => units.filter(({ task }) => isOutstanding(task.state)));
  const options = owed.map(({ task, unit }) => {
    const { obligation, period } = viewTask(desk, task);
    return { value: String(task.id), label: `${unit.shortName}: ${sayReportFirst(obligation, period).toLowerCase()}` };
  });
  return { title: WORDS.title, blocks: options.length === 0 ? blocks : [callForm(options, typed), ...blocks] };
}

function reasonOf(one: UnitToCall, desk: Desk, now: Instant): string {
  return one.stance === 'nobody' ? WORDS.nobody : sayCallReason(one, now, desk.zone);
}

function callForm(options: readonly { value: string; label: string }[], typed: BoardPosted): BoardForm {
  return {
    is: 'form',
    act: 'call',
    label: WORDS.form,
    keeps: [],
    fields: [
      { name: 'task', label: WORDS.unit, kind: 'one', value: [first(typed, 'task')], options },
      {
        name: 'outcome',
        label: WORDS.outcome,
        kind: 'one',
        value: [first(typed, 'outcome')],
        options: Object.entries(WORDS.outcomes).map(([value, label]) => ({ value, label })),
      },
      {
        name: 'promise',
        label: WORDS.promise,
        hint: WORDS.promiseHint,
        kind: 'line',
        value: [first(typed, 'promise')],
      },
    ],
    buttons: [{ label: WORDS.note, value: 'call', isMain: true }],
  };
}

/** A promise is read as it is in chat: "17h", "sáng mai". */
export const callDeed: BoardDeed = (desk, act, posted) => {
  const page = (): BoardPage => boardCalls(desk, act.at, posted);
  const task = numberIn(first(posted, 'task'));
  const outcome = first(posted, 'outcome') === 'no-answer' ? 'no-answer' : 'reached';
  const typed = outcome === 'reached' ? first(posted, 'promise') : '';
  const [today = '', time = ''] = toLocal(act.at, desk.zone).split('T');
  const promised = typed === '' ? null : readPromised(typed, { today, time });
  if (typed !== '' && promised === null) return stopped(page(), WORDS.unread(typed));
  const until = promised === null ? null : atTime(promised.day, promised.time, desk.zone);
  const noted = noteCall(desk, act, { task, outcome, until });
  if (!noted.ok) return refused(desk, page(), noted.problem);
  const said = until === null ? null : { until, now: act.at, zone: desk.zone };
  return done('calls', sayCallNoted(viewTask(desk, noted.value), outcome, said, ''));
};
