import { z } from 'zod';
import type { ReportContent } from '../../domain/report-form.ts';
import type { Store } from '../../store/store.ts';

/** The kind of dialog a draft is kept under. */
export const SUBMIT = 'submit';

const moments = {
  /** The moment that counts for its words, as a report's timeliness goes; null in drafts of earlier releases. */
  saidAt: z.number().nullable().default(null),
  /** When the bot read them: long after they were said where it was down. */
  readAt: z.number().nullable().default(null),
};

const gathered = {
  ...moments,
  // `task` and `values` are read by these names in SQL too (`store/dialogs.ts`, `store/kept-drafts.ts`): what is half typed, and kept.
  task: z.number(),
  /** The version in force when the form, template or first question was handed out; 0: none. */
  startedFrom: z.number().default(0),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  /** Fields that the person gave themselves, though the bot had filled in the same. */
  given: z.array(z.string()).default([]),
  nothingToReport: z.boolean(),
  via: z.enum(['guided', 'template', 'line', 'nothing', 'web', 'file']),
  attachments: z.array(z.number()),
  /** Lines that could not be placed, shown in the preview. */
  unread: z.array(z.string()),
  /** What was typed on the web page and could not be read, by field: given back there, never sent. */
  faulty: z.record(z.string(), z.string()).default({}),
};
const gatheredSchema = z.object(gathered);

/** What there is of one report, at whatever step its conversation stands. */
export type Gathered = z.infer<typeof gatheredSchema>;

/**
 * A report on its way, as the dialog keeps it: half-done work survives a restart. Drafts of earlier releases have more
 * fields at each stage than it needs, and are read by the same schema.
 */
export const draftSchema = z.discriminatedUnion('stage', [
  /** Which of several: nothing is known of the report but what came with the command. */
  z.object({
    stage: z.literal('task'),
    candidates: z.array(z.number()),
    typed: z.string(),
    /** What was said after it, each a change of what was said before. */
    more: z.array(z.string()).default([]),
    attachments: z.array(z.number()),
    ...moments,
  }),
  /** The template was sent. */
  z.object({ stage: z.literal('form'), ...gathered }),
  /** One question at a time: those to come, the current one first, and those asked before, for "back". */
  z.object({
    stage: z.literal('questions'),
    ...gathered,
    queue: z.tuple([z.string()], z.string()),
    asked: z.array(z.string()),
    /** The figure that was asked about ("có phải là 1.250?"): "phải" takes it. */
    proposed: z.number().nullable().default(null),
    /** A figure that may be another field's: "phải" takes it for the only one, a name for the one named. */
    others: z
      .object({ value: z.number(), fields: z.array(z.string()) })
      .nullable()
      .default(null),
    /** Figures of the question asked and those to come that have to be asked about, by field, until they are answered. */
    doubtful: z
      .record(z.string(), z.object({ raw: z.string(), fault: z.string(), readings: z.array(z.number()) }))
      .default({}),
    /** A sentence typed for the text asked for that may be something else: it is asked about before it is written. */
    sentence: z.string().nullable().default(null),
    /** Answers to this question that were not taken: nothing of them is lost where the question is passed over. */
    tried: z.array(z.string()).default([]),
  }),
  /** The preview was sent, over that version in force; 0: none. `isAsked`: whether it is meant so was asked. */
  z.object({
    stage: z.literal('confirm'),
    ...gathered,
    shownOver: z.number().default(0),
    isAsked: z.boolean().default(false),
    /** What was typed last and could not be read: a "gửi" behind it is asked about. */
    missed: z.string().default(''),
  }),
  /** Which value is to be changed; to that figure, or that sentence, where one was typed without saying of what. */
  z.object({
    stage: z.literal('edit'),
    ...gathered,
    figure: z.number().nullable().default(null),
    sentence: z.string().nullable().default(null),
  }),
  /** Whether what was typed, or that text alone, belongs to the report of that other task. */
  z.object({ stage: z.literal('move'), ...gathered, to: z.number(), text: z.string().nullable().default(null) }),
]);
export type Draft = z.infer<typeof draftSchema>;
export type DraftAt<Stage extends Draft['stage']> = Extract<Draft, { stage: Stage }>;

/** The report that a chat is in the middle of, as its dialog is stored; null when it is of none. */
export function draftOf(stored: { kind: string; content: unknown } | null): Draft | null {
  const read = stored?.kind === SUBMIT ? draftSchema.safeParse(stored.content) : null;
  return read?.success === true ? read.data : null;
}

/** The same, read outside a turn. */
export function draftIn({ dialogs }: Store, chat: number): Draft | null {
  const stored = dialogs.read(chat);
  return draftOf(stored === null ? null : { kind: stored.kind, content: JSON.parse(stored.content) });
}

/** A report of which nothing was said yet, over the version in force. */
export function emptyReport(task: number, startedFrom: number): Gathered {
  return {
    saidAt: null,
    readAt: null,
    task,
    startedFrom,
    values: {},
    given: [],
    nothingToReport: false,
    via: 'template',
    attachments: [],
    unread: [],
    faulty: {},
  };
}

/** What there is of the report, without the step it stands at. */
export function gatheredOf(draft: Gathered): Gathered {
  const { saidAt, readAt, task, startedFrom, values, given, nothingToReport, via, attachments, unread, faulty } = draft;
  return { saidAt, readAt, task, startedFrom, values, given, nothingToReport, via, attachments, unread, faulty };
}

export function contentOf({ nothingToReport, values }: Gathered): ReportContent {
  return nothingToReport ? { nothingToReport: true, values: {} } : { nothingToReport: false, values };
}

/** The figures the form starts from with this draft: a page of the web shows every field, so what it leaves out is left out. */
export function valuesInForm(starting: ReportContent['values'], { via, values }: Gathered): ReportContent['values'] {
  return via === 'web' ? values : { ...starting, ...values };
}

/** What was typed on the web page, could not be read, and was not said otherwise since. */
export function faultyOf({ faulty, values }: Gathered): string[] {
  return Object.keys(faulty).flatMap((key) => (values[key] === undefined ? [faulty[key] ?? ''] : []));
}
