import { describe, expect, it } from 'vitest';
import { recipientsOf } from '../../src/actions/announce.ts';
import { invite } from '../../src/actions/invite.ts';
import { checkCode, join, withdrawConsent } from '../../src/actions/join.ts';
import type { Role } from '../../src/domain/access.ts';
import { createBench } from '../support/bot-bench.ts';

const HOUR = 3600_000;

function scene() {
  const bench = createBench();
  const { desk } = bench.bot();
  const chat = (address: string) => bench.store.chats.meet('telegram', '1', address, 'private', bench.clock.now());
  const fresh = (address: string) => bench.store.chats.find(chat(address).id) ?? chat(address);
  return { bench, desk, store: bench.store, now: bench.clock.now(), chat, fresh };
}

describe('an invitation', () => {
  it('is kept as a hash only', () => {
    const { bench, store } = scene();
    const code = bench.invitation('liaison', 'HBG');
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{10}$/u);
    expect(JSON.stringify(store.invitations.findLatest())).not.toContain(code);
  });

  it.each([
    ['liaison', null],
    ['coordinator', 'HBG'],
    ['admin', 'HBG'],
  ] as [Role, string | null][])('for %s in %s is refused', (role, unit) => {
    const { desk, now } = scene();
    expect(invite(desk, { role, unit, uses: 1, days: 1, by: null }, now)).toMatchObject({ ok: false });
  });

  it('is refused for a unit that is not there', () => {
    const { desk, now } = scene();
    expect(invite(desk, { role: 'liaison', unit: 'XYZ', uses: 1, days: 1, by: null }, now)).toEqual({
      ok: false,
      problem: { problem: 'no-such-unit', typed: 'XYZ' },
    });
  });

  it.each([
    ['lower case', (code: string) => code.toLowerCase()],
    ['blanks', (code: string) => code.replace(/(.{4})/gu, '$1 ')],
    ['hyphens', (code: string) => code.replace(/(.{5})/u, '$1-')],
  ])('is found in %s', (_, written) => {
    const { bench, desk, now, chat } = scene();
    const code = bench.invitation('liaison', 'HBG');
    expect(checkCode(desk, chat('an'), written(code), now)).toMatchObject({ ok: true });
  });

  it('serves as often as it says, and not after its time', () => {
    const { bench, desk, now, chat, store } = scene();
    const code = bench.invitation('liaison', 'HBG', { uses: 2, days: 1 });
    const id = store.invitations.findLatest()?.id ?? 0;
    expect(join(desk, chat('an'), id, 'An', now)).toMatchObject({ ok: true });
    expect(join(desk, chat('mai'), id, 'Mai', now)).toMatchObject({ ok: true });
    expect(join(desk, chat('ha'), id, 'Hà', now)).toEqual({ ok: false, problem: { problem: 'code-used-up' } });
    expect(checkCode(desk, chat('ha'), code, now + 25 * HOUR)).toMatchObject({ problem: { problem: 'code-expired' } });
  });

  it('that ran out between the question and the answer lets nobody in', () => {
    const { bench, desk, now, chat, store } = scene();
    bench.invitation('liaison', 'HBG', { days: 1 });
    const id = store.invitations.findLatest()?.id ?? 0;
    expect(join(desk, chat('an'), id, 'An', now + 24 * HOUR)).toEqual({
      ok: false,
      problem: { problem: 'code-expired' },
    });
    expect(store.people.ofUnit('HBG')).toEqual([]);
  });
});

