import { z } from 'zod';
import { isOnlyFirst, waitingReports } from '../../actions/review-queue.ts';
import type { SaidOfReport } from '../../language/desk/review-words.ts';
import {
  acceptsTheRest,
  isWholeReport,
  opensTheFirst,
  readOfReport,
  saysAccept,
} from '../../language/desk/review-words.ts';
import { isQuestion } from '../../language/question-form.ts';
import { readReason, takeReason } from '../../language/reason-word.ts';
import { fieldNames } from '../../language/report/field-names.ts';
import { unitIn, unitsIn } from '../../understanding/name-unit.ts';
import { isOrderNotReason, orderBegunBy, stanceOf, stopsToThink } from '../../understanding/order-stance.ts';
import { readReviewing } from '../../understanding/spoken-decision.ts';
import { sayProblem } from '../../wording/problems.ts';
import { REVIEW_BUTTONS, REVIEW_WORDS, sayUnknownField } from '../../wording/review.ts';
import { buttonTyped } from '../button-words.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { today, unitName, unitsToday } from '../look-up.ts';
import { unclear } from '../on-screen.ts';
import type { Turn } from '../turn.ts';
import { acceptSeen, giveBack } from './review-done.ts';
import { openOrdered } from './review-order.ts';
import { askFields, askWhy, lookAt, showQueue, viewOf } from './review-shown.ts';

const seenSchema = z.array(z.object({ task: z.number(), version: z.number() }));

/** A review on its way: the queue, or one report of it. */
const schema = z.object({
  stage: z.enum(['queue', 'report', 'fields', 'reason']),
  obligations: z.array(z.string()).nullable(),
  period: z.string().nullable(),
  /** What can be accepted at one tap, in the versions that were shown. */
  harmless: seenSchema,
  firsts: seenSchema,
  /** The report that is looked at; 0 = none. */
  task: z.number(),
  version: z.number(),
  state: z.enum(['submitted', 'accepted']).default('submitted'),
  fields: z.array(z.string()),
  /** Why the report is to go back, as it was said before it was shown; empty = it was not. */
  given: z.string().default(''),
});
export type ReviewDraft = z.infer<typeof schema>;

const AWAITS: Readonly<Record<ReviewDraft['stage'], Awaits>> = {
  queue: 'choice',
  report: 'choice',
  fields: 'text',
  reason: 'value',
};

/** Reviewing reports: what waits, one report with its differences, and the decision. */
export const reviewDialog: Dialog<ReviewDraft> = {
  kind: 'review',
  schema,
  answer(turn, draft, reply) {
    const button = reply.picked ? null : buttonTyped(REVIEW_BUTTONS, reply.text);
    if ((reply.picked && reply.text === 'queue') || button === 'queue' || button === 'next')
      return showQueue(turn, draft);
    if (draft.stage === 'queue') return answerQueue(turn, draft, reply);
    if (draft.stage === 'report') return answerReport(turn, draft, reply);
    if (draft.stage === 'fields') return answerFields(turn, draft, reply);
    answerWhy(turn, draft, reply);
  },
  repeat(turn, draft, problem) {
    if (draft.stage === 'queue') return showQueue(turn, draft, problem);
    if (draft.stage === 'report') return lookAt(turn, draft, draft.task, problem);
    if (draft.stage === 'fields') return askFields(turn, draft, problem);
    askWhy(turn, draft, problem);
  },
  awaits: ({ stage }) => AWAITS[stage],
  about: () => 'duyet',
  describe: () => REVIEW_WORDS.what,
};

function answerQueue(turn: Turn, draft: ReviewDraft, { picked, text }: Reply): void {
  if (picked && text === 'firsts') return acceptSeen(turn, draft, draft.firsts);
  if ((picked && text === 'rest') || (!picked && draft.harmless.length > 0 && acceptsTheRest(text)))
    return acceptSeen(turn, draft, draft.harmless);
  const task = picked ? /^t(\d+)$/u.exec(text)?.[1] : undefined;
  if (task !== undefined) return lookAt(turn, draft, Number(task));
  const order = picked ? null : orderIn(turn, text);
  if (order !== null) return openOrdered(turn, order);
  const meant = picked ? null : meantIn(turn, draft, text);
  if (meant !== null) return lookAt(turn, draft, meant);
  // What waits is said in short below, whatever was asked.
  const isTold = picked || isQuestion(text);
  showQueue(turn, draft, isTold ? [] : REVIEW_WORDS.chooseOfQueue, !picked);
}

