import { describe, expect, it } from 'vitest';
import { type DraftAt, SUBMIT } from '../../src/chat/dialogs/draft.ts';
import { at, createBench } from '../support/bot-bench.ts';

/** Typed as the conversation keeps it: the store reads `task` and `values` out of it by these names. */
const draft = (task: number, value: number): DraftAt<'form'> => ({
  stage: 'form',
  task,
  values: { hoi_nghi: value },
  startedFrom: 0,
  given: [],
  nothingToReport: false,
  via: 'line',
  attachments: [],
  unread: [],
  faulty: {},
  saidAt: null,
  readAt: null,
});

describe('half typed reports that were put away', () => {
  it('one of each report stays, the newest of it, and nothing of a withdrawn chat', async () => {
    const bench = createBench({ start: '2026-12-07 08:30' });
    const { dialogs, keptDrafts } = bench.store;
    await bench.tick();
    const an = bench.join('liaison', 'HBG');
    const chat = bench.store.chats.meet(an.channel.name, an.channel.bot, an.chat, 'private', bench.clock.now()).id;
    const [first, second] = bench.store.tasks.ofUnit('HBG', 9).map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error('December has two reports');
    const now = at('2026-12-07 08:30');
    const put = (task: number, value: number): void => {
      dialogs.write(chat, SUBMIT, 1, draft(task, value), now);
      dialogs.setAside(chat, now);
    };
    dialogs.write(chat, SUBMIT, 1, draft(first, 1), now);
    expect(dialogs.tasksInHand(an.person)).toEqual([first]);
    put(first, 1);
    put(second, 2);
    put(second, 3);
    expect(JSON.parse(keptDrafts.find(chat, first, now)?.content ?? '')).toEqual(draft(first, 1));
    expect(keptDrafts.find(chat, first, now)?.kind).toBe(SUBMIT);
    expect(keptDrafts.find(chat, second, now)).toBeNull();
    expect(JSON.parse(dialogs.aside(chat, now)?.content ?? '')).toEqual(draft(second, 3));
    put(first, 4);
    expect(keptDrafts.find(chat, first, now)).toBeNull();
    expect(JSON.parse(keptDrafts.find(chat, second, now)?.content ?? '')).toEqual(draft(second, 3));
    expect(dialogs.forgetAsideBefore(now + 1)).toBe(2);
    put(first, 5);
    put(second, 6);
    dialogs.dropIn(chat);
    expect(keptDrafts.latest(chat, now)).toBeNull();
  });
});
