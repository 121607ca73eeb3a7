import { z } from 'zod';
import { linkOwner, movesProvincialRole, takeLink } from '../../actions/link-app.ts';
import { MERGE_WORDS } from '../../wording/dialogs.ts';
import { sayAskMerge, sayLinked, sayNoProvincialMerge, sayNotMerged } from '../../wording/join.ts';
import { sayProblem } from '../../wording/problems.ts';
import { unitName } from '../look-up.ts';
import { defineConfirm } from './confirm.ts';

/** A link code in a chat that is somebody's already: whether both are one person, nobody else can know. */
export const mergeDialog = defineConfirm({
  kind: 'merge',
  schema: z.object({ codeHash: z.string() }),
  what: MERGE_WORDS.what,
  ask(turn, { codeHash }) {
    const { store, zone } = turn.desk;
    const owner = linkOwner(turn.desk, turn.chat, codeHash, turn.now);
    if (owner === null) {
      turn.say(sayProblem({ problem: 'code-expired' }, zone));
      return null;
    }
    if (movesProvincialRole(turn.desk, turn.chat, owner.id)) {
      turn.say(sayNoProvincialMerge());
      return null;
    }
    const roles = store.people
      .memberships(owner.id)
      .map(({ role, unit }) => ({ role, unit: unit === null ? null : unitName(turn, unit) }));
    const own = store.people.find(turn.person ?? 0)?.name ?? '';
    return {
      text: sayAskMerge({ name: owner.name, roles, own }),
      yes: MERGE_WORDS.yes,
      no: MERGE_WORDS.no,
      beside: true,
    };
  },
  yes(turn, { codeHash }) {
    const owner = takeLink(turn.desk, turn.chat, codeHash, turn.now);
    turn.say(owner === null ? sayProblem({ problem: 'code-expired' }, turn.desk.zone) : sayLinked(owner.name));
  },
  no: (turn) => turn.say(sayNotMerged()),
});
