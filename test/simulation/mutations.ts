import type { Store } from '../../src/store/store.ts';

/** One mechanism broken on purpose, from outside, to see which invariant notices. */
export interface Mutation {
  name: string;
  /** What is broken, in words. */
  breaks: string;
  /** How often SQLite syncs: shows where the power is lost alone. */
  synchronous?: 'OFF' | 'NORMAL';
  /** The platforms are told "stored" before anything is. */
  acknowledgesEarly?: boolean;
  mutate?(store: Store, now: () => number): Store;
  /** A place in the source that no store comes by: what stands there, and what instead. For worlds in a worker of their own. */
  source?: { file: string; from: string; to: string };
}

/** What is put off is written after the transaction, in one of its own. */
function writeLater(store: Store): { transact: Store['transact']; later(write: () => void): void } {
  const waiting: (() => void)[] = [];
  let depth = 0;
  return {
    later: (write) => void (depth === 0 ? write() : waiting.push(write)),
    transact(work) {
      depth += 1;
      let result: ReturnType<typeof work>;
      try {
        result = store.transact(work);
      } finally {
        depth -= 1;
      }
      for (const write of depth === 0 ? waiting.splice(0) : []) store.transact(write);
      return result;
    },
  };
}

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'no-dedupe',
    breaks: 'the dedupe key of inbound updates',
    mutate(store) {
      let copies = 0;
      return {
        ...store,
        inbound: {
          ...store.inbound,
          add(channel, bot, chat, incoming, at) {
            copies += 1;
            return store.inbound.add(channel, bot, chat, { ...incoming, key: `${incoming.key}#${at}#${copies}` }, at);
          },
        },
      };
    },
  },
  {
    name: 'outbox-after-commit',
    breaks: 'the answer is written after the transaction instead of in it',
    mutate(store) {
      const { transact, later } = writeLater(store);
      return {
        ...store,
        transact,
        outbox: {
          ...store.outbox,
          add(message) {
            if (message.kind !== 'answer') return store.outbox.add(message);
            later(() => store.outbox.add(message));
            return 0;
          },
        },
      };
    },
  },
  {
    name: 'no-recheck',
    breaks: 'a reminder is not judged again when it is sent',
    mutate(store) {
      const trusted = new Set<number>();
      return {
        ...store,
        reminders: {
          ...store.reminders,
          ofOutbox(outbox) {
            const found = store.reminders.ofOutbox(outbox);
            for (const { task } of found) trusted.add(task);
            return found;
          },
        },
        tasks: {
          ...store.tasks,
          find(id) {
            const task = store.tasks.find(id);
            return task !== null && trusted.delete(id) ? { ...task, state: 'open' } : task;
          },
        },
      };
    },
  },
  {
    name: 'no-cap',
    breaks: 'the daily cap',
    mutate: (store) => ({ ...store, outbox: { ...store.outbox, countOnDay: () => 0 } }),
  },
  {
    name: 'cut-off-inclusive',
    breaks: '`<` at the cut-off has become `<=`',
    mutate: (store) => ({
      ...store,
      tasks: {
        ...store.tasks,
        stampFirst(id, timeliness, at) {
          store.tasks.stampFirst(id, at === store.tasks.find(id)?.cutOffAt ? 'on_time' : timeliness, at);
        },
      },
    }),
  },
  {
    name: 'no-stamp',
    breaks: "the platforms' own time of a text is not kept",
    mutate: (store) => ({
      ...store,
      inbound: {
        ...store.inbound,
        add(channel, bot, chat, { sentAt: _, ...incoming }, at) {
          return store.inbound.add(channel, bot, chat, incoming, at);
        },
      },
    }),
  },
  {
    name: 'no-catch-up',
    breaks: 'milestones are chosen by "is it now" instead of "is it due"',
    mutate: (store) => ({
      ...store,
      milestones: {
        ...store.milestones,
        dueTasks: (now, limit) =>
          store.milestones
            .dueTasks(now, limit)
            .filter((task) =>
              store.milestones.plannedOf(task).some(({ dueAt }) => dueAt <= now && now - dueAt < 60_000),
            ),
      },
    }),
  },
  {
    name: 'slow-reminders',
    breaks: 'a reminder is thought of twenty minutes after it is due',
    mutate: (store) => ({
      ...store,
      milestones: {
        ...store.milestones,
        dueTasks: (now, limit) => store.milestones.dueTasks(now - 20 * 60_000, limit),
      },
    }),
  },
  {
    name: 'slow-answers',
    breaks: 'one answer in forty waits for a minute before it is sent',
    mutate: (store) => ({
      ...store,
      outbox: {
        ...store.outbox,
        add(message) {
          const id = store.outbox.add(message);
          if (message.kind === 'answer' && id % 40 === 0) store.outbox.putOff(id, message.queuedAt + 60_000);
          return id;
        },
      },
    }),
  },
  {
    name: 'answers-given-up',
    breaks: 'one answer in twenty is given up without a try',
    mutate: (store, now) => ({
      ...store,
      outbox: {
        ...store.outbox,
        add(message) {
          const id = store.outbox.add(message);
          if (message.kind === 'answer' && id % 20 === 0) store.outbox.settleUnsent(id, 'expired', null, now());
          return id;
        },
      },
    }),
  },
  {
    name: 'answers-not-sent',
    breaks: 'one answer in twenty counts as sent and never was',
    mutate: (store, now) => ({
      ...store,
      outbox: {
        ...store.outbox,
        add(message) {
          const id = store.outbox.add(message);
          if (message.kind === 'answer' && id % 20 === 0) store.outbox.settleSent(id, 'accepted', now(), 1, []);
          return id;
        },
      },
    }),
  },
  {
    name: 'sums-too-high',
    breaks: 'sums of more than one report are one too high',
    source: {
      file: 'src/domain/totals.ts',
      from: 'sum + Math.round(value * 10), 0) / 10;',
      to: 'sum + Math.round(value * 10), given.length > 1 ? 10 : 0) / 10;',
    },
  },
  {
    name: 'no-quiet-hours',
    breaks: 'the sending hours: any hour of any day will do',
    mutate: (store) => ({
      ...store,
      ruleBooks: {
        ...store.ruleBooks,
        newest() {
          const book = store.ruleBooks.newest();
          return (
            book && {
              ...book,
              content: book.content.replace(
                /"sendingHours":\{[^}]*\}/u,
                '"sendingHours":{"from":"00:00","until":"23:59"}',
              ),
            }
          );
        },
      },
    }),
  },
  {
    name: 'no-days-off',
    breaks: 'the calendar: no day off is known',
    mutate: (store) => ({
      ...store,
      ruleBooks: {
        ...store.ruleBooks,
        newest() {
          const book = store.ruleBooks.newest();
          return (
            book && {
              ...book,
              content: book.content.replace(/"calendarYears":\[.*\]/su, (years) =>
                years.endsWith(']') ? '"calendarYears":[]' : years,
              ),
            }
          );
        },
      },
    }),
  },
  {
    name: 'no-mark',
    breaks: 'what perhaps arrived is said again without saying so',
    mutate: (store) => ({
      ...store,
      outbox: {
        ...store.outbox,
        retry: (id, notBefore, failure, { sentParts }) =>
          store.outbox.retry(id, notBefore, failure, { sentParts, mayHaveGone: false }),
      },
    }),
  },
  {
    name: 'resend-accepted',
    breaks: 'some of what the platform took is sent again',
    mutate: (store) => ({
      ...store,
      outbox: {
        ...store.outbox,
        settleSent(id, state, now, cost, ids) {
          if (state === 'accepted' && id % 50 === 0 && store.outbox.outcome(id)?.failure === null)
            store.outbox.retry(id, 0, 'unavailable', { sentParts: 0, mayHaveGone: false });
          else store.outbox.settleSent(id, state, now, cost, ids);
        },
      },
    }),
  },
  {
    name: 'unknown-is-free',
    breaks: 'a message in doubt does not count under the cap',
    mutate: (store) => ({
      ...store,
      outbox: {
        ...store.outbox,
        settleSent(id, state, now, cost, ids) {
          if (state === 'unknown') store.outbox.settleUnsent(id, 'unknown', null, now);
          else store.outbox.settleSent(id, state, now, cost, ids);
        },
      },
    }),
  },
  {
    name: 'no-resume',
    breaks: 'a start does not go on with updates a dead process left',
    mutate: (store) => ({ ...store, inbound: { ...store.inbound, waitingChats: () => [] } }),
  },
  {
    name: 'no-way-back',
    breaks: 'who blocked the bot and let it in again is not found out',
    mutate: (store) => ({ ...store, chats: { ...store.chats, unreachable: () => [] } }),
  },
  {
    name: 'no-flood-limits',
    breaks: 'neither what a chat writes and is answered is counted, nor what a month has cost',
    mutate: (store) => ({
      ...store,
      traffic: { ...store.traffic, wrote: () => ({ written: 1, answeredInHour: 0, answered: 0 }) },
      spending: { ...store.spending, inMonth: () => 0 },
    }),
  },
  {
    name: 'lost-picture',
    breaks: 'a picture is not kept with the report it came with',
    mutate: (store) => ({ ...store, attachments: { ...store.attachments, attach: () => {} } }),
  },
  { name: 'synchronous-off', breaks: 'SQLite never waits for the disk (`synchronous = OFF`)', synchronous: 'OFF' },
  {
    name: 'synchronous-normal',
    breaks: 'SQLite waits for the disk at checkpoints alone (`synchronous = NORMAL` for every commit)',
    synchronous: 'NORMAL',
  },
  { name: 'acknowledge-early', breaks: 'a platform is told "stored" before it is', acknowledgesEarly: true },
  {
    name: 'half-report',
    breaks: 'a report is stored in two transactions instead of one',
    mutate: (store) => {
      const { transact, later } = writeLater(store);
      return {
        ...store,
        transact,
        tasks: {
          ...store.tasks,
          move(id, action, reason) {
            later(() => void store.tasks.move(id, action, reason));
            return true;
          },
          stampFirst: (id, timeliness, at) => later(() => store.tasks.stampFirst(id, timeliness, at)),
        },
      };
    },
  },
  {
    name: 'out-of-order',
    breaks: 'a chat is sent its next answer while an earlier one waits for another try',
    mutate(store) {
      const chats = new Map<number, number>();
      return {
        ...store,
        outbox: {
          ...store.outbox,
          ready(channel, bot, wire, limit) {
            const rows = store.outbox.ready(channel, bot, wire, limit);
            for (const row of rows) chats.set(row.id, row.chat);
            return rows;
          },
          answerReadyIn(chat, wire) {
            const row = store.outbox.answerReadyIn(chat, wire);
            if (row !== null) chats.set(row.id, chat);
            return row;
          },
          retry(id, notBefore, failure, so) {
            store.outbox.retry(id, notBefore, failure, so);
            const chat = chats.get(id);
            if (chat === undefined) return;
            // A row that counts as untried holds nothing back.
            store.outbox.moveTo(id, chat, so.mayHaveGone);
            store.outbox.putOff(id, notBefore + 600_000);
          },
        },
      };
    },
  },
  {
    name: 'same-schedule',
    breaks: 'an extension does not begin another version of the reminders',
    mutate: (store) => ({ ...store, taskDecisions: { ...store.taskDecisions, raiseSchedule: () => {} } }),
  },
  {
    name: 'waived-reminded',
    breaks: 'a waiver leaves the reminders, and nobody looks again',
    mutate(store) {
      const trusted = new Set<number>();
      const trust = (task: number): void => void trusted.add(task);
      return {
        ...store,
        milestones: {
          ...store.milestones,
          settleAll(id, outcome, at) {
            if (outcome !== 'void' || store.tasks.find(id)?.state !== 'waived')
              store.milestones.settleAll(id, outcome, at);
          },
          dueTasks(now, limit) {
            const due = store.milestones.dueTasks(now, limit);
            due.forEach(trust);
            return due;
          },
        },
        reminders: {
          ...store.reminders,
          ofOutbox(outbox) {
            const found = store.reminders.ofOutbox(outbox);
            for (const { task } of found) trust(task);
            return found;
          },
        },
        tasks: {
          ...store.tasks,
          find(id) {
            const task = store.tasks.find(id);
            return task?.state === 'waived' && trusted.delete(id) ? { ...task, state: 'open' } : task;
          },
        },
      };
    },
  },
  {
    name: 'late-by-return',
    breaks: 'a report that is sent back loses its timeliness',
    mutate: (store) => ({
      ...store,
      tasks: {
        ...store.tasks,
        move(id, action, reason, by) {
          const isMoved = store.tasks.move(id, action, reason, by);
          if (isMoved && action === 'return') store.taskDecisions.judge(id, 'late');
          return isMoved;
        },
      },
    }),
  },
  {
    name: 'unwritten-act',
    breaks: 'some decisions have no line in the audit',
    mutate(store) {
      let count = 0;
      return {
        ...store,
        audit: {
          ...store.audit,
          add(at, person, action, subject, detail) {
            const isDecision = ['extend', 'waive', 'undo-extend', 'accept', 'return', 'submit-for'].includes(action);
            if (isDecision) count += 1;
            if (!isDecision || count % 3 !== 0) store.audit.add(at, person, action, subject, detail);
          },
        },
      };
    },
  },
];
