import { expect, it } from 'vitest';
import { layOut } from '../../src/channels/zalo/lay-out.ts';
import { createBench, type Member } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';

const LINE = 'hoi_nghi=3 nguoi_du=250 tin_bai=12 ket_qua=Ba hội nghị tuyên truyền tại xã';
const PEOPLE_OF_A_BOT = 50;
const ALLOWANCE = 3000;

function scene() {
  const capabilities = { buttons: false, filesIn: 'pictures', cutsTextAt: 2000, monthlyMessages: ALLOWANCE } as const;
  const bench = createBench({
    start: '2026-11-02 08:00',
    channels: (wire) => [
      createMemoryChannel({ name: 'zalo', capabilities, wire, messagesFor: (it) => layOut(it).length }),
    ],
  });
  /** Messages as Zalo counts them: each of at most 2,000 characters. */
  const cost = ({ channel, chat }: Member): number =>
    channel.sent.filter((one) => one.chat === chat).reduce((sum, one) => sum + layOut(one.message).length, 0);
  return { bench, cost };
}

it('a monthly round on Zalo costs each person so many messages, unasked and answers together', async () => {
  const { bench, cost } = scene();
  const people = {
    early: bench.join('liaison', 'HBG'),
    'by template': bench.join('liaison', 'HCG'),
    'on the last day, with thanks': bench.join('liaison', 'HGL'),
    'five days late': bench.join('liaison', 'HKT'),
  };
  const [early, template, last, late] = Object.values(people) as [Member, Member, Member, Member];
  const report = async (member: Member, first: string): Promise<void> => {
    await bench.type(member, first);
    await bench.type(member, '1');
  };
  await bench.liveTo('2026-11-10 09:00');
  await report(early, `/nop t11 ${LINE}`);
  await bench.liveTo('2026-11-13 09:00');
  await bench.type(template, '/nop');
  await report(template, `#BC thang 2026-11 HCG\n${LINE.replaceAll(' ', '\n')}`);
  await bench.liveTo('2026-11-17 16:00');
  await report(last, `/nop t11 ${LINE}`);
  await bench.type(last, 'cảm ơn em');
  await bench.type(last, 'ok');
  await bench.liveTo('2026-11-26 10:00');
  await report(late, `/nop t11 ${LINE}`);
  for (const unit of ['HBG', 'HCG', 'HGL', 'HKT']) expect(bench.task(unit, '2026-11').state, unit).toBe('submitted');

  const counted = Object.fromEntries(Object.entries(people).map(([who, member]) => [who, cost(member)]));
  console.log('messages of a monthly round on Zalo', JSON.stringify(counted));
  // Fifty people who all do it in the dearest way fit into a bot's month several times.
  expect(Math.max(...Object.values(counted)) * PEOPLE_OF_A_BOT * 4).toBeLessThanOrEqual(ALLOWANCE);
  // Unasked 1, 2, 4 and 7; then a preview and a receipt, and a template for whom it was asked. Thanks and "ok" cost nothing.
  expect(counted).toEqual({ early: 3, 'by template': 5, 'on the last day, with thanks': 6, 'five days late': 9 });
});
