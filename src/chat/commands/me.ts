import { fold } from '../../language/fold.ts';
import { sayMe, sayRenamed } from '../../wording/me.ts';
import type { Command } from '../command.ts';
import { beginWithdrawing } from '../dialogs/withdraw.ts';
import { unitName } from '../look-up.ts';
import type { Turn } from '../turn.ts';

export const meCommand: Command = {
  name: 'toi',
  alias: 'me',
  summary: 'thông tin bot lưu về tôi, sửa tên, rút lại đồng ý',
  example: '/toi ten Nguyễn Văn An',
  needs: 'member',
  run(turn, args) {
    if (fold(args).startsWith('rut')) return beginWithdrawing(turn);
    const name = /^\s*(?:tên|ten)\s+(.+)$/isu.exec(args.normalize('NFC'))?.[1]?.trim();
    if (name !== undefined && turn.person !== null) return rename(turn, turn.person, name);
    showMe(turn);
  },
};

function rename(turn: Turn, person: number, name: string): void {
  const clean = name.replace(/\s+/gu, ' ').slice(0, 80);
  turn.desk.store.people.rename(person, clean);
  turn.desk.store.audit.add(turn.now, person, 'rename', `person:${person}`);
  turn.say(sayRenamed(clean));
}

function showMe(turn: Turn): void {
  const { store } = turn.desk;
  const person = turn.person === null ? null : store.people.find(turn.person);
  if (person === null) return;
  const chats = store.chats.ofPerson(person.id);
  turn.say(
    sayMe({
      name: person.name,
      roles: turn.memberships.map((one) => ({
        role: one.role,
        unit: one.unit === null ? null : unitName(turn, one.unit),
      })),
      chats: chats.map((chat) => ({ channel: chat.channel, works: chat.state === 'active' })),
      consentVersion: person.consent_version,
      consentAt: person.consent_at,
      zone: turn.desk.zone,
    }),
  );
}
