import { describe, expect, it } from 'vitest';
import { handOver } from '../../src/actions/hand-over.ts';
import { createBench, type Member } from '../support/bot-bench.ts';

function scene() {
  const bench = createBench({ start: '2026-11-09 08:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const vinh = bench.join('liaison', 'HCG', { name: 'Vinh' });
  const hoa: Member = { ...an, chat: 'hoa', person: 0, name: 'Hoa' };
  const { desk } = bench.bot();
  const act = (person: number) => ({ person, at: bench.clock.now() });
  const say = async (member: Member, text: string) => {
    await bench.type(member, text);
    await bench.clock.advance(3000);
    return bench.texts(member).at(-1) ?? '';
  };
  const joinWith = async (code: string) => {
    await say(hoa, `/batdau ${code}`);
    return say(hoa, 'đồng ý');
  };
  const liaisonsOf = (unit: string) =>
    bench.store.people.ofUnit(unit).flatMap(({ role, name }) => (role === 'liaison' ? [name] : []));
  return { bench, desk, tu, an, vinh, hoa, act, say, joinWith, liaisonsOf };
}

describe('handing a liaison’s place over', () => {
  it('ends the old role when the successor joins, and not before; tasks and history stay; all are told', async () => {
    const { bench, tu, an, hoa, say, joinWith, liaisonsOf } = scene();
    await bench.tick();
    bench.submit(an, 'HBG', '2026-11');
    await say(an, 'Em nghỉ việc rồi, chị Hoa thay em');
    await say(an, 'vâng');
    const code = /\/batdau (\S+)/u.exec(bench.texts(an).join('\n'))?.[1] ?? '';
    expect(liaisonsOf('HBG')).toEqual(['An']);
    await joinWith(code);
    await bench.tick();
    await bench.clock.advance(60_000);
    expect(liaisonsOf('HBG')).toEqual(['Hoa']);
    expect(await say(hoa, '/lichsu')).toContain('tháng 11/2026');
    expect(bench.texts(an).join('\n')).toContain('Hoa đã nhận bàn giao');
    expect(bench.texts(tu).join('\n')).toContain('Hoa đã nhận bàn giao đầu mối từ An');
    expect(bench.texts(tu).join('\n')).not.toContain('Giữ cả hai');
    const noted = bench.store.audit.entries().filter(({ subject }) => subject === `person:${an.person}`);
    expect(noted.map(({ action }) => action)).toEqual(['begin-hand-over', 'end-role']);
  });

  it('is begun by a coordinator too, and by nobody else', async () => {
    const { desk, tu, an, vinh, act, joinWith, liaisonsOf } = scene();
    const place = { leaver: an.person, unit: 'HBG' };
    expect(handOver(desk, act(vinh.person), place)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    expect(handOver(desk, act(an.person), { leaver: an.person, unit: 'HCG' })).toEqual({
      ok: false,
      problem: { problem: 'no-such-role' },
    });
    const made = handOver(desk, act(tu.person), place);
    await joinWith(made.ok ? made.value.code : '');
    expect(liaisonsOf('HBG')).toEqual(['Hoa']);
  });

  it('a code that was made before is void once another one is, and once the role has ended', async () => {
    const { bench, desk, an, tu, act, say, joinWith, liaisonsOf } = scene();
    const first = handOver(desk, act(an.person), { leaver: an.person, unit: 'HBG' });
    const second = handOver(desk, act(tu.person), { leaver: an.person, unit: 'HBG' });
    expect(await joinWith(first.ok ? first.value.code : '')).not.toContain('Cảm ơn');
    expect(liaisonsOf('HBG')).toEqual(['An']);
    bench.store.people.leave(an.person, 'liaison', 'HBG', bench.clock.now());
    expect(handOver(desk, act(an.person), { leaver: an.person, unit: 'HBG' }).ok).toBe(false);
    await joinWith(second.ok ? second.value.code : '');
    expect(liaisonsOf('HBG')).toEqual(['Hoa']);
    expect(await say(an, '/bangiao')).toMatch(/ngoài quyền/u);
  });

  it('one’s own code used by oneself changes nothing', async () => {
    const { desk, an, act, say, liaisonsOf } = scene();
    const made = handOver(desk, act(an.person), { leaver: an.person, unit: 'HBG' });
    await say(an, `/batdau ${made.ok ? made.value.code : ''}`);
    await say(an, 'đồng ý');
    expect(liaisonsOf('HBG')).toEqual(['An']);
  });
});
