import type { Desk } from '../actions/desk.ts';
import { nameOf } from '../actions/desk.ts';
import { reachOf } from '../actions/round-status.ts';
import { standInsOf } from '../actions/stand-in.ts';
import { type TaskView, viewTask } from '../actions/task-view.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import type { ReportContent, ReportForm } from '../domain/report-form.ts';
import type { Unit } from '../domain/unit.ts';
import type { Submission } from '../store/submissions.ts';
import { sayMatrixCell } from '../wording/board-matrix.ts';
import type { BoardBlock, BoardCell, BoardPage } from '../wording/board-page.ts';
import { sayDeed, sayMomentOr, sayOutcome, BOARD_UNIT as WORDS } from '../wording/board-pages.ts';
import { sayFigure, sayReason, sayTaskReason, sayTaskState, sayVia } from '../wording/compiled.ts';
import { ROLE_NAMES } from '../wording/join.ts';
import { sayWhyMissed } from '../wording/notice-result.ts';
import { sayReport } from '../wording/period.ts';
import { sayStandInOfUnit } from '../wording/stand-in.ts';
import { sayDay, sayDeadline, sayMoment } from '../wording/when.ts';
import { cells, table } from './blocks.ts';

const TASKS = 24;
/** Periods of which every version is shown, of those that have any; and every reminder. */
const IN_DETAIL = 6;
const TRIES = 40;
const DEEDS = 40;

/** One unit: its people, its reports in every version, what it was sent, and what was done; null for an unknown code. */
export function boardUnit(desk: Desk, code: string, now: Instant): BoardPage | null {
  const unit = desk.store.units.find(code, dayOf(now, desk.zone));
  if (unit === null) return null;
  const views = desk.store.tasks.ofUnit(code, TASKS).map((task) => viewTask(desk, task));
  const blocks: BoardBlock[] = [
    factsOf(desk, unit, now),
    { is: 'heading', text: WORDS.people },
    peopleOf(desk, code),
    ...standInsOf(desk, code, now).map((one): BoardBlock => ({ is: 'said', text: [sayStandInOfUnit(one)] })),
    { is: 'heading', text: WORDS.tasks },
    table(
      WORDS.tasks,
      WORDS.tasksHead,
      views.map((view) => taskRow(desk, view, now)),
      WORDS.noTasks,
    ),
    ...views
      .filter(({ task }) => task.timeliness !== null)
      .slice(0, IN_DETAIL)
      .flatMap((view) => versionsOf(desk, view)),
    { is: 'heading', text: WORDS.deliveries },
    deliveriesOf(desk, views.slice(0, IN_DETAIL)),
    { is: 'heading', text: WORDS.audit },
    deedsOf(desk, code, views),
  ];
  return { title: `${unit.name} (${unit.code})`, blocks };
}

/** Of one that ended, since when and who goes on with its duties; reached it cannot be any more. */
function factsOf(desk: Desk, unit: Unit, now: Instant): BoardBlock {
  const { code, validTo } = unit;
  if (validTo === null || validTo >= dayOf(now, desk.zone))
    return { is: 'facts', items: [{ name: WORDS.reach, value: WORDS.reaches[reachOf(desk, code)] }] };
  const names = new Map(desk.units().map((one) => [one.code, one.shortName]));
  const followers = unit.successors.map((one) => names.get(one.code) ?? one.code);
  return { is: 'facts', items: [{ name: WORDS.ended, value: WORDS.endedOn(sayDay(validTo), followers) }] };
}

function peopleOf(desk: Desk, code: string): BoardBlock {
  const { store, zone, titleOf } = desk;
  const rows = store.people.ofUnit(code).map(({ person, name, role, since }) => {
    const apps = store.chats
      .ofPerson(person)
      .map(({ channel, state }) => (state === 'active' ? titleOf(channel) : `${titleOf(channel)} ${WORDS.fails}`));
    return cells(name, ROLE_NAMES[role], sayDay(dayOf(since, zone)), apps.join(', ') || WORDS.noApp);
  });
  return table(WORDS.people, WORDS.peopleHead, rows, WORDS.nobody);
}

