import { applyPlan } from '../src/actions/apply-plan.ts';
import { openTasks } from '../src/actions/open-tasks.ts';
import { PlanError } from '../src/assembly/open-plan.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { sayPlanChange } from '../src/wording/plan-change.ts';
import { SHELL } from '../src/wording/shell.ts';
import { botNow, deskFor, run, withStore } from './run.ts';

await run((config) =>
  withStore(config, (store) => {
    const read = readPlan(config.planDir, config.timeZone);
    if ('problems' in read) throw new PlanError(read.problems);
    const now = botNow(config, store);
    const isFirst = store.ruleBooks.newestId() === null;
    const changes = applyPlan(store, read.plan, now);
    for (const change of changes) console.log(sayPlanChange(change));
    const counts = openTasks(deskFor(config, store), now);
    console.log(changes.length === 0 ? SHELL.plan.unchanged : SHELL.plan.applied(changes.length, isFirst));
    if (counts.opened + counts.rescheduled + counts.ended > 0) {
      console.log(SHELL.plan.tasks(counts));
    }
  }),
);
