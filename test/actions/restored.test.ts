import { describe, expect, it } from 'vitest';
import { claimHandedIn } from '../../src/actions/claim-lost.ts';
import { lostStretch } from '../../src/actions/lost-stretch.ts';
import { promiseReport } from '../../src/actions/promise-report.ts';
import { composeLeadersWeek } from '../../src/actions/tell-leaders.ts';
import { noteLookedAt } from '../../src/actions/tell-restored.ts';
import type { Bench, Member } from '../support/bot-bench.ts';
import { at, createBench } from '../support/bot-bench.ts';

const OVERDUE = /quá hạn|nộp muộn/u;

function scene(start = '2026-11-17 16:00') {
  const bench = createBench({ start });
  const mai = bench.join('coordinator');
  const an = bench.join('liaison', 'HBG');
  const chief = bench.join('leader', 'HBG');
  return { bench, mai, an, chief };
}

function said(bench: Bench, member: Member, pattern: RegExp): string[] {
  return bench.texts(member).filter((text) => pattern.test(text));
}

/** The evening of the deadline is lost, and the database restored the next morning. */
async function restoredNextMorning() {
  const cast = scene();
  await cast.bench.liveTo('2026-11-17 19:00');
  await cast.bench.sleepTo('2026-11-18 07:40');
  await cast.bench.restore(at('2026-11-17 20:00'));
  return cast;
}

describe('after a restore', () => {
  it('nobody is chased for what is overdue, however long nobody looks; coordinators are reminded of it each working day', async () => {
    const { bench, mai, an, chief } = await restoredNextMorning();
    await bench.liveTo('2026-11-27 18:00');
    expect(said(bench, an, OVERDUE)).toEqual([]);
    expect(said(bench, chief, OVERDUE)).toEqual([]);
    expect(said(bench, mai, /Đơn vị quá hạn lâu ngày/u)).toEqual([]);
    expect(said(bench, mai, /đang chờ anh\/chị xem/u).length).toBeGreaterThan(4);
    expect(said(bench, mai, /Bot được khôi phục lúc 07:40/u)).toHaveLength(1);
  });

  it('goes on where it stands, once, when a coordinator has looked', async () => {
    const { bench, mai, an, chief } = await restoredNextMorning();
    await bench.liveTo('2026-11-20 10:00');
    const looked = noteLookedAt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, null);
    expect(looked).toEqual({ ok: true, value: 'noted' });
    expect(noteLookedAt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, null)).toEqual({
      ok: true,
      value: 'before',
    });
    await bench.liveTo('2026-11-20 12:00');
    // The third working day's reminder, which has taken the first one's place.
    expect(said(bench, an, /Báo cáo đã quá hạn/u)).toHaveLength(1);
    expect(said(bench, chief, /Báo cáo đã quá hạn/u)).toHaveLength(1);
    const audit = bench.store.audit.entries().filter(({ action }) => action === 'look-at-restored');
    expect(audit).toHaveLength(1);
  });

  it('reminders ahead of a deadline come as ever', async () => {
    const { bench, an } = scene('2026-11-09 08:00');
    await bench.restore(at('2026-11-08 20:00'));
    await bench.liveTo('2026-11-17 18:00');
    expect(said(bench, an, /Nhắc hạn nộp báo cáo/u).length).toBeGreaterThan(2);
    await bench.liveTo('2026-11-18 18:00');
    expect(said(bench, an, /Báo cáo đã quá hạn/u)).toEqual([]);
  });

  it('what came after it is chased as ever: that stretch cannot hold its report', async () => {
    const { bench, an } = await restoredNextMorning();
    await bench.liveTo('2026-12-18 18:00');
    const overdue = said(bench, an, /Báo cáo đã quá hạn/u);
    expect(overdue.length).toBeGreaterThan(0);
    for (const text of overdue) expect(text).toMatch(/tháng 12\/2026/u);
  });

  it('leaves the leaders’ list and promises whose time is up alone, too', async () => {
    const { bench, an, chief } = scene();
    await bench.tick();
    const task = bench.task('HBG', '2026-11');
    const act = { person: an.person, at: bench.clock.now() };
    expect(promiseReport(bench.bot().desk, act, task.id, at('2026-11-18 09:00')).ok).toBe(true);
    await bench.sleepTo('2026-11-18 07:40');
    await bench.restore(at('2026-11-17 20:00'));
    await bench.liveTo('2026-11-18 12:00');
    expect(bench.texts(an).filter((text) => /hẹn/u.test(text))).toEqual([]);
    const list = () => composeLeadersWeek(bench.bot().desk, chief.person, bench.clock.now());
    expect(list()).toBeNull();
    const { person } = bench.join('coordinator');
    noteLookedAt(bench.bot().desk, { person, at: bench.clock.now() }, null);
    expect(list()).not.toBeNull();
  });

  it('only a coordinator can say that they have looked', async () => {
    const { bench, an } = await restoredNextMorning();
    const act = { person: an.person, at: bench.clock.now() };
    expect(noteLookedAt(bench.bot().desk, act, null)).toMatchObject({ ok: false });
    expect(lostStretch(bench.bot().desk)).toMatchObject({ isSeen: false });
  });

  it('a second restore is told anew and waits anew', async () => {
    const { bench, mai, an } = await restoredNextMorning();
    noteLookedAt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, null);
    await bench.clock.advance(60_000);
    await bench.restore(at('2026-11-18 07:30'));
    await bench.liveTo('2026-11-19 18:00');
    expect(said(bench, mai, /Bot được khôi phục lúc/u)).toHaveLength(2);
    expect(said(bench, an, OVERDUE)).toEqual([]);
  });
});

describe('a report that was lost', () => {
  const proof = { receipt: 'HBG-2026-11-1-7KQ2', version: 1, at: at('2026-11-17 21:15') };

  it('is claimed by its own unit alone, and never where nothing was restored', async () => {
    const { bench, an, mai } = scene();
    const other = bench.join('liaison', 'HCG');
    await bench.liveTo('2026-11-18 09:00');
    const { id } = bench.task('HBG', '2026-11');
    const claim = (member: Member) =>
      claimHandedIn(bench.bot().desk, { person: member.person, at: bench.clock.now() }, id, proof);
    expect(claim(an)).toMatchObject({ ok: false });
    await bench.restore(at('2026-11-17 20:00'));
    expect(claim(other)).toMatchObject({ ok: false });
    expect(claim(mai)).toMatchObject({ ok: false });
    expect(claim(an)).toMatchObject({ ok: true, value: { isNew: true } });
    expect(claim(an)).toMatchObject({ ok: true, value: { isNew: false } });
  });

  it('with a moment outside the stretch is passed on with a warning', async () => {
    const { bench, an, mai } = await restoredNextMorning();
    const { id } = bench.task('HBG', '2026-11');
    const act = { person: an.person, at: bench.clock.now() };
    claimHandedIn(bench.bot().desk, act, id, { ...proof, at: at('2026-11-17 10:00') });
    await bench.tick();
    await bench.clock.advance(5000);
    expect(said(bench, mai, /nằm ngoài khoảng mất dữ liệu/u)).toHaveLength(1);
  });
});
