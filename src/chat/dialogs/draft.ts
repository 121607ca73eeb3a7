import { z } from 'zod';
import type { ReportContent } from '../../domain/report-form.ts';

/** The kind of dialog a draft is kept under. */
export const SUBMIT = 'submit';

const gathered = {
  task: z.number(),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  nothingToReport: z.boolean(),
  via: z.enum(['guided', 'template', 'line', 'nothing']),
  attachments: z.array(z.number()),
  /** Lines that could not be placed, shown in the preview. */
  unread: z.array(z.string()),
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
    attachments: z.array(z.number()),
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
  }),
  /** The preview was sent, over that version in force; 0: none. */
  z.object({ stage: z.literal('confirm'), ...gathered, shownOver: z.number().default(0) }),
  /** Which value is to be changed. */
  z.object({ stage: z.literal('edit'), ...gathered }),
]);
export type Draft = z.infer<typeof draftSchema>;
export type DraftAt<Stage extends Draft['stage']> = Extract<Draft, { stage: Stage }>;

/** A report of which nothing was said yet. */
export function emptyReport(task: number): Gathered {
  return { task, values: {}, nothingToReport: false, via: 'template', attachments: [], unread: [] };
}

/** What there is of the report, without the step it stands at. */
export function gatheredOf({ task, values, nothingToReport, via, attachments, unread }: Gathered): Gathered {
  return { task, values, nothingToReport, via, attachments, unread };
}

export function contentOf({ nothingToReport, values }: Gathered): ReportContent {
  return nothingToReport ? { nothingToReport: true, values: {} } : { nothingToReport: false, values };
}
