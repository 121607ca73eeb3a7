import { closedTask } from '../actions/closed-task.ts';
import type { Desk } from '../actions/desk.ts';
import { startingValues } from '../actions/prefill.ts';
import {
  changedHere,
  type FieldProblem,
  fieldsOf,
  readTypedFields,
  type TypedField,
} from '../actions/report-fields.ts';
import { findReportPage, type ReportOwner } from '../actions/report-link.ts';
import { submitReport } from '../actions/submit-report.ts';
import { type TaskView, viewTask } from '../actions/task-view.ts';
import { enqueueAnswer } from '../delivery/enqueue.ts';
import { moveTask } from '../domain/task.ts';
import { validateReport } from '../domain/validate-report.ts';
import { sayNewerVersion } from '../wording/newer-version.ts';
import { sayProblem } from '../wording/problems.ts';
import { sayReceipt } from '../wording/receipt.ts';
import { REPORT_WORDS, STARTED_FROM, sayPageFault, sayReceived } from '../wording/report-page.ts';
import { plain, type RichText } from '../wording/rich-text.ts';
import { sayContent, sayReportHead } from '../wording/submit.ts';
import { contentOf, type Gathered, valuesInForm } from './dialogs/draft.ts';
import { previewText } from './dialogs/submit-preview.ts';
import { newerVersion, versionInForce } from './newer-version.ts';
import { lateOn, notesOn, type PageNote } from './report-page-notes.ts';
import { finishWebDraft, keepWebDraft, readWebDraft, revisionOf } from './web-draft.ts';

/** What the page shows. `seen` names what a preview showed, so that nothing else is sent. */
export type ReportPageView =
  | FormView
  | { kind: 'preview'; text: RichText; notes: readonly PageNote[]; seen: string }
  | { kind: 'receipt'; text: RichText; chat: number }
  | { kind: 'dead'; lines: readonly string[] };

export interface FormView {
  kind: 'form';
  head: RichText;
  owner: { name: string; until: number };
  notes: readonly PageNote[];
  /** The version that the figures of the form started from; it comes back with them. */
  from: number;
  fields: readonly TypedField[];
  problems: readonly FieldProblem[];
  files: readonly string[];
  /** Null: nothing was kept by this step. */
  savedAt: number | null;
}

/** What was typed, by field. */
export type Typed = Readonly<Record<string, string>>;

interface Open {
  owner: ReportOwner;
  view: TaskView;
  until: number;
}

type Opened = Open | { kind: 'dead'; lines: readonly string[] };

/** The page as it is opened: looking at it changes nothing, so an app that fetches it for a preview uses nothing up. */
export function openReportPage(desk: Desk, token: string, now: number): ReportPageView {
  const open = openLink(desk, token, now);
  return 'kind' in open ? open : formView(desk, open, now, { problems: [], savedAt: null });
}

/** Keeps what was typed as the half typed report of the chat. */
export function saveReportPage(desk: Desk, token: string, typed: Typed, now: number): ReportPageView {
  return desk.store.transact(() => {
    const open = openLink(desk, token, now);
    if ('kind' in open) return open;
    const problems = keep(desk, open, typed, { now, nothing: false });
    return formView(desk, open, now, { problems, savedAt: now });
  });
}

/** Keeps what was typed and shows what would be sent; what cannot be sent is said beside its field. */
export function previewReportPage(
  desk: Desk,
  token: string,
  { typed, nothing }: { typed: Typed; nothing: boolean },
  now: number,
): ReportPageView {
  return desk.store.transact(() => {
    const open = openLink(desk, token, now);
    if ('kind' in open) return open;
    const problems = [...keep(desk, open, typed, { now, nothing })];
    const draft = readWebDraft(desk, open.owner, now);
    if (!nothing) problems.push(...refusals(open.view, draft, problems));
    if (problems.length > 0 && !nothing) return formView(desk, open, now, { problems, savedAt: now });
    return previewView(desk, open, draft, { now });
  });
}

/** The preview of what is kept, without a change; the form where nothing is kept, or it would be refused. */
export function lookAtReportPage(desk: Desk, token: string, now: number): ReportPageView {
  const open = openLink(desk, token, now);
  if ('kind' in open) return open;
  const draft = readWebDraft(desk, open.owner, now);
  const problems = draft?.nothingToReport === true ? [] : refusals(open.view, draft, []);
  if (draft === null || problems.length > 0) return formView(desk, open, now, { problems, savedAt: null });
  return previewView(desk, open, draft, { now });
}

/** Hands in what the preview showed. What changed since, or a colleague's version, is shown first. */
export function sendReportPage(desk: Desk, token: string, seen: string, now: number): ReportPageView {
  return desk.store.transact(() => {
    const open = openLink(desk, token, now);
    if ('kind' in open) return open;
    const { owner } = open;
    const draft = readWebDraft(desk, owner, now);
    const [revision, version] = seen.split(':');
    if (String(versionInForce(desk, owner.task)) !== version)
      return previewView(desk, open, draft, { now, isHeld: true });
    if (String(revisionOf(desk, owner)) !== revision || draft === null) {
      if (draft === null) return formView(desk, open, now, { problems: [], savedAt: null });
      return previewView(desk, open, draft, { now, notes: [{ text: [REPORT_WORDS.changed], more: null }] });
    }
    return submit(desk, open, draft, now);
  });
}

