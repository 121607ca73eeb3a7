import { type CompiledView, isSendingDay, viewCompiled } from '../actions/compiled-report.ts';
import type { Desk } from '../actions/desk.ts';
import { recordCompiled } from '../actions/record-compiled.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import { takeDocument } from '../language/desk/paper-words.ts';
import type { RoundRow } from '../store/tasks.ts';
import { BOARD_COMPILED as WORDS } from '../wording/board-desk.ts';
import type { BoardAnswer, BoardBlock, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import {
  SENT_WORDS,
  sayCompiledName,
  sayCompiledPreview,
  sayCompiledReceipt,
  sayCompiledState,
} from '../wording/compiled-report.ts';
import { sayDay, sayDeadline, sayMoment } from '../wording/when.ts';
import { cells, confirmForm, documentField, table } from './blocks.ts';
import { calendarLink, exportLinks } from './export-files.ts';
import { type BoardDeed, dayIn, done, first, numberIn, refused, roundIn, shown, stopped } from './posted.ts';

const ROUNDS = 40;
const ACT = 'compiled';

/** The office's own reports: of each round until when, to whom, and whether it was handed on. */
export function boardCompiledList(desk: Desk, now: Instant): BoardPage {
  const views = desk.store.tasks.rounds(ROUNDS).flatMap((round) => viewCompiled(desk, round) ?? []);
  const rows = views.map((view) => [
    { text: sayCompiledName(view), to: `${ACT}/${roundOf(view)}` },
    ...cells(view.due.recipient, sayDay(view.deadline.lastGoodDay)),
    { text: WORDS.of(view.received, view.owing), isNumber: true },
    { text: stateOf(desk, view, now), tone: toneOf(view, now) },
  ]);
  const year = Number(dayOf(now, desk.zone).slice(0, 4));
  return { title: WORDS.title, blocks: [table(WORDS.caption, WORDS.head, rows, WORDS.empty), calendarLink(year)] };
}

/** One of them, with a form to record that it was handed on; null where nothing is compiled of the round. */
export function boardCompiled(
  desk: Desk,
  round: Pick<RoundRow, 'obligation' | 'period'>,
  now: Instant,
  typed: BoardPosted = {},
): BoardPage | null {
  const view = viewCompiled(desk, round);
  if (view === null) return null;
  const blocks: BoardBlock[] = [
    { is: 'facts', items: factsOf(desk, view, now) },
    { is: 'links', items: [{ label: WORDS.period, to: `period/${roundOf(view)}` }] },
    exportLinks(round),
    { is: 'heading', text: view.sent === null ? WORDS.record : WORDS.recordAgain },
    recordForm(desk, view, now, typed),
  ];
  return { title: sayCompiledName(view), blocks };
}

/** A line for the page of the round: whether the compiled report was handed on, and the way to it. */
export function compiledFact(desk: Desk, round: Pick<RoundRow, 'obligation' | 'period'>, now: Instant): BoardBlock[] {
  const view = viewCompiled(desk, round);
  if (view === null) return [];
  const item = { name: WORDS.title, value: stateOf(desk, view, now), to: `${ACT}/${roundOf(view)}` };
  return [{ is: 'facts', items: [{ ...item, tone: toneOf(view, now) }] }];
}

function factsOf(desk: Desk, view: CompiledView, now: Instant) {
  const { sent } = view;
  return [
    { name: WORDS.recipient, value: view.due.recipient },
    { name: WORDS.deadline, value: sayDeadline(view.deadline) },
    { name: WORDS.received, value: WORDS.of(view.received, view.owing) },
    { name: WORDS.state, value: stateOf(desk, view, now), tone: toneOf(view, now) },
    ...(sent === null
      ? []
      : [
          { name: WORDS.receipt, value: sent.receipt },
          { name: WORDS.recorded, value: WORDS.recordedBy(sent.by, sayMoment(sent.recordedAt, desk.zone)) },
        ]),
  ];
}

function stateOf(desk: Desk, view: CompiledView, now: Instant): string {
  return sayCompiledState(view, desk.rules().calendar, now);
}

function toneOf({ sent, deadline }: CompiledView, now: Instant): 'good' | 'late' | 'missing' | 'waiting' {
  if (sent !== null) return sent.sentOn <= deadline.lastGoodDay ? 'good' : 'late';
  return now < deadline.cutOffAt ? 'waiting' : 'missing';
}

function recordForm(desk: Desk, view: CompiledView, now: Instant, typed: BoardPosted): BoardForm {
  const isBack = typed.do !== undefined;
  return {
    is: 'form',
    act: ACT,
    label: WORDS.record,
    keeps: [['round', roundOf(view)]],
    fields: [
      documentField(WORDS, typed),
      {
        name: 'sentOn',
        label: WORDS.sentOn,
        kind: 'day',
        value: [isBack ? first(typed, 'sentOn') : dayOf(now, desk.zone)],
        required: true,
      },
    ],
    buttons: [{ label: WORDS.preview, value: 'preview', isMain: true }],
  };
}

/** Nothing is recorded before it was shown; `over`: the record that stood there then. */
export const compiledDeed: BoardDeed = (desk, act, posted) => {
  const round = roundIn(first(posted, 'round'));
  const page = boardCompiled(desk, round, act.at, posted);
  const view = viewCompiled(desk, round);
  if (page === null || view === null) return refused(desk, null, { problem: 'no-round', typed: round.period });
  const way = first(posted, 'do');
  if (way === 'back') return shown(page);
  const document = takeDocument(first(posted, 'document'), dayOf(act.at, desk.zone))?.number ?? null;
  const sentOn = dayIn(first(posted, 'sentOn'), desk.zone);
  if (document === null) return stopped(page, SENT_WORDS.noDocument);
  if (sentOn === null) return stopped(page, WORDS.noDay);
  if (!isSendingDay(desk, view, sentOn, act.at)) return refused(desk, page, { problem: 'sent-day-odd' });
  if (way !== 'yes') return preview(view, document, sentOn);
  const over = numberIn(first(posted, 'over'));
  const recorded = recordCompiled(desk, act, { ...round, document, sentOn, over });
  if (recorded.ok) return done(`${ACT}/${roundOf(view)}`, sayCompiledReceipt(recorded.value.view), recorded.value.undo);
  return refused(desk, page, recorded.problem);
};

function preview(view: CompiledView, document: string, sentOn: string): BoardAnswer {
  const text = sayCompiledPreview(view, document, sentOn);
  const keeps = [
    ['round', roundOf(view)],
    ['document', document],
    ['sentOn', sentOn],
    ['over', String(view.sent?.id ?? 0)],
  ] as const;
  const form = confirmForm({ act: ACT, label: WORDS.record, keeps }, { label: SENT_WORDS.yes, value: 'yes' });
  return shown({ title: sayCompiledName(view), blocks: [{ is: 'note', text }, form] });
}

function roundOf({ obligation, period }: CompiledView): string {
  return `${obligation.code}/${period.key}`;
}