describe('wrong codes', () => {
  it('lock the chat for an hour after five, and only that chat', () => {
    const { bench, desk, now, chat, fresh } = scene();
    const code = bench.invitation('liaison', 'HBG');
    for (let wrong = 0; wrong < 4; wrong++) {
      expect(checkCode(desk, fresh('an'), 'SAISAISAIS', now)).toMatchObject({ problem: { triesLeft: 4 - wrong } });
    }
    expect(checkCode(desk, fresh('an'), 'SAISAISAIS', now)).toEqual({
      ok: false,
      problem: { problem: 'code-locked', until: now + HOUR },
    });
    expect(checkCode(desk, fresh('an'), code, now + HOUR - 1)).toMatchObject({ problem: { problem: 'code-locked' } });
    expect(checkCode(desk, chat('mai'), code, now)).toMatchObject({ ok: true });
    expect(checkCode(desk, fresh('an'), code, now + HOUR)).toMatchObject({ ok: true });
  });

  it('are counted anew after the hour', () => {
    const { desk, now, fresh } = scene();
    for (let wrong = 0; wrong < 5; wrong++) checkCode(desk, fresh('an'), 'SAISAISAIS', now);
    expect(checkCode(desk, fresh('an'), 'SAISAISAIS', now + HOUR)).toMatchObject({ problem: { triesLeft: 4 } });
  });
});

describe('a person', () => {
  it('holds several roles under one name, each once', () => {
    const { bench, store } = scene();
    const an = bench.join('liaison', 'HBG', { name: 'An' });
    const again = bench.join('liaison', 'HCG', { chat: an.chat, name: 'Tên khác' });
    bench.join('liaison', 'HCG', { chat: an.chat });
    expect(again.person).toBe(an.person);
    expect(store.people.memberships(an.person)).toEqual([
      { role: 'liaison', unit: 'HBG' },
      { role: 'liaison', unit: 'HCG' },
    ]);
    expect(store.people.find(an.person)?.name).toBe('An');
  });

  it('who takes consent back is forgotten by name, role and chat; the reports stay with the unit', async () => {
    const { bench, desk, store, now } = scene();
    const an = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An' });
    await bench.tick();
    bench.submit(an, 'HBG', '2026-11');
    const chat = store.chats.ofPerson(an.person)[0]?.id ?? 0;
    store.dialogs.write(chat, 'submit', 3, { values: { hoi_nghi: 3 } }, now);
    withdrawConsent(desk, an.person, now);
    expect(store.dialogs.read(chat)).toMatchObject({ kind: '', revision: 4, content: 'null' });
    expect(store.people.find(an.person)).toMatchObject({ name: '', withdrawnAt: now });
    expect(store.people.ofUnit('HBG')).toEqual([]);
    expect(store.chats.ofPerson(an.person)).toEqual([]);
    expect(store.submissions.latestOf(bench.task('HBG', '2026-11').id)?.version).toBe(1);
  });
});

describe('an audience', () => {
  it('is everybody who reports: all, a kind, the missing, or named units, each person once', async () => {
    const { bench, desk } = scene();
    const an = bench.join('liaison', 'HBG');
    bench.join('liaison', 'HCG', { chat: an.chat });
    const son = bench.join('leader', 'STC');
    bench.join('staff', 'STC');
    bench.join('coordinator');
    await bench.tick();
    bench.submit(an, 'HBG', '2026-11');
    const people = (audience: Parameters<typeof recipientsOf>[1]): number[] =>
      recipientsOf(desk, audience, bench.clock.now())
        .people.map((one) => one.person)
        .toSorted((a, b) => a - b);
    expect(people({ to: 'all' })).toEqual([an.person, son.person]);
    expect(people({ to: 'kind', kind: 'district' })).toEqual([an.person]);
    expect(people({ to: 'missing', obligation: 'thang', period: '2026-11' })).toEqual([an.person, son.person]);
    bench.submit(an, 'HCG', '2026-11');
    expect(people({ to: 'missing', obligation: 'thang', period: '2026-11' })).toEqual([son.person]);
    expect(people({ to: 'units', units: ['HBG', 'HCG'] })).toEqual([an.person]);
    expect(recipientsOf(desk, { to: 'kind', kind: 'press' }, bench.clock.now()).withoutPeople).toEqual([
      'BAOHD',
      'DPTTH',
    ]);
  });
});
