import type { Turn } from './turn.ts';

const NIGHT_MS = 12 * 3600_000;

/** Whether a night lies between what the chat was asked last and what is said now. */
export function isOvernight({ desk, chat, now }: Turn): boolean {
  return now - (desk.store.dialogs.read(chat.id)?.updatedAt ?? now) >= NIGHT_MS;
}