function taskRow(desk: Desk, view: TaskView, now: Instant): BoardCell[] {
  const { task } = view;
  const promised = desk.store.promises.latestOf(task.id)?.until ?? null;
  const remarks = [
    sayTaskReason(task) ?? '',
    desk.store.extensions.current(task.id)?.reason ?? '',
    promised !== null && task.timeliness === null ? WORDS.promised(sayMoment(promised, desk.zone)) : '',
  ].filter((one) => one !== '');
  const standing = sayMatrixCell(task, now);
  return [
    { text: sayReport(view.obligation, view.period), to: `task/${task.id}` },
    { text: sayDeadline(view.deadline) },
    // "Chưa nộp; chờ nộp" would say it twice, and so would the waived.
    task.state === 'open' || task.state === 'waived' || task.state === 'returned'
      ? standing
      : { ...standing, text: `${standing.text}; ${sayTaskState(task.state)}` },
    { text: sayMomentOr(task.firstValidAt, desk.zone) },
    { text: remarks.join('; ') },
  ];
}

/** Each version beside the one before it: only what changed, and the first one whole. */
function versionsOf(desk: Desk, view: TaskView): BoardBlock[] {
  const versions = desk.store.submissions.ofTask(view.task.id);
  if (versions.length === 0) return [];
  const title = WORDS.versions(sayReport(view.obligation, view.period));
  const rows = versions.map((sent, at) => versionRow(desk, view.form, sent, versions[at - 1] ?? null)).reverse();
  return [{ is: 'heading', text: title }, table(title, WORDS.versionHead, rows, '')];
}

function versionRow(desk: Desk, form: ReportForm, sent: Submission, before: Submission | null): BoardCell[] {
  const said = before === null ? contentOf(form, sent.report) : changesOf(form, before.report, sent.report);
  return [
    ...cells(String(sent.version), sayMoment(sent.receivedAt, desk.zone), sayVia(sent.via)),
    { text: said, isLong: true },
    { text: sent.receipt },
  ];
}

function contentOf(form: ReportForm, report: ReportContent): string {
  if (report.nothingToReport) return WORDS.nothing;
  return form.fields
    .filter(({ key }) => report.values[key] !== undefined)
    .map(({ key, shortLabel }) => WORDS.value(shortLabel, valueAt(report, key)))
    .join('\n');
}

function changesOf(form: ReportForm, before: ReportContent, now: ReportContent): string {
  if (now.nothingToReport) return before.nothingToReport ? WORDS.unchanged : WORDS.nothing;
  const changes = form.fields
    .filter(({ key }) => before.values[key] !== now.values[key])
    .map(({ key, shortLabel }) => WORDS.change(shortLabel, valueAt(before, key), valueAt(now, key)));
  return changes.length === 0 ? WORDS.unchanged : changes.join('\n');
}

/** A value as it was given. */
export function valueAt({ values }: ReportContent, key: string): string {
  const value = values[key];
  if (value === undefined) return WORDS.blank;
  return typeof value === 'number' ? sayFigure(value) : value;
}

function deliveriesOf(desk: Desk, views: readonly TaskView[]): BoardBlock {
  const { store, zone, titleOf } = desk;
  const tries = views.flatMap((view) => store.reminders.triesOf(view.task.id, TRIES).map((one) => ({ view, one })));
  const rows = tries
    .toSorted((a, b) => b.one.decidedAt - a.one.decidedAt)
    .slice(0, TRIES)
    .map(({ view, one }) =>
      cells(
        sayMoment(one.decidedAt, zone),
        sayReport(view.obligation, view.period),
        nameOf(desk, one.person),
        titleOf(one.channel),
        sayOutcome(one.state) ?? sayWhyMissed(one.state, one.failure),
      ),
    );
  return table(WORDS.deliveries, WORDS.deliveryHead, rows, WORDS.noDeliveries);
}

function deedsOf(desk: Desk, code: string, views: readonly TaskView[]): BoardBlock {
  const subjects = [code, ...views.map(({ task }) => `task:${task.id}`)];
  const rows = desk.store.audit
    .about(subjects, DEEDS)
    .map(({ at, action, person, detail }) =>
      cells(
        sayMoment(at, desk.zone),
        sayDeed(action),
        person === null ? WORDS.theBot : nameOf(desk, person),
        TELLING.includes(action) ? '' : (sayReason(reasonIn(detail)) ?? ''),
      ),
    );
  return table(WORDS.audit, WORDS.auditHead, rows, WORDS.noAudit);
}

/** Moves of what an ended unit sent: no reason but their own name. */
const TELLING: readonly string[] = ['pass-on', 'give-way'];

function reasonIn(detail: string): string | null {
  const { reason } = JSON.parse(detail) as { reason?: unknown };
  return typeof reason === 'string' ? reason : null;
}
