import { mergeConfig } from 'vitest/config';
import house from '../../vitest.config.ts';

/** The house's tests in an instrumented tree. */
export default mergeConfig(house, { test: { setupFiles: ['test/mutation/note-hits-of-tests.ts'] } });
