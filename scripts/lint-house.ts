import { lintHouse } from './house-rules.ts';

const faults = lintHouse('src');
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'The house stands: arrows point down.' : `${faults.length} broken rules`);
process.exitCode = faults.length === 0 ? 0 : 1;
