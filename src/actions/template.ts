import { PRIORITY } from '../delivery/enqueue.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Template } from '../store/templates.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayTemplateChanged, sayTemplateEnded } from '../wording/template.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { tellCoordinators } from './tell.ts';

/** The bytes of the template a coordinator's choice put in force; null: the plan folder's is. */
export function templateInForce({ store }: Pick<Desk, 'store'>): Buffer | null {
  const { current } = store.templates.inForce();
  return current === null ? null : store.storedFiles.bytes(current.file);
}

/** Puts a tried-out template in force. Of two who press at once one does it, and the other reads that it was done. */
export function takeTemplate(desk: Desk, { person, at }: Act, id: number): Result<Template> {
  const { store } = desk;
  if (!may(desk, person, 'export')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const template = store.templates.find(id);
    if (template === null) return no({ problem: 'no-such-template' });
    if (!store.templates.take(id, person, at)) return no({ problem: 'template-settled' });
    store.audit.add(at, person, 'take-template', `template:${id}`, {
      before: store.templates.inForce().before?.id ?? null,
    });
    tellOthers(desk, { person, at }, (by) => sayTemplateChanged(template.name, by));
    return ok(template);
  });
}

/** Takes the one in force back: the one before is again, or the plan folder's. `seen` is the one the person was shown. */
export function takeTemplateBack(desk: Desk, { person, at }: Act, seen: number): Result<Template> {
  const { store } = desk;
  if (!may(desk, person, 'export')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const { current } = store.templates.inForce();
    if (current === null || current.id !== seen || !store.templates.end(seen, person, at))
      return no({ problem: 'template-settled' });
    store.audit.add(at, person, 'end-template', `template:${seen}`);
    tellOthers(desk, { person, at }, (by) => sayTemplateEnded(current.name, by));
    return ok(current);
  });
}

/** Whoever compiles next would wonder why the document looks different. */
function tellOthers(desk: Desk, { person, at }: Act, say: (by: string) => RichText): void {
  const terms = { priority: PRIORITY.notice, repeatIfUnknown: false };
  tellCoordinators(desk, { text: say(nameOf(desk, person)) }, at, person, terms);
}
