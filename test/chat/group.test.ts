import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const an = bench.join('liaison', 'HBG');
  bench.join('liaison', 'HCG');
  await bench.tick();
  const group = { chatKind: 'group', sender: 'ai-do', senderName: 'Ai đó' } as const;
  const say = async (text: string): Promise<string> => {
    await an.channel.deliver('nhom', { ...group, text });
    await bench.clock.advance(30_000);
    return an.channel.textsTo('nhom').at(-1) ?? '';
  };
  return { bench, say };
}

it('a group is told how it is linked, and without a code it has guessed none', async () => {
  const { bench, say } = await scene();
  for (const text of ['/nhiemvu', '/batdau', '/start ', '/batdau'])
    expect(await say(text)).toMatch(/^Nhóm này chưa gắn với đơn vị nào/u);
  expect(await say(`/batdau ${bench.invitation('coordinator')}`)).toMatch(/^Nhóm này chưa gắn với đơn vị nào/u);
});

it('a group sees its own unit’s reports and nobody else’s', async () => {
  const { bench, say } = await scene();
  expect(await say(`/batdau ${bench.invitation('staff', 'HBG')}`)).toContain('Đã gắn nhóm này với');
  const tasks = await say('/nhiemvu');
  expect(tasks).toContain('Bình Giang');
  expect(tasks).not.toContain('Cẩm Giàng');
  expect(await say('/tonghop')).toContain('Trong nhóm, bot chỉ trả lời /nhiemvu');
});
