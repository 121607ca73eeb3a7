import { describe, expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { withdrawConsent } from '../../src/actions/join.ts';
import { answerTicket, askBack, closeTicket, raiseTicket, takeTicket } from '../../src/actions/tickets.ts';
import { createBench } from '../support/bot-bench.ts';

async function scene(start = '2026-11-10 09:00') {
  const bench = createBench({ start });
  const people = {
    tu: bench.join('coordinator', null, { name: 'Tú' }),
    binh: bench.join('coordinator', null, { name: 'Bình' }),
    an: bench.join('liaison', 'HBG', { name: 'An' }),
    mai: bench.join('liaison', 'HCG', { name: 'Mai' }),
  };
  await bench.tick();
  const { desk } = bench.bot();
  const act = (who: { person: number }) => ({ person: who.person, at: bench.clock.now() });
  const raise = (who = people.an, text = 'Thiếu hướng dẫn', unit = 'HBG') => {
    const raised = raiseTicket(desk, act(who), { text, unit, task: null });
    if (!raised.ok) throw new Error(raised.problem.problem);
    return raised.value.id;
  };
  const answer = (who: { person: number }, id: number, text: string, seen: number | null = null) =>
    answerTicket(desk, act(who), id, { text, seen });
  const state = (id: number) => bench.store.tickets.find(id)?.state;
  const audited = () => bench.store.audit.entries().filter((one) => one.subject.startsWith('ticket:'));
  return { bench, desk, ...people, act, raise, answer, state, audited };
}

describe('a difficulty', () => {
  it('goes from open to answered to open again to closed, each step with its line in the audit and without its words', async () => {
    const { bench, desk, tu, an, act, raise, answer, state, audited } = await scene();
    const id = raise();
    expect(state(id)).toBe('open');
    expect(answer(tu, id, 'Xem công văn 12')).toMatchObject({ ok: true });
    expect(state(id)).toBe('answered');
    expect(askBack(desk, act(an), id, 'Trang nào ạ')).toMatchObject({ ok: true });
    expect(state(id)).toBe('open');
    answer(tu, id, 'Trang 2', bench.store.tickets.lines(id).at(-1)?.id ?? 0);
    expect(closeTicket(desk, act(an), id, '')).toMatchObject({ ok: true });
    expect(state(id)).toBe('closed');
    expect(audited().map((one) => one.action)).toEqual([
      'raise-ticket',
      'answer-ticket',
      'ask-ticket',
      'answer-ticket',
      'close-ticket',
    ]);
    expect(JSON.stringify(audited())).not.toMatch(/hướng dẫn|công văn|Trang/u);
    expect(bench.store.audit.check().broken).toBeNull();
  });

  it('is answered, taken, asked back and closed by those whose it is, and by nobody else', async () => {
    const { desk, tu, an, mai, act, raise, answer, state } = await scene();
    const id = raise();
    const gone = { ok: false, problem: { problem: 'no-such-ticket' } };
    const refused = { ok: false, problem: { problem: 'not-allowed' } };
    expect(answer(an, id, 'x')).toEqual(refused);
    expect(takeTicket(desk, act(an), id)).toEqual(refused);
    expect(answer(mai, id, 'x')).toEqual(gone);
    expect(takeTicket(desk, act(mai), id)).toEqual(gone);
    expect(closeTicket(desk, act(mai), id, 'x')).toEqual(gone);
    expect(askBack(desk, act(mai), id, 'x')).toEqual(gone);
    expect(askBack(desk, act(tu), id, 'x')).toEqual(refused);
    expect(raiseTicket(desk, act(mai), { text: 'x', unit: 'HBG', task: null })).toEqual(refused);
    expect(raiseTicket(desk, act(an), { text: 'x', unit: null, task: null })).toEqual(refused);
    endRoles(desk, { person: null, at: act(tu).at }, { person: tu.person, roles: null, reason: 'thôi việc' });
    expect(answer(tu, id, 'x')).toEqual(gone);
    expect(closeTicket(desk, act(tu), id, 'x')).toEqual(gone);
    expect(state(id)).toBe('open');
  });

  it('has one answer where two coordinators answer at once; the other one sees it and may add to it', async () => {
    const { bench, tu, binh, an, raise, answer } = await scene();
    const id = raise();
    const seen = bench.store.tickets.lines(id).at(-1)?.id ?? 0;
    expect(answer(tu, id, 'Được', seen)).toMatchObject({ ok: true });
    expect(answer(binh, id, 'Không được', seen)).toMatchObject({ problem: { problem: 'ticket-answered', by: 'Tú' } });
    expect(answer(binh, id, 'Không được')).toMatchObject({ problem: { problem: 'ticket-answered', by: 'Tú' } });
    const now = bench.store.tickets.lines(id).at(-1)?.id ?? 0;
    expect(answer(binh, id, 'Bổ sung: xem trang 3', now)).toMatchObject({ ok: true });
    await bench.tick();
    await bench.clock.advance(5000);
    expect(bench.texts(an).filter((text) => text.includes('Trả lời vướng mắc'))).toHaveLength(2);
    expect(bench.texts(tu).at(-1)).toContain('Bình đã trả lời vướng mắc số 1 mà anh/chị nhận xử lý');
  });

  it('belongs to the one who took it first, until they leave', async () => {
    const { desk, tu, binh, act, raise } = await scene();
    const id = raise();
    expect(takeTicket(desk, act(tu), id)).toMatchObject({ value: { owner: tu.person } });
    expect(takeTicket(desk, act(binh), id)).toMatchObject({ value: { owner: tu.person } });
    endRoles(desk, { person: null, at: act(tu).at }, { person: tu.person, roles: null, reason: 'thôi việc' });
    expect(takeTicket(desk, act(binh), id)).toMatchObject({ value: { owner: binh.person } });
  });

  it('is one however often the same words come, and a person raises so many at most', async () => {
    const { desk, an, act, raise } = await scene();
    expect(raise()).toBe(raise());
    for (let i = 0; i < 9; i++) raise(an, `Khác ${i}`);
    expect(raiseTicket(desk, act(an), { text: 'nữa', unit: 'HBG', task: null })).toMatchObject({
      problem: { problem: 'too-many-tickets' },
    });
    expect(raiseTicket(desk, act(an), { text: 'x'.repeat(1501), unit: 'HBG', task: null })).toMatchObject({
      problem: { problem: 'text-too-long' },
    });
  });

  it('a coordinator closes one with a reason only', async () => {
    const { desk, tu, act, raise } = await scene();
    const id = raise();
    expect(closeTicket(desk, act(tu), id, '  ')).toMatchObject({ problem: { problem: 'reason-needed' } });
    expect(closeTicket(desk, act(tu), id, 'Ngoài phạm vi')).toMatchObject({ ok: true });
    expect(closeTicket(desk, act(tu), id, 'lần nữa')).toMatchObject({ problem: { problem: 'ticket-closed' } });
  });

  it('whoever takes over from the asker reads the answer and goes on with it', async () => {
    const { bench, desk, tu, an, act, raise, answer } = await scene();
    const id = raise();
    const hoa = bench.join('liaison', 'HBG', { name: 'Hoa' });
    endRoles(desk, { person: null, at: act(tu).at }, { person: an.person, roles: null, reason: 'chuyển việc' });
    answer(tu, id, 'Xem công văn 12');
    await bench.tick();
    await bench.clock.advance(3000);
    expect(bench.texts(hoa).at(-1)).toContain('Xem công văn 12');
    expect(bench.texts(an).join()).not.toContain('Xem công văn 12');
    expect(askBack(desk, act(hoa), id, 'Công văn nào ạ')).toMatchObject({ ok: true });
  });
});

describe('coordinators hear of it', () => {
  const told = (texts: string[]) => texts.filter((text) => text.includes('cần trả lời') || text.includes('đã chờ từ'));

  it('at once within the hours, else when they begin; one message for several; the owner alone once there is one', async () => {
    const { bench, desk, tu, binh, an, act, raise } = await scene('2026-11-13 20:59');
    const first = raise();
    await bench.tick();
    await bench.clock.advance(3000);
    expect(told(bench.texts(tu))).toHaveLength(1);
    takeTicket(desk, act(tu), first);
    await bench.sleepTo('2026-11-14 09:00');
    raise(an, 'Hai');
    askBack(desk, act(an), first, 'Thêm');
    await bench.sleepTo('2026-11-15 12:00');
    expect(told(bench.texts(tu))).toHaveLength(1);
    await bench.sleepTo('2026-11-16 07:00');
    await bench.clock.advance(3000);
    expect(told(bench.texts(tu)).at(-1)).toMatch(/Có 2 vướng mắc[\s\S]*Số 1[\s\S]*Hỏi thêm: “Thêm”[\s\S]*Số 2/u);
    expect(told(bench.texts(binh)).at(-1)).not.toContain('Số 1');
    await bench.tick();
    await bench.clock.advance(3000);
    expect(told(bench.texts(tu))).toHaveLength(2);
  });

  it('again in the morning of the second working day, and not of what was answered', async () => {
    const { bench, tu, an, raise, answer } = await scene('2026-11-10 09:00');
    raise();
    const answered = raise(an, 'Hai');
    await bench.tick();
    answer(tu, answered, 'Được');
    await bench.sleepTo('2026-11-11 08:00');
    await bench.clock.advance(3000);
    expect(told(bench.texts(tu))).toHaveLength(1);
    await bench.sleepTo('2026-11-12 08:00');
    await bench.clock.advance(3000);
    expect(told(bench.texts(tu)).at(-1)).toMatch(/đã chờ từ hai ngày làm việc \(1\)[\s\S]*Số 1/u);
  });
});

describe('what is kept of it', () => {
  it('a difficulty that was typed goes with the person, one of a report stays with the unit', async () => {
    const { bench, desk, an, act, raise, state } = await scene();
    const typed = raise(an, 'Qwzx riêng');
    bench.submit(an, 'HBG', '2026-11');
    const { id: task } = bench.task('HBG', '2026-11');
    const ofReport = raiseTicket(desk, act(an), { text: 'Thiếu máy', unit: 'HBG', task });
    withdrawConsent(desk, an.person, bench.clock.now());
    expect(bench.store.tickets.lines(typed).map((line) => line.text)).toEqual(['']);
    expect(state(typed)).toBe('closed');
    expect(ofReport).toMatchObject({ ok: true, value: { id: 2 } });
    expect(bench.store.tickets.lines(2).map((line) => [line.text, line.name])).toEqual([['Thiếu máy', '']]);
    expect(state(2)).toBe('open');
  });

  it('of two people who became one, the one who stays reads the answer', async () => {
    const { bench, tu, an, raise, answer } = await scene();
    const same = bench.join('liaison', 'HBG', { name: 'An hai' });
    const id = raise(same, 'Của An hai');
    bench.store.merging.merge({ from: same.person, into: an.person, now: bench.clock.now() });
    answer(tu, id, 'Được nhé');
    await bench.tick();
    await bench.clock.advance(3000);
    expect(bench.texts(an).at(-1)).toContain('Được nhé');
  });

  it('the compiled report finds those of its reports, and those typed in its time', async () => {
    const { bench, desk, an, act, raise } = await scene();
    bench.submit(an, 'HBG', '2026-11');
    const { id: task } = bench.task('HBG', '2026-11');
    const before = bench.clock.now();
    raiseTicket(desk, act(an), { text: 'Thiếu máy', unit: 'HBG', task });
    raise(an, 'Gõ trong kỳ');
    await bench.clock.advance(60_000);
    const end = bench.clock.now();
    raise(an, 'Gõ sau kỳ');
    const round = { obligation: 'thang', period: '2026-11', from: before, to: end };
    expect(bench.store.tickets.inPeriod(round).map((one) => one.id)).toEqual([1, 2]);
    expect(bench.store.tickets.inPeriod({ ...round, period: '2026-10' }).map((one) => one.id)).toEqual([2]);
  });

  it('what waits for nobody is forgotten in its time, what waits is not', async () => {
    const { bench, tu, an, raise, answer } = await scene();
    raise();
    answer(tu, raise(an, 'Hai'), 'Được');
    expect(bench.store.tickets.forgetBefore(bench.clock.now() + 1)).toBe(1);
    expect(bench.store.tickets.find(1)).not.toBeNull();
    expect(bench.store.tickets.lines(2)).toEqual([]);
  });
});
