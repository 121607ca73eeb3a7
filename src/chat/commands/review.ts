import { readReturnOrder } from '../../language/review-words.ts';
import { readActingOrder } from '../../understanding/acting-order.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { REVIEW_WORDS } from '../../wording/review.ts';
import type { Command } from '../command.ts';
import type { ReviewDraft } from '../dialogs/review.ts';
import { askFields, lookAt, showQueue } from '../dialogs/review-shown.ts';
import { today } from '../look-up.ts';
import { namedUnits } from '../named-units.ts';
import type { Turn } from '../turn.ts';

const LOOKED_AT = 60;

export const reviewCommand: Command = {
  name: 'duyet',
  alias: 'review',
  ...COMMAND_WORDS.duyet,
  ...HEARD.duyet,
  needs: 'review',
  run(turn, args) {
    const back = readReturnOrder(args);
    const { task, obligations, period, who } = readActingOrder(back?.who ?? args, {
      today: today(turn),
      reports: [...turn.rules.obligations, ...turn.rules.former.obligations],
      ownUnits: [],
      units: [],
    });
    const draft: ReviewDraft = {
      stage: 'queue',
      obligations: obligations === null ? null : [...obligations],
      period,
      harmless: [],
      firsts: [],
      task: 0,
      version: 0,
      fields: [],
      given: back?.reason ?? '',
    };
    if (task !== null) return lookAt(turn, draft, task);
    if (who === '') return showQueue(turn, draft);
    lookAtUnit(turn, draft, who, back !== null);
  },
};

/** The unit's report that waits, else its last one that was accepted: that is the one to be opened again. */
function lookAtUnit(turn: Turn, draft: ReviewDraft, who: string, isToReturn: boolean): void {
  const named = namedUnits(turn, who);
  if ('problem' in named) return showQueue(turn, draft, named.problem);
  const tasks = named.codes
    .flatMap((code) => turn.desk.store.tasks.ofUnit(code, LOOKED_AT))
    .filter((task) => draft.obligations === null || draft.obligations.includes(task.obligation))
    .filter((task) => draft.period === null || task.period === draft.period);
  const found = tasks.find(({ state }) => state === 'submitted') ?? tasks.find(({ state }) => state === 'accepted');
  const [other] = tasks;
  const submission = found === undefined ? null : turn.desk.store.submissions.latestOf(found.id);
  // To go back, with nothing said of why: that is asked for, so that a later "ok" approves nothing.
  if (found !== undefined && submission !== null && isToReturn && draft.given === '')
    return askFields(turn, { ...draft, task: found.id, version: submission.version });
  if (found !== undefined) return lookAt(turn, draft, found.id);
  if (other !== undefined) return lookAt(turn, draft, other.id);
  showQueue(turn, draft, REVIEW_WORDS.none);
}
