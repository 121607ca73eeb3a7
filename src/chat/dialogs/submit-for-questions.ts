import { figuresBefore } from '../../actions/submit-for.ts';
import type { Choice } from '../../channels/channel.ts';
import { atTime } from '../../domain/calendar.ts';
import { fieldOfRole, type ReportContent } from '../../domain/report-form.ts';
import { readChange } from '../../language/change/correction.ts';
import { readPaperStory } from '../../language/desk/paper-story.ts';
import type { SaidReceived } from '../../language/desk/paper-words.ts';
import { isQuestion } from '../../language/question-form.ts';
import { parseReport } from '../../language/report/report-template.ts';
import { readActingOrder } from '../../understanding/acting-order.ts';
import { withoutYes } from '../../understanding/amend-units.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayContent } from '../../wording/submit.ts';
import {
  PAPER_BUTTONS,
  PAPER_WORDS,
  sayAskFigures,
  sayPaperChoice,
  sayPaperPreview,
} from '../../wording/submit-for.ts';
import { shortNameOf, today } from '../look-up.ts';
import { namedUnits } from '../named-units.ts';
import type { Turn } from '../turn.ts';
import { viewOf } from './review-shown.ts';
import type { PaperDraft } from './submit-for.ts';

const KIND = 'submit-for';
const LOOKED_AT = 60;
const OFFERED = 6;
/** A document that came some time on a day counts as come by then: no day's end makes a difference to a cut-off. */
const END_OF_WORK = '17:00';

/** The moment that was said: never one to come. */
export function instantOf(turn: Turn, { day, time }: SaidReceived): number {
  const said = atTime(day, time ?? END_OF_WORK, turn.desk.zone);
  return time === null ? Math.min(said, turn.now) : said;
}

/** The unit's reports that the words mean: with no period named, those that are open. */
export function findTasks(
  turn: Turn,
  typed: string,
  isForFigures = false,
): { tasks: number[] } | { problem: RichText } {
  const { task, obligations, period, who } = readActingOrder(typed, {
    today: today(turn),
    reports: [...turn.rules.obligations, ...turn.rules.former.obligations],
  });
  if (task !== null && viewOf(turn, task) !== null) return { tasks: [task] };
  const named = namedUnits(turn, who);
  if ('problem' in named) return named;
  const fitting = named.codes
    .flatMap((code) => turn.desk.store.tasks.ofUnit(code, LOOKED_AT))
    .filter((one) => obligations === null || obligations.includes(one.obligation))
    .filter((one) => period === null || one.period === period)
    .filter(({ state }) => state !== 'waived');
  // "Nhập số liệu cho Tứ Kỳ": of the paper report that was recorded without them.
  const half = isForFigures ? fitting.filter(({ id }) => filedBefore(turn, [id]) !== null) : [];
  if (half.length > 0) return { tasks: half.map(({ id }) => id) };
  const open = period === null ? fitting.filter(({ state }) => state === 'open' || state === 'returned') : fitting;
  const tasks = (open.length > 0 ? open : fitting).slice(0, OFFERED).map(({ id }) => id);
  return tasks.length === 0
    ? { problem: PAPER_WORDS.noTask(named.codes.map((code) => shortNameOf(turn, code))) }
    : { tasks };
}

/** The document of a paper report whose figures were to come later, and when it came; null where the report is no such one. */
export function filedBefore(turn: Turn, [id, another]: readonly number[]): Partial<PaperDraft> | null {
  const view = id === undefined || another !== undefined ? null : viewOf(turn, id);
  const latest = view === null ? null : turn.desk.store.submissions.latestOf(view.task.id);
  if (view === null || latest?.via !== 'paper' || figuresBefore(turn.desk, view) !== null) return null;
  const document = latest.report.values[fieldOfRole(view.form.fields, 'document')?.key ?? ''];
  return typeof document === 'string' ? { document, receivedAt: latest.receivedAt } : null;
}

/** The figures that were told along; of several reports that may be meant where all have one form. */
export function figuresIn(turn: Turn, tasks: readonly number[], story: string): Partial<PaperDraft> {
  const views = tasks.map((id) => viewOf(turn, id));
  const view = views[0] ?? null;
  if (view === null || story === '' || views.some((one) => one?.form.code !== view.form.code)) return {};
  const { nothing, told } = readPaperStory(story, today(turn));
  if (nothing) return { figures: 'nothing' };
  const [most] = told
    .map((text) => parseReport(view.form, text))
    .filter(({ faults }) => faults.length === 0)
    .map((read) => read.values)
    .toSorted((a, b) => Object.keys(b).length - Object.keys(a).length);
  const values = most ?? {};
  const isWhole = view.form.fields.every(({ required, key }) => !required || values[key] !== undefined);
  return { values, figures: isWhole ? 'now' : null };
}

