import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runTranscript, TRANSCRIPTS, UPDATE } from '../support/transcript.ts';
import { ASIDE_PLAN, askAside } from '../support/wide-plan.ts';

/**
 * Every transcript once more on a plan with a second monthly, a quarterly and a one-off report, owed by others: nothing that liaisons
 * read may change. Where coordinators see more rounds, what they see, and press, is written in `wide/`.
 */
it.each(TRANSCRIPTS)('%s reads the same where the plan has more reports', async (file) => {
  const written = readFileSync(join(import.meta.dirname, file), 'utf8');
  const wide = join(import.meta.dirname, 'wide', file);
  const expected = existsSync(wide) ? readFileSync(wide, 'utf8') : written;
  const said = await runTranscript(expected, ASIDE_PLAN, askAside);
  if (UPDATE && !existsSync(wide) && withoutNumbers(said) !== withoutNumbers(written)) writeFileSync(wide, said);
  if (UPDATE && existsSync(wide)) writeFileSync(wide, said);
  else expect(withoutNumbers(said)).toBe(withoutNumbers(expected));
});

/** Tasks are numbered in the order in which they are opened: other reports make other numbers. */
function withoutNumbers(text: string): string {
  return text.replace(/(#|\/nop )\d+/gu, '$1N');
}
