import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unit } from '../domain/unit.ts';
import { UNITS_FILE } from './read-units.ts';

/** What is the same in every plan until somebody changes it. */
const SHARED_FILES = ['obligations.json', 'forms.json', 'reminders.json', 'calendar.json'];
const COLUMNS = 'code,name,short_name,kind,valid_from,valid_to,compiles,successors,source,assumption';

export interface NewPlan {
  title: string;
  /** `[a-z0-9_]+` */
  code: string;
  recipient: string;
  assumptions: readonly string[];
  units: readonly Unit[];
}

/** Whether a plan can be put there: the folder is not there, or has nothing in it. */
export function isFree(dir: string): boolean {
  return !existsSync(dir) || readdirSync(dir).length === 0;
}

/** Makes a plan's folder: rules, forms, reminders and calendar of another plan, its units and name its own. */
export function writePlan(dir: string, template: string, plan: NewPlan): void {
  mkdirSync(dir, { recursive: true });
  for (const file of SHARED_FILES) writeFileSync(join(dir, file), readFileSync(join(template, file)));
  const document = {
    ...JSON.parse(readFileSync(join(template, 'plan.json'), 'utf8')),
    code: plan.code,
    title: plan.title,
    number: '',
    issuedOn: null,
    recipient: plan.recipient,
    // Another office's contact answers for nothing here.
    contact: { office: plan.recipient, name: null, phone: null },
    assumptions: plan.assumptions,
  };
  writeFileSync(join(dir, 'plan.json'), `${JSON.stringify(document, null, 2)}\n`);
  writeFileSync(join(dir, UNITS_FILE), `${[COLUMNS, ...plan.units.map(lineOf)].join('\n')}\n`);
}

function lineOf(unit: Unit): string {
  const successors = unit.successors.map(({ code, share }) => (share === 'part' ? `${code}:part` : code)).join(' ');
  const { code, name, shortName, kind, validFrom, validTo, compiles, source, assumption } = unit;
  const cells = [
    code,
    name,
    shortName,
    kind,
    validFrom,
    validTo ?? '',
    compiles ? 'yes' : 'no',
    successors,
    source,
    assumption,
  ];
  return cells.map((cell) => (/[",\n;\t]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
