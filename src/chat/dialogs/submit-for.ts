import { z } from 'zod';
import { mayBeReceived } from '../../actions/submit-for.ts';
import { readReply } from '../../language/choice-word.ts';
import { readPaperStory } from '../../language/desk/paper-story.ts';
import { isFileName, isPaperOrder, readPastDay, readReceived, takeDocument } from '../../language/desk/paper-words.ts';
import { beforeReason } from '../../language/reason-word.ts';
import { parseReport } from '../../language/report/report-template.ts';
import { mayCorrect } from '../../understanding/amend-units.ts';
import { unitsIn } from '../../understanding/name-unit.ts';
import { holdsBack } from '../../understanding/order-stance.ts';
import { tellsOfPaper, tellsOfUnit, writePaperOrder } from '../../understanding/paper-order.ts';
import { agreesTo, asksOfPreview } from '../../understanding/said-of-open.ts';
import { ACTING_BUTTONS } from '../../wording/acting-dialog.ts';
import { sayNoneFits } from '../../wording/dialogs.ts';
import { sayFieldFault } from '../../wording/field-fault.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayNothingRead } from '../../wording/submit-dialog.ts';
import { PAPER_WORDS } from '../../wording/submit-for.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { today, unitsToday } from '../look-up.ts';
import { unclear, whyNot } from '../on-screen.ts';
import { putOffOrders } from '../orders-in-turn.ts';
import type { Turn } from '../turn.ts';
import { viewOf } from './review-shown.ts';
import { record } from './submit-for-done.ts';
import { askPaper, changedFigures, figuresIn, findTasks, instantOf } from './submit-for-questions.ts';

/** A paper report on its way. What is null was not said yet; `stage` is what is asked for now. */
const schema = z.object({
  stage: z.enum(['unit', 'report', 'document', 'received', 'figures', 'confirm']),
  /** The reports that may be meant; one once it is clear. */
  tasks: z.array(z.number()),
  /** Number and, behind " ngày ", date of the document. */
  document: z.string().nullable(),
  /** The document's number, where its day was not said yet. */
  number: z.string().optional(),
  receivedAt: z.number().nullable(),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  /** now = `values` hold them. */
  figures: z.enum(['now', 'later', 'nothing']).nullable(),
  attachments: z.array(z.number()),
  /** Something was said against what is shown, and not understood: a bare yes does not record it. */
  doubted: z.boolean().optional(),
  /** The version the preview was shown over. */
  over: z.number(),
});
export type PaperDraft = z.infer<typeof schema>;

const AWAITS: Readonly<Record<PaperDraft['stage'], Awaits>> = {
  unit: 'value',
  report: 'choice',
  document: 'value',
  received: 'value',
  figures: 'form',
  confirm: 'choice',
};

/** Keying in what came on paper: whose it is, the document, when it came, the figures or not, a scan; then a preview. */
export const submitForDialog: Dialog<PaperDraft> = {
  kind: 'submit-for',
  schema,
  takesFiles: true,
  answer(turn, stored, reply) {
    const draft = withFiles(turn, stored);
    if (turn.files.length > 0 && (reply.text === '' || isFileName(reply.text)))
      return goOnPaper(turn, draft, PAPER_WORDS.filesOnly);
    if (draft.stage === 'unit') return takeUnit(turn, draft, reply);
    // What is told of another unit feeds no question about this one, and its file stays out.
    if (!reply.picked && isOfAnother(turn, draft, reply.text)) return takeOther(turn, stored, reply.text);
    if (draft.stage === 'report') return takeReport(turn, draft, reply);
    if (turn.files.length > 0 && draft.stage === 'figures' && !isOfReport(turn, draft, reply.text))
      return askPaper(turn, stored, PAPER_WORDS.fileNotTaken(reply.text.trim()));
    if (draft.stage === 'document') return takeNumber(turn, draft, reply.text);
    if (draft.stage === 'received') return takeMoment(turn, draft, reply);
    if (draft.stage === 'figures') return takeFigures(turn, draft, reply);
    takeDecision(turn, draft, reply);
  },
  repeat: askPaper,
  awaits: ({ stage }) => AWAITS[stage],
  about: () => 'nopthay',
  describe: () => PAPER_WORDS.what,
  isWorthKeeping: (_turn, { document, number, receivedAt, values, figures }) =>
    [document, number ?? null, receivedAt, figures].some((one) => one !== null) || Object.keys(values).length > 0,
};

