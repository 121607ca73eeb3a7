import { expect, it } from 'vitest';
import { checkFile } from '../../src/actions/check-file.ts';
import { takeUpload, uploadState } from '../../src/actions/upload-link.ts';
import { createBench } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';
import { fileOf } from '../support/sample-files.ts';

const PDF = await checkFile('Báo cáo.pdf', fileOf('a.pdf').bytes ?? Buffer.alloc(0));
if ('fault' in PDF) throw new Error(PDF.fault);

const zalo = (bot: string, wire: () => number) =>
  createMemoryChannel({
    name: 'zalo',
    bot,
    displayName: `Bot ${bot}`,
    capabilities: { buttons: false, filesIn: 'pictures', people: 1 },
    wire,
  });

const tokenIn = (text: string | undefined): string => /\/upload\/(\S+)/u.exec(text ?? '')?.[1] ?? '';

function scene() {
  const bench = createBench({
    start: '2026-12-02 08:00',
    publicUrl: 'https://bot.example.vn',
    channels: (wire) => [zalo('1', wire), zalo('2', wire)],
  });
  return { bench, an: bench.join('liaison', 'HBG', { name: 'An' }) };
}

it('an upload page is for one report: asked for when there are several, and the file goes with that one', async () => {
  const { bench, an } = scene();
  await bench.tick();
  await bench.type(an, '/tep');
  const asked = bench.texts(an).at(-1) ?? '';
  expect(asked).toContain('Tệp kèm theo báo cáo nào?');
  await bench.press(an, 'Tháng 12/2026 – Huyện Bình Giang');
  const offer = bench.texts(an).at(-1);
  expect(offer).toContain('Gửi tệp kèm Báo cáo tháng 12/2026 – Huyện Bình Giang tại trang này');

  const { desk, intake } = bench.bot();
  const taken = takeUpload(desk, tokenIn(offer), PDF, bench.clock.now());
  expect(taken).toEqual({ chat: expect.any(Number) });
  if ('chat' in taken) intake.resume(taken.chat);
  await bench.clock.settle();
  expect(bench.texts(an).at(-1)).toMatch(/Đã nhận 1 tệp kèm[\s\S]*#BC thang 2026-12 HBG/u);
  await bench.clock.advance(5000);
  await bench.type(an, 'ket_qua=Đã làm xong việc');
  await bench.clock.advance(5000);
  await bench.press(an, 'Gửi báo cáo');
  expect(bench.texts(an).at(-1)).toMatch(/Báo cáo tháng 12\/2026[\s\S]*Tệp kèm: 1/u);
});

it('in the middle of a report the page is for that one, without a question', async () => {
  const { bench, an } = scene();
  await bench.tick();
  await bench.type(an, '/nop t12 hoi_nghi=3');
  await bench.type(an, '/tep');
  expect(bench.texts(an).at(-1)).toContain('Báo cáo tháng 12/2026');
  await bench.type(an, '/tep 9999');
  expect(bench.texts(an).at(-1)).toContain('Không có nhiệm vụ này');
});

it('an upload page is of no use to whoever holds the chat after its owner', async () => {
  const { bench, an } = scene();
  await bench.tick();
  await bench.type(an, '/tep t12');
  const token = tokenIn(bench.texts(an).at(-1));
  const { desk } = bench.bot();
  expect(uploadState(desk, token, bench.clock.now())).toBe('open');
  await bench.type(an, '/toi rut');
  await bench.press(an, 'Rút lại đồng ý');
  bench.join('liaison', 'HCG', { name: 'Mai', chat: an.chat });
  expect(uploadState(desk, token, bench.clock.now())).toBe('unknown');
  expect(takeUpload(desk, token, PDF, bench.clock.now())).toEqual({ state: 'unknown' });
});

it('a bot that serves as many people as it may sends a newcomer to one with room, and keeps the code whole', async () => {
  const { bench } = scene();
  const [full, roomy] = bench.channels;
  if (full === undefined || roomy === undefined) throw new Error('two bots');
  const code = bench.invitation('liaison', 'HCG');
  await full.type('mai', `/batdau ${code}`, 'Mai');
  await bench.clock.settle();
  expect(full.textsTo('mai').at(-1)).toBe(
    `Bot này đã đủ người. Xin tìm “Bot 2” và gửi /batdau ${code} ở đó; mã mời vẫn còn nguyên.`,
  );
  await roomy.type('mai', `/batdau ${code}`, 'Mai');
  await bench.clock.settle();
  expect(roomy.textsTo('mai').at(-1)).toContain('có đồng ý không');
  await roomy.press('mai', 'Đồng ý', 'Mai');
  await bench.clock.settle();

  // Nowhere is room: better one too many than somebody left out.
  const another = bench.invitation('liaison', 'HGL');
  await full.type('ha', `/batdau ${another}`, 'Hà');
  await bench.clock.settle();
  expect(full.textsTo('ha').at(-1)).toContain('có đồng ý không');
});
