import type { Act, Desk } from '../actions/desk.ts';
import { nameOf } from '../actions/desk.ts';
import { type NudgeOrder, nudge } from '../actions/nudge.ts';
import { NUDGE_WORDS_LIMIT, previewNudge } from '../actions/nudge-preview.ts';
import { nudgeResult } from '../actions/nudge-result.ts';
import { type TaskView, viewTask } from '../actions/task-view.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { BOARD_NUDGE as WORDS } from '../wording/board-acts.ts';
import type { BoardBlock, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { NUDGE_WORDS } from '../wording/dialogs.ts';
import { sayWhyMissed } from '../wording/notice-result.ts';
import { sayNudgeDone, sayNudgeResult } from '../wording/nudge.ts';
import { sayReport } from '../wording/period.ts';
import { all, type BoardDeed, done, first, roundIn, shown, stopped } from './posted.ts';

/** Whom a nudge would reach now, by which app and when, and who is left out; null where the round was never opened. */
export function boardNudge(desk: Desk, act: Act, round: string, typed: BoardPosted): BoardPage | null {
  const order = orderOf(round, typed);
  const [task] = desk.store.tasks.ofRound(order.obligation, order.period);
  if (task === undefined) return null;
  const view = viewTask(desk, task);
  const title = WORDS.title(sayReport(view.obligation, view.period));
  const preview = previewNudge(desk, act, order);
  if (preview === null) {
    const why = order.units === null ? NUDGE_WORDS.nobody : NUDGE_WORDS.noneOfThem;
    return { title, blocks: [{ is: 'said', text: why }, ...lastOne(desk, view)] };
  }
  const { text, people, leftOut, arrival } = preview;
  const form: BoardForm = {
    is: 'form',
    act: 'nudge',
    label: title,
    keeps: [
      ['round', round],
      ['everybody', order.everybody ? '1' : ''],
      ...(order.units ?? []).map((unit) => ['units', unit] as const),
    ],
    fields: [{ name: 'words', label: WORDS.words, kind: 'text', value: [order.words], limit: NUDGE_WORDS_LIMIT }],
    buttons: [
      ...(people > 0 ? [{ label: NUDGE_WORDS.send(people), value: 'send', isMain: true }] : []),
      ...(people > 0 && arrival !== null ? [{ label: NUDGE_WORDS.atOnce(people), value: 'at-once' }] : []),
      ...(leftOut > 0 ? [{ label: NUDGE_WORDS.everybody(leftOut), value: 'everybody' }] : []),
      { label: WORDS.again, value: 'look' },
    ],
  };
  return { title, blocks: [{ is: 'note', text }, form, ...lastOne(desk, view)] };
}

/** What became of the last nudge of the round, person by person. */
function lastOne(desk: Desk, view: TaskView): BoardBlock[] {
  const { store, zone } = desk;
  const last = store.nudges.newestOf(view.task.obligation, view.task.period);
  if (last === null) return [];
  const result = nudgeResult(desk, last);
  const missed = result.missed.map(({ name, state, failure }) => ({ name, why: sayWhyMissed(state, failure) }));
  const by = nameOf(desk, last.by);
  return [{ is: 'note', text: sayNudgeResult({ ...result, view, by, at: last.at, zone, missed }) }];
}

function orderOf(round: string, posted: BoardPosted): NudgeOrder {
  const units = all(posted, 'units');
  return {
    ...roundIn(round),
    units: units.length === 0 ? null : units,
    except: [],
    everybody: first(posted, 'everybody') === '1',
    words: first(posted, 'words').replace(/\s+/gu, ' '),
    atOnce: false,
  };
}

export const nudgeDeed: BoardDeed = (desk, act, posted) => {
  const round = first(posted, 'round');
  const way = first(posted, 'do');
  const typed = way === 'everybody' ? { ...posted, everybody: ['1'] } : posted;
  const order = orderOf(round, typed);
  const page = boardNudge(desk, act, round, typed);
  if (order.words.length > NUDGE_WORDS_LIMIT) return stopped(page, NUDGE_WORDS.wordsTooLong(NUDGE_WORDS_LIMIT));
  if (way !== 'send' && way !== 'at-once') return page === null ? stopped(null, NUDGE_WORDS.nobody) : shown(page);
  const sent = nudge(desk, act, { ...order, atOnce: way === 'at-once' });
  if (sent === null) return stopped(page, NUDGE_WORDS.overtaken);
  const { policy, calendar } = desk.rules();
  const isNow = way === 'at-once' || mayDisturb(policy, calendar, act.at);
  return done(`nudge/${round}`, sayNudgeDone(sent, isNow).text);
};
