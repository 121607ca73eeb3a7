import { preferChannel, renamePerson } from '../../actions/change-profile.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayAskPreferred, sayMe, sayNameUnusable, sayPreferred, sayRenamed } from '../../wording/me.ts';
import { sayOwnReminders } from '../../wording/remind.ts';
import { sayRetention } from '../../wording/retention.ts';
import type { Command } from '../command.ts';
import { renewConsentDialog } from '../dialogs/renew-consent.ts';
import { withdrawDialog } from '../dialogs/withdraw.ts';
import { appsOf, beginDropping, takeLinking } from '../linking.ts';
import { unitName } from '../look-up.ts';
import { answerOne, giveCopy, takeRequest } from '../own-data.ts';
import type { Turn } from '../turn.ts';

export const meCommand: Command = {
  name: 'toi',
  alias: 'me',
  ...COMMAND_WORDS.toi,
  ...HEARD.toi,
  needs: 'member',
  run(turn, args) {
    const order = readSub(args, HEARD.toi.subs);
    if (order?.sub === 'rut') return withdrawDialog.begin(turn, {});
    if (order?.sub === 'uutien') return prefer(turn, order.rest);
    if (order?.sub === 'luutru') return turn.say(sayRetention());
    if (order?.sub === 'dongy') return renewConsentDialog.begin(turn, {});
    if (turn.person === null) return;
    if (order?.sub === 'lienket') return takeLinking(turn, turn.person, order.rest);
    if (order?.sub === 'bo') return beginDropping(turn, turn.person, order.rest);
    if (order?.sub === 'bansao') return giveCopy(turn, turn.person);
    if (order?.sub === 'yeucau') return takeRequest(turn, turn.person, order.rest);
    if (order?.sub === 'traloi') return answerOne(turn, turn.person, order.rest);
    if (order?.sub === 'ten' && order.rest !== '') return rename(turn, turn.person, order.rest);
    showMe(turn);
  },
};

function prefer(turn: Turn, word: string): void {
  if (turn.person === null) return;
  const { store } = turn.desk;
  const channels = [...new Set(store.chats.ofPerson(turn.person).map((chat) => chat.channel))];
  const chosen = channels.find((channel) => channel === word.trim().toLowerCase());
  if (chosen === undefined) {
    return turn.say({
      text: sayAskPreferred(channels.length),
      choices: channels.map((channel) => [{ label: turn.desk.titleOf(channel), value: `/toi uutien ${channel}` }]),
      answer: 'pick',
    });
  }
  preferChannel(turn.desk, turn.person, chosen, turn.now);
  turn.say(sayPreferred(turn.desk.titleOf(chosen)));
}

function rename(turn: Turn, person: number, name: string): void {
  const kept = renamePerson(turn.desk, person, name, turn.now);
  turn.say(kept === null ? sayNameUnusable() : sayRenamed(kept));
}

function showMe(turn: Turn): void {
  const { store } = turn.desk;
  const person = turn.person === null ? null : store.people.find(turn.person);
  if (person === null) return;
  turn.say(
    sayMe({
      name: person.name,
      roles: turn.memberships.map((one) => ({
        role: one.role,
        unit: one.unit === null ? null : unitName(turn, one.unit),
      })),
      chats: appsOf(turn, person.id),
      reminders: sayOwnReminders(store.ownReminders.hourOf(person.id), store.ownReminders.openOf(person.id).length),
      consentVersion: person.consentVersion,
      consentAt: person.consentAt,
      zone: turn.desk.zone,
    }),
  );
}
