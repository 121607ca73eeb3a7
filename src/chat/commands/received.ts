import { claimHandedIn, stretchFor } from '../../actions/claim-lost.ts';
import { viewTask } from '../../actions/task-view.ts';
import { spokenStretch } from '../../actions/tell-restored.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { isOutstanding } from '../../domain/task.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayReceivedSoFar } from '../../wording/received.ts';
import { sayClaimPassedOn, sayPerhapsLost } from '../../wording/restored.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';
import { statusCommand } from './status.ts';

/** Reports due longer ago are history. */
const RECENT_MS = 45 * 24 * 3600_000;
const LOOKED_AT = 60;

/** "Bot nhận được báo cáo của em chưa?" */
export const receivedCommand: Command = {
  name: 'danhan',
  alias: 'received',
  ...COMMAND_WORDS.danhan,
  ...HEARD.danhan,
  needs: 'member',
  isHidden: true,
  run(turn, args) {
    const { desk, memberships, now } = turn;
    const claim = readSub(args, HEARD.danhan.subs);
    if (claim !== null) return sayHandedIn(turn, Number(claim.rest));
    const units = unitsAllowing(memberships, 'view-tasks');
    if (units.length === 0) return statusCommand.run(turn, '');
    const reports = units
      .flatMap((unit) => desk.store.tasks.ofUnit(unit, LOOKED_AT))
      .filter((task) => isOutstanding(task.state) || now - task.cutOffAt < RECENT_MS)
      .sort((a, b) => a.cutOffAt - b.cutOffAt || a.id - b.id)
      .map((task) => ({ view: viewTask(desk, task), latest: desk.store.submissions.latestOf(task.id) }));
    const own = unitsAllowing(memberships, 'submit');
    turn.say(sayReceivedSoFar(reports, own, desk.zone));
    const doubtful = reports.filter(({ view, latest }) => latest === null && own.includes(view.unit.code));
    const lost = doubtful.filter(({ view }) => stretchFor(desk, view, now) !== null);
    const [stretch] = lost.map(({ view }) => stretchFor(desk, view, now));
    if (stretch == null) return;
    turn.say(
      sayPerhapsLost(
        lost.map(({ view }) => view),
        spokenStretch(desk, stretch),
      ),
    );
  },
};

function sayHandedIn({ desk, person, now, say }: Turn, id: number): void {
  if (person === null) return;
  const claimed = claimHandedIn(desk, { person, at: now }, id, null);
  if (!claimed.ok) return say(sayProblem(claimed.problem, desk.zone));
  say(sayClaimPassedOn(claimed.value.view, null, claimed.value.isNew));
}