/** Goes on to the first thing that is not known yet. */
export function goOnPaper(turn: Turn, draft: PaperDraft, problem: RichText = []): void {
  const [only = 0, another] = draft.tasks;
  const view = another === undefined ? viewOf(turn, only) : null;
  const isWrong = draft.receivedAt !== null && !mayBeReceived(turn.desk, view, draft.receivedAt, turn.now);
  // Refused where it is read, and not when all the rest was typed.
  const wrong = sayProblem({ problem: 'received-when' }, turn.desk.zone);
  if (isWrong) return goOnPaper(turn, { ...draft, receivedAt: null }, join([problem, wrong], '\n\n'));
  const { tasks, document, receivedAt, figures } = draft;
  if (tasks.length === 0) return askPaper(turn, { ...draft, stage: 'unit' }, problem);
  if (tasks.length > 1) return askPaper(turn, { ...draft, stage: 'report' }, problem);
  if (document === null) return askPaper(turn, { ...draft, stage: 'document' }, problem);
  if (receivedAt === null) return askPaper(turn, { ...draft, stage: 'received' }, problem);
  if (figures === null) return askPaper(turn, { ...draft, stage: 'figures' }, problem);
  askPaper(turn, { ...draft, stage: 'confirm' }, problem);
}

/** Whether words tell of another unit's report: its name stands at their head, or it is asked for. Within a result others may be spoken of. */
function isOfAnother(turn: Turn, { stage, tasks }: PaperDraft, text: string): boolean {
  const own = tasks.map((id) => viewOf(turn, id)?.unit.code);
  const units = unitsToday(turn);
  const named = unitsIn(beforeReason(text), units);
  if (named.length === 0 || named.some((code) => own.includes(code))) return false;
  return stage === 'document' || stage === 'received' || isPaperOrder(text) || tellsOfUnit(text, units);
}

/** Another unit's paper report is begun when this is done; what else is said of a unit is asked about, and nothing waits. */
function takeOther(turn: Turn, stored: PaperDraft, text: string): void {
  const [id = 0] = stored.tasks;
  const view = viewOf(turn, id);
  const tellsResult = view !== null && Object.keys(parseReport(view.form, text).values).length > 0;
  const { obligations, former } = turn.rules;
  const known = { units: unitsToday(turn), today: today(turn), reports: [...obligations, ...former.obligations] };
  const isPaper = tellsOfPaper(text, known, tellsResult);
  if (!isPaper && turn.files.length > 0) return askPaper(turn, stored, PAPER_WORDS.fileNotTaken(text.trim()));
  if (!isPaper) return unclear(turn, text, PAPER_WORDS.notOfThis(text), (problem) => askPaper(turn, stored, problem));
  putOffOrders(turn, [writePaperOrder(text)]);
  askPaper(turn, stored);
}

/** Whether what was sent along with a file is of this report: its figures, or what the file is. */
function isOfReport(turn: Turn, { tasks: [id] }: PaperDraft, text: string): boolean {
  const view = id === undefined ? null : viewOf(turn, id);
  if (view === null || readReply(text) !== null || isFileName(text)) return true;
  const { values, faults } = parseReport(view.form, text);
  return Object.keys(values).length + faults.length > 0;
}

function takeUnit(turn: Turn, draft: PaperDraft, { text }: Reply): void {
  const found = findTasks(turn, text);
  if ('problem' in found) return askPaper(turn, draft, found.problem);
  goOnPaper(turn, withStory(turn, { ...draft, tasks: found.tasks }, text));
}

/** What was said along with an answer is not asked again. */
function withStory(turn: Turn, draft: PaperDraft, text: string): PaperDraft {
  const { document, received } = readPaperStory(text, today(turn));
  const at = received === null ? null : instantOf(turn, received);
  const isKnown = Object.keys(draft.values).length > 0 || draft.figures !== null;
  return {
    ...draft,
    document: draft.document ?? (document?.day == null ? null : documentOf(document.number, document.day)),
    receivedAt: draft.receivedAt ?? at,
    ...(isKnown ? {} : figuresIn(turn, draft.tasks, text)),
  };
}

function takeReport(turn: Turn, draft: PaperDraft, { picked, text }: Reply): void {
  const task = draft.tasks.find((id) => picked && String(id) === text);
  if (task === undefined && picked) return askPaper(turn, draft);
  if (task !== undefined) return goOnPaper(turn, { ...draft, tasks: [task] });
  // What is told of it meanwhile is kept, and asked for no more.
  const told = withStory(turn, draft, text);
  if (told.document !== draft.document || told.receivedAt !== draft.receivedAt) return askPaper(turn, told);
  unclearIn(turn, draft, text);
}

