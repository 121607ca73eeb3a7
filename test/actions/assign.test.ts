import { describe, expect, it } from 'vitest';
import { answerWork, assignWork, clearWork, remindAssigned, takeBackWork, workOf } from '../../src/actions/assign.ts';
import { endRoles } from '../../src/actions/end-access.ts';
import { openTasks } from '../../src/actions/open-tasks.ts';
import { readAssign, readOwnWork } from '../../src/understanding/assign-order.ts';
import { createBench } from '../support/bot-bench.ts';

const refused = (problem: string) => ({ ok: false, problem: { problem } });

function scene() {
  const bench = createBench();
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const hoa = bench.join('staff', 'HBG', { name: 'Hoa' });
  const cuc = bench.join('liaison', 'HCG', { name: 'Cúc' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const { desk } = bench.bot();
  openTasks(desk, bench.clock.now());
  const [task] = bench.store.tasks.outstandingOf('HBG');
  if (task === undefined) throw new Error('nothing is owed');
  const act = (who: { person: number }) => ({ person: who.person, at: bench.clock.now() });
  const give = (who = an, more = {}) =>
    assignWork(desk, act(who), {
      task: task.id,
      person: hoa.person,
      part: 'số liệu',
      dueOn: task.lastGoodDay,
      ...more,
    });
  return { bench, desk, an, hoa, cuc, tu, task, act, give };
}

describe('work that is handed out', () => {
  it('is handed by those who report for the unit, to one of the unit, and nobody else', () => {
    const { give, an, hoa, cuc, tu } = scene();
    expect(give(cuc)).toEqual(refused('no-such-task'));
    expect(give(tu)).toEqual(refused('no-such-task'));
    expect(give(hoa)).toEqual(refused('no-such-task'));
    expect(give(an, { person: cuc.person })).toEqual(refused('no-such-colleague'));
    expect(give(an, { person: an.person })).toEqual(refused('no-such-colleague'));
    expect(give(an, { task: 9999 })).toEqual(refused('no-such-task'));
    expect(give(an, { dueOn: '2020-01-01' })).toEqual(refused('due-day-over'));
    expect(give(an, { dueOn: '2030-01-01' })).toMatchObject({ problem: { problem: 'inner-date-late' } });
    expect(give(an, { part: 'x'.repeat(201) })).toMatchObject({ problem: { problem: 'text-too-long' } });
    expect(give()).toMatchObject({ ok: true, value: { name: 'Hoa', giver: 'An', state: 'open' } });
  });

  it('is handed once: the same again is refused', () => {
    const { give } = scene();
    give();
    expect(give()).toEqual(refused('assigned-before'));
  });

  it('is answered by whom it was handed to alone, while they belong to the unit', () => {
    const { bench, desk, give, an, hoa, cuc, act, task } = scene();
    give();
    const sent = { text: 'hội nghị 3', files: [] };
    expect(answerWork(desk, act(an), 1, sent)).toEqual(refused('no-such-assignment'));
    expect(answerWork(desk, act(cuc), 1, sent)).toEqual(refused('no-such-assignment'));
    expect(answerWork(desk, act(hoa), 1, { text: ' ', files: [] })).toEqual(refused('words-needed'));
    expect(answerWork(desk, act(hoa), 1, sent)).toMatchObject({ ok: true, value: { state: 'answered' } });
    expect(workOf(desk, hoa.person)).toEqual([]);
    const lines = bench.store.audit.entries().filter((one) => one.subject === `task:${task.id}`);
    expect(lines.map((one) => one.action)).toEqual(['assign', 'answer-assignment']);
    expect(JSON.stringify(lines)).not.toContain('hội nghị');
    endRoles(desk, { person: null, at: act(an).at }, { person: hoa.person, roles: null, reason: 'chuyển đi' });
    expect(answerWork(desk, act(hoa), 1, sent)).toEqual(refused('no-such-assignment'));
  });

  it('is taken back once, by those who report for the unit', () => {
    const { desk, give, an, hoa, cuc, act } = scene();
    give();
    expect(takeBackWork(desk, act(cuc), 1)).toEqual(refused('no-such-assignment'));
    expect(takeBackWork(desk, act(hoa), 1)).toEqual(refused('no-such-assignment'));
    expect(takeBackWork(desk, act(an), 1)).toMatchObject({ ok: true });
    expect(takeBackWork(desk, act(an), 1)).toEqual(refused('assignment-over'));
    expect(answerWork(desk, act(hoa), 1, { text: 'x', files: [] })).toEqual(refused('assignment-over'));
  });

  it('is reminded of once, on its date, and not when the report came in meanwhile', () => {
    const { bench, desk, give, an, act, task } = scene();
    give();
    give(an, { part: 'khác' });
    const at = bench.store.assignments.nextAfter(bench.clock.now()) ?? 0;
    expect(remindAssigned(desk, at - 1)).toBe(0);
    bench.store.assignments.settle(2, 'taken_back', at);
    expect(remindAssigned(desk, at)).toBe(1);
    expect(remindAssigned(desk, at)).toBe(0);
    give(an, { part: 'nữa' });
    clearWork(desk, task.id, act(an));
    expect(remindAssigned(desk, at)).toBe(0);
    expect(bench.store.assignments.ofTask(task.id)).toEqual([]);
  });
});

describe('words about it', () => {
  const people = [
    { person: 1, name: 'Trần Thị Hoa' },
    { person: 2, name: 'Lê Minh' },
    { person: 3, name: 'Vũ Minh' },
  ];
  it.each([
    ['chị Hoa số hội nghị trước thứ Sáu', 1, '2026-11-12', 'số hội nghị'],
    ['giao hoa lam bao cao 13/11', 1, '2026-11-13', 'bao cao'],
    ['số áp phích cho lê minh, xong ngày mai', 2, '2026-11-11', 'số áp phích cho xong'],
    ['minh anh 5 tấm', null, null, 'minh anh 5 tấm'],
    ['', null, null, ''],
  ])('“%s”', (typed, person, dueOn, rest) => {
    const read = readAssign(typed, people, '2026-11-10');
    expect({ ...read, rest: read.rest.replace(/\s*,\s*/u, ' ') }).toEqual({ person, dueOn, rest });
  });
  it.each([
    ['việc của tôi', 'all'],
    ['viec cua em', 'all'],
    ['việc tuần này', 'week'],
    ['còn gì quá hạn', 'overdue'],
    ['nhiệm vụ', null],
    ['', null],
  ])('“%s” asks for %s', (typed, which) => {
    expect(readOwnWork(typed)).toBe(which);
  });
});
