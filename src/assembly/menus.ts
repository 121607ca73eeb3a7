import type { Channel } from '../channels/channel.ts';
import { COMMANDS } from '../chat/commands/index.ts';
import { usableCommands } from '../chat/usable-commands.ts';
import type { Store } from '../store/store.ts';

/** Keeps each chat's command menu in step with what works for the person, where the platform has menus. Best effort. */
export function createMenuKeeper(store: Store, channels: readonly Channel[]) {
  const shown = new Map<number, string>();
  return {
    refresh(chatId: number): void {
      const chat = store.chats.find(chatId);
      const channel = channels.find((one) => one.name === chat?.channel && one.bot === chat.bot);
      if (chat === null || chat.kind !== 'private' || channel?.setMenu === undefined) return;
      const memberships = chat.person === null ? [] : store.people.memberships(chat.person);
      const usable = usableCommands(COMMANDS, memberships, chat.person !== null);
      const names = usable.map((command) => command.name).join(' ');
      if (shown.get(chatId) === names) return;
      shown.set(chatId, names);
      const entries = usable.map(({ name, summary }) => ({ command: name, description: summary }));
      void channel.setMenu({ chat: chat.address }, entries);
    },
  };
}
