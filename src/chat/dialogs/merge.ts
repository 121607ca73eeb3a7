import { z } from 'zod';
import { askToLink, linkOwner, movesProvincialRole } from '../../actions/link-app.ts';
import { nameRoles } from '../../actions/name-roles.ts';
import { cleanName } from '../../domain/clean-name.ts';
import type { Problem } from '../../domain/problem.ts';
import { JOIN_WORDS, MERGE_WORDS } from '../../wording/dialogs.ts';
import { sayAskMerge, sayLinkAsked, sayNotMerged } from '../../wording/link.ts';
import { sayProblem } from '../../wording/problems.ts';
import { refuse } from '../refuse.ts';
import type { Turn } from '../turn.ts';
import { defineConfirm } from './confirm.ts';

/** A link code in a chat that is somebody's already: they agree first, and then whoever made the code, in the chat that made it. */
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
      refuse(turn, { problem: 'moves-provincial-role' }, `person:${owner.id}`);
      return null;
    }
    const roles = nameRoles(turn.desk, store.people.memberships(owner.id), turn.now);
    const own = store.people.find(turn.person ?? 0)?.name ?? '';
    return {
      text: sayAskMerge({ name: owner.name, roles, own }),
      yes: MERGE_WORDS.yes,
      no: MERGE_WORDS.no,
      beside: true,
    };
  },
  yes: (turn, { codeHash }) => requestLink(turn, codeHash, (problem) => refuse(turn, problem, 'merge')),
  no: (turn) => turn.say(sayNotMerged()),
});

/** Has the question asked where the code was made; nothing is linked by it. */
export function requestLink(turn: Turn, codeHash: string, refused: (problem: Problem) => void): void {
  const asked = askToLink(turn.desk, turn.chat, codeHash, shownName(turn), turn.now);
  if (asked.ok) turn.say(sayLinkAsked());
  else refused(asked.problem);
}

/** The name the app shows of whoever writes, cleaned. */
export function shownName(turn: Turn): string {
  return cleanName(turn.senderName) ?? JOIN_WORDS.nameless;
}
