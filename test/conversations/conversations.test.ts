import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkTimes, runTranscript } from '../support/transcript.ts';

/** UPDATE_TRANSCRIPTS=1 writes down what the bot says now; then READ it as the person would. */
const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1';
const FILES = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.txt'))
  .sort();

it.each(FILES)('%s reads as it is written', async (file) => {
  const path = join(import.meta.dirname, file);
  const written = readFileSync(path, 'utf8');
  checkTimes(written);
  const said = await runTranscript(written);
  if (UPDATE && said !== written) writeFileSync(path, said);
  else expect(said).toBe(written);
});
