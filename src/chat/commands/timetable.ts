import { upcomingDeadlines } from '../../actions/upcoming-deadlines.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayDeadlinesOf, sayTimetable } from '../../wording/timetable.ts';
import type { Command } from '../command.ts';
import { unitsToday } from '../look-up.ts';

/** When everything is due: of the person's units, of the whole plan for who belongs to none. */
export const timetableCommand: Command = {
  name: 'lich',
  alias: 'calendar',
  ...COMMAND_WORDS.lich,
  ...HEARD.lich,
  needs: 'member',
  run(turn, args) {
    const own = unitsAllowing(turn.memberships, 'view-tasks');
    const units = unitsToday(turn).filter(({ code }) => own.length === 0 || own.includes(code));
    const all = upcomingDeadlines(turn.desk, units, turn.now);
    // What falls due in a month is more than the month's own report: in December the year's is due first.
    const month = args.trim();
    const asked = all.filter(({ period, deadline }) => [period.key, deadline.lastGoodDay.slice(0, 7)].includes(month));
    turn.say(asked.length > 0 ? sayDeadlinesOf(asked) : sayTimetable(all));
  },
};
