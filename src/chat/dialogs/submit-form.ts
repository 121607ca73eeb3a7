import { carriedOver, prefillOf, startingValues } from '../../actions/prefill.ts';
import { offerReportPage } from '../../actions/report-link.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { FILE_KINDS } from '../../domain/print-order.ts';
import type { ReportForm } from '../../domain/report-form.ts';
import type { ReportChange } from '../../language/change/correction.ts';
import { changeOf, readChange } from '../../language/change/correction.ts';
import { weighed, without } from '../../language/change/weigh-change.ts';
import { isLetterHead } from '../../language/document/letter-head.ts';
import { isAtALoss } from '../../language/report/at-a-loss.ts';
import { fieldNames } from '../../language/report/field-names.ts';
import { ASKED_ONE_BY_ONE } from '../../language/report/guided-answer.ts';
import { lostFields, lostFigures } from '../../language/report/lost-figures.ts';
import { headOf } from '../../language/report/report-header.ts';
import { fillTemplate, type ParsedReport } from '../../language/report/report-template.ts';
import { isSaidAnew } from '../../language/report/said-anew.ts';
import { textTalkedOf } from '../../language/report/talk-of-text.ts';
import { asksOneByOne } from '../../language/wish-words.ts';
import { sayFieldFault } from '../../wording/field-fault.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayForeignTemplate, sayOtherTemplate, sayPartlyRead, sayTemplate } from '../../wording/submit.ts';
import {
  SUBMIT_BUTTONS,
  sayChanges,
  sayEasierWays,
  sayFilesTaken,
  sayNothingRead,
} from '../../wording/submit-dialog.ts';
import { unitName } from '../look-up.ts';
import { versionInForce } from '../newer-version.ts';
import { foreignUnit } from '../own-units.ts';
import type { Turn } from '../turn.ts';
import { foreignFigures, readNamed } from '../which.ts';
import type { Gathered } from './draft.ts';
import { gatheredOf, valuesInForm } from './draft.ts';
import { keepDraft } from './keep-draft.ts';
import { namesOnlyThis } from './says-send.ts';
import { partsOfOthers } from './submit-apart.ts';
import { asBefore } from './submit-as-before.ts';
import { askingFor, beside, doubtsOf, problemOf, sameField } from './submit-change.ts';
import { askWhichField, preview } from './submit-preview.ts';
import { askQuestion, startQuestions, stepsFor } from './submit-questions.ts';
import { isConfirmed, restOf, typedOf } from './submit-rest.ts';

/**
 * Sends the template to copy, with the other ways beside it: one message, whichever way is taken. Of a report that is in
 * already a file says enough: its figures stay, and only a confirmation is asked for.
 */
export function offerForm(turn: Turn, view: TaskView, draft: Gathered, problem: RichText = []): void {
  const latest = turn.desk.store.submissions.latestOf(view.task.id);
  if (latest !== null && draft.attachments.length > 0) {
    const isUnchanged = Object.keys(draft.values).length === 0;
    const nothingToReport = latest.report.nothingToReport && isUnchanged;
    return preview(
      turn,
      view,
      { ...draft, values: { ...latest.report.values, ...draft.values }, nothingToReport },
      problem,
    );
  }
  // What is shown now is the version in force: a form that holds nothing else starts from it.
  const startedFrom = Object.keys(draft.values).length === 0 ? (latest?.version ?? 0) : draft.startedFrom;
  keepDraft(turn, { ...gatheredOf(draft), startedFrom, stage: 'form' });
  const prefill = latest === null ? prefillOf(turn.desk, view) : null;
  const values = valuesInForm(startingValues(turn.desk, view), draft);
  const page = turn.person === null ? null : offerReportPage(turn.desk, ownerOf(turn, turn.person, view), turn.now);
  const from = latest?.version ?? 0;
  const header = headOf({ obligation: view.obligation.code, period: view.period.key, unit: view.unit.code, from });
  const template = fillTemplate(view.form, header, values);
  const files = draft.attachments.length === 0 ? [] : sayFilesTaken(draft.attachments.length, unreadFiles(turn));
  turn.say({
    text: join([problem, files, sayTemplate({ view, template, prefill, isCorrection: latest !== null, page })], '\n\n'),
    choices: [waysBeside(turn)],
    answer: 'pick',
  });
}

/** Word and Excel files of this message out of which nothing could be got. */
function unreadFiles({ files, documents }: Turn): string[] {
  const kinds = [FILE_KINDS.word.mediaType, FILE_KINDS.excel.mediaType];
  return files.flatMap(({ id, name, mediaType }) => (kinds.includes(mediaType) && !documents.has(id) ? [name] : []));
}

