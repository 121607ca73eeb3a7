import { describe, expect, it } from 'vitest';
import { dropApp } from '../../src/actions/drop-app.ts';
import { withdrawConsent } from '../../src/actions/join.ts';
import { decideLink } from '../../src/actions/link-app.ts';
import { createBench } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';

/** Somebody who joined on Zalo for one unit and on Telegram for the same and another one, as a coordinator sees two people. */
async function joinedTwice() {
  const bench = createBench({
    start: '2026-11-09 08:00',
    channels: (wire) => [createMemoryChannel({ wire, name: 'zalo' }), createMemoryChannel({ wire, name: 'telegram' })],
  });
  const zalo = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An', channel: 'zalo' });
  const telegram = bench.join('liaison', 'HBG', { name: 'An Nguyen', channel: 'telegram' });
  bench.store.people.join(telegram.person, 'leader', 'HCG', bench.clock.now());
  await bench.tick();
  await bench.type(zalo, '/toi lienket');
  const code = /\/batdau (\S+)/u.exec(bench.texts(zalo).at(-1) ?? '')?.[1] ?? '';
  const say = async (text: string) => {
    await bench.type(telegram, text);
    await bench.clock.advance(3000);
    return bench.texts(telegram).at(-1) ?? '';
  };
  const confirm = async (text: string) => {
    await bench.clock.advance(3000);
    await bench.type(zalo, text);
    await bench.clock.advance(3000);
    return bench.texts(zalo).at(-1) ?? '';
  };
  const link = async (by = code) => {
    await say(`/batdau ${by}`);
    expect(await say('có')).toContain('đang chờ xác nhận');
    expect(await confirm('có')).toContain('Đã liên kết');
  };
  return { bench, zalo, telegram, code, say, confirm, link };
}

it('asks whoever typed the code first, and does nothing without a yes', async () => {
  const { bench, zalo, telegram, code, say } = await joinedTwice();
  expect(await say(`/batdau ${code}`)).toMatch(/Nguyễn Văn An[\s\S]*An Nguyen[\s\S]*Gộp lại/u);
  expect(await say('không')).toContain('không gộp');
  expect(bench.store.people.memberships(telegram.person)).toHaveLength(2);
  expect(bench.texts(zalo).at(-1)).toContain(code);
  // Not used up: a slip of the thumb costs nothing.
  expect(await say(`/batdau ${code}`)).toContain('Gộp lại');
});

it('then asks in the chat that made the code, which names the account; until that says yes nobody is linked', async () => {
  const { bench, zalo, telegram, code, say, confirm } = await joinedTwice();
  await say(`/batdau ${code}`);
  expect(await say('có')).toContain('đang chờ xác nhận');
  expect(bench.texts(zalo).at(-1)).toMatch(/An Nguyen trên Telegram[\s\S]*cán bộ đầu mối[\s\S]*lãnh đạo đơn vị/u);
  expect(bench.store.people.memberships(telegram.person)).toHaveLength(2);
  expect(await confirm('không')).toContain('Đã từ chối');
  expect(bench.store.people.memberships(telegram.person)).toHaveLength(2);
  expect(bench.texts(telegram).at(-1)).toContain('không được đồng ý');
  // Somebody else has it: it works no more.
  expect(await say(`/batdau ${code}`)).toContain('không đúng');
});

it('makes one person of them: all the roles, all the chats, one reminder', async () => {
  const { bench, zalo, telegram, link } = await joinedTwice();
  await link();
  const { people, chats } = bench.store;
  expect(people.memberships(telegram.person)).toEqual([]);
  expect(people.memberships(zalo.person)).toEqual([
    { role: 'liaison', unit: 'HBG' },
    { role: 'leader', unit: 'HCG' },
  ]);
  expect(chats.ofPerson(zalo.person).map((chat) => chat.channel)).toEqual(['zalo', 'telegram']);
  const before = [zalo, telegram].map((one) => bench.texts(one).length);
  await bench.liveTo('2026-11-10 09:00');
  const said = [zalo, telegram].flatMap((one, index) => bench.texts(one).slice(before[index]));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/Bình Giang[\s\S]*Cẩm Giàng|Cẩm Giàng[\s\S]*Bình Giang/u);
});

