import { expect, it } from 'vitest';
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
  return { bench, zalo, telegram, code, say };
}

it('asks before two who had joined become one, and does nothing without a yes', async () => {
  const { bench, telegram, code, say } = await joinedTwice();
  expect(await say(`/batdau ${code}`)).toMatch(/Nguyễn Văn An[\s\S]*An Nguyen[\s\S]*Gộp lại/u);
  expect(await say('không')).toContain('không gộp');
  expect(bench.store.people.memberships(telegram.person)).toHaveLength(2);
  // Not used up: a slip of the thumb costs nothing.
  expect(await say(`/batdau ${code}`)).toContain('Gộp lại');
});

it('makes one person of them: all the roles, all the chats, one reminder', async () => {
  const { bench, zalo, telegram, code, say } = await joinedTwice();
  await say(`/batdau ${code}`);
  expect(await say('có')).toContain('Đã liên kết');
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
  expect(await say('/lichsu')).not.toContain('/batdau');
});

it('says what both were about to be told once, and loses nothing one of them alone was to be told', async () => {
  const { bench, zalo, telegram, code, say } = await joinedTwice();
  // The reminders are decided, and wait until the typing is over.
  await bench.type(zalo, '/nop t11 hoi_nghi=2');
  await bench.type(telegram, '/nop hcg t11 hoi_nghi=2');
  await bench.liveTo('2026-11-10 08:29');
  await bench.type(zalo, 'nguoi_du=20');
  await bench.type(telegram, 'nguoi_du=20');
  await bench.clock.sleepTo(bench.clock.now() + 90_000);
  await bench.tick();
  await say(`/batdau ${code}`);
  await bench.type(zalo, '/toi lienket');
  const fresh = /\/batdau (\S+)/u.exec(bench.texts(zalo).at(-1) ?? '')?.[1] ?? '';
  await say(`/batdau ${fresh}`);
  expect(await say('có')).toContain('Đã liên kết');
  await bench.type(zalo, '/huy');
  await bench.liveTo('2026-11-10 12:00');
  const reminders = [zalo, telegram].flatMap((one) => bench.texts(one)).filter((text) => text.startsWith('⏰'));
  const of = (unit: string) => reminders.filter((text) => text.includes(unit)).length;
  expect([of('Bình Giang'), of('Cẩm Giàng')]).toEqual([1, 1]);
});

it('takes a code that is typed in a chat of the same person for what it is', async () => {
  const { bench, zalo, code } = await joinedTwice();
  await bench.type(zalo, `/batdau ${code}`);
  await bench.clock.advance(3000);
  expect(bench.texts(zalo).at(-1)).toContain('Đã liên kết');
});

it('forgets both names when consent is taken back', async () => {
  const { bench, zalo, telegram, code, say } = await joinedTwice();
  await say(`/batdau ${code}`);
  await say('có');
  bench.store.erasure.begin(zalo.person, bench.clock.now());
  expect([zalo, telegram].map(({ person }) => bench.store.people.find(person)?.name)).toEqual(['', '']);
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
  const { people } = bench.store;
  expect(people.memberships(one.person)).toEqual([{ role: offering, unit: unitOf(offering) }]);
  expect(people.memberships(other.person)).toEqual([{ role: typing, unit: unitOf(typing) }]);
});
