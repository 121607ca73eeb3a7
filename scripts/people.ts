import { parseArgs } from 'node:util';
import { endRoles } from '../src/actions/end-access.ts';
import { listPeople } from '../src/actions/list-access.ts';
import { ROLES } from '../src/domain/access.ts';
import { sayPeople, sayRole } from '../src/wording/access.ts';
import { sayProblem } from '../src/wording/problems.ts';
import { plain } from '../src/wording/rich-text.ts';
import { SHELL } from '../src/wording/shell.ts';
import { badArguments, botNow, deskFor, run, UsageError, withStore } from './run.ts';

const USAGE = SHELL.people.usage(ROLES);

await run((config) =>
  withStore(config, (store) => {
    const { positionals, values } = readWords();
    const desk = deskFor(config, store);
    if (positionals[0] === 'list' && positionals.length === 1) return console.log(sayPeople(listPeople(desk)));
    if (positionals[0] !== 'remove' || positionals.length !== 1) throw badArguments(USAGE);
    const person = Number(values.person);
    if (!Number.isInteger(person)) throw new UsageError(`${SHELL.people.noPerson}\n${USAGE}`);
    const role = ROLES.find((one) => one === values.role);
    if (values.role !== undefined && role === undefined) throw new UsageError(`${SHELL.people.unknownRole}\n${USAGE}`);
    const roles = role === undefined ? null : store.people.memberships(person).filter((one) => one.role === role);
    const ended = endRoles(
      desk,
      { person: null, at: botNow(config, store) },
      { person, roles, reason: values.reason ?? '' },
    );
    if (!ended.ok) throw new UsageError(`${plain(sayProblem(ended.problem, config.timeZone))}\n${USAGE}`);
    for (const one of ended.value.ended) console.log(SHELL.people.ended(ended.value.name, sayRole(one)));
    if (ended.value.revoked > 0) console.log(SHELL.people.revoked(ended.value.revoked));
  }),
);

function readWords() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { person: text, role: text, reason: text } });
  } catch {
    throw badArguments(USAGE);
  }
}
