import { relative } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { hits } from './note-hits.ts';

beforeAll(() => {
  hits.currentTestId = relative(process.cwd(), expect.getState().testPath ?? '');
});
afterAll(() => {
  hits.currentTestId = undefined;
});
