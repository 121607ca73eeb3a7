import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { sayPlanProblem } from '../../src/wording/plan-problem.ts';
import { SMALL_PLAN, writeSmallPlan } from '../support/small-plan.ts';

const JUNK = ['', ' ', '0', '-1', '99999', 'null', 'true', '"x"', '[]', '{}', '"2026-02-30"', '1e999', ';', '"', '\n'];
// Quoted words, numbers, names and separators: what a slip of the keyboard replaces.
const PIECE = /"[^"\n]*"|[\w-]+|[,:;{}[\]]/g;

describe('whatever happens to a file', () => {
  it.each(Object.keys(SMALL_PLAN))('%s is read or its problems can be said, it is never a crash', (file) => {
    const dir = writeSmallPlan();
    const text = SMALL_PLAN[file]!;
    const pieces = [...text.matchAll(PIECE)];
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.constantFrom(...JUNK), (piece, junk) => {
        writeFileSync(join(dir, file), text.slice(0, piece.index) + junk + text.slice(piece.index + piece[0].length));
        const read = readPlan(dir, 'Asia/Ho_Chi_Minh');
        if (!('problems' in read)) return;
        expect(read.problems.length).toBeGreaterThan(0);
        for (const problem of read.problems) expect(sayPlanProblem(problem)).toMatch(/: .{10,}\.$/s);
      }),
      { numRuns: 100 },
    );
  });
});
