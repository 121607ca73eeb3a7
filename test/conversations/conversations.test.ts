import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkTimes, runTranscript, TRANSCRIPTS, UPDATE } from '../support/transcript.ts';

it.each(TRANSCRIPTS)('%s reads as it is written', async (file) => {
  const path = join(import.meta.dirname, file);
  const written = readFileSync(path, 'utf8');
  checkTimes(written);
  const said = await runTranscript(written);
  if (UPDATE && said !== written) writeFileSync(path, said);
  else expect(said).toBe(written);
});