it('says what both were about to be told once, and loses nothing one of them alone was to be told', async () => {
  const { bench, zalo, telegram, link } = await joinedTwice();
  // The reminders are decided, and wait until the typing is over.
  await bench.type(zalo, '/nop t11 hoi_nghi=2');
  await bench.type(telegram, '/nop hcg t11 hoi_nghi=2');
  await bench.liveTo('2026-11-10 08:29');
  await bench.type(zalo, 'nguoi_du=20');
  await bench.type(telegram, 'nguoi_du=20');
  await bench.clock.sleepTo(bench.clock.now() + 90_000);
  await bench.tick();
  await bench.type(zalo, '/toi lienket');
  await link(/\/batdau (\S+)/u.exec(bench.texts(zalo).at(-1) ?? '')?.[1] ?? '');
  await bench.type(zalo, '/huy');
  await bench.liveTo('2026-11-10 12:00');
  const reminders = [zalo, telegram].flatMap((one) => bench.texts(one)).filter((text) => text.startsWith('⏰'));
  const of = (unit: string) => reminders.filter((text) => text.includes(unit)).length;
  expect([of('Bình Giang'), of('Cẩm Giàng')]).toEqual([1, 1]);
});

it('says so when the code is typed in a chat of the same person', async () => {
  const { bench, zalo, code } = await joinedTwice();
  await bench.type(zalo, `/batdau ${code}`);
  await bench.clock.advance(3000);
  expect(bench.texts(zalo).at(-1)).toContain('đã liên kết với anh/chị rồi');
});

it('forgets both names when consent is taken back', async () => {
  const { bench, zalo, telegram, link } = await joinedTwice();
  await link();
  bench.store.erasure.begin(zalo.person, bench.clock.now());
  expect([zalo, telegram].map(({ person }) => bench.store.people.find(person)?.name)).toEqual(['', '']);
});

