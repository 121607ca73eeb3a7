import { ConfigError } from '../config.ts';
import { StoredRulesError } from '../plan/stored-rules.ts';
import { ReplicaError } from '../replica/litestream.ts';
import { BackupError } from '../store/backup.ts';
import { StoreError, storeFaultOf } from '../store/database.ts';
import { ListenError } from '../web/server.ts';
import {
  sayBackupFault,
  sayBug,
  sayFullReplica,
  sayListenFault,
  sayNoDatabase,
  sayOlderTerm,
  sayReplicaFault,
  saySettingProblems,
  sayStoredRulesFault,
  sayStoreFault,
} from '../wording/operator.ts';
import { sayPlanProblem } from '../wording/plan-problem.ts';
import { SHELL } from '../wording/shell.ts';
import { PlanError } from './open-plan.ts';
import { FullReplicaError } from './replica.ts';
import { NoDatabaseError } from './require-database.ts';
import { OlderTermError } from './require-newest-term.ts';

/** Why the program cannot start or do what was asked, for the operator: one message, what to do, no stack trace. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigError) return saySettingProblems(error.problems);
  if (error instanceof ListenError) return sayListenFault(error.reason, error.host, error.port);
  if (error instanceof NoDatabaseError) return sayNoDatabase(error.path, error.backup);
  if (error instanceof FullReplicaError) return sayFullReplica(error);
  if (error instanceof OlderTermError) return sayOlderTerm(error);
  if (error instanceof ReplicaError) return sayReplicaFault(error.fault, error.detail);
  if (error instanceof BackupError) return sayBackupFault(error);
  if (error instanceof StoreError) return sayStoreFault(error.fault, error.path);
  if (error instanceof PlanError) {
    return [
      SHELL.plan.problems(error.problems.length),
      ...error.problems.map((problem) => `- ${sayPlanProblem(problem)}`),
    ].join('\n');
  }
  if (error instanceof StoredRulesError) return sayStoredRulesFault(error.reason);
  const fault = storeFaultOf(error);
  return fault === null ? sayBug(error instanceof Error ? error.message : String(error)) : sayStoreFault(fault, '');
}
