import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Word template of the compiled report, in the plan's folder. An office edits it in Word. */
export const TEMPLATE_FILE = 'bao-cao.docx';

/** Its bytes; null where the folder has none, or none that can be read: then the built-in one stands in. */
export function readPlanTemplate(dir: string): Buffer | null {
  try {
    return readFileSync(join(dir, TEMPLATE_FILE));
  } catch {
    return null;
  }
}