/** The number first, its day perhaps in the next message. */
function takeNumber(turn: Turn, draft: PaperDraft, text: string): void {
  const read = takeDocument(text, today(turn));
  const later = read === null && draft.number !== undefined ? readPastDay(text.split(',')[0] ?? '', today(turn)) : null;
  if (later !== null && draft.number !== undefined)
    return goOnPaper(turn, withStory(turn, { ...draft, document: documentOf(draft.number, later) }, text));
  if (read === null) return askPaper(turn, draft, PAPER_WORDS.noDocument);
  const day = read.day ?? readPastDay(read.rest, today(turn));
  if (day === null) return askPaper(turn, { ...draft, number: read.number }, PAPER_WORDS.noDay);
  goOnPaper(turn, withStory(turn, { ...draft, document: documentOf(read.number, day) }, text));
}

export function documentOf(number: string, day: string): string {
  return PAPER_WORDS.document(number, day);
}

function takeMoment(turn: Turn, draft: PaperDraft, { picked, text }: Reply): void {
  if (picked) return goOnPaper(turn, { ...draft, receivedAt: turn.now });
  const said = readReceived(text, today(turn));
  if (said === null) return askPaper(turn, draft, PAPER_WORDS.noMoment(text.trim()));
  const at = instantOf(turn, said);
  if (at > turn.now) return askPaper(turn, draft, PAPER_WORDS.notYetReceived(text.trim()));
  // Behind the moment may stand what the document says.
  const behind = /[,;]\s+(.*)$/su.exec(text)?.[1] ?? '';
  goOnPaper(turn, withStory(turn, { ...draft, receivedAt: at }, behind));
}

function takeFigures(turn: Turn, draft: PaperDraft, { picked, text }: Reply): void {
  const isLeftOut = Object.keys(draft.values).length > 0;
  if (picked && text === 'later')
    return goOnPaper(turn, { ...draft, figures: 'later' }, isLeftOut ? PAPER_WORDS.figuresLeftOut : []);
  if ((picked && text === 'nothing') || readReply(text) === 'nothing')
    return goOnPaper(turn, { ...draft, figures: 'nothing' });
  if (picked) return askPaper(turn, draft);
  const [id] = draft.tasks;
  const view = id === undefined ? null : viewOf(turn, id);
  if (view === null) return leaveDialog(submitForDialog, turn, draft);
  const read = parseReport(view.form, text);
  const [fault] = read.faults;
  const values = { ...draft.values, ...read.values };
  if (fault !== undefined) {
    const field = view.form.fields.find(({ key }) => key === fault.field);
    return askPaper(turn, { ...draft, values }, sayFieldFault(field, fault.raw, fault.fault, fault.readings ?? []));
  }
  if (Object.keys(read.values).length === 0) return askPaper(turn, draft, sayNothingRead(text));
  const isWhole = view.form.fields.every(({ required, key }) => !required || values[key] !== undefined);
  goOnPaper(turn, { ...draft, values, figures: isWhole ? 'now' : null });
}

function takeDecision(turn: Turn, draft: PaperDraft, { picked, text }: Reply): void {
  const word = picked ? text : readReply(text);
  const isYes = word === 'yes' || (!picked && agreesTo(text, 'nopthay'));
  if (isYes && !picked && draft.doubted === true)
    return askPaper(turn, { ...draft, doubted: false }, ACTING_BUTTONS.sure);
  if (isYes) return record(turn, draft);
  if (!picked && asksOfPreview(text, 'nopthay', unitsToday(turn)) !== null) return askPaper(turn, draft);
  if (word === 'drop' || word === 'cancel') return leaveDialog(submitForDialog, turn, draft);
  if (word === 'figures') return goOnPaper(turn, { ...draft, figures: null });
  if (word === 'received') return goOnPaper(turn, { ...draft, receivedAt: null });
  if (word === 'document') return goOnPaper(turn, { ...draft, document: null });
  const changed = picked || word !== null ? null : changedFigures(turn, draft, text);
  if (changed !== null) return goOnPaper(turn, { ...changed, doubted: false });
  const isNo = word === 'no' || (word === null && holdsBack(text));
  if (isNo) return askPaper(turn, draft, PAPER_WORDS.notYet);
  if (mayCorrect(text, unitsToday(turn)))
    return askPaper(turn, { ...draft, doubted: true }, whyNot(text, sayNoneFits(text)));
  unclearIn(turn, draft, text);
}

export function withFiles(turn: Turn, draft: PaperDraft): PaperDraft {
  const added = turn.files.map(({ id }) => id).filter((id) => !draft.attachments.includes(id));
  return added.length === 0 ? draft : { ...draft, attachments: [...draft.attachments, ...added] };
}

function unclearIn(turn: Turn, draft: PaperDraft, text: string): void {
  unclear(turn, text, sayNoneFits(text), (problem) => askPaper(turn, draft, problem));
}
