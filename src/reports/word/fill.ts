import { patchDetector, patchDocument } from 'docx';
import type { CompiledRound } from '../../domain/compiled-round.ts';
import { sayAuditHead } from '../../wording/audit.ts';
import { holdTables } from './hold-tables.ts';
import { keepBreaks } from './keep-breaks.ts';
import { buildTemplate } from './template.ts';
import { patchesFor } from './values.ts';

/** The draft: the template with every name in it filled in. Null: the template that is built in. */
export async function fillTemplate(template: Uint8Array | null, round: CompiledRound): Promise<Buffer> {
  const data = keepBreaks(template ?? (await buildTemplate()));
  const names = await patchDetector({ data });
  const tables = holdTables();
  const filled = await patchDocument({
    outputType: 'nodebuffer',
    data,
    patches: patchesFor(round, [...new Set(names.map((name) => name.trim()))], tables.hold),
    trimPlaceholders: true,
    // Not in the text: it is nobody's to read in an official report.
    properties: { title: round.title, description: sayAuditHead(round.auditHead) },
  });
  return tables.put(filled);
}