function submit(desk: Desk, { owner, view }: Open, draft: Gathered, now: number): ReportPageView {
  const memberships = desk.store.people.memberships(owner.person);
  const result = submitReport(desk, { person: owner.person, at: now }, memberships, {
    task: owner.task,
    report: contentOf(draft),
    via: draft.nothingToReport ? 'nothing' : 'web',
    attachments: draft.attachments,
  });
  if (!result.ok) return { kind: 'dead', lines: [plain(sayProblem(result.problem, desk.zone))] };
  finishWebDraft(desk, owner);
  const remaining = desk.store.tasks.outstandingOf(view.unit.code).length;
  const text = sayReceipt({ ...result.value, remaining, zone: desk.zone });
  // The proof is looked for in the chat, long after the page is closed.
  const chat = desk.store.chats.find(owner.chat);
  if (chat !== null) enqueueAnswer(desk.store, chat, { text }, now);
  return { kind: 'receipt', text, chat: owner.chat };
}

function openLink(desk: Desk, token: string, now: number): Opened {
  const page = findReportPage(desk, token, now);
  if (!('owner' in page)) return { kind: 'dead', lines: [REPORT_WORDS[page.state]] };
  if (page.state === 'used') return usedView(desk, page.owner);
  const task = desk.store.tasks.find(page.owner.task);
  if (task === null) return { kind: 'dead', lines: [REPORT_WORDS.unknown] };
  if (moveTask(task.state, 'submit') === null)
    return { kind: 'dead', lines: [plain(sayProblem(closedTask(desk, task), desk.zone))] };
  return { owner: page.owner, view: viewTask(desk, task), until: page.until };
}

/** Whoever comes back to a page that is used up, perhaps because the connection broke, reads what was received. */
function usedView({ store, zone }: Desk, owner: ReportOwner): Extract<ReportPageView, { kind: 'dead' }> {
  const own = store.submissions.ofTask(owner.task).filter((one) => one.person === owner.person);
  const last = own.at(-1);
  return { kind: 'dead', lines: [...(last === undefined ? [] : [sayReceived({ ...last, zone })]), REPORT_WORDS.used] };
}

/** Writes the draft; what could not be read is kept as it was typed, and said. What does not come along stays. */
function keep(
  desk: Desk,
  { owner, view }: Open,
  typed: Typed,
  { now, nothing }: { now: number; nothing: boolean },
): readonly FieldProblem[] {
  const before = readWebDraft(desk, owner, now);
  const shown = shownValues(desk, view, before);
  const here = changedHere(view.form, typed, { values: shown, faulty: before?.faulty ?? {} });
  const { values, faulty, problems } = readTypedFields(view.form, { ...before?.faulty, ...here.typed }, shown);
  const from = Number(typed[STARTED_FROM] ?? before?.startedFrom ?? versionInForce(desk, owner.task));
  keepWebDraft(
    desk,
    owner,
    { values, faulty, nothingToReport: nothing, from: Number.isSafeInteger(from) ? from : 0 },
    now,
  );
  return nothing ? [] : [...problems, ...here.problems];
}

/** What the checks of the chat refuse, of fields that were read. */
function refusals(view: TaskView, draft: Gathered | null, said: readonly FieldProblem[]): FieldProblem[] {
  if (draft === null) return [];
  return validateReport(view.form, contentOf(draft)).flatMap(({ field: key, fault, value }) => {
    const field = view.form.fields.find((one) => one.key === key);
    if (field === undefined || said.some((problem) => problem.field === key)) return [];
    return [{ field: key, text: sayPageFault(field, value === null ? '' : String(value), fault) }];
  });
}

function shownValues(desk: Desk, view: TaskView, draft: Gathered | null): Gathered['values'] {
  const starting = startingValues(desk, view);
  return draft === null ? starting : valuesInForm(starting, draft);
}

function formView(
  desk: Desk,
  { owner, view, until }: Open,
  now: number,
  { problems, savedAt }: Pick<FormView, 'problems' | 'savedAt'>,
): FormView {
  const { store } = desk;
  const draft = readWebDraft(desk, owner, now);
  const files = [
    ...store.attachments.ofTask(owner.task),
    ...(draft?.attachments ?? []).map((id) => store.attachments.find(id)),
  ];
  return {
    kind: 'form',
    head: sayReportHead(view),
    owner: { name: store.people.find(owner.person)?.name ?? '', until },
    notes: [...notesOn(desk, view), ...lateOn(view, now)],
    from: draft?.startedFrom ?? versionInForce(desk, owner.task),
    fields: fieldsOf(view.form, shownValues(desk, view, draft), draft?.faulty ?? {}),
    problems,
    files: files.flatMap((file) => (file === null ? [] : [file.name])),
    savedAt,
  };
}

function previewView(
  desk: Desk,
  { owner, view }: Open,
  draft: Gathered | null,
  { now, notes = [], isHeld = false }: { now: number; notes?: readonly PageNote[]; isHeld?: boolean },
): ReportPageView {
  if (draft === null) throw new Error('a preview of a report that was not kept');
  const version = versionInForce(desk, owner.task);
  const text = previewText(desk, view, draft, now);
  const newer = newerVersion(desk, view, draft, { person: owner.person, isHeld });
  const warning: PageNote[] =
    newer === null ? [] : [{ text: sayNewerVersion(newer, desk.zone), more: sayContent(view.form, newer.before) }];
  return { kind: 'preview', text, notes: [...warning, ...notes], seen: `${revisionOf(desk, owner)}:${version}` };
}
