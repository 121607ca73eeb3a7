import { beyondKnown, readKnown, staleEntries } from './house/known-breaches.ts';
import { lintHouse } from './house/lint.ts';

const all = lintHouse();
const faults = beyondKnown(all, readKnown());
for (const { file, line, rule, said } of faults) console.error(`${file}:${line} [${rule}] ${said}`);
for (const entry of staleEntries(all, readKnown())) console.log(entry);
console.log(faults.length === 0 ? 'The house stands: arrows point down.' : `${faults.length} broken rules`);
process.exitCode = faults.length === 0 ? 0 : 1;
