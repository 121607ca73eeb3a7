import type { Act, Desk } from '../actions/desk.ts';
import { nameOf } from '../actions/desk.ts';
import { startingValues } from '../actions/prefill.ts';
import { type FieldProblem, fieldsOf, readTypedFields } from '../actions/report-fields.ts';
import { figuresBefore, type PaperReport, submitFor } from '../actions/submit-for.ts';
import { type TaskView, viewTask } from '../actions/task-view.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import { toLocal } from '../domain/local-time.ts';
import type { ReportContent } from '../domain/report-form.ts';
import { moveTask } from '../domain/task.ts';
import { validateReport } from '../domain/validate-report.ts';
import { readPastDay, takeDocument } from '../language/desk/paper-words.ts';
import { BOARD_PAPER as WORDS } from '../wording/board-acts.ts';
import type { BoardAnswer, BoardField, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { sayPageFault } from '../wording/report-page.ts';
import type { RichText } from '../wording/rich-text.ts';
import { join } from '../wording/rich-text.ts';
import { sayReportHead } from '../wording/submit.ts';
import { PAPER_BUTTONS, PAPER_WORDS, sayPaperDone, sayPaperPreview } from '../wording/submit-for.ts';
import { confirmForm, documentField } from './blocks.ts';
import { type BoardDeed, done, first, momentIn, numberIn, refused, shown, stopped } from './posted.ts';

/** A field of the report, among those of the document. */
const FIELD = 'f.';

/** Keying in what came on paper: the document, when it came, and the figures or not. Null where nothing can be keyed in. */
export function boardPaper(desk: Desk, id: number, now: Instant, typed: BoardPosted = {}): BoardPage | null {
  const task = desk.store.tasks.find(id);
  if (task === null || moveTask(task.state, 'submit') === null) return null;
  const view = viewTask(desk, task);
  const isBack = typed.do !== undefined;
  const given = isBack ? {} : startingValues(desk, view);
  const fields = fieldsOf(view.form, given, isBack ? typedFields(view, typed) : {}).map(
    ({ key, label, hint, kind, limit, typed: value }): BoardField => ({
      name: `${FIELD}${key}`,
      label,
      hint,
      kind: kind === 'text' ? 'text' : 'line',
      value: [value],
      ...(limit === null ? {} : { limit }),
    }),
  );
  const form: BoardForm = {
    is: 'form',
    act: 'paper',
    label: WORDS.title,
    keeps: [['task', String(id)]],
    fields: [
      documentField(WORDS, typed),
      {
        name: 'received',
        label: WORDS.received,
        hint: WORDS.receivedHint,
        kind: 'moment',
        value: [isBack ? first(typed, 'received') : toLocal(now, desk.zone)],
        required: true,
      },
      {
        name: 'figures',
        label: WORDS.figures,
        kind: 'one',
        value: [first(typed, 'figures')],
        options: [
          { value: 'now', label: WORDS.figuresNow },
          { value: 'later', label: WORDS.figuresLater },
          { value: 'none', label: WORDS.figuresNone },
        ],
      },
      ...fields,
    ],
    buttons: [{ label: WORDS.preview, value: 'preview', isMain: true }],
  };
  return { title: WORDS.title, blocks: [{ is: 'said', text: sayReportHead(view) }, form] };
}

function typedFields({ form }: TaskView, posted: BoardPosted): Record<string, string> {
  return Object.fromEntries(form.fields.map(({ key }) => [key, first(posted, `${FIELD}${key}`)]));
}

/** Nothing is recorded before it was shown as it will stand; `over`: the version that was there then. */
export const paperDeed: BoardDeed = (desk, act, posted) => {
  const id = numberIn(first(posted, 'task'));
  const page = boardPaper(desk, id, act.at, posted);
  const task = desk.store.tasks.find(id);
  if (page === null || task === null) return refused(desk, null, { problem: 'no-such-task' });
  if (first(posted, 'do') === 'back') return shown(page);
  const view = viewTask(desk, task);
  const read = readPaper(desk, act, view, posted);
  if ('why' in read) return stopped(page, read.why);
  if (first(posted, 'do') !== 'yes') return showPaper(desk, view, read.paper, posted);
  const over = numberIn(first(posted, 'over'));
  const recorded = submitFor(desk, act, { ...read.paper, over });
  if (recorded.ok) {
    const { document } = read.paper;
    const facts = { ...recorded.value, document, zone: desk.zone };
    return done(`task/${id}`, sayPaperDone(facts), recorded.value.undo);
  }
  const latest = desk.store.submissions.latestOf(id);
  if (recorded.problem.problem !== 'nothing-to-change' || latest === null) return refused(desk, page, recorded.problem);
  return showPaper(desk, view, read.paper, posted, PAPER_WORDS.overtaken(view, nameOf(desk, latest.person)));
};

function readPaper(
  desk: Desk,
  { at }: Act,
  view: TaskView,
  posted: BoardPosted,
): { paper: PaperReport } | { why: RichText } {
  const today = dayOf(at, desk.zone);
  const said = takeDocument(first(posted, 'document'), today);
  if (said === null) return { why: PAPER_WORDS.noDocument };
  const day = said.day ?? readPastDay(said.rest, today);
  if (day === null) return { why: PAPER_WORDS.noDay };
  const receivedAt = momentIn(first(posted, 'received'), desk.zone);
  if (receivedAt === null) return { why: WORDS.noMoment };
  const read = readFigures(view, posted);
  if ('problems' in read) return { why: join(read.problems.map(({ text }) => text)) };
  const document = PAPER_WORDS.document(said.number, day);
  const over = desk.store.submissions.latestOf(view.task.id)?.version ?? 0;
  return { paper: { task: view.task.id, document, receivedAt, report: read.report, attachments: [], over } };
}

function readFigures(
  view: TaskView,
  posted: BoardPosted,
): { report: ReportContent | null } | { problems: readonly FieldProblem[] } {
  const way = first(posted, 'figures');
  if (way === 'later') return { report: null };
  if (way === 'none') return { report: { nothingToReport: true, values: {} } };
  const { values, problems } = readTypedFields(view.form, typedFields(view, posted), {});
  const report = { nothingToReport: false, values };
  const faults = validateReport(view.form, report).flatMap(({ field: key, fault, value }): FieldProblem[] => {
    const field = view.form.fields.find((one) => one.key === key);
    if (field === undefined || problems.some((problem) => problem.field === key)) return [];
    return [{ field: key, text: sayPageFault(field, value === null ? '' : String(value), fault) }];
  });
  const all = [...problems, ...faults];
  return all.length > 0 ? { problems: all } : { report };
}

function showPaper(
  desk: Desk,
  view: TaskView,
  paper: PaperReport,
  posted: BoardPosted,
  why: RichText = [],
): BoardAnswer {
  const names = ['document', 'received', 'figures', ...view.form.fields.map(({ key }) => `${FIELD}${key}`)];
  const keeps = [
    ['task', String(paper.task)],
    ['over', String(paper.over)],
    ...names.map((name) => [name, first(posted, name)] as const),
  ] as const;
  const form = confirmForm({ act: 'paper', label: WORDS.title, keeps }, { label: PAPER_BUTTONS.yes, value: 'yes' });
  const text = sayPaperPreview({ view, ...paper, before: figuresBefore(desk, view), files: 0, zone: desk.zone });
  return shown({ title: WORDS.title, blocks: [{ is: 'note', text }, form] }, why);
}