/** "Trả lại báo cáo năm của Sở Y tế vì …": whose report, which one, and why; null where words give no such order. */
function orderIn(turn: Turn, text: string): string | null {
  const { obligations, former } = turn.rules;
  const known = { units: unitsToday(turn), reports: [...obligations, ...former.obligations], today: today(turn) };
  const order = stanceOf(text, 'duyet') === 'given' ? readReviewing(text, known) : null;
  return order === '' ? null : order;
}

/** Another period of the same unit: "trả lại báo cáo năm của Sở Y tế" while its November is open. */
function isOfOtherPeriod(turn: Turn, { task }: ReviewDraft, order: string): boolean {
  const period = /(?:^|\s)(\d{4}(?:-\S+?)?)(?=:|\s|$)/u.exec(order)?.[1] ?? null;
  return period !== null && period !== viewOf(turn, task)?.period.key;
}

/** The report of the queue that words mean: of the unit they name, or the one to be looked at first. */
function meantIn(turn: Turn, draft: ReviewDraft, text: string): number | null {
  const { waiting } = waitingReports(turn.desk, draft);
  const unit = unitIn(text, unitsToday(turn));
  const doubtful = waiting.find((one) => one.risks.length > 0 && !isOnlyFirst(one));
  const first = opensTheFirst(text) ? (doubtful ?? waiting[0]) : undefined;
  const meant = unit === null ? first : waiting.find(({ view }) => view.unit.code === unit);
  return meant?.view.task.id ?? null;
}

function answerReport(turn: Turn, draft: ReviewDraft, { picked, text }: Reply): void {
  const { task, version } = draft;
  if (picked && text === 'accept') return acceptSeen(turn, draft, [{ task, version }]);
  if (picked && text === 'return') return askFields(turn, draft);
  if (picked && text === 'given') return giveBack(turn, draft, draft.given);
  const order = picked ? null : orderIn(turn, text);
  if (order !== null && isOfOtherPeriod(turn, draft, order)) return openOrdered(turn, order);
  const said = picked ? null : readOfReport(text);
  if (said === null && picked) return lookAt(turn, draft, task);
  // "Khoan đã" decides nothing, and least of all that it goes back.
  if (stopsToThink(text))
    return unclear(turn, text, REVIEW_WORDS.notYet, (problem) => lookAt(turn, draft, task, problem));
  if (said === null && order !== null && namesOther(turn, draft, text)) return openOrdered(turn, order);
  if (said === null)
    return unclear(turn, text, REVIEW_WORDS.chosenBefore, (problem) => lookAt(turn, draft, task, problem));
  // "Vì trùng với Gia Lộc" is why this one goes back.
  const other = otherUnit(turn, draft, said.verdict === 'return' ? said.fields : text);
  if (other !== null) return lookAtOther(turn, draft, other, said);
  // "Ok" to a report that was to go back is no approval.
  if (said.verdict === 'accept' && draft.given !== '' && !saysAccept(text))
    return lookAt(turn, draft, task, REVIEW_WORDS.chosenBefore);
  if (said.verdict === 'accept') return acceptSeen(turn, draft, [{ task, version }]);
  takeFields(turn, draft, withoutUnit(turn, draft, said.fields), said.reason);
}

/** The unit that words name, where it is not the one whose report is looked at. */
function otherUnit(turn: Turn, { task }: ReviewDraft, text: string): string | null {
  const unit = unitIn(text, unitsToday(turn));
  return unit === null || unit === viewOf(turn, task)?.unit.code ? null : unit;
}

function namesOther(turn: Turn, { task }: ReviewDraft, text: string): boolean {
  const own = viewOf(turn, task)?.unit.code;
  return unitsIn(text, unitsToday(turn)).some((code) => code !== own);
}

/** "Trả lại Tứ Kỳ, …" while another one's report is open: theirs is shown, and nothing becomes of this one. */
function lookAtOther(turn: Turn, draft: ReviewDraft, unit: string, said: SaidOfReport): void {
  const { waiting } = waitingReports(turn.desk, draft);
  const found = waiting.find(({ view }) => view.unit.code === unit);
  if (found === undefined) return lookAt(turn, draft, draft.task, REVIEW_WORDS.notWaiting(unitName(turn, unit)));
  const given = said.verdict === 'return' ? (said.reason ?? '') : '';
  lookAt(turn, { ...draft, given }, found.view.task.id);
}

