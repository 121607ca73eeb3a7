import { enqueueAnswer } from '../delivery/enqueue.ts';
import { isAllowed } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Chat } from '../store/chats.ts';
import { DROP_APP } from '../wording/link.ts';
import type { Act, Desk } from './desk.ts';
import { tellPerson } from './tell.ts';

export interface AppToDrop {
  person: number;
  chat: number;
  /** Null: the person themselves; from a coordinator it goes into the audit and to the person. */
  reason: string | null;
  /** The chat in which it is decided: it hears of it anyway. */
  here: number;
}

/** Takes one of a person's apps from them: what waits goes to another one, what is half done there is dropped. Never the only one. */
export function dropApp(desk: Desk, act: Act, order: AppToDrop): Result<{ app: string }> {
  const { store } = desk;
  if (order.reason?.trim() === '') return no({ problem: 'reason-needed' });
  if ((act.person !== order.person || order.reason !== null) && !mayDrop(desk, act.person, order.person))
    return no({ problem: 'not-allowed' });
  const chats = store.chats.ofPerson(order.person);
  const dropped = chats.find((chat) => chat.id === order.chat);
  const next = chats.find((chat) => chat.id !== order.chat);
  if (dropped === undefined) return no({ problem: 'no-such-app' });
  if (next === undefined) return no({ problem: 'only-app' });
  const app = desk.titleOf(dropped.channel);
  return store.transact(() => {
    store.dialogs.dropIn(dropped.id);
    store.merging.moveWaiting(dropped.id, next.id);
    store.chats.unlink(dropped.id, order.person);
    const detail = { channel: dropped.channel, ...(order.reason === null ? {} : { reason: order.reason.trim() }) };
    store.audit.add(act.at, act.person, 'drop-app', `chat:${dropped.id}`, { ...detail, of: order.person });
    tell(desk, dropped, order, act.at);
    return ok({ app });
  });
}

function tell(desk: Desk, dropped: Chat, { person, reason, here }: AppToDrop, at: Instant): void {
  if (dropped.id !== here) enqueueAnswer(desk.store, { ...dropped, person: null }, { text: DROP_APP.told(reason) }, at);
  if (reason === null) return;
  tellPerson(desk, person, { text: DROP_APP.toldElsewhere(desk.titleOf(dropped.channel), reason) }, at);
}

/** Coordinators may, but for an administrator's: that takes another administrator. */
function mayDrop({ store }: Desk, person: number, of: number): boolean {
  const own = store.people.memberships(person);
  const isAdmin = own.some(({ role }) => role === 'admin');
  return (
    isAllowed(own, 'end-access') && (isAdmin || store.people.memberships(of).every(({ role }) => role !== 'admin'))
  );
}
