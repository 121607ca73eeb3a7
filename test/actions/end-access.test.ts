import { describe, expect, it } from 'vitest';
import { endRoles, revokeInvitation } from '../../src/actions/end-access.ts';
import { checkCode, withdrawConsent } from '../../src/actions/join.ts';
import { listInvitations, listPeople } from '../../src/actions/list-access.ts';
import { createBench } from '../support/bot-bench.ts';

function scene() {
  const bench = createBench({ start: '2026-11-09 08:00' });
  const admin = bench.join('admin', null, { name: 'Bình' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const { desk } = bench.bot();
  const end = (by: number | null, person: number, reason = 'Chuyển công tác') =>
    endRoles(desk, { person: by, at: bench.clock.now() }, { person, roles: null, reason });
  const entries = (action: string) => {
    const rows = bench.store.audit.entries().filter((entry) => entry.action === action);
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
  };
  return { bench, desk, store: bench.store, admin, tu, an, end, entries };
}

describe('ending a role', () => {
  it('takes the role, tells the person why, and is in the audit with who and why', async () => {
    const { bench, store, tu, an, end, entries } = scene();
    expect(end(tu.person, an.person)).toMatchObject({ ok: true, value: { name: 'An', revoked: 0 } });
    expect(store.people.memberships(an.person)).toEqual([]);
    await bench.tick();
    expect(bench.texts(an).at(-1)).toContain('Chuyển công tác');
    expect(entries('end-role')).toMatchObject([
      {
        person: tu.person,
        subject: `person:${an.person}`,
        detail: { role: 'liaison', unit: 'HBG', reason: 'Chuyển công tác' },
      },
    ]);
    await bench.type(an, '/nop');
    expect(bench.texts(an).at(-1)).toContain('ngoài quyền');
  });

  it.each(['', '   '])('needs a reason, and "%s" is none', (reason) => {
    const { tu, an, end } = scene();
    expect(end(tu.person, an.person, reason)).toEqual({ ok: false, problem: { problem: 'reason-needed' } });
  });

  it('is refused to members, and to coordinators when it is an administrator', () => {
    const { bench, tu, an, admin, end } = scene();
    const second = bench.join('admin', null, { name: 'Hoa' });
    expect(end(an.person, tu.person)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    expect(end(tu.person, second.person)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    expect(end(admin.person, second.person)).toMatchObject({ ok: true });
  });

  it('leaves the only administrator in place, whoever asks', () => {
    const { bench, admin, end } = scene();
    expect(end(null, admin.person)).toEqual({ ok: false, problem: { problem: 'last-admin' } });
    bench.join('admin', null, { name: 'Hoa' });
    expect(end(null, admin.person)).toMatchObject({ ok: true });
  });

  it('may withdraw as the only administrator, which is a right; the coordinators are told and the audit has it', async () => {
    const { bench, desk, admin, tu, entries } = scene();
    withdrawConsent(desk, admin.person, bench.clock.now());
    await bench.tick();
    expect(bench.texts(tu).at(-1)).toContain('npm run invite -- --role admin');
    expect(entries('withdraw')).toMatchObject([{ person: admin.person, detail: { lastAdmin: true } }]);
  });

  it('of somebody without a role says so', () => {
    const { tu, an, end } = scene();
    end(tu.person, an.person);
    expect(end(tu.person, an.person)).toEqual({ ok: false, problem: { problem: 'no-such-role' } });
  });

  it('ends only the roles that are named', () => {
    const { bench, desk, store, tu, an } = scene();
    bench.join('staff', 'HCG', { name: 'An', chat: an.chat });
    const order = { person: an.person, roles: [{ role: 'staff', unit: 'HCG' } as const], reason: 'Hết việc' };
    endRoles(desk, { person: tu.person, at: bench.clock.now() }, order);
    expect(store.people.memberships(an.person)).toEqual([{ role: 'liaison', unit: 'HBG' }]);
  });

  it('drops what a coordinator was about to send', async () => {
    const { bench, tu, an, end } = scene();
    await bench.type(tu, '/thongbao');
    await bench.press(tu, 'Tất cả đơn vị');
    await bench.type(tu, 'Mời họp lúc 8 giờ thứ Sáu.');
    end(null, tu.person);
    await bench.press(tu, 'Gửi cho 1 người');
    await bench.tick();
    expect(bench.texts(an).join()).not.toContain('Mời họp');
  });

  it('lets no reminder go out that waits for somebody who has left', async () => {
    const { bench, store, tu, an, end } = scene();
    await bench.liveTo('2026-11-10 08:20');
    // A half-typed report holds the reminder of 08:30 back: it is decided, and not sent yet.
    await bench.type(an, '/nop t11');
    await bench.liveTo('2026-11-10 08:40');
    expect(store.outbox.waitingFor(an.person, 'reminder')).not.toBeNull();
    end(tu.person, an.person);
    await bench.liveTo('2026-11-10 10:00');
    expect(store.outbox.waitingFor(an.person, 'reminder')).toBeNull();
    expect(bench.texts(an).join()).not.toContain('Nhắc hạn');
  });
});

describe('open invitations', () => {
  it('are listed with who gave them out, and work no more once taken back', async () => {
    const { bench, desk, store, tu } = scene();
    await bench.type(tu, '/moi HCG');
    const [open] = listInvitations(desk, bench.clock.now()).slice(-1);
    expect(open).toMatchObject({ role: 'liaison', unit: 'HCG', usesLeft: 1, by: 'Tú' });
    const code = /[A-HJKMNP-Z2-9]{10}/u.exec(bench.texts(tu).at(-1) ?? '')?.[0] ?? '';
    const chat = store.chats.meet('telegram', '1', 'la', 'private', bench.clock.now());
    expect(checkCode(desk, chat, code, bench.clock.now())).toMatchObject({ ok: true });
    const ender = { person: tu.person, at: bench.clock.now() };
    expect(revokeInvitation(desk, ender, open?.id ?? 0, 'nhầm đơn vị')).toMatchObject({ ok: true });
    expect(checkCode(desk, chat, code, bench.clock.now())).toEqual({ ok: false, problem: { problem: 'code-revoked' } });
    expect(revokeInvitation(desk, ender, open?.id ?? 0, '')).toEqual({
      ok: false,
      problem: { problem: 'no-such-invitation' },
    });
  });

  it('end with the right of whoever gave them out, be it ended or withdrawn', async () => {
    const { bench, desk, tu, an, end, entries } = scene();
    await bench.type(tu, '/moi HCG');
    await bench.type(an, '/moi');
    const by = () => listInvitations(desk, bench.clock.now()).map((one) => one.by);
    expect(by()).toEqual(expect.arrayContaining(['Tú', 'An']));
    expect(end(null, tu.person)).toMatchObject({ value: { revoked: 1 } });
    withdrawConsent(desk, an.person, bench.clock.now());
    expect(by()).not.toContain('Tú');
    expect(entries('revoke-invitation')).toHaveLength(2);
  });

  it('of somebody who keeps the right elsewhere stay', async () => {
    const { bench, desk, an } = scene();
    bench.join('leader', 'HBG', { name: 'An', chat: an.chat });
    await bench.type(an, '/moi');
    const order = { person: an.person, roles: [{ role: 'liaison', unit: 'HBG' } as const], reason: 'Đổi vai' };
    expect(endRoles(desk, { person: null, at: bench.clock.now() }, order)).toMatchObject({ value: { revoked: 0 } });
  });
});

it('who holds which role where is listed, with the apps that reach them', () => {
  const { desk, an, store } = scene();
  const chat = store.chats.ofPerson(an.person)[0];
  if (chat !== undefined) store.chats.setState(chat.id, 'blocked', 0);
  expect(listPeople(desk)).toMatchObject([
    { name: 'Bình', role: 'admin', unit: null, apps: [{ works: true }] },
    { name: 'Tú', role: 'coordinator', unit: null },
    { name: 'An', role: 'liaison', unit: 'HBG', apps: [{ works: false }] },
  ]);
});
