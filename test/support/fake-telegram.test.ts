import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from './fake-telegram.ts';

const TOKEN = '1:abc';

describe('the fake Telegram', () => {
  let fake: FakeTelegram;
  beforeEach(async () => {
    fake = await startFakeTelegram({ token: TOKEN });
    fake.know(5);
  });
  afterEach(async () => await fake.close());

  async function call(method: string, params: object, token = TOKEN) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${fake.url}/bot${token}/${method}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(params),
    });
    return (await answer.json()) as { ok: boolean; error_code?: number; description?: string; result: unknown };
  }
  const html = (text: string) => ({ chat_id: 5, text, parse_mode: 'HTML' });
  const button = (callback_data: string) => ({
    chat_id: 5,
    text: 'x',
    reply_markup: { inline_keyboard: [[{ text: 'x', callback_data }]] },
  });

  it.each([
    ['an unknown method', 'sendMessages', {}, 404, 'Not Found'],
    ['an empty text', 'sendMessage', { chat_id: 5, text: ' \n' }, 400, 'text is empty'],
    ['empty markup', 'sendMessage', html('<b></b>'), 400, 'text is empty'],
    ['a text that is too long', 'sendMessage', html(`<b>${'x'.repeat(4097)}</b>`), 400, 'too long'],
    ['an unknown tag', 'sendMessage', html('<br>x'), 400, 'Unsupported start tag "br"'],
    ['a bare <', 'sendMessage', html('a < b'), 400, "can't parse entities"],
    ['an open tag', 'sendMessage', html('<b>x'), 400, "Can't find end tag"],
    ['crossed tags', 'sendMessage', html('<b><i>x</b></i>'), 400, 'Unmatched end tag'],
    ['too much data on a button', 'sendMessage', button('đ'.repeat(33)), 400, 'BUTTON_DATA_INVALID'],
    ['a stranger', 'sendMessage', { chat_id: 6, text: 'x' }, 403, "can't initiate conversation"],
    ['a strange group', 'sendMessage', { chat_id: -6, text: 'x' }, 400, 'chat not found'],
    ['an unknown press', 'answerCallbackQuery', { callback_query_id: 'x' }, 400, 'query is too old'],
    [
      'a bad command',
      'setMyCommands',
      { commands: [{ command: 'Nộp', description: 'x' }] },
      400,
      'BOT_COMMAND_INVALID',
    ],
    ['an open http webhook', 'setWebhook', { url: 'http://example.org/' }, 400, 'HTTPS'],
  ])('refuses %s', async (_, method, params, code, words) => {
    const answer = await call(method, params);
    expect(answer).toMatchObject({ ok: false, error_code: code, description: expect.stringContaining(words) });
    expect(fake.sent).toEqual([]);
  });

  it('knows its token', async () => {
    expect(await call('getMe', {}, '1:abd')).toMatchObject({ error_code: 401 });
    expect(await call('getMe', {}, 'abc')).toMatchObject({ error_code: 404 });
    expect(await call('getMe', {})).toMatchObject({ ok: true, result: { is_bot: true } });
  });

  it('counts 4096 characters after the markup is read', async () => {
    expect(await call('sendMessage', html(`<b>${'&lt;'.repeat(4096)}</b>`))).toMatchObject({ ok: true });
    expect(fake.sent[0]?.text).toBe('<'.repeat(4096));
  });

  it('keeps updates until an offset confirms them', async () => {
    const ids = ['một', 'hai', 'ba'].map((text) => fake.say(5, text).update_id);
    const poll = async (params: object) =>
      ((await call('getUpdates', params)).result as { update_id: number }[]).map((update) => update.update_id);
    expect(await poll({ limit: 2 })).toEqual(ids.slice(0, 2));
    expect(await poll({})).toEqual(ids);
    expect(await poll({ offset: ids[1] })).toEqual(ids.slice(1));
    expect(await poll({ offset: ids[2]! + 1 })).toEqual([]);
    expect(fake.pending()).toBe(0);
  });

  it('ends the first of two polls with 409', async () => {
    const first = call('getUpdates', { timeout: 10 });
    await fake.until(({ calls }) => calls.length === 1);
    const second = call('getUpdates', { timeout: 10 });
    expect(await first).toMatchObject({ error_code: 409 });
    fake.say(5, 'x');
    expect((await second).result).toHaveLength(1);
  });
});