/** Whoever is lost before the form is not shown it once more. */
function sayOtherWays(turn: Turn, draft: Gathered): void {
  keepDraft(turn, { ...gatheredOf(draft), stage: 'form' });
  turn.say({ text: sayEasierWays(), choices: [waysBeside(turn)], answer: 'pick' });
}

function waysBeside(turn: Turn) {
  return [
    turn.choice(SUBMIT_BUTTONS.guided, 'guided', { words: ASKED_ONE_BY_ONE }),
    turn.choice(SUBMIT_BUTTONS.nothing, 'nothing'),
  ];
}

function ownerOf({ chat }: Turn, person: number, view: TaskView) {
  return { person, chat, task: view.task.id };
}

/** A text to be read as a report: as a whole template, or as what is to change. */
interface Typed {
  text: string;
  via: 'template' | 'line' | 'file';
  /** How it was read, where it was not typed. */
  read?: ParsedReport;
  /** It changes what the person was shown: then they see what became of it. */
  isChange?: boolean;
  /** What was said with it of another period: not read, and named. Absent: it is looked for in the text. */
  ofOthers?: readonly string[];
  /** What is said above the preview or the first question. */
  heading?: RichText;
  /** What is shown again when nothing could be read. */
  fallback(problem: RichText): void;
}

/** Reads a filled-in template or a line. What was read is kept; what was not is asked for, and nothing is guessed. */
export function readTyped(turn: Turn, view: TaskView, draft: Gathered, typed: Typed): void {
  const { via, fallback, isChange = false } = typed;
  const isApart = typed.read === undefined && via !== 'file' && typed.ofOthers === undefined;
  const { own, others } = isApart
    ? partsOfOthers(turn, view, typed.text)
    : { own: typed.text, others: typed.ofOthers ?? [] };
  const base = via === 'file' ? null : asBefore(turn, view, own);
  const text = base?.rest ?? own;
  if (typed.read === undefined && asksOneByOne(text)) return startQuestions(turn, view, draft);
  const plain = typed.read === undefined ? readChange(view.form, text) : changeOf(typed.read);
  if (plain.header !== null && isForAnother(view, plain.header)) return refuseOther(turn, view, draft, plain.header);
  // A template came with the known figures filled in; a line only says what is to change. What a preview showed is all there is: a figure
  // that was cleared must not come back.
  const known = plain.header === null && !isChange ? startingValues(turn.desk, view) : {};
  const typedBefore = base === null ? draft.values : typedOf(turn, view, draft);
  const before = { ...known, ...base?.values, ...typedBefore };
  const isTitle = (line: string): boolean =>
    namesOnlyThis(turn, view, line) || (isLetterHead(line) && readNamed(turn, line).period === view.period.key);
  const shown = plain.moved === null ? plain : { ...plain, unread: [...plain.unread, plain.moved.raw] };
  const lost = typed.read === undefined ? [...lostFigures(text, shown), ...lostFields(text, view.form, shown)] : [];
  const weighedUp = weighed({ ...plain, unread: [...plain.unread, ...lost, ...others] }, before);
  const read = {
    ...weighedUp,
    unread: weighedUp.unread.filter((line) => !isTitle(line) && !isConfirmed(view.form, line, before)),
  };
  const foreign = read.header === null ? foreignFigures(turn, [text, ...read.unread]) : null;
  if (foreign !== null) return fallback(sayProblem(foreignUnit(turn, foreign), turn.desk.zone));
  if (read.nothingToReport && read.faults.length === 0) {
    return preview(turn, view, { ...draft, nothingToReport: true, via: 'nothing', unread: [...read.unread] });
  }
  const said = read.isMore ? beside(before, read.values) : read.values;
  // A figure that was not read may be of any of the others.
  const isAllRead = !read.unread.some((line) => /\d/u.test(line));
  const rest = restOf(view.form, isAllRead ? read : { ...read, rest: null }, before, startingValues(turn.desk, view));
  const values = without({ ...before, ...rest.values, ...said }, [...read.cleared, ...rest.cleared]);
  const faults = read.faults.map(({ field }) => field);
  const given = Object.keys({ ...typedBefore, ...rest.values, ...said });
  const heading = base?.said([...given, ...read.cleared, ...rest.cleared, ...faults]) ?? typed.heading ?? [];
  // An old template, or one with a version that never was, says nothing of what came since.
  const inForce = versionInForce(turn.desk, view.task.id);
  const startedFrom = read.header === null ? draft.startedFrom : read.header.from > inForce ? 0 : read.header.from;
  const next: Gathered = {
    ...draft,
    startedFrom,
    values,
    // A whole template came filled in: of what it repeats nobody says whether it was typed.
    given: read.header === null ? [...new Set([...draft.given, ...Object.keys(said)])] : draft.given,
    via,
    unread: leftUnread(view.form, { ...draft, values }, read, text),
    nothingToReport: false,
  };
  const contrary = read.faults.find((fault) => fault.field === '');
  if (contrary !== undefined) return offerForm(turn, view, next, sayFieldFault(undefined, '', contrary.fault));
  const isRead =
    Object.keys(read.values).length + read.faults.length + read.cleared.length > 0 ||
    read.rest !== null ||
    base !== null;
  if (!isRead && askForChange(turn, view, { ...draft, values: before }, read)) return;
  if (!isRead && via === 'template' && isAtALoss(text)) return sayOtherWays(turn, draft);
  const same = isRead ? null : sameField(view, read);
  if (same !== null && isChange) return preview(turn, view, { ...draft, values: before }, same);
  if (!isRead) return fallback(same ?? (isAtALoss(text) ? sayEasierWays() : sayNothingRead(text)));
  const missing = view.form.fields.filter((field) => field.required && values[field.key] === undefined);
  const faulty = view.form.fields.filter(({ key }) => faults.includes(key));
  const steps = stepsFor([...new Set([...faulty, ...missing].map((field) => field.key))]);
  const changes = isChange ? sayChanges(view.form, draft.nothingToReport ? {} : before, values) : [];
  if (steps === null) return preview(turn, view, next, join([heading, changes], '\n\n'));
  const problems = read.faults.map((fault) => problemOf(view, fault.field, fault).text);
  const asked = read.faults.find((fault) => fault.field === steps.queue[0]);
  const problem = {
    ...(asked === undefined ? {} : problemOf(view, asked.field, asked)),
    text: join(
      [
        heading,
        sayPartlyRead(view.form, values, {
          problems,
          unread: read.unread,
          carried: carriedOver(turn.desk, view, next),
        }),
      ],
      '\n\n',
    ),
  };
  askQuestion(turn, view, next, { ...steps, doubtful: doubtsOf(read.faults) }, problem);
}

