import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { createDesk } from '../../src/actions/desk.ts';
import type { Channel } from '../../src/channels/channel.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { systemRandom } from '../../src/random.ts';
import { probeChatsJob } from '../../src/scheduler/jobs/probe-chats.ts';
import { openStore } from '../../src/store/store.ts';
import { vn } from '../domain/real-obligations.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const log = { debug() {}, info() {}, warn() {}, error() {} };

function setUp(answers: Readonly<Record<string, boolean>>) {
  const store = openStore(':memory:');
  const read = readPlan('data/plan', ZONE);
  if (!('plan' in read)) throw new Error('the real plan has problems');
  applyPlan(store, read.plan, vn('2026-11-02 08:00'));
  const desk = createDesk({ store, zone: ZONE, random: systemRandom, bots: [], publicUrl: null });
  const asked: string[] = [];
  const channel = {
    name: 'telegram',
    bot: '1',
    health: () => ({ ok: true, since: 0, detail: '' }),
    probe: async ({ chat }: { chat: string }) => {
      asked.push(chat);
      return answers[chat] === true;
    },
  } as unknown as Channel;
  for (const address of Object.keys(answers)) {
    const chat = store.chats.meet('telegram', '1', address, 'private', 0);
    store.chats.link(chat.id, store.people.add(address, 0, 'v'));
    store.chats.setState(chat.id, 'blocked', 0);
  }
  const clock = { now: () => 0, wire: () => 0, after: () => () => {} };
  const job = probeChatsJob({ desk, channels: [channel], clock, log });
  const states = () => store.chats.onChannel('telegram').map((chat) => `${chat.address} ${chat.state}`);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { job, asked, states, settle };
}

describe('the reachability probe', () => {
  it('asks about blocked chats once a working day, and writes to those that answer again', async () => {
    const { job, asked, states, settle } = setUp({ back: true, away: false });
    job.run(vn('2026-11-10 08:00'));
    await settle();
    expect(states()).toEqual(['back active', 'away blocked']);
    job.run(vn('2026-11-10 15:00'));
    await settle();
    expect(asked).toEqual(['back', 'away']);
    job.run(vn('2026-11-11 08:00'));
    await settle();
    expect(asked).toEqual(['back', 'away', 'away']);
  });

  it.each(['2026-11-10 06:59', '2026-11-10 21:00', '2026-11-14 09:00', '2026-11-24 09:00'])(
    'leaves people alone at %s',
    async (moment) => {
      const { job, asked, settle } = setUp({ back: true });
      job.run(vn(moment));
      await settle();
      expect(asked).toEqual([]);
    },
  );
});