/** "Khoan, 4 hội nghị mới đúng", "người dự 120" at the preview; null where it names no figure, or is in any doubt. */
export function changedFigures(turn: Turn, draft: PaperDraft, said: string): PaperDraft | null {
  const [id] = draft.tasks;
  const view = id === undefined ? null : viewOf(turn, id);
  if (view === null || draft.figures === 'nothing' || isQuestion(said)) return null;
  const { values, faults, taken, unread, cleared, moved, isMore } = readChange(view.form, withoutYes(said));
  const isSure = faults.length + taken.length + unread.length + cleared.length === 0 && moved === null && !isMore;
  if (!isSure || Object.keys(values).length === 0) return null;
  const next = { ...draft.values, ...values };
  const isWhole = view.form.fields.every(({ required, key }) => !required || next[key] !== undefined);
  return { ...draft, values: next, figures: isWhole ? 'now' : null };
}

/** What of the draft is a report; null where the figures come later. */
export function reportOf({ figures, values }: PaperDraft): ReportContent | null {
  if (figures === 'later') return null;
  return figures === 'nothing' ? { nothingToReport: true, values: {} } : { nothingToReport: false, values };
}

/** Says what the draft waits for. */
export function askPaper(turn: Turn, stored: PaperDraft, problem: RichText = []): void {
  const [id = 0] = stored.tasks;
  const over = turn.desk.store.submissions.latestOf(id)?.version ?? 0;
  const draft = stored.stage === 'confirm' ? { ...stored, over } : stored;
  turn.keep(KIND, draft);
  const { text, choices } = question(turn, draft);
  const isPick = ['report', 'figures', 'confirm'].includes(draft.stage);
  turn.say({ text: join([problem, text], '\n\n'), choices, answer: isPick ? 'pick' : 'free' });
}

function question(turn: Turn, draft: PaperDraft): { text: RichText; choices: Choice[][] } {
  const [id = 0] = draft.tasks;
  const view = viewOf(turn, id);
  if (draft.stage === 'unit' || view === null) return { text: PAPER_WORDS.askUnit, choices: [] };
  if (draft.stage === 'report')
    return { text: PAPER_WORDS.askReport(unitsOf(turn, draft)), choices: reports(turn, draft) };
  if (draft.stage === 'document') return { text: PAPER_WORDS.askDocument(view), choices: [] };
  if (draft.stage === 'received')
    return { text: PAPER_WORDS.askReceived(view), choices: [[turn.choice(PAPER_BUTTONS.now, 'now')]] };
  if (draft.stage === 'figures') {
    const given = Object.keys(draft.values).length > 0;
    const missing = view.form.fields.filter(
      ({ required, key }) => given && required && draft.values[key] === undefined,
    );
    const labels = missing.map(({ shortLabel }) => shortLabel);
    const read = given ? sayContent(view.form, { nothingToReport: false, values: draft.values }) : [];
    const row = [turn.choice(PAPER_BUTTONS.later, 'later'), turn.choice(PAPER_BUTTONS.nothing, 'nothing')];
    return { text: sayAskFigures(view, labels, read), choices: [row] };
  }
  const { document, receivedAt, attachments } = draft;
  const text = sayPaperPreview({
    view,
    document: document ?? '',
    receivedAt: receivedAt ?? turn.now,
    report: reportOf(draft),
    before: figuresBefore(turn.desk, view),
    files: attachments.length,
    zone: turn.desk.zone,
  });
  const change = [
    turn.choice(PAPER_BUTTONS.figures, 'figures'),
    turn.choice(PAPER_BUTTONS.received, 'received'),
    turn.choice(PAPER_BUTTONS.document, 'document'),
  ];
  const drop = turn.choice(PAPER_BUTTONS.drop, 'drop');
  return { text, choices: [[turn.choice(PAPER_BUTTONS.yes, 'yes')], change, [drop]] };
}

/** Whose reports may be meant: the question says so, as every other answer does. */
function unitsOf(turn: Turn, { tasks }: PaperDraft): string[] {
  return [...new Set(tasks.flatMap((id) => viewOf(turn, id)?.unit.shortName ?? []))];
}

function reports(turn: Turn, { tasks }: PaperDraft): Choice[][] {
  return tasks.flatMap((id) => {
    const view = viewOf(turn, id);
    return view === null ? [] : [[turn.choice(sayPaperChoice(view), String(id))]];
  });
}
