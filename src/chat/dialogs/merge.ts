import { z } from 'zod';
import { linkOwner, takeLink } from '../../actions/link-app.ts';
import { readReply } from '../../language/choice-word.ts';
import type { Person } from '../../store/people.ts';
import { MERGE_WORDS } from '../../wording/dialogs.ts';
import { sayAskMerge, sayLinked, sayNotMerged } from '../../wording/join.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Dialog } from '../command.ts';
import { unitName } from '../look-up.ts';
import type { Turn } from '../turn.ts';

const MERGE = 'merge';
const contentSchema = z.object({ codeHash: z.string() });

/** A link code in a chat that is somebody's already: whether both are one person, nobody else can know. */
export const mergeDialog: Dialog = {
  kind: MERGE,
  answer(turn, content, reply) {
    const word = reply.picked ? reply.text : readReply(reply.text);
    if (word === 'no') {
      turn.finish();
      return turn.say(sayNotMerged());
    }
    if (word !== 'yes') return mergeDialog.repeat(turn, content);
    turn.finish();
    const owner = takeLink(turn.desk, turn.chat, contentSchema.parse(content).codeHash, turn.now);
    turn.say(owner === null ? sayProblem({ problem: 'code-expired' }, turn.desk.zone) : sayLinked(owner.name));
  },
  repeat(turn, content) {
    const { codeHash } = contentSchema.parse(content);
    const owner = linkOwner(turn.desk, turn.chat, codeHash, turn.now);
    if (owner !== null) return beginMerging(turn, codeHash, owner);
    turn.finish();
    turn.say(sayProblem({ problem: 'code-expired' }, turn.desk.zone));
  },
  takesNumbers: () => false,
  describe: () => MERGE_WORDS.what,
};

export function beginMerging(turn: Turn, codeHash: string, owner: Person): void {
  turn.keep(MERGE, { codeHash });
  const { store } = turn.desk;
  const roles = store.people
    .memberships(owner.id)
    .map(({ role, unit }) => ({ role, unit: unit === null ? null : unitName(turn, unit) }));
  turn.say({
    text: sayAskMerge({ name: owner.name, roles, own: store.people.find(turn.person ?? 0)?.name ?? '' }),
    choices: [[turn.choice(MERGE_WORDS.yes, 'yes'), turn.choice(MERGE_WORDS.no, 'no')]],
    answer: 'pick',
  });
}
