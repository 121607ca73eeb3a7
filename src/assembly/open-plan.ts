import { applyPlan, isApplied } from '../actions/apply-plan.ts';
import type { Config } from '../config.ts';
import type { PlanProblem } from '../domain/plan-problem.ts';
import type { Log } from '../log.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { readStoredRules } from '../plan/stored-rules.ts';
import type { Store } from '../store/store.ts';

/** The plan's folder cannot be used, and the database holds no plan to go on with. */
export class PlanError extends Error {
  readonly problems: readonly PlanProblem[];

  constructor(problems: readonly PlanProblem[]) {
    super(`plan: ${problems.length} problems`);
    this.name = 'PlanError';
    this.problems = problems;
  }
}

/**
 * The folder's plan, where it is sound. A database that holds a plan goes on with that one, and the log says where they
 * differ. Throws PlanError, and StoredRulesError where the plan in the database cannot be read by this release.
 */
export function openPlan(config: Pick<Config, 'planDir' | 'timeZone'>, store: Store, log: Log): Plan | null {
  const read = readPlan(config.planDir, config.timeZone);
  const stored = store.ruleBooks.newest();
  const hasPlan = stored !== null;
  // Now rather than at the first message: a bot that cannot read its rules must not start.
  if (hasPlan) readStoredRules(stored);
  if ('problems' in read) {
    if (!hasPlan) throw new PlanError(read.problems);
    const problems = read.problems.length;
    log.warn({ problems }, 'plan folder has problems: using the plan in the database (npm run plan:check)');
    return null;
  }
  if (hasPlan && !isApplied(store, read.plan)) {
    log.warn({}, 'plan folder differs from the plan in the database: npm run plan:apply takes it over');
  }
  return read.plan;
}

/** A fresh database takes the folder's plan. */
export function adoptPlan(store: Store, plan: Plan | null, now: number): void {
  if (plan !== null && store.ruleBooks.newestId() === null) applyPlan(store, plan, now);
}
