import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { ok } from '../domain/problem.ts';
import type { Chat } from '../store/chats.ts';
import type { Desk } from './desk.ts';
import { checkCode } from './join.ts';

/** Links a group's chat to the unit the code is for, and uses the code up; null when the code is for no unit. */
export function linkGroup(desk: Desk, chat: Chat, code: string, now: Instant): Result<string | null> {
  const { store } = desk;
  const checked = checkCode(desk, chat, code, now);
  if (!checked.ok) return checked;
  const { id, unit } = checked.value;
  if (unit !== null) {
    store.transact(() => {
      store.invitations.use(id);
      store.chats.linkUnit(chat.id, unit);
      store.audit.add(now, null, 'link-group', unit, { chat: chat.id });
    });
  }
  return ok(unit);
}
