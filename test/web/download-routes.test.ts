import { describe, expect, it } from 'vitest';
import { createDownloads } from '../../src/assembly/downloads.ts';
import { downloadRoutes } from '../../src/web/routes/download.ts';
import { createBench } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';
import { fileOf } from '../support/sample-files.ts';

const PUBLIC = 'https://baocao.example.gov.vn';
const NAME = 'Báo cáo quý "IV" – Đông Hoà (bản 2).pdf';
const PNG = fileOf('a.png').bytes ?? Buffer.alloc(0);
const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);

/** Somebody on an app that takes pictures by address only is sent a file; `path` is the address that was made for it. */
async function send(name: string, mediaType: string, bytes: Buffer) {
  const filesOut = { pictures: 10_000_000, others: 0, by: 'address' } as const;
  const bench = createBench({
    publicUrl: PUBLIC,
    start: '2026-11-10 08:00',
    channels: (wire) => [createMemoryChannel({ name: 'zalo', wire, capabilities: { buttons: false, filesOut } })],
  });
  const { store, clock } = bench;
  const an = bench.join('liaison', 'HBG');
  const chat = store.chats.meet('zalo', '1', an.chat, 'private', clock.now());
  store.transact(() => {
    const file = { id: store.storedFiles.keep(bytes), name, mediaType, size: bytes.length };
    const common = { chat: chat.id, person: an.person, kind: 'answer', priority: 0, notice: null } as const;
    const rest = { repeatIfUnknown: true, queuedAt: clock.now(), expiresAt: null, notBefore: 0 };
    store.outbox.add({ ...common, ...rest, content: { text: [], file } });
  });
  bench.bot().dispatcher.wake();
  await clock.settle();
  const sent = an.channel.sent.at(-1);
  const address = sent?.message.file?.address ?? /https:\S+$/u.exec(sent?.text ?? '')?.[0] ?? '';
  const routes = downloadRoutes(createDownloads(bench.bot().desk, clock));
  const path = address.replace(PUBLIC, '');
  const token = path.split('/').at(-1) ?? '';
  const ask = async (method: 'GET' | 'HEAD' | 'POST', at = path) => {
    const answer = await routes.request(at, { method });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const page = async () => (await ask('GET')).bytes.toString();
  return { bench, store, clock, chat, path, token, ask, page };
}

describe('the one-time download page', () => {
  const sendPdf = () => send(NAME, 'application/pdf', PDF);

  it('is used up by its button alone: previews, HEAD and reloads change nothing', async () => {
    const { ask, path, token, page } = await sendPdf();
    for (let time = 0; time < 3; time += 1) {
      expect(await page()).toMatch(/Báo cáo quý &quot;IV&quot; – Đông Hoà \(bản 2\)\.pdf.*<form method="post">/su);
      expect((await ask('HEAD')).status).toBe(200);
      expect((await ask('HEAD', `${path}/file`)).headers.get('location')).toBe(`../${token}`);
      expect((await ask('GET', `${path}/file`)).status).toBe(303);
    }
    const taken = await ask('POST');
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${token}/file`]);
  });

  it('gives the file whole, under its Vietnamese name', async () => {
    const { ask, path } = await sendPdf();
    await ask('POST');
    const file = await ask('GET', `${path}/file`);
    expect(file.bytes).toEqual(PDF);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'cache-control': 'no-store',
    });
    const disposition = file.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.~-]+$/u);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(NAME);
  });

  it('lets a broken download be begun again for some minutes, and then says that it was used', async () => {
    const { ask, path, token, page, clock } = await sendPdf();
    await ask('POST');
    await clock.advance(9 * 60_000);
    expect((await ask('POST')).status).toBe(303);
    expect((await ask('GET', `${path}/file`)).bytes).toEqual(PDF);
    expect(await page()).toMatch(/Tệp đã được tải\. Nếu chưa nhận được, bấm “Tải lại” trước 08:10 ngày 10\/11\/2026/u);
    await clock.advance(2 * 60_000);
    for (const answer of [await ask('GET'), await ask('POST')]) {
      expect(answer.status).toBe(410);
      expect(answer.bytes.toString()).toContain('Tệp đã được tải từ trang này');
    }
    expect((await ask('GET', `${path}/file`)).headers.get('location')).toBe(`../${token}`);
  });

  it('expires after two days', async () => {
    const { ask, page, clock } = await sendPdf();
    await clock.advance(47 * 3600_000);
    expect((await ask('GET')).status).toBe(200);
    await clock.advance(3600_000);
    expect(await page()).toContain('đã hết hạn');
    expect((await ask('POST')).status).toBe(410);
  });

  it('is nobody’s once its chat leads to somebody else', async () => {
    const { ask, store, chat, page } = await sendPdf();
    store.chats.unlink(chat.id, chat.person ?? 0);
    expect(await page()).toContain('không đúng');
    expect((await ask('POST')).status).toBe(410);
  });

  it.each(['/download/x', `/download/${'x'.repeat(32)}`, '/download/%00', `/download/${'x'.repeat(32)}/file`])(
    'tells nothing at %s',
    async (path) => {
      const { ask } = await sendPdf();
      expect([303, 410]).toContain((await ask('GET', path)).status);
      expect((await ask('POST', path.replace('/file', ''))).status).toBe(410);
    },
  );

  it('sends what it does not know the type of as plain bytes', async () => {
    const { ask, path } = await send('a.html', 'text/html', Buffer.from('<script>alert(1)</script>'));
    await ask('POST');
    const file = await ask('GET', `${path}/file`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/u);
  });
});

describe('a picture’s address', () => {
  it('gives the picture as often as it is asked for, for a quarter of an hour', async () => {
    const { ask, clock } = await send('ma-moi-qr.png', 'image/png', PNG);
    for (let time = 0; time < 5; time += 1) {
      const picture = await ask('GET');
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(picture.bytes).toEqual(PNG);
      await clock.advance(150_000);
    }
    await clock.advance(5 * 60_000);
    expect((await ask('GET')).status).toBe(410);
  });

  it('is no page', async () => {
    const { ask, path } = await send('ma-moi-qr.png', 'image/png', PNG);
    expect((await ask('POST')).status).toBe(410);
    expect((await ask('GET', `${path}/file`)).status).toBe(303);
  });
});
