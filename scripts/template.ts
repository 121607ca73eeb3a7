import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATE_FILE } from '../src/plan/plan-template.ts';
import { buildTemplate } from '../src/reports/word/template.ts';
import { SHELL } from '../src/wording/shell.ts';
import { run } from './run.ts';

/** Writes the template that ships with the plan anew; the one that was there is kept beside it in version control. */
await run(async (config) => {
  const file = process.argv[2] ?? join(config.planDir, TEMPLATE_FILE);
  writeFileSync(file, await buildTemplate());
  console.log(SHELL.template(file));
});
