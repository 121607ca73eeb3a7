import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { createDesk } from '../../src/actions/desk.ts';
import { fireReminders } from '../../src/actions/fire-reminders.ts';
import { openTasks } from '../../src/actions/open-tasks.ts';
import type { Channel } from '../../src/channels/channel.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { systemRandom } from '../../src/random.ts';
import { probeChatsJob } from '../../src/scheduler/jobs/probe-chats.ts';
import { vn } from '../domain/real-obligations.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { openEmptyStore } from '../support/open-store.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const log = { debug() {}, info() {}, warn() {}, error() {} };

function setUp(answers: Record<string, boolean>) {
  const store = openEmptyStore();
  const read = readPlan(FROZEN_PLAN_DIR, ZONE);
  if (!('plan' in read)) throw new Error('the real plan has problems');
  applyPlan(store, read.plan, vn('2026-11-02 08:00'));
  const desk = createDesk({
    store,
    zone: ZONE,
    random: systemRandom,
    bots: [],
    publicUrl: null,
    titleOf: (name) => name,
  });
  const asked: string[] = [];
  const world = { isWell: true, now: 0 };
  const channel = {
    name: 'telegram',
    bot: '1',
    health: () => ({ ok: world.isWell, since: 0, detail: '' }),
    probe: async ({ chat }: { chat: string }) => {
      asked.push(chat);
      return answers[chat] === true;
    },
  } as unknown as Channel;
  const people = Object.keys(answers).map((address) => {
    const chat = store.chats.meet('telegram', '1', address, 'private', 0);
    const person = store.people.add(address, 0, 'v');
    store.chats.link(chat.id, person, 0);
    store.chats.setState(chat.id, 'blocked', 0);
    return person;
  });
  const clock = { now: () => world.now, wire: () => world.now, after: () => () => {} };
  const job = probeChatsJob({ desk, channels: [channel], clock, log });
  const states = () => store.chats.onChannel('telegram').map((chat) => `${chat.address} ${chat.state}`);
  async function beat(moment: string): Promise<void> {
    world.now = vn(moment);
    job.run(world.now);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { desk, store, people, answers, world, asked, states, beat };
}

describe('the reachability probe', () => {
  it('asks about blocked chats every four hours of a working day, and writes to those that answer again', async () => {
    const { asked, states, beat } = setUp({ back: true, away: false });
    await beat('2026-11-10 08:00');
    expect(states()).toEqual(['back active', 'away blocked']);
    await beat('2026-11-10 11:59');
    expect(asked).toEqual(['back', 'away']);
    await beat('2026-11-10 12:00');
    expect(asked).toEqual(['back', 'away', 'away']);
  });

  it('asks a bot that is not well as soon as it is', async () => {
    const { asked, world, beat } = setUp({ back: true });
    world.isWell = false;
    await beat('2026-11-10 08:00');
    expect(asked).toEqual([]);
    world.isWell = true;
    await beat('2026-11-10 08:01');
    expect(asked).toEqual(['back']);
  });

  it('gets round to everybody, twenty at a time', async () => {
    const { asked, beat } = setUp(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`away ${i}`, false])));
    for (const [beats, seen] of [20, 40, 50, 50].entries()) {
      await beat(`2026-11-10 08:0${beats}`);
      expect(new Set(asked).size).toBe(seen);
    }
    expect(asked).toHaveLength(50);
  });

  it.each(['2026-11-10 06:59', '2026-11-10 21:00', '2026-11-14 09:00', '2026-11-24 09:00'])(
    'leaves people alone at %s',
    async (moment) => {
      const { asked, beat } = setUp({ back: true });
      await beat(moment);
      expect(asked).toEqual([]);
    },
  );
});

describe('a chat that takes messages again', () => {
  function setUpOwing(role: 'liaison' | 'coordinator' = 'liaison') {
    const parts = setUp({ 'chị Hoa': false });
    const { desk, store } = parts;
    const [person] = parts.people;
    if (person === undefined) throw new Error('no person');
    store.people.join(person, role, role === 'liaison' ? 'BAOHD' : null, 0);
    openTasks(desk, vn('2026-11-02 08:00'));
    const waiting = () => store.outbox.ready('telegram', '1', Number.MAX_SAFE_INTEGER, 100);
    return { ...parts, person, waiting };
  }

  it('is told what its person was to be reminded of meanwhile, once', async () => {
    const { desk, store, answers, waiting, beat } = setUpOwing();
    for (const day of ['10', '13', '16']) fireReminders(desk, vn(`2026-11-${day} 09:00`));
    expect(waiting()).toEqual([]);
    answers['chị Hoa'] = true;
    await beat('2026-11-16 10:00');
    expect(waiting()).toHaveLength(1);
    expect(store.reminders.ofOutbox(waiting()[0]?.id ?? 0)).toHaveLength(1);
    expect(store.outbox.undeliveredSince(0, 100)).toEqual([]);
  });

  it('is left in peace when nothing is owed any more', async () => {
    const { desk, store, answers, waiting, beat } = setUpOwing();
    fireReminders(desk, vn('2026-11-16 09:00'));
    const [task] = store.tasks.outstandingOf('BAOHD');
    if (task === undefined) throw new Error('no task');
    store.tasks.move(task.id, 'waive', 'thôi báo cáo');
    answers['chị Hoa'] = true;
    await beat('2026-11-16 10:00');
    expect(waiting()).toEqual([]);
  });

  it('is told of overdue units when it is a coordinator', async () => {
    const { desk, answers, waiting, beat } = setUpOwing('coordinator');
    fireReminders(desk, vn('2026-11-26 09:00'));
    answers['chị Hoa'] = true;
    await beat('2026-11-26 10:00');
    expect(waiting().map((row) => row.kind)).toEqual(['digest']);
  });
});