describe('a stranger with somebody’s code', () => {
  /** A stranger who typed the code of a liaison, and a coordinator. */
  async function asked(strangers = 1) {
    const scene = await joinedTwice();
    const { bench, code } = scene;
    const coordinator = bench.join('coordinator', null, { name: 'Bình', channel: 'telegram' });
    const [, on] = bench.channels;
    if (on === undefined) throw new Error('no second channel');
    const stranger = { person: 0, chat: 'la-1', channel: on, name: 'Kẻ Lạ' };
    for (let n = 1; n <= strangers; n++) {
      await bench.type({ ...stranger, chat: `la-${n}` }, `/batdau ${code}`);
      await bench.clock.advance(3000);
    }
    const chat = bench.store.chats.meet('telegram', on.bot, 'la-1', 'private', bench.clock.now());
    const linked = () => bench.store.chats.find(chat.id)?.person ?? null;
    const [asking] = bench.store.questions.open('link', bench.clock.now());
    const question = asking?.id ?? 0;
    const decide = (by: number, here: number, isYes = true, id = question) =>
      decideLink(bench.bot().desk, { person: by, at: bench.clock.now(), chat: here }, id, isYes);
    const home = bench.store.chats.ofPerson(scene.zalo.person)[0]?.id ?? 0;
    return { ...scene, coordinator, stranger, chat, linked, decide, home, question };
  }

  it('is not linked by typing it; with a yes everybody concerned hears of it', async () => {
    const { bench, zalo, stranger, coordinator, linked, confirm } = await asked();
    expect(bench.texts(stranger).at(-1)).toContain('đang chờ xác nhận');
    expect(linked()).toBeNull();
    expect(bench.texts(zalo).at(-1)).toContain('Kẻ Lạ trên Telegram');
    expect(await confirm('đúng')).toContain('Đã liên kết Telegram');
    expect(linked()).toBe(zalo.person);
    await bench.clock.advance(3000);
    expect(bench.texts(stranger).at(-1)).toContain('nay dùng được bot');
    expect(bench.texts(coordinator).at(-1)).toMatch(/Nguyễn Văn An[\s\S]*Kẻ Lạ[\s\S]*\/donvi ungdung/u);
  });

  it('is confirmed by nobody else, nor from anywhere else', async () => {
    const { bench, zalo, coordinator, telegram, linked, decide, home, question } = await asked();
    const refused = { ok: false, problem: { problem: 'no-such-question' } };
    expect(decide(coordinator.person, home)).toEqual(refused);
    expect(decide(telegram.person, home)).toEqual(refused);
    expect(decide(zalo.person, home + 1)).toEqual(refused);
    await bench.type(coordinator, `/toi lienket ${question} co`);
    expect(bench.texts(coordinator).at(-1)).toContain('Không có câu hỏi nào như vậy');
    expect(linked()).toBeNull();
    const noted = bench.store.audit.entries().filter(({ action }) => action === 'refused');
    expect(noted).toMatchObject([
      { person: coordinator.person, subject: `no-such-question link question:${question}` },
    ]);
  });

  it('asks once, and three accounts at most', async () => {
    const { bench, zalo, stranger, code } = await asked(4);
    const questions = bench.texts(zalo).filter((text) => text.includes('Xác nhận liên kết'));
    expect(questions).toHaveLength(3);
    expect(bench.texts({ ...stranger, chat: 'la-4' }).at(-1)).toContain('nhiều tài khoản');
    await bench.type(stranger, `/batdau ${code}`);
    expect(bench.texts(stranger).at(-1)).toContain('Vẫn đang chờ');
  });

  it('of two who ask, the other one is not linked by a yes to the first', async () => {
    const { bench, zalo, decide, home, question } = await asked(2);
    expect(decide(zalo.person, home)).toMatchObject({ ok: true, value: { linked: true } });
    expect(decide(zalo.person, home)).toMatchObject({ ok: false, problem: { problem: 'decided-already' } });
    const second = decide(zalo.person, home, true, question + 1);
    expect(second).toMatchObject({ ok: false, problem: { problem: 'decided-already' } });
    expect(bench.store.chats.ofPerson(zalo.person)).toHaveLength(2);
  });

  it('is too late after half an hour', async () => {
    const { bench, zalo, linked, decide, home } = await asked();
    await bench.clock.advance(31 * 60_000);
    expect(decide(zalo.person, home)).toEqual({ ok: false, problem: { problem: 'question-over' } });
    expect(linked()).toBeNull();
  });

  it('is not linked any more when they joined as somebody else, blocked the bot, or left meanwhile', async () => {
    const { bench, zalo, chat, stranger, decide, home } = await asked();
    const changed = { ok: false, problem: { problem: 'asker-changed' } };
    bench.store.chats.setState(chat.id, 'blocked', bench.clock.now());
    expect(decide(zalo.person, home)).toEqual(changed);
    bench.store.chats.setState(chat.id, 'active', bench.clock.now());
    bench.join('liaison', 'STC', { chat: stranger.chat, channel: 'telegram' });
    expect(decide(zalo.person, home)).toEqual(changed);
    const person = bench.store.chats.find(chat.id)?.person ?? 0;
    withdrawConsent(bench.bot().desk, person, bench.clock.now());
    bench.store.erasure.finish(bench.clock.now() + 48 * 3600_000);
    expect(decide(zalo.person, home)).toEqual(changed);
  });

  it('leaves no name of theirs behind once it is decided', async () => {
    const { bench, zalo, decide, home, question } = await asked();
    expect(bench.store.questions.find(question)).toMatchObject({ askerName: 'Kẻ Lạ' });
    decide(zalo.person, home, false);
    expect(bench.store.questions.find(question)).toMatchObject({ askerName: '', answer: 'no' });
  });
});

