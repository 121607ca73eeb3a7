import { z } from 'zod';
import { botLinksFor, withApps } from '../actions/bots.ts';
import { dropApp } from '../actions/drop-app.ts';
import { decideLink, offerLink, openLinkQuestion } from '../actions/link-app.ts';
import type { Chat } from '../store/chats.ts';
import type { LinkedApp } from '../wording/link.ts';
import { DROP_APP, sayLinkCode, sayLinkDecided, sayLinkedApp, sayWhichApp } from '../wording/link.ts';
import { sayProblem } from '../wording/problems.ts';
import { decisionOf, defineConfirm } from './dialogs/confirm.ts';
import { refuse } from './refuse.ts';
import type { Turn } from './turn.ts';

/** "/toi lienket": hands out the code that adds another app; "/toi lienket 5 co": answers whether an account that has it is the person. */
export function takeLinking(turn: Turn, person: number, words: string): void {
  const answer = /^#?(\d{1,9})\s+(\S.*)$/su.exec(words.trim());
  if (answer === null) return offerLinking(turn, person);
  const decision = decisionOf({ text: answer[2] ?? '', picked: false });
  if (decision === null) return turn.say(sayProblem({ problem: 'no-such-question' }, turn.desk.zone));
  const act = { person, at: turn.now, chat: turn.chat.id };
  const decided = decideLink(turn.desk, act, Number(answer[1]), decision === 'yes');
  if (decided.ok) turn.say(sayLinkDecided(decided.value));
  else refuse(turn, decided.problem, `link question:${answer[1]}`);
  // Another account has asked as well: its choices went from the screen with this answer.
  const next = openLinkQuestion(turn.desk, turn.chat, turn.now);
  if (next !== null) turn.say(next);
}

function offerLinking(turn: Turn, person: number): void {
  const { code, expiresAt } = offerLink(turn.desk, turn.chat, person, turn.now);
  const others = botLinksFor(turn.desk, code).filter((botLink) => botLink.channel !== turn.chat.channel);
  const botLinks = withApps(turn.desk, others);
  turn.say(sayLinkCode({ code, expiresAt, botLinks, zone: turn.desk.zone }));
}

/** The person's apps in the order in which they were met, so that a number goes on meaning the same one. */
export function appsOf({ desk, chat: here }: Turn, person: number): (LinkedApp & { chat: number })[] {
  return desk.store.chats
    .ofPerson(person)
    .toSorted((a, b) => a.id - b.id)
    .map((chat, at) => ({
      number: at + 1,
      chat: chat.id,
      app: titleOf(desk.titleOf(chat.channel), chat),
      since: chat.linkedAt,
      works: chat.state === 'active',
      isHere: chat.id === here.id,
    }));
}

/** Several bots of one platform are told apart by their number. */
function titleOf(app: string, { channel, bot }: Chat): string {
  return channel === 'zalo' && bot !== '1' ? `${app} ${bot}` : app;
}

/** "/toi bo", "/toi bo 2", "/toi bo zalo". */
export function beginDropping(turn: Turn, person: number, words: string): void {
  const apps = appsOf(turn, person);
  if (apps.length < 2) return turn.say(DROP_APP.only);
  const typed = words.trim().toLowerCase();
  const named = apps.filter(
    ({ number, app }) => typed === String(number) || (typed !== '' && app.toLowerCase() === typed),
  );
  const [only] = named;
  if (only !== undefined && named.length === 1) return dropAppDialog.begin(turn, { chat: only.chat });
  turn.say(sayWhichApp(apps, turn.desk.zone));
}

/** Dropping one of one's own apps: what that means is said before. */
export const dropAppDialog = defineConfirm({
  kind: 'drop-app',
  schema: z.object({ chat: z.number() }),
  what: DROP_APP.what,
  ask(turn, { chat }) {
    const app = turn.person === null ? undefined : appsOf(turn, turn.person).find((one) => one.chat === chat);
    if (app !== undefined)
      return {
        text: DROP_APP.ask(sayLinkedApp(app, turn.desk.zone)),
        yes: DROP_APP.yes,
        no: DROP_APP.no,
        beside: true,
      };
    turn.say(sayProblem({ problem: 'no-such-app' }, turn.desk.zone));
    return null;
  },
  yes(turn, { chat }) {
    if (turn.person === null) return;
    const order = { person: turn.person, chat, reason: null, here: turn.chat.id };
    const dropped = dropApp(turn.desk, { person: turn.person, at: turn.now }, order);
    turn.say(dropped.ok ? DROP_APP.done(dropped.value.app) : sayProblem(dropped.problem, turn.desk.zone));
  },
  no: (turn) => turn.say(DROP_APP.kept),
});
