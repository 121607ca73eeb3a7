import { join } from 'node:path';

/**
 * The province's plan as it was when the tests were written, so that an office which edits its own plan in `data/plan` reads no
 * word about that from transcripts. What ships is checked by `test/plan/real-plan.test.ts`, the oracle and `npm run plan:check`.
 */
export const FROZEN_PLAN_DIR = join(import.meta.dirname, '..', 'fixtures', 'plan');
