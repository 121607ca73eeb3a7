import { z } from 'zod';
import { dropApp } from '../../actions/drop-app.ts';
import { endRoles } from '../../actions/end-access.ts';
import { nameRoles } from '../../actions/name-roles.ts';
import { ROLES } from '../../domain/access.ts';
import { sayNoneFits, sayYesOrNo } from '../../wording/dialogs.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import {
  sayAskDrop,
  sayAskEnd,
  sayDropped,
  sayEnded,
  sayHeldApp,
  sayHeldRole,
  TAKE_AWAY,
} from '../../wording/take-away.ts';
import type { Dialog, Reply } from '../dialog.ts';
import { unclear } from '../on-screen.ts';
import { refuse } from '../refuse.ts';
import type { Turn } from '../turn.ts';
import { decisionOf } from './confirm.ts';

const schema = z.object({
  person: z.number(),
  what: z.discriminatedUnion('is', [
    z.object({ is: z.literal('role'), role: z.enum(ROLES), unit: z.string().nullable() }),
    z.object({ is: z.literal('app'), chat: z.number() }),
  ]),
  /** Empty until it was given. */
  reason: z.string(),
});
type Content = z.infer<typeof schema>;

const KIND = 'take-away';
/** As long as the answer to "why?" gets in a sentence. */
const LONGEST_REASON = 200;

/** Taking something from somebody, a role or an app: the reason first, then what it means, then a yes. */
export const takeAwayDialog: Dialog<Content> = {
  kind: KIND,
  schema,
  awaits: ({ reason }) => (reason === '' ? 'text' : 'choice'),
  describe: () => TAKE_AWAY.what,
  repeat: ask,
  answer(turn, content, reply) {
    if (content.reason === '') return takeReason(turn, content, reply);
    const decision = decisionOf(reply);
    if (decision === null) return askYesOrNo(turn, content, reply);
    turn.finish();
    if (decision === 'no') return turn.say(TAKE_AWAY.kept);
    if (content.what.is === 'role') endRole(turn, content, content.what);
    else drop(turn, content, content.what.chat);
  },
};

export function beginTakingAway(turn: Turn, content: Omit<Content, 'reason'>): void {
  ask(turn, { ...content, reason: '' });
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  turn.keep(KIND, content);
  if (content.reason === '')
    return turn.say({
      text: join([problem, TAKE_AWAY.askReason], '\n\n'),
      choices: TAKE_AWAY.reasons.map((reason, at) => [turn.choice(reason, `r${at}`)]),
      answer: 'pick',
    });
  const yes = content.what.is === 'role' ? TAKE_AWAY.yesRole : TAKE_AWAY.yesApp;
  turn.say({
    text: join([problem, meaning(turn, content)], '\n\n'),
    choices: [[turn.choice(yes, 'yes')], [turn.choice(TAKE_AWAY.no, 'no')]],
    answer: 'pick',
  });
}

function takeReason(turn: Turn, content: Content, reply: Reply): void {
  const offered = reply.picked ? TAKE_AWAY.reasons[Number(reply.text.slice(1))] : undefined;
  const reason = (offered ?? (reply.picked ? '' : reply.text)).trim().slice(0, LONGEST_REASON);
  if (!/\p{L}{2}/u.test(reason)) return ask(turn, content, reply.picked ? [] : sayNoneFits(reply.text));
  ask(turn, { ...content, reason });
}

function meaning(turn: Turn, { person, what, reason }: Content): RichText {
  const { store } = turn.desk;
  const name = store.people.find(person)?.name ?? '';
  if (what.is === 'app') return sayAskDrop({ what: sayHeldApp(name, appOf(turn, what.chat)), reason });
  const others = what.unit === null ? [] : store.people.ofUnit(what.unit).filter((one) => one.role !== 'staff');
  const alone = what.unit !== null && what.role !== 'staff' && others.every((one) => one.person === person);
  const invitations = store.invitations.open(turn.now).filter((one) => one.createdBy === person).length;
  return sayAskEnd({ what: heldRole(turn, person, what), reason, invitations, alone });
}

function endRole(turn: Turn, { person, reason }: Content, { role, unit }: Content['what'] & { is: 'role' }): void {
  const what = heldRole(turn, person, { role, unit });
  const ended = endRoles(turn.desk, { person: turn.person, at: turn.now }, { person, roles: [{ role, unit }], reason });
  if (!ended.ok) return refuse(turn, ended.problem, `end-role person:${person}`);
  turn.say(sayEnded(what, ended.value.revoked));
}

function drop(turn: Turn, { person, reason }: Content, chat: number): void {
  if (turn.person === null) return;
  const what = sayHeldApp(turn.desk.store.people.find(person)?.name ?? '', appOf(turn, chat));
  const order = { person, chat, reason, here: turn.chat.id };
  const dropped = dropApp(turn.desk, { person: turn.person, at: turn.now }, order);
  if (!dropped.ok) return refuse(turn, dropped.problem, `drop-app chat:${chat}`);
  turn.say(sayDropped(what));
}

function heldRole(turn: Turn, person: number, { role, unit }: Omit<Content['what'] & { is: 'role' }, 'is'>): string {
  const [named] = nameRoles(turn.desk, [{ role, unit }], turn.now);
  return named === undefined ? '' : sayHeldRole(turn.desk.store.people.find(person)?.name ?? '', named);
}

function appOf({ desk }: Turn, chat: number): string {
  const found = desk.store.chats.find(chat);
  return found === null ? '' : desk.titleOf(found.channel);
}

/** Neither yes nor no. */
function askYesOrNo(turn: Turn, content: Content, { picked, text: typed }: Reply): void {
  const again = (problem: RichText): void => ask(turn, content, problem);
  if (picked) return again([]);
  unclear(turn, typed, sayYesOrNo(typed), again);
}
