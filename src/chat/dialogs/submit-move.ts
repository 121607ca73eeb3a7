import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import { readChange } from '../../language/change/correction.ts';
import { isBareHead, isOfOther, meansOther, withoutDenied } from '../../language/change/other-report.ts';
import { readReply } from '../../language/choice-word.ts';
import { periodOfPasted } from '../../language/document/document-head.ts';
import { isQuestion } from '../../language/question-form.ts';
import { speaksOfBefore } from '../../language/report/contradicted-figures.ts';
import { soleFigure } from '../../language/report/sole-figure.ts';
import { saysMove, saysSend } from '../../language/review-reply.ts';
import { withoutAsBefore } from '../../language/wish-words.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { MOVE_WORDS, sayNotWritten } from '../../wording/submit-aside.ts';
import { SUBMIT_BUTTONS, sayMove, sayTextMove } from '../../wording/submit-dialog.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { foreignFigures, namedTask, readMeant, readNamed } from '../which.ts';
import type { Gathered } from './draft.ts';
import { gatheredOf } from './draft.ts';
import { keepDraft } from './keep-draft.ts';
import type { Step } from './submit-answers.ts';
import { clausesOfPeriods, partsOfOthers } from './submit-apart.ts';
import { offerForm, readTyped } from './submit-form.ts';
import { preview } from './submit-preview.ts';
import { typedOf } from './submit-rest.ts';

/** Another report of one's own that is meant: all that was typed is its ("nhầm, đó là của tháng 12"), or that text ("sửa báo cáo năm lại 41 hội nghị"). */
export interface Meant {
  to: number;
  text: string | null;
}

/** Null where no other is named, or only spoken of. */
export function otherReportMeant(turn: Turn, view: TaskView, said: string): Meant | null {
  if (foreignFigures(turn, [said]) !== null) return null;
  const { period, rest } = readMeant(turn, said);
  const isNamed = period !== null && period !== view.period.key;
  const isAll = isNamed && meansOther(rest);
  const isOfText = isNamed && isOfOther(said) && saysChange(view, rest) && !isOfBoth(turn, view, said);
  const other = isAll || isOfText ? period : otherPeriodOf(turn, view, said);
  const task = other === null ? null : namedTask(turn, other === period ? withoutDenied(said) : other);
  if (task === null || task.id === view.task.id) return null;
  return { to: task.id, text: isAll ? null : other === period ? rest : said };
}

/**
 * The period that a text names with its figures, other than the one in hand: "tổng hội nghị cả năm là 48" in the middle of December's. Null where it names
 * none, this one too, or only compares.
 */
export function otherPeriodOf(turn: Turn, view: TaskView, typed: string): string | null {
  const said = withoutAsBefore(typed) ?? typed;
  const { key } = view.period;
  const pasted = periodOfPasted(typed, today(turn));
  if (pasted !== null) return pasted === key ? null : pasted;
  const inFront = periodInFront(turn, view, said);
  if (inFront !== null) return inFront === key ? null : inFront;
  if (said.length > LONGEST_SAID || said.includes('\n') || speaksOfBefore(said) || isQuestion(said)) return null;
  if (isOfBoth(turn, view, said)) return null;
  const clauses = clausesOfPeriods(turn, view, said);
  const told = clauses.filter(({ clause }) => figuresIn(view, clause));
  const named = told.flatMap(({ periods }) => periods);
  const [other, another] = new Set(named.filter((one) => one !== key));
  if (other !== undefined) return another === undefined && !named.includes(key) ? other : null;
  // "Năm nay nhé, 30 lớp": named in front of its figures.
  const [front, second] = told.length === 0 ? [] : new Set(clauses.flatMap(({ periods }) => periods));
  return front !== undefined && second === undefined && front !== key ? front : null;
}

const LONGEST_SAID = 300;
const LONGEST_HEAD = 60;

/** "Tháng 11: 03 hội nghị, …; kết quả: …": the period that stands in front of figures, and of texts behind their labels. Null for several in turn. */
function periodInFront(turn: Turn, view: TaskView, said: string): string | null {
  const heads = said.split(/[;.\n]\s*/u).map((line) => periodOfHead(turn, line));
  const at = /[:\n]/u.exec(said)?.index ?? 0;
  const [first = null] = heads;
  const isOther = first !== null && at > 0 && !heads.some((one) => one !== null && one !== first);
  if (!isOther || isQuestion(said)) return null;
  const { values, faults } = readChange(view.form, said.slice(at + 1).trim());
  return Object.values(values).some((value) => typeof value === 'number') || faults.length > 0 ? first : null;
}