/** "Sở NN&MT, hội nghị": the fields alone. */
function withoutUnit(turn: Turn, { task }: ReviewDraft, fields: string): string {
  const own = viewOf(turn, task)?.unit.code;
  const isOwn = (part: string): boolean => own !== undefined && unitIn(part, unitsToday(turn)) === own;
  return fields
    .split(/[,;]+/u)
    .filter((part) => !isOwn(part))
    .join(', ');
}

function answerFields(turn: Turn, draft: ReviewDraft, { picked, text }: Reply): void {
  if (picked && text === 'all') return askWhy(turn, { ...draft, fields: [] });
  if (picked) return askWhy(turn, { ...draft, fields: [...new Set([...draft.fields, text])] });
  if (stopsToThink(text)) return lookAt(turn, draft, draft.task, REVIEW_WORDS.notYet);
  const button = buttonTyped(REVIEW_BUTTONS, text);
  if (button === 'giveBack' || button === 'more') return askFields(turn, draft);
  // What stands before the order would be dropped: then it is asked about.
  const order = orderBegunBy(text) === null ? null : orderIn(turn, text);
  if (order !== null && namesOther(turn, draft, text)) return openOrdered(turn, order);
  const said = readOfReport(text);
  if (said?.verdict === 'return' && (said.fields !== '' || said.reason !== null))
    return takeFields(turn, draft, withoutUnit(turn, draft, said.fields), said.reason);
  const given = takeReason(text);
  takeFields(turn, draft, given?.rest ?? text, given?.reason ?? null);
}

/** An order, another unit, a question or a button's words, where what is wrong is asked for: none of it is told to the unit as a reason. */
function isOfElse(turn: Turn, draft: ReviewDraft, words: string): boolean {
  if (orderBegunBy(words) !== null || namesOther(turn, draft, words)) return true;
  return isQuestion(words) || buttonTyped(REVIEW_BUTTONS, words) !== null;
}

function answerWhy(turn: Turn, draft: ReviewDraft, { picked, text }: Reply): void {
  const button = buttonTyped(REVIEW_BUTTONS, text);
  if (button === 'whole') return askWhy(turn, { ...draft, fields: [] });
  if (picked || button === 'giveBack' || button === 'more') return askFields(turn, draft);
  if (button !== null || stopsToThink(text) || isOrderNotReason(text, unitIn(text, unitsToday(turn)) !== null))
    return askWhy(turn, draft, REVIEW_WORDS.notAReason(text));
  const reason = readReason(text);
  if (reason === null) return askWhy(turn, draft, sayProblem({ problem: 'reason-needed' }, turn.desk.zone));
  giveBack(turn, draft, reason);
}

/** Takes the fields that words name; with a reason beside them it is done. */
function takeFields(turn: Turn, draft: ReviewDraft, words: string, reason: string | null): void {
  const view = viewOf(turn, draft.task);
  if (view === null) return leaveDialog(reviewDialog, turn, draft);
  const names = fieldNames(view.form);
  const parts = words
    .split(/[,;\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const fields: string[] = [...draft.fields];
  const isWhole = parts.length > 0 && parts.every(isWholeReport);
  const fieldIn = (part: string) => names.named(part) ?? (orderBegunBy(part) === null ? names.meant(part) : null);
  const other = isWhole ? undefined : parts.find((part) => fieldIn(part) === null && isOfElse(turn, draft, part));
  if (other !== undefined) return askFields(turn, draft, REVIEW_WORDS.notAReason(other));
  for (const part of isWhole ? [] : parts) {
    const named = fieldIn(part);
    // "Để sửa mục đề xuất", "thiếu số liệu hội nghị": what names no field says why, and is shown before it goes.
    if (named === null && reason === null && part.split(' ').length > 2)
      return lookAt(turn, { ...draft, given: words.trim() }, draft.task);
    if (named === null) return askFields(turn, { ...draft, fields }, sayUnknownField(part));
    fields.push(named.field.key);
  }
  const next = { ...draft, fields: isWhole ? [] : [...new Set(fields)] };
  if (reason !== null) return giveBack(turn, next, reason);
  if (parts.length === 0) return askFields(turn, next);
  askWhy(turn, next);
}
