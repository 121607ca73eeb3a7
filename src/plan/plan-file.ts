import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanProblem, PlanTrouble } from '../domain/plan-problem.ts';

/** The text of one of the plan's files, without a byte order mark, lines ending in `\n`, Vietnamese in composed form (NFC). */
export function readPlanFile(dir: string, file: string): { text: string } | { problem: PlanProblem } {
  const problem = (code: PlanFileTrouble) => ({ problem: { file, line: null, field: null, code } });
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dir, file));
  } catch (error) {
    return problem(isMissing(error) ? 'no_file' : 'not_readable');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: text.replaceAll('\r\n', '\n').normalize('NFC') };
  } catch {
    return problem('not_utf8');
  }
}

type PlanFileTrouble = Extract<PlanTrouble['code'], 'no_file' | 'not_readable' | 'not_utf8'>;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
