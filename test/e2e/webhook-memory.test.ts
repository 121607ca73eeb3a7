import { request } from 'node:http';
import { expect, it } from 'vitest';
import { makeFolder, startBot } from '../support/bot-process.ts';
import { startFakeZalo } from '../support/fake-zalo.ts';
import { peakMb } from '../support/peak-memory.ts';
import { rehearsalOverZalo, ZALO_TOKENS } from '../support/zalo-person.ts';

const CALLS = 300;
const BODY = Buffer.alloc(1_000_000, 'x');
/** Read and kept they were 358 MB. Generous: what Node itself takes for so many lines. */
const BOUND_MB = 120;

/** The status, or 0 where the line was closed while the body was still on its way. */
function post(url: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { 'x-bot-api-secret-token': 'guessed-by-a-stranger', 'content-length': BODY.length };
    const call = request(url, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on('error', () => resolve(0));
    call.end(BODY);
  });
}

it('bodies without the right secret cost no memory: they are not read', async () => {
  const folder = makeFolder();
  const zalo = await startFakeZalo({ tokens: ZALO_TOKENS });
  const webhooks = { ZALO_MODE: 'webhook', WEBHOOK_SECRET: 'the-right-secret', PUBLIC_URL: 'https://bot.example.vn' };
  const bot = await startBot({ ...rehearsalOverZalo(zalo.url, folder.path), ...webhooks });
  try {
    const before = peakMb(bot.pid);
    const statuses = await Promise.all(Array.from({ length: CALLS }, () => post(`${bot.url}webhooks/zalo/1`)));
    expect([0, 403]).toEqual(expect.arrayContaining([...new Set(statuses)]));
    const after = peakMb(bot.pid);
    console.log(`${CALLS} wrong secrets of 1 MB: peak ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`);
    expect(after - before).toBeLessThan(BOUND_MB);
    expect((await bot.healthz()).status).toBe(200);
  } finally {
    await bot.kill();
    await zalo.close();
    folder.remove();
  }
});
