import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { ReceivedFile } from './check-file.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import { orderPrint } from './print.ts';

/** Has a template that was sent at the board filled in, to be looked at there before it is taken. */
export function tryTemplate(desk: Desk, { person, at }: Act, file: ReceivedFile): Result<{ trial: number }> {
  const { store } = desk;
  const chat = store.chats.ofPerson(person)[0];
  if (chat === undefined || !may(desk, person, 'export')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const stored = store.storedFiles.keep(file.content);
    const trial = store.templateTrials.add(stored, file.name, person, at);
    const order = { print: 'template-trial', file: stored, name: file.name, trial } as const;
    const ordered = orderPrint(desk, { person, at }, chat.id, [order]);
    return ordered.ok ? ok({ trial }) : ordered;
  });
}

/** Puts one that was tried out away: it is not taken. */
export function refuseTrial(desk: Desk, { person, at }: Act, id: number): Result<{ name: string }> {
  const { store } = desk;
  if (!may(desk, person, 'export')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const trial = store.templateTrials.find(id);
    if (trial === null || !store.templateTrials.drop(id)) return no({ problem: 'no-such-template' });
    store.audit.add(at, person, 'refuse-template', `template-trial:${id}`);
    return ok({ name: trial.name });
  });
}
