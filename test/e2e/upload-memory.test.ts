import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashToken } from '../../src/actions/secret-token.ts';
import { openStore } from '../../src/store/store.ts';
import { makeFolder, startBot } from '../support/bot-process.ts';
import { startFakeZalo } from '../support/fake-zalo.ts';
import { peakMb } from '../support/peak-memory.ts';
import { fileOf } from '../support/sample-files.ts';
import { rehearsalOverZalo, ZALO_TOKENS } from '../support/zalo-person.ts';

const PEOPLE = 24;
const SIZE = 12 * 1024 * 1024;
const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);
/** Kept in memory forty of 18 MB were 1.1 GB. Generous: two that are taken, and what Node takes for so many lines. */
const BOUND_MB = 200;
const BOUNDARY = 'x----x';

const tokenOf = (index: number): string => `trang-cua-nguoi-so-${index}`.padEnd(32, 'x');

/** People with a page each, written down while no bot runs. */
function seatPeople(database: string): void {
  const store = openStore(database);
  const units = store.units.owingOn('2026-11-06').map((unit) => unit.code);
  store.transact(() => {
    for (let index = 0; index < PEOPLE; index += 1) {
      const person = store.people.add(`Người ${index}`, 0, '2026-11');
      store.people.join(person, 'liaison', units[index % units.length] ?? null, 0);
      const chat = store.chats.meet('zalo', '1', `zl-${index}`, 'private', 0);
      store.chats.link(chat.id, person, 0);
      const task = store.tasks.outstandingOf(units[index % units.length] ?? '')[0]?.id ?? 0;
      store.oneTimeCodes.addUpload(hashToken(tokenOf(index)), { chat: chat.id, person, task }, Date.UTC(2100, 0));
    }
  });
  store.close();
}

interface Answer {
  status: number;
  retryAfter: string | undefined;
}

function begin(url: string, index: number) {
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  const call = request(`${url}upload/${tokenOf(index)}`, { method: 'POST', headers, agent: false });
  const answer = new Promise<Answer>((resolve) => {
    call.on('response', (got) => {
      got.resume();
      resolve({ status: got.statusCode ?? 0, retryAfter: got.headers['retry-after'] });
    });
    call.on('error', () => resolve({ status: 0, retryAfter: undefined }));
  });
  const name = `bao-cao-${index}.pdf`;
  call.write(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`);
  return { call, answer };
}

function upload(url: string, index: number): Promise<Answer> {
  const { call, answer } = begin(url, index);
  call.write(Buffer.concat([PDF, Buffer.from(`của người ${index}`), Buffer.alloc(SIZE)]));
  call.end(`\r\n--${BOUNDARY}--\r\n`);
  return answer;
}

it('two dozen who upload at once cost the memory of two, and a process that dies leaves nothing behind', async () => {
  const folder = makeFolder();
  const zalo = await startFakeZalo({ tokens: ZALO_TOKENS });
  const env = { ...rehearsalOverZalo(zalo.url, folder.path), PUBLIC_URL: 'https://bot.example.vn' };
  const left = () => readdirSync(folder.path).filter((name) => name.includes('.upload-'));
  let bot = await startBot(env);
  try {
    await bot.stop();
    seatPeople(join(folder.path, 'bot.sqlite'));
    bot = await startBot(env);
    const before = peakMb(bot.pid);
    const answers = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => upload(bot.url, index)));
    const after = peakMb(bot.pid);
    const of = (status: number) => answers.filter((answer) => answer.status === status);
    console.log(
      `${PEOPLE} uploads of 12 MB: ${of(200).length} taken, ${of(503).length} asked to come back; peak ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`,
    );
    expect(of(200).length).toBeGreaterThanOrEqual(2);
    expect(of(200).length + of(503).length).toBe(PEOPLE);
    for (const { retryAfter } of of(503)) expect(retryAfter).toBe('120');
    expect(after - before).toBeLessThan(BOUND_MB);
    // Whoever was asked to come back can.
    const again = answers.findIndex(({ status }) => status === 503);
    expect(await upload(bot.url, again)).toMatchObject({ status: 200 });
    expect(left()).toEqual([]);

    const another = answers.findIndex(({ status }, index) => status === 503 && index !== again);
    const { call } = begin(bot.url, another);
    call.write(PDF);
    await expect.poll(left).toHaveLength(1);
    await bot.kill();
    expect(left()).toHaveLength(1);
    bot = await startBot(env);
    expect(left()).toEqual([]);
    expect(await upload(bot.url, another)).toMatchObject({ status: 200 });
  } finally {
    await bot.kill();
    await zalo.close();
    folder.remove();
  }
});
