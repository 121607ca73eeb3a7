import { botStandings } from '../actions/bots.ts';
import type { Desk } from '../actions/desk.ts';
import type { Clock } from '../clock.ts';
import { DRILLED_AT } from '../scheduler/jobs/drill-replica.ts';
import { copyMoments } from '../store/backup.ts';
import type { Figures } from '../web/routes/metrics.ts';

/** What /metrics counts. Counts come from the database, so that a restart does not set them back. */
export function createFigures(desk: Desk, clock: Clock, lagMs: (() => number) | null): Figures[] {
  const { counts } = desk.store;
  const bots = () =>
    botStandings(desk, clock.now()).map((one) => ({ ...one, labels: { channel: one.bot.channel, bot: one.bot.bot } }));
  const perBot = ['channel', 'bot'];
  const copies = () => copyMoments(desk.store.facts);
  /** Nothing at all where there is no such moment: an alert can tell that apart. */
  const seconds = (ms: number | null) => (ms === null ? [] : [{ labels: {}, count: Math.round(ms / 1000) }]);
  return [
    {
      name: 'bot_messages',
      help: 'Outbound messages by kind and state',
      labels: ['kind', 'state'],
      read: counts.messages,
    },
    {
      name: 'bot_send_failures',
      help: 'Messages given up, by kind of failure',
      labels: ['failure'],
      read: counts.failures,
    },
    {
      name: 'bot_updates',
      help: 'Inbound updates kept, by outcome (older ones are forgotten after a week)',
      labels: ['channel', 'bot', 'outcome'],
      read: counts.updates,
    },
    {
      name: 'bot_backup_age_seconds',
      help: 'Age of the last copy of the database',
      labels: [],
      read: () => seconds(ageOf(copies().backedUpAt, clock.now())),
    },
    {
      name: 'bot_restored_timestamp_seconds',
      help: 'When this database was restored',
      labels: [],
      read: () => seconds(copies().restoredAt),
    },
    {
      name: 'bot_restored_up_to_timestamp_seconds',
      help: 'Until when a restored database knew everything',
      labels: [],
      read: () => seconds(copies().restoredUpTo),
    },
    {
      name: 'bot_replica_lag_seconds',
      help: 'How far the replica is behind',
      labels: [],
      read: () => seconds(lagMs === null ? null : lagMs()),
    },
    {
      name: 'bot_replica_drill_timestamp_seconds',
      help: 'When the replica was last restored for trial',
      labels: [],
      read: () => seconds(Number(desk.store.facts.get(DRILLED_AT) ?? 0) || null),
    },
    { name: 'bot_tasks', help: 'Reporting tasks by state', labels: ['state'], read: counts.tasks },
    {
      name: 'bot_channel_up',
      help: 'Whether a bot is well (1) or not (0)',
      labels: perBot,
      read: () => bots().map(({ labels, bot }) => ({ labels, count: bot.health().ok ? 1 : 0 })),
    },
    {
      name: 'bot_month_messages',
      help: 'Messages a bot has sent this calendar month',
      labels: perBot,
      read: () => bots().map(({ labels, spent }) => ({ labels, count: spent })),
    },
    {
      name: 'bot_people',
      help: 'People a bot serves',
      labels: perBot,
      read: () => bots().map(({ labels, countPeople }) => ({ labels, count: countPeople() })),
    },
    {
      name: 'bot_rejected_updates',
      help: 'Delivered things that had no effect, since the start, by reason',
      labels: [...perBot, 'reason'],
      read: () =>
        bots().flatMap(({ labels, bot }) =>
          Object.entries(bot.rejected()).map(([reason, count]) => ({ labels: { ...labels, reason }, count })),
        ),
    },
  ];
}

function ageOf(at: number | null, now: number): number | null {
  return at === null ? null : now - at;
}
