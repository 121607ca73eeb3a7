import type { OutgoingFile } from '../channels/channel.ts';
import type { Outgoing } from '../wording/message.ts';
import type { AppSample } from '../wording/notice.ts';
import { plain } from '../wording/rich-text.ts';
import type { Desk } from './desk.ts';
import { canHandOver } from './hand-over-file.ts';

/** The message as each app shows it to these people: by the chat that each of them would be written to now. */
export function sampleNotice(desk: Desk, message: Outgoing, people: readonly { person: number }[]): AppSample[] {
  const chats = people.flatMap(({ person }) => desk.store.chats.ofPerson(person).slice(0, 1));
  const apps = [...new Set(chats.map((chat) => chat.channel))];
  return apps.flatMap((channel) => {
    const own = chats.filter((chat) => chat.channel === channel);
    const bot = desk.bots.find((one) => one.channel === channel);
    if (bot === undefined) return [];
    const { file, ...words } = message;
    const shown = bot.shown?.(words) ?? { texts: [plain(words.text)], limit: null };
    return [
      {
        app: desk.titleOf(channel),
        people: own.length,
        messages: shown.texts.length,
        length: Math.max(...shown.texts.map((text) => text.length)),
        limit: shown.limit,
        numbered: !bot.capabilities.buttons && message.choices !== undefined,
        counted: bot.capabilities.monthlyMessages !== null,
        file: file === undefined ? null : wayOf(desk, { channel, bot: bot.bot }, file),
      },
    ];
  });
}

function wayOf(desk: Desk, at: { channel: string; bot: string }, file: OutgoingFile): AppSample['file'] {
  if (canHandOver(desk, at, file)) return 'itself';
  return desk.publicUrl === null ? 'named' : 'page';
}
