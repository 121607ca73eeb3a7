import { requestOf } from '../actions/ask-extension.ts';
import type { Desk } from '../actions/desk.ts';
import { nameOf } from '../actions/desk.ts';
import { previousReport } from '../actions/prefill.ts';
import { type Waiting, waitingOf } from '../actions/review-queue.ts';
import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import type { Instant } from '../domain/calendar.ts';
import type { ReportContent } from '../domain/report-form.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Submission } from '../store/submissions.ts';
import { ACT_PAGES, BOARD_REVIEW, BOARD_REQUESTS as REQUESTS, BOARD_TASK as WORDS } from '../wording/board-acts.ts';
import { sayMatrixCell } from '../wording/board-matrix.ts';
import type { BoardBlock, BoardCell, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { BOARD_UNIT } from '../wording/board-pages.ts';
import { sayTaskState } from '../wording/compiled.ts';
import { sayUntil } from '../wording/extension.ts';
import { sayReport } from '../wording/period.ts';
import { sayRisks } from '../wording/review.ts';
import { sayDeadline, sayExactMoment } from '../wording/when.ts';
import { reasonField, table } from './blocks.ts';
import { all } from './posted.ts';
import { valueAt } from './unit-page.ts';

const ALL_RISKS = 20;

/** One unit's one report, whole, beside the version and the period before; and what can be decided about it. */
export function boardTask(desk: Desk, id: number, now: Instant, typed: BoardPosted = {}): BoardPage | null {
  const task = desk.store.tasks.find(id);
  if (task === null) return null;
  const view = viewTask(desk, task);
  const latest = desk.store.submissions.latestOf(id);
  return {
    title: `${view.unit.name}: ${sayReport(view.obligation, view.period)}`,
    blocks: [
      factsOf(desk, view, latest, now),
      ...contentOf(desk, view, latest),
      ...requestOn(desk, view, typed),
      ...decisionsOn(desk, view, latest, typed),
      waysFrom(view),
    ],
  };
}

function factsOf(desk: Desk, view: TaskView, latest: Submission | null, now: Instant): BoardBlock {
  const { zone, store } = desk;
  const { tone, text } = sayMatrixCell(view.task, now);
  const files = store.attachments.ofTask(view.task.id).length;
  return {
    is: 'facts',
    items: [
      { name: WORDS.standing, value: text, ...(tone === undefined ? {} : { tone }) },
      { name: WORDS.state, value: sayTaskState(view.task.state) },
      { name: WORDS.deadline, value: sayDeadline(view.deadline) },
      ...(latest === null
        ? []
        : [
            { name: WORDS.received, value: sayExactMoment(latest.receivedAt, zone) },
            { name: WORDS.sender, value: nameOf(desk, latest.person) },
            { name: WORDS.receipt, value: latest.receipt },
          ]),
      ...(files === 0 ? [] : [{ name: WORDS.files, value: WORDS.filesOf(files, view.unit.code) }]),
    ],
  };
}

function contentOf(desk: Desk, view: TaskView, latest: Submission | null): BoardBlock[] {
  const head: BoardBlock = { is: 'heading', text: WORDS.content };
  if (latest === null) return [head, { is: 'said', text: [WORDS.none] }];
  const risks = view.task.state === 'submitted' ? (waitingOf(desk, view)?.risks ?? []) : [];
  const look: BoardBlock[] =
    risks.length === 0 ? [] : [{ is: 'note', text: [`${WORDS.look}: ${sayRisks(view.form, risks, ALL_RISKS)}`] }];
  const last = desk.store.submissions.ofTask(view.task.id).at(-2)?.report ?? null;
  const previous = previousReport(desk, view);
  const reports = [latest.report, ...(last === null ? [] : [last]), ...(previous === null ? [] : [previous])];
  const rows = latest.report.nothingToReport && reports.length === 1 ? [] : rowsOf(view, reports);
  const heads = WORDS.head(latest.version, last !== null, previous !== null);
  const nothing: BoardBlock[] = latest.report.nothingToReport ? [{ is: 'said', text: [BOARD_UNIT.nothing] }] : [];
  return [head, ...look, ...nothing, ...(rows.length === 0 ? [] : [table(WORDS.content, heads, rows, '')])];
}

function rowsOf({ form }: TaskView, reports: readonly ReportContent[]): BoardCell[][] {
  return form.fields
    .filter(({ key }) => reports.some((report) => report.values[key] !== undefined))
    .map(({ key, shortLabel }) => [{ text: shortLabel }, ...reports.map((report) => ({ text: valueAt(report, key) }))]);
}

function decisionsOn(desk: Desk, view: TaskView, latest: Submission | null, typed: BoardPosted): BoardBlock[] {
  const { state } = view.task;
  if (latest === null || (state !== 'submitted' && state !== 'accepted')) return [];
  const waiting = waitingOf(desk, view);
  const accept =
    state === 'submitted' && waiting !== null ? [acceptForm([waiting], BOARD_REVIEW.acceptOne, 'task')] : [];
  const title = state === 'accepted' ? BOARD_REVIEW.reopen : BOARD_REVIEW.giveBack;
  return [...accept, { is: 'heading', text: title }, returnForm(view, latest, title, typed)];
}

/** The unit asks for more time: both answers. */
function requestOn(desk: Desk, { task, unit }: TaskView, typed: BoardPosted): BoardBlock[] {
  const until = requestOf(desk, task)?.until ?? null;
  if (until === null) return [];
  const to = `extend/${task.obligation}/${task.period}?don-vi=${encodeURIComponent(unit.code)}&den=${until}`;
  const refuse: BoardForm = {
    is: 'form',
    act: 'refuse-extension',
    label: REQUESTS.refuse,
    keeps: [['task', String(task.id)]],
    fields: [reasonField(typed)],
    buttons: [{ label: REQUESTS.refuse, value: 'refuse' }],
  };
  return [
    { is: 'note', text: [REQUESTS.asks(sayUntil(until))] },
    { is: 'links', items: [{ label: REQUESTS.agree(sayUntil(until)), to }] },
    refuse,
  ];
}

/** Accepts in the versions that are shown. */
export function acceptForm(
  waiting: readonly Pick<Waiting, 'view' | 'submission'>[],
  label: string,
  to = 'review',
): BoardForm {
  return {
    is: 'form',
    act: 'accept',
    label,
    keeps: [
      ['to', to],
      ...waiting.map(({ view, submission }) => ['seen', `${view.task.id}:${submission.version}`] as const),
    ],
    fields: [],
    buttons: [{ label, value: 'accept', isMain: true }],
  };
}

function returnForm({ task, form }: TaskView, { version }: Submission, label: string, typed: BoardPosted): BoardForm {
  return {
    is: 'form',
    act: 'return',
    label,
    keeps: [
      ['task', String(task.id)],
      ['version', String(version)],
      ['state', task.state],
    ],
    fields: [
      {
        name: 'fields',
        label: BOARD_REVIEW.fields,
        hint: BOARD_REVIEW.fieldsHint,
        kind: 'any',
        value: all(typed, 'fields'),
        options: form.fields.map(({ key, shortLabel }) => ({ value: key, label: shortLabel })),
      },
      reasonField(typed),
    ],
    buttons: [{ label, value: 'return' }],
  };
}

function waysFrom({ task, unit }: TaskView): BoardBlock {
  const round = `${task.obligation}/${task.period}`;
  const owes = isOutstanding(task.state);
  const of = (page: string): string => `${page}/${round}?don-vi=${encodeURIComponent(unit.code)}`;
  return {
    is: 'links',
    items: [
      ...(owes ? [{ label: WORDS.nudge, to: of('nudge') }] : []),
      ...(task.state === 'waived' ? [] : [{ label: ACT_PAGES.extend.way, to: of('extend') }]),
      ...(owes ? [{ label: ACT_PAGES.waive.way, to: of('waive') }] : []),
      ...(task.state === 'waived' ? [{ label: ACT_PAGES.owe.way, to: of('owe') }] : []),
      ...(owes || task.state === 'submitted' ? [{ label: WORDS.paper, to: `paper/${task.id}` }] : []),
      ...(owes ? [{ label: WORDS.calls, to: `calls?don-vi=${task.id}` }] : []),
      { label: WORDS.unit, to: `unit/${unit.code}` },
      { label: WORDS.period, to: `period/${round}` },
    ],
  };
}