const FIGURES = /\d(?:[\d.,]*\d)?/gu;

/** What was not understood before stays named until its figures are said anew, or a whole template comes. */
function leftUnread(form: ReportForm, draft: Gathered, read: ParsedReport, text: string): string[] {
  const said = new Set(text.match(FIGURES) ?? []);
  // "Kết quả để em bổ sung sau": what has to be there is asked for anyway.
  const isAsked = (line: string): boolean => {
    const field = textTalkedOf(fieldNames(form), line);
    return (
      field !== null &&
      ((field.required && draft.values[field.key] === undefined) || read.values[field.key] !== undefined)
    );
  };
  const anew = new Set(Object.keys(read.values));
  const isDealtWith = (line: string): boolean =>
    isSaidAnew(form, line, anew) || (line.match(FIGURES)?.every((one) => said.has(one)) ?? text.includes(line));
  const before = read.header === null ? draft.unread.filter((line) => !isDealtWith(line)) : [];
  return [...new Set([...before, ...read.unread])].filter((line) => !isAsked(line));
}

/** What a correction leaves to be asked; false where it says nothing at all. */
function askForChange(turn: Turn, view: TaskView, draft: Gathered, change: ReportChange): boolean {
  const asking = askingFor(view, { ...draft, nothingToReport: false }, change, null);
  if (asking !== null) askQuestion(turn, view, asking.report, asking.steps, asking.problem);
  else if (change.loose !== null) askWhichField(turn, view, draft, [], change.loose);
  return asking !== null || change.loose !== null;
}

function isForAnother(view: TaskView, header: { obligation: string; period: string; unit: string }): boolean {
  return (
    header.obligation !== view.obligation.code || header.period !== view.period.key || header.unit !== view.unit.code
  );
}

/** A template of another unit or period was filled in here: its figures must not land under the wrong head. */
function refuseOther(turn: Turn, view: TaskView, draft: Gathered, header: { period: string; unit: string }): void {
  const unit = unitName(turn, header.unit);
  const isOwn = unitsAllowing(turn.memberships, 'submit').includes(header.unit);
  if (!isOwn) foreignUnit(turn, header.unit);
  offerForm(turn, view, draft, isOwn ? sayOtherTemplate(view, { ...header, unit }) : sayForeignTemplate(view, unit));
}
