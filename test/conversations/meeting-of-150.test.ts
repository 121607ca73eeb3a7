import { expect, it } from 'vitest';
import { proposeCodes } from '../../src/language/unit/unit-code.ts';
import { createPlan, ruleBookOf } from '../../src/plan/plan.ts';
import { createBench, FROZEN_PLAN, ZONE } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';

const FIRSTS = 'An Bắc Bình Cẩm Chí Đại Đông Đức Gia Hà'.split(' ');
const LASTS = 'Ân Bái Châu Đồng Giang Hòa Khánh Lâm Lộc Long Minh Mỹ Phong Sơn Thịnh'.split(' ');
const NAMES = FIRSTS.flatMap((first) => LASTS.map((last) => `Xã ${first} ${last}`));
const CODES = proposeCodes(NAMES, []);

const [compiler] = FROZEN_PLAN.units.filter((unit) => unit.compiles);
if (compiler === undefined) throw new Error('the plan has somebody who compiles');
const PLAN = createPlan(
  ruleBookOf(FROZEN_PLAN),
  [
    compiler,
    ...NAMES.map((name, at) => ({
      ...compiler,
      code: CODES[at] ?? '',
      name: `Ủy ban nhân dân ${name.toLowerCase().slice(0, 2)} ${name.slice(3)}`,
      shortName: name,
      kind: 'commune' as const,
      compiles: false,
    })),
  ],
  ZONE,
);

const TELEGRAM_PEOPLE = 30;
const zalo = (bot: string, wire: () => number) =>
  createMemoryChannel({
    name: 'zalo',
    bot,
    displayName: `Bot ${bot}`,
    capabilities: { buttons: false, filesIn: 'pictures', people: 50, monthlyMessages: 3000 },
    wire,
  });

/** As people type where they work: with and without marks, in small letters, politely, by the code. */
const SAID = [
  (name: string) => name,
  (name: string) =>
    name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase(),
  (name: string) => `dạ em ở ${name.toLowerCase()} ạ`,
  (name: string) => `UBND ${name}`,
  (name: string) => name.slice(3),
];

it('150 people join in one meeting: minutes, messages and taps, and nobody in the wrong unit', async () => {
  const bench = createBench({
    start: '2026-11-03 08:30',
    plan: PLAN,
    channels: (wire) => [createMemoryChannel({ wire }), zalo('1', wire), zalo('2', wire), zalo('3', wire)],
  });
  const [telegram, ...zalos] = bench.channels;
  const chair = bench.join('coordinator', null, { name: 'Bình' });
  await bench.tick();
  await bench.type(chair, '/moi cuochop');
  const code = bench.store.meetings.current(bench.clock.now())?.code ?? '';
  const begun = bench.clock.now();
  let typed = 0;
  const first = zalos[0];
  if (telegram === undefined || first === undefined) throw new Error('one bot of each platform');
  /** Everybody takes the first bot on the wall, until it says that another one has room. */
  const bots = NAMES.map((_, at) => (at < TELEGRAM_PEOPLE ? telegram : first));
  const say = async (at: number, text: string): Promise<void> => {
    typed += 1;
    await bots[at]?.type(`p${at}`, text, `Người ${at}`);
  };
  const lastOf = (at: number): string => bots[at]?.textsTo(`p${at}`).at(-1) ?? '';
  const moveOn = async (crowd: readonly number[]): Promise<void> => {
    for (const at of crowd) {
      const other = zalos.find(({ bot }) => lastOf(at).includes(`đã đủ người. Xin tìm “Bot ${bot}”`));
      if (other === undefined) continue;
      bots[at] = other;
      await say(at, code);
    }
    await bench.clock.advance(20_000);
  };
  // Sixty people at a time take out their phones; half a minute between what they read and what they type.
  for (let from = 0; from < NAMES.length; from += 60) {
    const crowd = [...NAMES.keys()].slice(from, from + 60);
    // A slip of the finger: a wrong code does no harm.
    for (const at of crowd.filter((one) => one % 25 === 7)) await say(at, '/batdau SASASASA22');
    for (const at of crowd) await say(at, bots[at] === telegram ? `/start ${code}` : code);
    await bench.clock.advance(30_000);
    await moveOn(crowd);
    for (const at of crowd) await say(at, 'đồng ý');
    await bench.clock.advance(30_000);
    // Whom the bot had no room for any more when they agreed.
    const late = crowd.filter((at) => lastOf(at).includes('đã đủ người'));
    for (let hop = 0; hop < 2; hop++) await moveOn(crowd);
    for (const at of late) await say(at, 'đồng ý');
    await bench.clock.advance(30_000);
    for (const at of crowd) await say(at, SAID[at % SAID.length]?.(NAMES[at] ?? '') ?? '');
    await bench.clock.advance(30_000);
    // A second scan does no harm either.
    for (const at of crowd.filter((one) => one % 30 === 3)) await say(at, `/batdau ${code}`);
    await bench.clock.advance(10_000);
  }
  const impostor = 'p-la';
  await telegram.type(impostor, `/start ${code}`, 'Người lạ');
  await telegram.type(impostor, 'đồng ý', 'Người lạ');
  await telegram.type(impostor, NAMES[0] ?? '', 'Người lạ');
  await bench.clock.advance(5000);

  expect(bench.store.people.members().filter((one) => one.unit !== null)).toEqual([]);
  await bench.type(chair, '/cuochop');
  expect(bench.texts(chair).join('\n')).toContain('151 người chờ xác nhận');
  expect(bench.texts(chair).join('\n')).toContain('Xã An Ân: 2 người (#1 Người 0; #151 Người lạ)');
  await bench.type(chair, 'bỏ 151');
  await bench.press(chair, 'Xác nhận cả 150 người');
  await bench.clock.advance(120_000);
  const minutes = Math.round((bench.clock.now() - begun) / 60_000);

  const members = bench.store.people.members().filter((one) => one.unit !== null);
  expect(members.map(({ name, unit }) => `${name} ${unit}`).toSorted()).toEqual(
    NAMES.map((_, at) => `Người ${at} ${CODES[at]}`).toSorted(),
  );
  const perBot = [1, 2, 3].map((bot) => bench.store.chats.peopleOn('zalo', String(bot)));
  expect(Math.max(...perBot)).toBeLessThanOrEqual(50);
  expect(perBot.reduce((sum, one) => sum + one)).toBe(120);
  expect(telegram.textsTo(impostor).at(-1)).toContain('chưa xác nhận anh/chị');
  for (const at of NAMES.keys()) {
    const texts = bench.channels.flatMap((channel) => channel.textsTo(`p${at}`));
    expect(
      texts.filter((text) => text.startsWith('Cảm ơn anh/chị')),
      `p${at}`,
    ).toHaveLength(1);
  }
  const sent = zalos.map((channel) => channel.sent.length);
  // Of 3,000 a month the meeting costs each Zalo bot a tenth at the most.
  expect(Math.max(...sent)).toBeLessThan(320);
  expect(typed).toBeLessThan(150 * 3 + 130);
  expect(minutes).toBeLessThan(15);
});
