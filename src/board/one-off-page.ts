import {
  askOneOff,
  isDueDayOver,
  type OneOffOrder,
  openOneOffs,
  TITLE_LIMIT,
  withdrawOneOff,
} from '../actions/ask-one-off.ts';
import type { Desk } from '../actions/desk.ts';
import { askedUnits, kindsToAsk, previewOneOff, unitsToAsk } from '../actions/one-off-preview.ts';
import { viewTask } from '../actions/task-view.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import { cleanName } from '../domain/clean-name.ts';
import { CUT_OFF_WORDS } from '../domain/obligation.ts';
import { FREE_FORM, type OneOff, oneOffCode } from '../domain/one-off.ts';
import { roundTotals } from '../domain/totals.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import { BOARD_ACTS } from '../wording/board-acts.ts';
import { BOARD_COMPILED, BOARD_ONE_OFF as WORDS } from '../wording/board-desk.ts';
import type { BoardAnswer, BoardCell, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { UNIT_KIND_NAMES } from '../wording/notice.ts';
import { ONE_OFF_WORDS, sayOneOffWithdrawn } from '../wording/one-off.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayDeadline } from '../wording/when.ts';
import { confirmForm, table, unitsField } from './blocks.ts';
import { all, type BoardDeed, dayIn, done, first, keepAll, numberIn, refused, shown, stopped } from './posted.ts';

/** Stand for everybody, and for units that are picked one by one. */
const ALL = 'all';
const CHOSEN = 'units';
const AT = 'request';

/** Reports asked for once that are still open; a form to take one back, and one to ask for another. */
export function boardOneOffs(desk: Desk, now: Instant, typed: BoardPosted = {}): BoardPage {
  const open = openOneOffs(desk, now);
  const options = open.map(({ id, title }) => ({ value: String(id), label: title }));
  return {
    title: WORDS.title,
    blocks: [
      table(
        WORDS.caption,
        WORDS.head,
        open.map((one) => rowOf(desk, one)),
        WORDS.empty,
      ),
      ...(open.length === 0 ? [] : [{ is: 'heading', text: WORDS.withdraw } as const, withdrawForm(options, typed)]),
      { is: 'heading', text: WORDS.ask },
      askForm(desk, now, typed),
    ],
  };
}

function rowOf(desk: Desk, { id, title, dueOn }: OneOff): BoardCell[] {
  const tasks = desk.store.tasks.ofRound(oneOffCode(id), dueOn);
  const { onTime, late, unsettled, total, waived } = roundTotals(tasks);
  const [task] = tasks;
  return [
    { text: title, to: `period/${oneOffCode(id)}/${dueOn}` },
    { text: task === undefined ? '' : sayDeadline(viewTask(desk, task).deadline) },
    { text: BOARD_COMPILED.of(onTime + late + unsettled, total - waived), isNumber: true },
  ];
}

function withdrawForm(options: readonly { value: string; label: string }[], typed: BoardPosted): BoardForm {
  return {
    is: 'form',
    act: 'withdraw-request',
    label: WORDS.withdraw,
    keeps: [],
    fields: [
      { name: 'id', label: WORDS.which, kind: 'one', value: [first(typed, 'id')], options },
      { name: 'reason', label: WORDS.reason, kind: 'line', value: [first(typed, 'reason')], required: true },
    ],
    buttons: [{ label: WORDS.withdraw, value: 'withdraw' }],
  };
}

function askForm(desk: Desk, now: Instant, typed: BoardPosted): BoardForm {
  const units = inUnitOrder(unitsToAsk(desk, now), (unit) => unit);
  const one = (name: string, label: string, options: readonly { value: string; label: string }[]) =>
    ({ name, label, kind: 'one', value: [first(typed, name)], options }) as const;
  return {
    is: 'form',
    act: AT,
    label: WORDS.ask,
    keeps: [],
    fields: [
      {
        name: 'title',
        label: WORDS.name,
        hint: WORDS.nameHint,
        kind: 'line',
        value: [first(typed, 'title')],
        limit: TITLE_LIMIT,
        required: true,
      },
      one(
        'form',
        WORDS.form,
        desk.rules().forms.map(({ code, title }) => ({
          value: code,
          label: code === FREE_FORM ? ONE_OFF_WORDS.free : title,
        })),
      ),
      one('who', WORDS.who, [
        { value: ALL, label: ONE_OFF_WORDS.all },
        ...kindsToAsk(desk, now).map((kind) => ({ value: kind, label: UNIT_KIND_NAMES[kind] })),
        { value: CHOSEN, label: WORDS.chosen },
      ]),
      unitsField(WORDS, typed, units),
      { name: 'dueOn', label: WORDS.dueOn, kind: 'day', value: [first(typed, 'dueOn')], required: true },
      one(
        'word',
        WORDS.word,
        Object.entries(WORDS.words).map(([value, label]) => ({ value, label })),
      ),
    ],
    buttons: [{ label: WORDS.preview, value: 'preview', isMain: true }],
  };
}

/** Nobody is asked before the report, its deadline and who owes it were shown. */
export const requestDeed: BoardDeed = (desk, act, posted) => {
  const page = (): BoardPage => boardOneOffs(desk, act.at, posted);
  const way = first(posted, 'do');
  if (way === 'back') return shown(page());
  const read = readOrder(desk, act.at, posted);
  if ('why' in read) return stopped(page(), read.why);
  const { order } = read;
  if (order.title.length > TITLE_LIMIT) return refused(desk, page(), { problem: 'text-too-long', limit: TITLE_LIMIT });
  if (isDueDayOver(order, dayOf(act.at, desk.zone))) return refused(desk, page(), { problem: 'due-day-over' });
  if (way !== 'send') return showOrder(desk, order, posted, act.at);
  const asked = askOneOff(desk, act, order);
  if (!asked.ok) return refused(desk, page(), asked.problem);
  return done(AT, WORDS.asked({ ...asked.value, title: order.title }));
};

function readOrder(desk: Desk, now: Instant, posted: BoardPosted): { order: OneOffOrder } | { why: RichText } {
  const title = cleanName(first(posted, 'title'));
  const dueOn = dayIn(first(posted, 'dueOn'), desk.zone);
  if (title === null) return { why: WORDS.noTitle };
  if (dueOn === null) return { why: WORDS.noDay };
  const form = desk.rules().forms.find(({ code }) => code === first(posted, 'form'))?.code ?? FREE_FORM;
  const word = CUT_OFF_WORDS.find((one) => one === first(posted, 'word')) ?? 'by';
  const kinds = kindsToAsk(desk, now);
  const who = first(posted, 'who');
  const kind = kinds.find((one) => one === who);
  if (who === CHOSEN && all(posted, 'units').length === 0) return { why: BOARD_ACTS.chooseUnits };
  const addressed =
    who === CHOSEN
      ? askedUnits(desk, all(posted, 'units'), now)
      : { addressees: kind === undefined ? kinds : [kind], units: null };
  return { order: { title, form, dueOn, word, ...addressed } };
}

function showOrder(desk: Desk, order: OneOffOrder, posted: BoardPosted, now: Instant): BoardAnswer {
  const keeps = keepAll(posted, ['title', 'form', 'who', 'units', 'dueOn', 'word']);
  const form = confirmForm({ act: AT, label: WORDS.ask, keeps }, { label: ONE_OFF_WORDS.send, value: 'send' });
  return shown({ title: WORDS.ask, blocks: [{ is: 'note', text: previewOneOff(desk, order, now) }, form] });
}

export const withdrawRequestDeed: BoardDeed = (desk, act, posted) => {
  const withdrawn = withdrawOneOff(desk, act, numberIn(first(posted, 'id')), first(posted, 'reason'));
  if (!withdrawn.ok) return refused(desk, boardOneOffs(desk, act.at, posted), withdrawn.problem);
  return done(AT, sayOneOffWithdrawn(withdrawn.value.title));
};
