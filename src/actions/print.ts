import { enqueueAnswer } from '../delivery/enqueue.ts';
import type { Permission } from '../domain/access.ts';
import { isAllowed, unitsAllowing } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { PrintOrder } from '../domain/print-order.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { PrintJob } from '../store/print-jobs.ts';
import { EXPORT_WORDS } from '../wording/export.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayAbsentBlocks, sayNoSketch, sayTakeTemplate, TRIAL_PICTURE } from '../wording/template.ts';
import type { Act, Desk } from './desk.ts';

/** What it takes to be given each kind of file. */
const NEEDS: Readonly<Record<PrintOrder['print'], Permission>> = {
  round: 'export',
  calendar: 'export',
  form: 'submit',
  template: 'export',
  'template-trial': 'export',
};

/** Asks for files, to be made after the answer: the order outlives the process. Who asked for what is on record. */
export function orderPrint(desk: Desk, { person, at }: Act, chat: number, orders: readonly PrintOrder[]): Result<null> {
  const { store } = desk;
  if (orders.some((order) => !mayHave(desk, person, order))) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    for (const order of orders) {
      store.printJobs.add(chat, person, order, at);
      store.audit.add(at, person, 'export', subjectOf(order), detailOf(order));
    }
    return ok(null);
  });
}

/** Puts on record that somebody took a file that is made at once, at the board; false where they may not have it. */
export function noteExport(desk: Desk, { person, at }: Act, order: PrintOrder): boolean {
  if (!mayHave(desk, person, order)) return false;
  desk.store.transact(() => desk.store.audit.add(at, person, 'export', subjectOf(order), detailOf(order)));
  return true;
}

/** A unit's own form is for those who report for that unit. */
function mayHave({ store }: Desk, person: number, order: PrintOrder): boolean {
  const held = store.people.memberships(person);
  if (order.print !== 'form') return isAllowed(held, NEEDS[order.print]);
  const task = store.tasks.find(order.task);
  return task !== null && unitsAllowing(held, NEEDS.form).includes(task.unit);
}

/** What a file is called is somebody's own words: the audit has none of them. */
function detailOf(order: PrintOrder): Readonly<Record<string, unknown>> {
  return order.print === 'template-trial' ? { print: order.print } : { ...order };
}

function subjectOf(order: PrintOrder): string {
  if (order.print === 'round') return `round:${order.obligation}/${order.period}`;
  if (order.print === 'calendar') return `calendar:${order.year}`;
  if (order.print === 'form') return `task:${order.task}`;
  return order.print === 'template' ? 'template' : `file:${order.file}`;
}

/** A file as it was made, with the words that go with it. */
export interface Printed {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  caption: RichText;
}

/** Notes that the file is being made; false once it has been tried so often that it is given up. */
export function beginPrint({ store }: Desk, job: PrintJob, mostTries: number): boolean {
  return store.transact(() => {
    if (job.tries >= mostTries) return false;
    store.printJobs.begin(job.id);
    return true;
  });
}

/** Making it takes longer than people wait without a word; the board shows by itself that it is at work. */
export function excuseSlowPrint({ store }: Desk, { chat, person, order }: PrintJob, now: Instant): void {
  if (order.print === 'template-trial' && order.trial !== undefined) return;
  store.transact(() => {
    const receiver = store.chats.find(chat);
    if (receiver?.person === person) enqueueAnswer(store, receiver, { text: EXPORT_WORDS.slow }, now);
  });
}

/** Sends the file: the order goes and the message comes in one transaction, so a crash neither loses nor repeats it. */
export function deliverPrint(
  desk: Desk,
  job: PrintJob,
  { name, mediaType, bytes, caption }: Printed,
  now: Instant,
): void {
  answer(desk, job, (chat) => {
    const id = desk.store.storedFiles.keep(Buffer.from(bytes));
    const file = { id, name, mediaType, size: bytes.length };
    enqueueAnswer(desk.store, chat, { text: caption, file }, now);
  });
}

/** A template was found sound: its trial goes out, as a picture and as the file, and after it the question whether it shall be used. */
export function offerTemplate(
  desk: Desk,
  job: PrintJob,
  { order, ...made }: { order: TrialOrder } & MadeTrial,
  now: Instant,
): void {
  answer(desk, job, (chat) => {
    if (order.trial !== undefined) return settleTrial(desk, job, { ...made, trial: order.trial }, now);
    const { printed, picture } = made;
    const files = [
      ...(picture === null ? [] : [{ ...TRIAL_PICTURE, bytes: picture }]),
      { ...printed, caption: picture === null ? sayNoSketch(printed.caption) : printed.caption },
    ];
    for (const { name, mediaType, bytes, caption } of files) {
      const id = desk.store.storedFiles.keep(Buffer.from(bytes));
      enqueueAnswer(desk.store, chat, { text: caption, file: { id, name, mediaType, size: bytes.length } }, now);
    }
    const template = desk.store.templates.offer(order.file, order.name, job.person, now);
    enqueueAnswer(desk.store, chat, sayTakeTemplate(template, order.name, made.absent), now);
  });
}

/** At the board it waits there, with its picture, to be taken or not. */
function settleTrial(
  { store }: Desk,
  { order, person }: PrintJob,
  { trial, printed, picture, absent }: MadeTrial & { trial: number },
  now: Instant,
): void {
  if (order.print !== 'template-trial') return;
  const template = store.templates.offer(order.file, order.name, person, now);
  const draft = store.storedFiles.keep(Buffer.from(printed.bytes));
  const shown = picture === null ? null : store.storedFiles.keep(Buffer.from(picture));
  const note = absent.length === 0 ? null : sayAbsentBlocks(absent);
  store.templateTrials.settleSound(trial, { template, draft, picture: shown, note }, now);
}

interface MadeTrial {
  printed: Printed;
  picture: Uint8Array | null;
  /** Blocks that it leaves out. */
  absent: readonly string[];
}

type TrialOrder = Extract<PrintOrder, { print: 'template-trial' }>;

/** Says instead why there is no file. */
export function refusePrint(desk: Desk, job: PrintJob, why: RichText, now: Instant): void {
  const { order } = job;
  const trial = order.print === 'template-trial' ? order.trial : undefined;
  answer(desk, job, (chat) => {
    if (trial === undefined) enqueueAnswer(desk.store, chat, { text: why }, now);
    else desk.store.templateTrials.settleUnsound(trial, why, now);
  });
}

type Receiver = NonNullable<ReturnType<Desk['store']['chats']['find']>>;

/** Takes the order off the list and answers it, if the chat still leads to that person and they may still have it. */
function answer(desk: Desk, { id, chat, person, order }: PrintJob, say: (chat: Receiver) => void): void {
  const { store } = desk;
  store.transact(() => {
    if (!store.printJobs.take(id)) return;
    const receiver = store.chats.find(chat);
    if (receiver === null || receiver.person !== person) return;
    if (mayHave(desk, person, order)) say(receiver);
  });
}
