import { relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { hits } from './note-hits.ts';

beforeAll(noteFor(() => ''));
beforeEach(noteFor(() => expect.getState().currentTestName ?? ''));
afterEach(noteFor(() => ''));
afterAll(() => {
  hits.currentTestId = undefined;
});

/** What is done beside the tests, once for all of a file, counts for each of them. */
function noteFor(test: () => string): () => void {
  return () => {
    hits.currentTestId = `${relative(process.cwd(), expect.getState().testPath ?? '')}\t${test()}`;
  };
}
