import { expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { audienceOf } from '../../src/actions/fire-reminders.ts';
import { handOver } from '../../src/actions/hand-over.ts';
import { inviteSubstitute } from '../../src/actions/invite-substitute.ts';
import { join, withdrawConsent } from '../../src/actions/join.ts';
import { copyOwnData } from '../../src/actions/own-data.ts';
import { hashCode } from '../../src/actions/secret-code.ts';
import { answerStandIn, endStandIn, proposeStandIn } from '../../src/actions/stand-in.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { type Bench, createBench, type Member } from '../support/bot-bench.ts';

function stage(start = '2026-11-09 09:00') {
  const bench = createBench({ start });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const hoa = bench.join('staff', 'HBG', { name: 'Hoa' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  return { bench, an, hoa, tu };
}

const act = (bench: Bench, { person }: Member) => ({ person, at: bench.clock.now() });

function propose(bench: Bench, by: Member, absent: Member, substitute: Member, days = ['2026-11-10', '2026-11-16']) {
  const [from = '', until = ''] = days;
  const order = { unit: 'HBG', absent: absent.person, substitute: substitute.person, from, until };
  return proposeStandIn(bench.bot().desk, act(bench, by), order);
}

function agreed(bench: Bench, by: Member, absent: Member, substitute: Member): number {
  const asked = propose(bench, by, absent, substitute);
  if (!asked.ok) throw new Error(asked.problem.problem);
  expect(answerStandIn(bench.bot().desk, act(bench, substitute), asked.value.id, true).ok).toBe(true);
  return asked.value.id;
}

const reminded = (bench: Bench, member: Member): number =>
  bench.texts(member).filter((text) => /^(⏰|🔴)/u.test(text)).length;

const receivers = (bench: Bench): number[] => audienceOf(bench.bot().desk, 'HBG', ['liaison']).map((one) => one.person);

it('until somebody agrees the absent person keeps getting everything', async () => {
  const { bench, an, hoa } = stage();
  expect(propose(bench, an, an, hoa).ok).toBe(true);
  await bench.liveTo('2026-11-10 12:00');
  expect([reminded(bench, an), reminded(bench, hoa)]).toEqual([1, 0]);
});

it('from the first to the last day the substitute is reminded and may report, and it ends by itself', async () => {
  const { bench, an, hoa } = stage();
  agreed(bench, an, an, hoa);
  expect(receivers(bench)).toEqual([an.person]);
  await bench.liveTo('2026-11-13 12:00');
  expect([reminded(bench, an), reminded(bench, hoa)]).toEqual([0, 2]);
  await bench.liveTo('2026-11-17 09:00');
  expect([reminded(bench, an), reminded(bench, hoa)]).toEqual([1, 2]);
  expect(bench.store.people.memberships(hoa.person)).toEqual([{ role: 'staff', unit: 'HBG' }]);
  expect(bench.store.audit.check().broken).toBeNull();
});

it('of a weekend that is over nobody is told on Monday that it begins', async () => {
  const { bench, an, hoa } = stage('2026-11-13 15:00');
  const asked = propose(bench, an, an, hoa, ['2026-11-14', '2026-11-15']);
  if (!asked.ok) throw new Error(asked.problem.problem);
  answerStandIn(bench.bot().desk, act(bench, hoa), asked.value.id, true);
  await bench.liveTo('2026-11-16 12:00');
  for (const one of [an, hoa]) expect(bench.texts(one).join()).not.toContain('Từ hôm nay đến hết');
  expect(bench.store.people.memberships(hoa.person)).toEqual([{ role: 'staff', unit: 'HBG' }]);
});

it('a bot that slept over the first day hands over before it reminds', async () => {
  const { bench, an, hoa } = stage();
  agreed(bench, an, an, hoa);
  await bench.tick();
  await bench.sleepTo('2026-11-10 10:00');
  await bench.tick();
  expect([reminded(bench, an), reminded(bench, hoa)]).toEqual([0, 1]);
});

it("a substitute no message reaches takes nobody's place", async () => {
  const { bench, an, hoa } = stage();
  agreed(bench, an, an, hoa);
  await bench.liveTo('2026-11-10 00:01');
  expect(receivers(bench)).toEqual([hoa.person]);
  const chat = bench.store.chats.ofPerson(hoa.person)[0];
  bench.store.chats.setState(chat?.id ?? 0, 'blocked', bench.clock.now());
  expect(receivers(bench)).toContain(an.person);
});

it('two who stand in for each other lose no reminder', async () => {
  const { bench, an } = stage();
  const lan = bench.join('liaison', 'HBG', { name: 'Lan' });
  agreed(bench, an, an, lan);
  agreed(bench, lan, lan, an);
  await bench.liveTo('2026-11-10 09:00');
  expect(reminded(bench, an) + reminded(bench, lan)).toBe(2);
});

it('either side or a coordinator ends it early; nobody else does', async () => {
  for (const who of ['an', 'hoa', 'tu'] as const) {
    const all = stage();
    const { bench, an, hoa } = all;
    const other = bench.join('liaison', 'HCG');
    const id = agreed(bench, an, an, hoa);
    await bench.liveTo('2026-11-10 09:00');
    expect(endStandIn(bench.bot().desk, act(bench, other), id).ok).toBe(false);
    expect(endStandIn(bench.bot().desk, act(bench, all[who]), id).ok).toBe(true);
    expect(endStandIn(bench.bot().desk, act(bench, all[who]), id)).toMatchObject({
      problem: { problem: 'no-stand-in' },
    });
    expect(receivers(bench)).toEqual([an.person]);
  }
});

it('it ends with the role, the consent or the liaison it rests on', async () => {
  const { bench, an, hoa, tu } = stage();
  agreed(bench, tu, an, hoa);
  await bench.liveTo('2026-11-10 09:00');
  const roles = [{ role: 'liaison' as const, unit: 'HBG' }];
  endRoles(bench.bot().desk, act(bench, tu), { person: hoa.person, roles, reason: 'nhầm' });
  expect(receivers(bench)).toEqual([an.person]);
  await bench.tick();
  expect(bench.store.standIns.live()).toEqual([]);
  agreed(bench, tu, an, hoa);
  withdrawConsent(bench.bot().desk, an.person, bench.clock.now());
  expect(bench.store.standIns.live()).toEqual([]);
});

it('is refused to strangers, for the past, twice for one day, and only the asked one answers, once', () => {
  const { bench, an, hoa, tu } = stage();
  const mai = bench.join('liaison', 'HCG');
  const ofUnit = bench.join('staff', 'HBG');
  expect(propose(bench, mai, an, hoa)).toMatchObject({ problem: { problem: 'not-allowed' } });
  expect(propose(bench, hoa, an, hoa)).toMatchObject({ problem: { problem: 'not-allowed' } });
  expect(propose(bench, an, an, mai)).toMatchObject({ problem: { problem: 'no-such-role' } });
  expect(propose(bench, an, an, hoa, ['2026-11-08', '2026-11-12'])).toMatchObject({
    problem: { problem: 'stretch-odd' },
  });
  const asked = propose(bench, tu, an, hoa);
  const id = asked.ok ? asked.value.id : 0;
  for (const other of [an, tu, ofUnit])
    expect(answerStandIn(bench.bot().desk, act(bench, other), id, true).ok).toBe(false);
  expect(answerStandIn(bench.bot().desk, act(bench, hoa), id, true).ok).toBe(true);
  expect(answerStandIn(bench.bot().desk, act(bench, hoa), id, false).ok).toBe(false);
  expect(propose(bench, an, an, ofUnit)).toMatchObject({ problem: { problem: 'stand-in-there' } });
});

it('stands in the copy of what is kept about either of them, and is forgotten when its time is over', async () => {
  const { bench, an, hoa } = stage();
  agreed(bench, an, an, hoa);
  for (const { person } of [an, hoa])
    expect(plain(copyOwnData(bench.bot().desk, person)?.text ?? [])).toContain('Thay thế: Hoa thay An');
  await bench.liveTo('2026-11-18 09:00');
  expect(bench.store.standIns.forgetBefore(bench.clock.now())).toBe(1);
});

it("the lent place is not the substitute's to hand over", async () => {
  const { bench, an, hoa } = stage();
  agreed(bench, an, an, hoa);
  await bench.liveTo('2026-11-10 09:00');
  const { desk } = bench.bot();
  expect(handOver(desk, act(bench, hoa), { leaver: hoa.person, unit: 'HBG' })).toMatchObject({
    problem: { problem: 'no-such-role' },
  });
  expect(handOver(desk, act(bench, an), { leaver: an.person, unit: 'HBG' }).ok).toBe(true);
});

it('somebody who is not on the bot yet is invited to stand in, and does so from their joining on', async () => {
  const { bench, an, hoa, tu } = stage();
  const { desk } = bench.bot();
  const order = { unit: 'HBG', absent: an.person, from: '2026-11-10', until: '2026-11-16' };
  expect(inviteSubstitute(desk, act(bench, hoa), order)).toMatchObject({ ok: false });
  const first = inviteSubstitute(desk, act(bench, an), order);
  const made = inviteSubstitute(desk, act(bench, tu), order);
  if (!first.ok || !made.ok) throw new Error('not invited');
  const byCode = (code: string) => bench.store.invitations.findByHash(hashCode(code));
  // One made anew takes the one before back.
  expect(byCode(first.value.code)?.revokedAt).not.toBeNull();
  await bench.liveTo('2026-11-12 09:00');
  expect(receivers(bench)).toEqual([an.person]);
  const chat = bench.store.chats.meet('telegram', '1', '777', 'private', bench.clock.now());
  const now = bench.clock.now();
  const joined = join(desk, chat, byCode(made.value.code)?.id ?? 0, 'Phạm Nam', now);
  if (!joined.ok) throw new Error('not joined');
  const { person } = joined.value;
  expect(receivers(bench)).toEqual([person]);
  expect(
    bench.store.people
      .memberships(person)
      .map(({ role }) => role)
      .sort(),
  ).toEqual(['liaison', 'staff']);
  expect(bench.store.standIns.liveOf('HBG')).toMatchObject([
    {
      absent: an.person,
      substitute: person,
      from: '2026-11-12',
      until: '2026-11-16',
      state: 'running',
      proposedBy: tu.person,
    },
  ]);
  await bench.clock.advance(60_000);
  expect(bench.texts(an).join('\n')).toContain('Phạm Nam đã đồng ý thay An');
  const deeds = bench.store.audit.about([`person:${an.person}`], 9).map(({ action }) => action);
  expect(deeds.slice(0, 3)).toEqual(['begin-stand-in', 'agree-to-stand-in', 'invite-substitute']);
  await bench.liveTo('2026-11-17 09:00');
  expect(receivers(bench)).toEqual([an.person]);
  expect(bench.store.people.memberships(person).map(({ role }) => role)).toEqual(['staff']);
});

it('who joins by such a code after the last day, or when somebody else stands in, just joins', async () => {
  const { bench, an, hoa } = stage();
  const { desk } = bench.bot();
  const order = { unit: 'HBG', absent: an.person, from: '2026-11-10', until: '2026-11-16' };
  const made = inviteSubstitute(desk, act(bench, an), order);
  if (!made.ok) throw new Error('not invited');
  agreed(bench, an, an, hoa);
  const chat = bench.store.chats.meet('telegram', '1', '777', 'private', bench.clock.now());
  const id = bench.store.invitations.findByHash(hashCode(made.value.code))?.id ?? 0;
  const joined = join(desk, chat, id, 'Phạm Nam', bench.clock.now());
  if (!joined.ok) throw new Error('not joined');
  expect(bench.store.standIns.liveOf('HBG').map(({ substitute }) => substitute)).toEqual([hoa.person]);
  expect(bench.store.people.memberships(joined.value.person).map(({ role }) => role)).toEqual(['staff']);
});
