import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { offerUpload } from '../../src/actions/upload-link.ts';
import { createUploads } from '../../src/assembly/uploads.ts';
import { FILE_QUOTA, MB } from '../../src/domain/file-quota.ts';
import { createLandingPlace } from '../../src/store/landing.ts';
import { uploadRoutes } from '../../src/web/routes/upload.ts';
import { createBench, type Member } from '../support/bot-bench.ts';
import { fileOf } from '../support/sample-files.ts';

const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);
const BOUNDARY = 'x----x';

/** A form whose pieces are sent one by one, when the test says so. */
function openForm(name: string) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const write = (bytes: Buffer) => controller?.enqueue(new Uint8Array(bytes));
  write(Buffer.from(head));
  return {
    body,
    write,
    end() {
      write(Buffer.from(`\r\n--${BOUNDARY}--\r\n`));
      controller?.close();
    },
    breakOff: () => controller?.error(new Error('the line went dead')),
  };
}

function scene() {
  const bench = createBench({ start: '2026-11-06 08:00', publicUrl: 'https://bot.example.vn' });
  const folder = mkdtempSync(join(tmpdir(), 'uploads-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const landing = createLandingPlace(join(folder, 'bot.sqlite'));
  const { desk, intake } = bench.bot();
  const routes = uploadRoutes(createUploads({ desk, intake, clock: bench.clock, landing }));
  const post = (path: string, body: ReadableStream<Uint8Array>) =>
    routes.request(path, {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      body,
      duplex: 'half',
    } as RequestInit);
  const send = async (path: string, bytes: Buffer, name = 'a.pdf') => {
    const form = openForm(name);
    form.write(bytes);
    form.end();
    const answer = await post(path, form.body);
    return { status: answer.status, text: await answer.text() };
  };
  function page({ person, channel, chat: address }: Member, unit: string): string {
    const chat = bench.store.chats.meet(channel.name, channel.bot, address, 'private', 0).id;
    const owner = { chat, person, task: bench.task(unit, '2026-11').id };
    const offer = offerUpload(desk, owner, bench.clock.now());
    return new URL(offer?.url ?? '').pathname;
  }
  return { bench, folder, landing, post, send, page };
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const pdf = (size: number, mark: string): Buffer => Buffer.concat([PDF, Buffer.from(mark), Buffer.alloc(size)]);

describe('a file on its way in', () => {
  it('has its page to itself from the first byte, lies on the disk for its owner alone, and leaves nothing there', async () => {
    const { bench, folder, post, send, page } = scene();
    const an = bench.join('liaison', 'HBG');
    await bench.tick();
    const [first, second] = [page(an, 'HBG'), page(an, 'HBG')];
    const form = openForm('bao-cao.pdf');
    const answer = post(first, form.body);
    form.write(PDF);
    await tick();
    const [temporary = ''] = readdirSync(folder);
    expect(statSync(join(folder, temporary)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, temporary)).size).toBeGreaterThan(0);
    // Neither that page nor another of the same person takes a file meanwhile.
    for (const path of [first, second]) {
      expect(await send(path, PDF)).toMatchObject({ status: 409, text: expect.stringContaining('đang gửi một tệp') });
    }
    form.end();
    expect((await answer).status).toBe(200);
    expect(readdirSync(folder)).toEqual([]);
    expect((await send(first, PDF)).status).toBe(410);
    expect((await send(second, PDF)).status).toBe(200);
  });

  it('is one of two at most: whoever comes third is told when to come back, and can', async () => {
    const { bench, post, send, page } = scene();
    const members = ['HBG', 'HCG', 'HGL'].map((unit) => [bench.join('liaison', unit), unit] as const);
    await bench.tick();
    const [a = '', b = '', c = ''] = members.map(([member, unit]) => page(member, unit));
    const forms = [a, b].map((path) => {
      const form = openForm('a.pdf');
      return { form, answer: post(path, form.body) };
    });
    await tick();
    const third = openForm('a.pdf');
    third.end();
    const refused = await post(c, third.body);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '120']);
    expect(await refused.text()).toContain('Đang có nhiều người gửi tệp cùng lúc. Xin thử lại sau ít phút');
    forms[0]?.form.breakOff();
    expect((await forms[0]?.answer)?.status).toBe(400);
    expect((await send(c, PDF)).status).toBe(200);
    forms[1]?.form.write(PDF);
    forms[1]?.form.end();
    expect((await forms[1]?.answer)?.status).toBe(200);
    // Broken off, it took nothing: the page still does.
    expect((await send(a, PDF)).status).toBe(200);
  });

  it('that is too big is not written to its end, and gives its place back before the rest is read', async () => {
    const { bench, folder, post, send, page } = scene();
    const an = bench.join('liaison', 'HBG');
    await bench.tick();
    const path = page(an, 'HBG');
    const form = openForm('lon.pdf');
    const answer = post(path, form.body);
    form.write(pdf(21 * MB, 'lớn'));
    await expect.poll(() => readdirSync(folder)).toEqual([]);
    expect((await send(path, PDF)).status).toBe(200);
    form.end();
    expect((await answer).status).toBe(413);
  });

  it('that a dead process left is gone after the next start, and nothing else is', () => {
    const { folder, landing } = scene();
    for (const name of ['bot.sqlite', 'bot.sqlite.upload-1', 'bot.sqlite.upload-7', 'bot.sqlite.before-1'])
      writeFileSync(join(folder, name), 'x');
    landing.clean();
    expect(readdirSync(folder).sort()).toEqual(['bot.sqlite', 'bot.sqlite.before-1']);
  });
});

describe('what one person may hand in on pages', () => {
  it('is bounded in bytes for a report, told clearly, and touches nobody else', async () => {
    const { bench, send, page } = scene();
    const an = bench.join('liaison', 'HBG');
    const binh = bench.join('liaison', 'HBG');
    await bench.tick();
    const size = 18 * MB;
    const fit = Math.floor(FILE_QUOTA.report.bytes / size) - 1;
    for (let index = 0; index < fit; index += 1) {
      expect((await send(page(an, 'HBG'), pdf(size, `tệp ${index}`))).status).toBe(200);
      await bench.clock.settle();
    }
    const last = page(an, 'HBG');
    const refused = await send(last, pdf(19.5 * MB, 'quá'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('một người gửi kèm mỗi báo cáo nhiều nhất 30 tệp, tổng cộng 90 MB');
    expect((await send(last, pdf(MB, 'nhỏ'))).status).toBe(200);
    expect((await send(page(binh, 'HBG'), pdf(size, 'của Bình'))).status).toBe(200);
    await bench.clock.settle();
  });
});

it('a disk that takes no file for a while leaves every page as it was', async () => {
  const { bench, folder, send, page } = scene();
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const pages = [page(an, 'HBG'), page(an, 'HBG'), page(an, 'HBG')];
  rmSync(folder, { recursive: true });
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  for (const one of pages) expect((await send(one, pdf(10, one))).status).toBe(500);
  said.mockRestore();
  mkdirSync(folder);
  for (const one of pages) expect((await send(one, pdf(10, one))).status).toBe(200);
});
