import { botStandings, viewBot } from '../../actions/bots.ts';
import { reachOf } from '../../actions/round-status.ts';
import { sayBots } from '../../wording/bots.ts';
import { sayWhyMissed } from '../../wording/notice.ts';
import type { Command } from '../command.ts';
import { today, unitName } from '../look-up.ts';

const WEEK_MS = 7 * 24 * 3600_000;
const SHOWN = 20;

export const botsCommand: Command = {
  name: 'kenh',
  alias: 'channels',
  summary: 'tình trạng các bot, hạn mức tin trong tháng, tin chưa đến',
  example: '/kenh',
  needs: 'watch-round',
  run(turn) {
    const { store } = turn.desk;
    const undelivered = store.outbox.undeliveredSince(turn.now - WEEK_MS, SHOWN).map((row) => ({
      name: store.people.find(row.person)?.name ?? '',
      unit: unitOf(row.person),
      kind: row.kind,
      at: row.queued_at,
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
