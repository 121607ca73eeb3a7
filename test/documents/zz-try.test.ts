import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { novemberReport } from './sixth-sight.ts';

const [form] = JSON.parse(readFileSync(`${FROZEN_PLAN_DIR}/forms.json`, 'utf8'));
it('x', () => {
  for (const doc of readFileSync('/dev/shm/docs/try.txt', 'utf8').split('\n\n')) {
    const r = novemberReport(form, ...doc.trim().split('\n'));
    console.log(
      doc.trim() +
        '\n  => ' +
        JSON.stringify(r.values) +
        ' ' +
        r.faults.map((f) => `${f.field}?${f.readings ?? f.raw}`).join(' ') +
        (process.env.F ? '\n' + JSON.stringify(r.found.map(({ field, ...x }) => ({ ...x, f: field.key }))) : ''),
    );
  }
});
