import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

function scene() {
  const bench = createBench({ start: '2026-11-09 08:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const noted = (action: string) =>
    bench.store.audit
      .entries()
      .filter((entry) => entry.action === action)
      .map(({ person, subject }) => ({ person, subject }));
  return { bench, tu, an, noted };
}

it('notes a refusal once an hour, with who and what, and no word that was typed', async () => {
  const { bench, an, noted } = scene();
  for (let n = 0; n < 4; n++) await bench.type(an, '/thongbao họp kín lúc 8 giờ');
  await bench.type(an, '/donvi HCG');
  expect(noted('refused')).toEqual([
    { person: an.person, subject: 'not-allowed thongbao' },
    { person: an.person, subject: 'not-allowed donvi' },
  ]);
  expect(JSON.stringify(bench.store.audit.entries())).not.toContain('họp kín');
  await bench.clock.advance(61 * 60_000);
  await bench.type(an, '/thongbao');
  expect(noted('refused')).toHaveLength(3);
});

it('notes who read the round and the units, once an hour', async () => {
  const { bench, tu, an, noted } = scene();
  for (const text of ['/tonghop', '/donvi HBG', '/tonghop', '/kenh']) await bench.type(tu, text);
  await bench.type(an, '/nhiemvu');
  expect(noted('read')).toEqual([
    { person: tu.person, subject: 'tonghop' },
    { person: tu.person, subject: 'donvi' },
    { person: tu.person, subject: 'kenh' },
  ]);
});

it('notes a chat that was locked after wrong codes, though nobody has joined there', async () => {
  const { bench, an, noted } = scene();
  const stranger = { ...an, chat: 'la', person: 0 };
  for (let n = 0; n < 8; n++) await bench.type(stranger, `/batdau ABCD23456${n}`);
  expect(noted('refused')).toMatchObject([{ person: null, subject: expect.stringMatching(/^code-locked chat:\d+/u) }]);
});
