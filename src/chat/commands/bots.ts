import { botStandings, viewBot } from '../../actions/bots.ts';
import { resendUndelivered, undeliveredThisWeek } from '../../actions/resend-undelivered.ts';
import { reachOf } from '../../actions/round-status.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { sayBots, sayResentUndelivered } from '../../wording/bots.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayWhyMissed } from '../../wording/notice-result.ts';
import type { Command } from '../command.ts';
import { today, unitName } from '../look-up.ts';
import type { Turn } from '../turn.ts';

const SHOWN = 20;

export const botsCommand: Command = {
  name: 'kenh',
  alias: 'channels',
  ...COMMAND_WORDS.kenh,
  ...HEARD.kenh,
  needs: 'watch-round',
  run(turn, args) {
    if (readSub(args, HEARD.kenh.subs)?.sub === 'guilai') return resend(turn);
    const { store } = turn.desk;
    const undelivered = undeliveredThisWeek(turn.desk, turn.now, SHOWN).map((row) => ({
      name: store.people.find(row.person)?.name ?? '',
      unit: unitOf(row.person),
      kind: row.kind,
      at: row.queuedAt,
      why: sayWhyMissed(row.state, row.failure),
    }));
    const bots = botStandings(turn.desk, turn.now).map(viewBot);
    const units = store.units.owingOn(today(turn));
    const unreached = units.filter((unit) => reachOf(turn.desk, unit.code) !== 'reachable').length;
    turn.say(sayBots({ bots, undelivered, unreached, zone: turn.desk.zone }));

    function unitOf(person: number): string {
      const unit = store.people.memberships(person).find((one) => one.unit !== null)?.unit;
      return unit === undefined || unit === null ? '' : unitName(turn, unit);
    }
  },
};

function resend(turn: Turn): void {
  if (turn.person === null) return;
  turn.say(sayResentUndelivered(resendUndelivered(turn.desk, { person: turn.person, at: turn.now })));
}