function periodOfHead(turn: Turn, line: string): string | null {
  const [head = ''] = line.split(':');
  if (head.length > LONGEST_HEAD) return null;
  const { period, rest } = readNamed(turn, head);
  return period !== null && isBareHead(rest) ? period : null;
}

/** A part of it is of this report, another of another one: they are told apart when it is read. */
function isOfBoth(turn: Turn, view: TaskView, said: string): boolean {
  const { own, others } = partsOfOthers(turn, view, said);
  return others.length > 0 && (saysChange(view, own) || readChange(view.form, own).nothingToReport);
}

/** Figures, and no text in which they may only be told. */
function figuresIn({ form }: TaskView, said: string): boolean {
  const { values, faults } = readChange(form, said);
  const read = Object.values(values);
  const isRead = read.every((value) => typeof value === 'number') && read.length + faults.length > 0;
  // "Cả năm 48 cuộc": whatever it counts, it is a figure of that period.
  return isRead || soleFigure(said) !== null;
}

function saysChange({ form }: TaskView, rest: string): boolean {
  const { values, faults, cleared } = readChange(form, rest);
  return Object.keys(values).length + faults.length + cleared.length > 0;
}

/** Asks whether what was typed goes over to that report. */
export function askMove(turn: Turn, view: TaskView, draft: Gathered, { to, text }: Meant): void {
  const task = turn.desk.store.tasks.find(to);
  if (task === null) return preview(turn, view, draft);
  keepDraft(turn, { ...gatheredOf(draft), stage: 'move', to, text });
  const count = Object.keys(typedOf(turn, view, draft)).length;
  turn.say({
    text:
      text === null
        ? sayMove(view, viewTask(turn.desk, task), count)
        : sayTextMove(view, viewTask(turn.desk, task), text),
    choices: [
      [turn.choice(SUBMIT_BUTTONS.move, 'move', { words: MOVE_WORDS.move })],
      ...(text === null ? [] : [[turn.choice(SUBMIT_BUTTONS.here, HERE)]]),
      [turn.choice(SUBMIT_BUTTONS.stay, 'stay', { words: MOVE_WORDS.stay })],
    ],
    answer: 'pick',
  });
}

/** Whether there is something to be looked at before it is sent. */
export function isBegun({ values, nothingToReport }: Gathered): boolean {
  return Object.keys(values).length > 0 || nothingToReport;
}

/** Only the outspoken choice puts into the report in hand what names another. */
const HERE = 'here';

type Open = (
  turn: Turn,
  task: number,
  typed: string,
  attachments: readonly number[],
  also?: { values: Gathered['values']; unread: readonly string[] },
) => void;

export function answerMove(
  { turn, view, draft, reply }: Step<'move'>,
  open: Open,
  goOn: (draft: Gathered) => void,
): void {
  const word = reply.picked ? reply.text : readReply(reply.text);
  const isMove = word === 'yes' ? !saysSend(reply.text) || saysMove(reply.text) : !reply.picked && saysMove(reply.text);
  const isYes = word === 'move' || isMove;
  const { to, text } = draft;
  if (word === 'stay' || word === 'no' || word === 'back') {
    const show = isBegun(draft) ? preview : offerForm;
    return show(turn, view, draft, text === null ? [] : sayNotWritten(text));
  }
  if (word === HERE && text !== null) {
    const fallback = (problem: RichText): void => preview(turn, view, draft, problem);
    return readTyped(turn, view, draft, {
      text,
      via: 'line',
      ofOthers: [],
      isChange: Object.keys(draft.values).length > 0,
      fallback,
    });
  }
  // What else is said begins anew; what was asked about stays named until it is said otherwise.
  const isAnother = !reply.picked && word === null && !isMove && reply.text.trim() !== '';
  if (isAnother)
    return goOn({ ...draft, unread: text === null ? draft.unread : [...new Set([...draft.unread, text])] });
  if (!isYes) return askMove(turn, view, draft, draft);
  // The report in hand is put away by opening the other.
  if (text !== null) return open(turn, to, text, []);
  const values = typedOf(turn, view, draft);
  // What was typed goes over whole: nothing of it stays behind to be sent under the wrong head.
  turn.finish();
  open(turn, to, '', draft.attachments, { values, unread: draft.unread });
}
