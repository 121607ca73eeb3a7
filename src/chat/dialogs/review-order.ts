import { readReturnOrder } from '../../language/desk/review-words.ts';
import type { Task } from '../../store/tasks.ts';
import { readActingOrder } from '../../understanding/acting-order.ts';
import { splitExcept } from '../../understanding/except.ts';
import { REVIEW_WORDS } from '../../wording/review.ts';
import { findEndedUnit, today, unitName } from '../look-up.ts';
import { namedUnits } from '../named-units.ts';
import type { Turn } from '../turn.ts';
import type { ReviewDraft } from './review.ts';
import { askFields, lookAt, showQueue, showSome } from './review-shown.ts';

const LOOKED_AT = 60;

/** What is to become of whose report, as it was ordered. */
interface Ordered {
  who: string;
  verdict: 'accept' | 'return' | 'reopen';
}

/** Opens the report that an order names ("trả lại HBG 2026-11: thiếu kết quả"); of several each is opened by itself, and the order is said to be undone. */
export function openOrdered(turn: Turn, args: string): void {
  const back = readReturnOrder(args);
  const { task, obligations, period, who } = readActingOrder(back?.who ?? args, {
    today: today(turn),
    reports: [...turn.rules.obligations, ...turn.rules.former.obligations],
  });
  const draft: ReviewDraft = {
    stage: 'queue',
    obligations: obligations === null ? null : [...obligations],
    period,
    harmless: [],
    firsts: [],
    task: 0,
    version: 0,
    state: 'submitted',
    fields: [],
    given: back?.reason ?? '',
  };
  if (task !== null) return lookAt(turn, draft, task);
  if (who === '') return showQueue(turn, draft);
  const verdict = back === null ? 'accept' : back.reopens ? 'reopen' : 'return';
  openUnits(turn, draft, { who, verdict });
}

function openUnits(turn: Turn, draft: ReviewDraft, { who, verdict }: Ordered): void {
  const { except } = splitExcept(who);
  if (except !== null) return showQueue(turn, draft, REVIEW_WORDS.noExcept(except));
  const named = namedUnits(turn, who);
  // What a unit sent before it ended still waits in the queue.
  const ended = 'problem' in named ? findEndedUnit(turn, who) : null;
  if ('problem' in named && ended === null) return showQueue(turn, draft, named.problem);
  const codes = 'problem' in named ? [ended?.code ?? ''] : named.codes;
  const found = codes.map((code) => ({ code, ...reportOf(turn, draft, code, verdict) }));
  const [only, another] = found;
  if (only === undefined || another !== undefined) return openEach(turn, draft, found);
  const { task, other } = only;
  const submission = task === undefined ? null : turn.desk.store.submissions.latestOf(task.id);
  // To go back, with nothing said of why: that is asked for, so that a later "ok" approves nothing.
  if (task !== undefined && submission !== null && verdict !== 'accept' && draft.given === '')
    return askFields(turn, { ...draft, task: task.id, version: submission.version, state: stateOf(task) });
  const isOver = task?.state === 'accepted' && verdict === 'accept' && draft.period === null;
  if (task !== undefined)
    return lookAt(turn, draft, task.id, isOver ? REVIEW_WORDS.onlyAccepted(unitName(turn, only.code)) : []);
  if (other !== undefined) return lookAt(turn, draft, other.id);
  showQueue(turn, draft, REVIEW_WORDS.none);
}

/** The unit's report that waits, else its last one that was accepted: that is the one to be opened again. */
function reportOf(turn: Turn, draft: ReviewDraft, code: string, verdict: Ordered['verdict']) {
  const tasks = turn.desk.store.tasks
    .ofUnit(code, LOOKED_AT)
    .filter((task) => draft.obligations === null || draft.obligations.includes(task.obligation))
    .filter((task) => draft.period === null || task.period === draft.period);
  const inState = (wanted: Task['state']) => tasks.find(({ state }) => state === wanted);
  const [waiting, accepted] = [inState('submitted'), inState('accepted')];
  return { task: verdict === 'reopen' ? (accepted ?? waiting) : (waiting ?? accepted), other: tasks[0] };
}

/** How it stands while it is looked at: what waits, or was accepted. */
function stateOf({ state }: Task): ReviewDraft['state'] {
  return state === 'accepted' ? state : 'submitted';
}

/** Several were named: those that wait, to be opened one by one. */
function openEach(turn: Turn, draft: ReviewDraft, found: readonly { code: string; task: Task | undefined }[]): void {
  const waiting = found.flatMap(({ task }) => (task?.state === 'submitted' ? [task] : []));
  const none = found.filter(({ task }) => task?.state !== 'submitted').map(({ code }) => unitName(turn, code));
  showSome(turn, draft, waiting, REVIEW_WORDS.oneByOne(none));
}