describe('dropping an app', () => {
  it('sends what waits to the other one, drops what is half done, and is in the audit', async () => {
    const { bench, zalo, telegram, link } = await joinedTwice();
    await link();
    await bench.type(telegram, '/nop t11 hoi_nghi=2');
    const { desk } = bench.bot();
    const [home, other] = bench.store.chats.ofPerson(zalo.person);
    const act = { person: zalo.person, at: bench.clock.now() };
    const order = { person: zalo.person, chat: other?.id ?? 0, reason: null, here: home?.id ?? 0 };
    expect(dropApp(desk, act, order)).toEqual({ ok: true, value: { app: 'Telegram' } });
    expect(dropApp(desk, act, order)).toEqual({ ok: false, problem: { problem: 'no-such-app' } });
    expect(dropApp(desk, act, { ...order, chat: home?.id ?? 0 })).toEqual({
      ok: false,
      problem: { problem: 'only-app' },
    });
    await bench.tick();
    expect(bench.texts(telegram).at(-1)).toContain('đã được gỡ');
    await bench.type(telegram, '/nhiemvu');
    expect(bench.texts(telegram).at(-1)).not.toContain('Bình Giang');
    expect(bench.store.dialogs.tasksInHand(zalo.person)).toEqual([]);
    expect(bench.store.audit.entries().at(-1)).toMatchObject({ action: 'drop-app', person: zalo.person });
  });

  it('of somebody else takes a coordinator, a reason, and for an administrator’s an administrator', async () => {
    const { bench, zalo, link } = await joinedTwice();
    await link();
    const coordinator = bench.join('coordinator', null, { name: 'Bình' });
    const liaison = bench.join('liaison', 'STC', { name: 'Cò' });
    const { desk, store } = { desk: bench.bot().desk, store: bench.store };
    const [home, other] = store.chats.ofPerson(zalo.person);
    const drop = (person: number, reason: string | null) =>
      dropApp(desk, { person, at: bench.clock.now() }, { person: zalo.person, chat: other?.id ?? 0, reason, here: 0 });
    const refused = { ok: false, problem: { problem: 'not-allowed' } };
    expect(drop(liaison.person, null)).toEqual(refused);
    expect(drop(liaison.person, 'x')).toEqual(refused);
    expect(drop(zalo.person, 'x')).toEqual(refused);
    expect(drop(coordinator.person, ' ')).toEqual({ ok: false, problem: { problem: 'reason-needed' } });
    store.people.join(zalo.person, 'admin', null, 0);
    expect(drop(coordinator.person, 'nhầm máy')).toEqual(refused);
    store.people.leave(zalo.person, 'admin', null, 0);
    expect(drop(coordinator.person, 'nhầm máy')).toMatchObject({ ok: true });
    expect(store.chats.ofPerson(zalo.person)).toMatchObject([{ id: home?.id }]);
  });
});

it.each([
  ['the one who types it', 'liaison', 'admin'],
  ['the one who made it', 'coordinator', 'liaison'],
] as const)('never moves a provincial role by a code: held by %s', async (_who, offering, typing) => {
  const bench = createBench({
    start: '2026-11-09 08:00',
    channels: (wire) => [createMemoryChannel({ wire, name: 'zalo' }), createMemoryChannel({ wire, name: 'telegram' })],
  });
  const unitOf = (role: string) => (role === 'liaison' ? 'HBG' : null);
  const one = bench.join(offering, unitOf(offering), { name: 'An', channel: 'zalo' });
  const other = bench.join(typing, unitOf(typing), { name: 'Bình', channel: 'telegram' });
  await bench.type(one, '/toi lienket');
  const code = /\/batdau (\S+)/u.exec(bench.texts(one).at(-1) ?? '')?.[1] ?? '';
  await bench.type(other, `/batdau ${code}`);
  expect(bench.texts(other).at(-1)).toContain('vai trò cấp tỉnh');
  await bench.type(other, 'có');
  expect(bench.texts(one).at(-1)).toContain(code);
  const { people } = bench.store;
  expect(people.memberships(one.person)).toEqual([{ role: offering, unit: unitOf(offering) }]);
  expect(people.memberships(other.person)).toEqual([{ role: typing, unit: unitOf(typing) }]);
});
