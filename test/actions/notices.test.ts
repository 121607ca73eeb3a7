import { describe, expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { noticeResult, resendNotice } from '../../src/actions/notice-result.ts';
import type { NoticeOrder } from '../../src/actions/send-notice.ts';
import { announce, confirmReceipt, stopNotice } from '../../src/actions/send-notice.ts';
import { type Bench, createBench, at as instant } from '../support/bot-bench.ts';

const ORDER: NoticeOrder = {
  audience: { to: 'all' },
  text: 'Mời họp',
  file: null,
  wantsReceipt: false,
  sendAt: null,
  again: false,
};

async function scene() {
  const bench = createBench({ start: '2026-11-10 09:00' });
  const people = {
    tu: bench.join('coordinator', null, { name: 'Tú' }),
    binh: bench.join('coordinator', null, { name: 'Bình' }),
    an: bench.join('liaison', 'HBG', { name: 'An' }),
    lanh: bench.join('leader', 'HBG', { name: 'Lãnh' }),
    mai: bench.join('liaison', 'HCG', { name: 'Mai' }),
    son: bench.join('liaison', 'STC', { name: 'Sơn' }),
  };
  await bench.tick();
  const act = (who: { person: number }) => ({ person: who.person, at: bench.clock.now() });
  const send = (order: Partial<NoticeOrder> = {}, who = people.tu) =>
    announce(bench.bot().desk, act(who), { ...ORDER, ...order });
  const rest = async (ms = 5000) => {
    await bench.clock.advance(ms);
    await bench.tick();
    await bench.clock.advance(ms);
  };
  const got = (who: { chat: string; channel: { textsTo(chat: string): string[] } }) =>
    who.channel.textsTo(who.chat).filter((text) => text.includes('📢'));
  const result = (id: number) => {
    const notice = bench.store.notices.find(id);
    if (notice === null) throw new Error('no such notice');
    return noticeResult(bench.bot().desk, notice);
  };
  return { bench, ...people, act, send, rest, got, result };
}

describe('whom a notice is for', () => {
  it.each([
    [{ to: 'all' } as const, 4],
    [{ to: 'all', roles: ['leader'] } as const, 1],
    [{ to: 'all', roles: ['liaison'], kinds: ['district'] } as const, 2],
    [{ to: 'units', units: ['HBG', 'STC'] } as const, 3],
    [{ to: 'missing', obligation: 'thang', period: '2026-11' } as const, 3],
    [{ to: 'missing', obligation: 'thang', period: '2026-11', kinds: ['department'] } as const, 1],
    [{ to: 'submitted', obligation: 'thang', period: '2026-11' } as const, 1],
  ])('%j: %i people', async (audience, count) => {
    const { bench, mai, send } = await scene();
    bench.submit(mai, 'HCG', '2026-11');
    expect(send({ audience })).toMatchObject({ ok: true, value: { count } });
  });

  it('late: who handed in after the deadline, and nobody else', async () => {
    const { bench, an, mai, son, send, rest, got } = await scene();
    bench.submit(mai, 'HCG', '2026-11');
    await bench.sleepTo('2026-11-18 09:00');
    bench.submit(son, 'STC', '2026-11');
    send({ audience: { to: 'late', obligation: 'thang', period: '2026-11' } });
    await rest();
    expect([got(son).length, got(mai).length, got(an).length]).toEqual([1, 0, 0]);
  });
});

function stored({ store }: Bench) {
  const notice = store.notices.find(1);
  if (notice === null) throw new Error('the notice is not there');
  return notice;
}

describe('a notice', () => {
  it('is not for liaisons to send, stop or send again; nor for who was removed', async () => {
    const { bench, tu, an, act, send, rest, got } = await scene();
    const refused = { ok: false, problem: { problem: 'not-allowed' } };
    expect(send({}, an)).toEqual(refused);
    send({ sendAt: instant('2026-11-11 08:00') });
    expect(stopNotice(bench.bot().desk, act(an), 1)).toEqual(refused);
    expect(resendNotice(bench.bot().desk, act(an), stored(bench))).toBe(0);
    endRoles(bench.bot().desk, { person: null, at: act(tu).at }, { person: tu.person, roles: null, reason: 'thôi' });
    expect(send({}, tu)).toEqual(refused);
    expect(stopNotice(bench.bot().desk, act(tu), 1)).toEqual(refused);
    // What they had set a time for does not go out either.
    await bench.sleepTo('2026-11-11 08:01');
    await rest();
    expect(got(an)).toEqual([]);
  });

  it('goes out once where two coordinators send the same, or one presses twice', async () => {
    const { binh, an, send, rest, got } = await scene();
    expect(send()).toMatchObject({ ok: true });
    expect(send({}, binh)).toMatchObject({ problem: { problem: 'notice-before', by: 'Tú', id: 1 } });
    expect(send()).toMatchObject({ problem: { problem: 'notice-before' } });
    expect(send({ text: 'Khác' }, binh)).toMatchObject({ ok: true });
    expect(send({ again: true }, binh)).toMatchObject({ ok: true });
    await rest();
    expect(got(an)).toHaveLength(3);
  });

  it('with a time waits for it through a restart, and goes to those whom it means then', async () => {
    const { bench, an, mai, send, rest, got } = await scene();
    const audience = { to: 'missing', obligation: 'thang', period: '2026-11' } as const;
    expect(send({ audience, sendAt: instant('2026-11-11 08:00') })).toMatchObject({ ok: true });
    bench.submit(mai, 'HCG', '2026-11');
    await bench.crashAndRestart();
    await bench.sleepTo('2026-11-11 07:59');
    expect(got(an)).toEqual([]);
    await bench.sleepTo('2026-11-11 08:00');
    await rest();
    expect([got(an).length, got(mai).length]).toEqual([1, 0]);
    await bench.crashAndRestart();
    await rest();
    expect(got(an)).toHaveLength(1);
  });

  it.each([
    ['2026-11-13 09:00', 'đã quá giờ hẹn'],
    ['2026-11-11 20:00', null],
  ])('whose time passed while the machine slept until %s: %s', async (until, why) => {
    const { bench, tu, an, send, rest, got } = await scene();
    send({ sendAt: instant('2026-11-11 08:00') });
    await bench.sleepTo(until);
    await rest();
    expect(got(an)).toHaveLength(why === null ? 1 : 0);
    if (why !== null) expect(bench.texts(tu).join()).toContain(why);
  });

  it.each(['2026-11-10 08:59', '2027-11-10 08:59'])('has no time at %s', async (local) => {
    const { send } = await scene();
    expect(send({ sendAt: instant(local) })).toMatchObject({ problem: { problem: 'send-time' } });
  });

  it('that is stopped goes to nobody any more, says how many went, and is stopped once', async () => {
    const { bench, tu, binh, an, act, send, rest, got, result } = await scene();
    const open = an.channel.hang();
    send();
    await bench.tick();
    const stopped = stopNotice(bench.bot().desk, act(binh), 1);
    if (!stopped.ok) throw new Error(stopped.problem.problem);
    open();
    await rest();
    const { reached, cleared } = result(1);
    expect(cleared).toBe(stopped.value.cleared);
    expect(reached + cleared).toBe(4);
    expect(stopNotice(bench.bot().desk, act(tu), 1)).toMatchObject({ problem: { problem: 'notice-over' } });
    expect(bench.texts(tu).join()).toContain('Bình đã dừng thông báo số 1');
    await rest();
    expect(got(an).length).toBeLessThanOrEqual(1);
    expect(resendNotice(bench.bot().desk, act(tu), stored(bench))).toBe(0);
  });

  it('cancelled before its time never goes out', async () => {
    const { bench, tu, an, act, send, rest, got } = await scene();
    send({ sendAt: instant('2026-11-11 08:00') });
    expect(stopNotice(bench.bot().desk, act(tu), 1)).toMatchObject({ value: { wasWaiting: true } });
    await bench.sleepTo('2026-11-11 09:00');
    await rest();
    expect(got(an)).toEqual([]);
  });

  it('is summed up for its author once, when nothing of it waits, and sent again to those only whom it missed', async () => {
    const { bench, tu, an, mai, act, send, rest, got } = await scene();
    an.channel.failNext(['refused'], an.chat);
    send();
    await rest();
    await rest();
    const ended = () => bench.texts(tu).filter((text) => text.includes('đã gửi xong'));
    expect(ended()).toHaveLength(1);
    expect(ended()[0]).toContain('đến 3 người, không đến 1');
    const notice = bench.store.notices.find(1);
    if (notice === null) throw new Error('no notice');
    expect(resendNotice(bench.bot().desk, act(tu), notice)).toBe(1);
    await rest();
    await rest();
    expect([got(an).length, got(mai).length]).toEqual([1, 1]);
    expect(ended()).toHaveLength(2);
    expect(resendNotice(bench.bot().desk, act(tu), notice)).toBe(0);
  });
});

describe('“đã nhận”', () => {
  it('is counted once a person, of those alone whom the notice went to', async () => {
    const { bench, an, mai, son, act, send, rest, result } = await scene();
    send({ wantsReceipt: true, audience: { to: 'kind', kind: 'district' } });
    await rest();
    const { desk } = bench.bot();
    expect(confirmReceipt(desk, act(an), 1)).not.toBeNull();
    expect(confirmReceipt(desk, act(an), 1)).not.toBeNull();
    expect(confirmReceipt(desk, act(son), 1)).toBeNull();
    expect(confirmReceipt(desk, act(an), 99)).toBeNull();
    expect(result(1).confirmed).toMatchObject({ count: 1 });
    expect(result(1).confirmed?.silent.map((one) => one.name)).toEqual(expect.arrayContaining(['Mai', 'Lãnh']));
    await bench.press(mai, 'Đã nhận');
    expect(result(1).confirmed).toMatchObject({ count: 2 });
  });

  it('moves with a person who became another one, and goes with who withdraws', async () => {
    const { bench, an, act, send, rest, result } = await scene();
    const same = bench.join('liaison', 'HBG', { name: 'An hai' });
    send({ wantsReceipt: true });
    await rest();
    confirmReceipt(bench.bot().desk, act(same), 1);
    bench.store.merging.merge({ from: same.person, into: an.person, now: bench.clock.now() });
    expect(bench.store.notices.receivers(1)).toEqual([an.person]);
    bench.store.erasure.begin(an.person, bench.clock.now());
    expect(bench.store.notices.receivers(1)).toEqual([]);
    expect(result(1).confirmed).toMatchObject({ count: 0 });
  });
});

it('every step has its line in the audit, and no words of the notice', async () => {
  const { bench, tu, act, send } = await scene();
  send({ text: 'Qwzx' });
  send({ text: 'Qwzx', sendAt: instant('2026-11-11 08:00'), again: true });
  stopNotice(bench.bot().desk, act(tu), 2);
  const lines = bench.store.audit.entries().filter((one) => one.subject.startsWith('notice:'));
  expect(lines.map((one) => [one.action, one.subject])).toEqual([
    ['announce', 'notice:1'],
    ['schedule-notice', 'notice:2'],
    ['stop-notice', 'notice:2'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('Qwzx');
});
