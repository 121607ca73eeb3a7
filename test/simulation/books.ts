import type { AuditLine, ExtensionRow, TaskRow } from './eye.ts';
import type { Journal } from './journal.ts';
import { inWords } from './journal.ts';
import type { Machine } from './machine.ts';
import { dayBefore } from './own-ladder.ts';

const BOOKS = 'I17 every change has its line in the audit';

/** What a task is by its lines. */
interface Account {
  state: string;
  lastDay: string;
}

/** What each action makes of a task; a state that depends stands in the line itself. */
const LEADS_TO: Readonly<Record<string, string | null>> = {
  submit: 'submitted',
  'submit-for': 'submitted',
  accept: 'accepted',
  return: 'returned',
  reopen: 'returned',
  waive: 'waived',
  'open-again': 'open',
  'undo-accept': 'submitted',
  'give-way': 'waived',
  'stand-again': 'submitted',
  'undo-owe-again': 'waived',
  'owe-again': null,
  'undo-waive': null,
  'undo-return': null,
  'undo-submit-for': null,
};
const MOVES_DAY = new Set(['extend', 'undo-extend', 'reschedule']);
/** Whoever decides one of these says why. */
const NEEDS_WHY = new Set(['extend', 'waive', 'owe-again', 'return', 'reopen']);
/** Ways into a role and out of it. */
const ENTERS = new Set(['join', 'confirm-guest', 'begin-stand-in', 'merge', 'link', 'decide-liaison']);
const LEAVES = new Set([
  'withdraw',
  'end-role',
  'end-stand-in',
  'merge',
  'link',
  'decide-liaison',
  'strike-guest',
  'join',
]);

/** I17: follows the audit line by line, and finds every row as the lines leave it; what no line explains is a breach. */
export function createBooks(machine: Machine, journal: Journal) {
  let lastLine = 0;
  let accounts = new Map<number, Account>();
  /** Moments at which the audit says somebody came into a role, or left one. */
  let entered = new Set<number>();
  let left = new Set<number>();
  let extended = new Map<string, AuditLine>();
  let isFirst = true;

  function follow(line: AuditLine): void {
    lastLine = line.id;
    if (ENTERS.has(line.action)) entered.add(line.at);
    if (LEAVES.has(line.action)) left.add(line.at);
    if (line.action.endsWith('-stand-in') && !isFirst) journal.count(`stand-ins: ${line.action}`);
    const task = Number(/^task:(\d+)$/u.exec(line.subject)?.[1]);
    if (Number.isNaN(task)) return;
    if (line.action === 'extend' || line.action === 'undo-extend')
      extended.set(`${line.action} ${task} ${line.at}`, line);
    const account = accounts.get(task);
    if (account === undefined || isFirst) return;
    const { from, to, reason } = line.detail;
    const isMove = line.action in LEADS_TO;
    if (!isMove && !MOVES_DAY.has(line.action)) return;
    journal.count('changes followed through the audit');
    const isOfPlan = line.person === null && reason !== undefined;
    if (line.person === null && !isOfPlan) journal.breach(BOOKS, `nobody did ${tell(line)}`);
    if (NEEDS_WHY.has(line.action) && (reason === undefined || reason === ''))
      journal.breach(BOOKS, `no reason in ${tell(line)}`);
    const before = isMove ? account.state : account.lastDay;
    if (from !== undefined && from !== before) journal.breach(BOOKS, `it was ${before} before ${tell(line)}`);
    const after = (isMove ? LEADS_TO[line.action] : null) ?? to;
    if (typeof after !== 'string') return journal.breach(BOOKS, `nothing is said of what came of ${tell(line)}`);
    if (isMove) account.state = after;
    else account.lastDay = after;
  }

  function compare(task: TaskRow): void {
    const lastDay = dayBefore(task.cut_off_at);
    const account = accounts.get(task.id);
    if (account !== undefined && (account.state !== task.state || account.lastDay !== lastDay))
      journal.breach(
        BOOKS,
        `task ${task.id} (${task.unit} ${task.period}) is ${task.state} until ${lastDay}, by the audit ${account.state} until ${account.lastDay}`,
      );
    accounts.set(task.id, { state: task.state, lastDay });
  }

  function compareExtension(row: ExtensionRow): void {
    const line = extended.get(`extend ${row.task} ${row.granted_at}`);
    const isSame =
      line?.person === row.granted_by && line.detail.to === row.last_good_day && line.detail.reason === row.reason;
    if (!isSame) journal.breach(BOOKS, `extension ${JSON.stringify(row)} is ${line && tell(line)} in the audit`);
    const isBack = row.taken_back_at === null || extended.has(`undo-extend ${row.task} ${row.taken_back_at}`);
    if (!isBack)
      journal.breach(BOOKS, `extension ${row.id} was taken back ${inWords(row.taken_back_at ?? 0)}, unwritten`);
  }

  return {
    /** Every evening, and at the end. */
    look(): void {
      const eye = machine.eye();
      const tasks = eye.allTasks();
      for (const task of tasks) {
        // A task that was opened since then began open, with the plan's own deadline.
        if (!isFirst && !accounts.has(task.id)) accounts.set(task.id, { state: 'open', lastDay: task.opened_last_day });
      }
      for (const line of eye.auditFrom(lastLine)) follow(line);
      for (const task of tasks) compare(task);
      for (const row of eye.extensions()) compareExtension(row);
      for (const { id, since, until } of eye.memberships()) {
        if (!entered.has(since)) journal.breach(BOOKS, `membership ${id} begins ${inWords(since)}, unwritten`);
        if (until !== null && !left.has(until))
          journal.breach(BOOKS, `membership ${id} ends ${inWords(until)}, unwritten`);
      }
      isFirst = false;
    },
    /** A backup was restored: what it has is where it begins. */
    restored(): void {
      lastLine = 0;
      accounts = new Map();
      entered = new Set();
      left = new Set();
      extended = new Map();
      isFirst = true;
    },
  };
}

function tell({ id, person, action, subject, detail }: AuditLine): string {
  return `line ${id}: ${action} of ${subject} by ${person} ${JSON.stringify(detail)}`;
}
