import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IGNORED_REASONS, readOwnNames, readUpdate, updatesIn } from '../../src/channels/zalo/read-update.ts';

const NAMES = ['Bot Báo cáo 57', 'bot.VDKyGxQvc'];

function update(event: string | undefined, content: object, chat: object = {}, from: object = {}): object {
  return {
    ...(event === undefined ? {} : { event_name: event }),
    message: {
      from: { id: 'u1', display_name: 'Nguyễn Văn A', is_bot: false, ...from },
      chat: { id: 'u1', chat_type: 'PRIVATE', ...chat },
      message_id: '2d758cb5e222177a4e35',
      date: 1750316131602,
      ...content,
    },
  };
}

const GROUP = { id: 'zgr-1', chat_type: 'GROUP' };

describe('an update from Zalo', () => {
  it.each<[string, object, object]>([
    [
      'a text',
      update('message.text.received', { text: 'nộp 12' }),
      { chat: 'u1', chatKind: 'private', sender: 'u1', senderName: 'Nguyễn Văn A', text: 'nộp 12', addressed: true },
    ],
    [
      'a text in the shape of 2025-12',
      update(undefined, { text: 'nộp 12' }, {}, { display_name: undefined, first_name: 'An' }),
      { text: 'nộp 12', senderName: 'An', unsupported: false },
    ],
    [
      'a picture as it really comes',
      update('message.image.received', { photo_url: 'https://photo-stal-1.zdn.vn/a.jpg', caption: 'đây' }),
      {
        text: 'đây',
        files: [{ ref: 'https://photo-stal-1.zdn.vn/a.jpg', name: 'photo-e222177a4e35.jpg', size: null }],
      },
    ],
    [
      'a picture as documented',
      update('message.image.received', { photo: 'https://a.zdn.vn/b' }),
      { text: '', files: [{ ref: 'https://a.zdn.vn/b' }], unsupported: false },
    ],
    ['a picture without its event', update(undefined, { photo: 'https://a.zdn.vn/b' }), { files: [{}] }],
    [
      'a picture whose address is none',
      update('message.image.received', { photo_url: 'file:///etc/passwd' }),
      { files: [], unsupported: true },
    ],
    [
      'a sticker',
      update('message.sticker.received', { sticker: 'x', url: 'https://a/b' }),
      { unsupported: true, unsupportedKind: 'sticker' },
    ],
    [
      'a voice',
      update('message.voice.received', { voice_url: 'https://a/b.aac' }),
      { unsupported: true, unsupportedKind: 'voice' },
    ],
    [
      'a protected message',
      update('message.unsupported.received', {}),
      { unsupported: true, text: '', addressed: true },
    ],
    ['a text without text', update('message.text.received', {}), { unsupported: true }],
    [
      'a group text, naming the bot',
      update('message.text.received', { text: '@Bot Báo cáo 57 nộp 12' }, GROUP, { id: 'u9' }),
      { chat: 'zgr-1', chatKind: 'group', sender: 'u9', text: 'nộp 12', addressed: true },
    ],
    [
      'a group text, naming the account',
      update('message.text.received', { text: '@bot.vdkygxqvc, nộp 12' }, GROUP),
      { text: 'nộp 12' },
    ],
    [
      'a group text, in the other spelling of the same letters',
      update('message.text.received', { text: '@bot báo CÁO 57: trợ giúp'.normalize('NFD') }, GROUP),
      { text: 'trợ giúp' },
    ],
    [
      'a group text of the name alone',
      update('message.text.received', { text: '@Bot Báo cáo 57' }, GROUP),
      { text: '' },
    ],
    [
      'a group text, naming somebody else',
      update('message.text.received', { text: '@Bot Báo cáo 579 nộp' }, GROUP),
      { text: '@Bot Báo cáo 579 nộp' },
    ],
    [
      'a picture in a group',
      update('message.image.received', { photo_url: 'https://a/b', caption: '@Bot Báo cáo 57 đây' }, GROUP),
      { text: 'đây', addressed: true },
    ],
    ['a sticker in a group', update('message.sticker.received', {}, GROUP), { unsupported: true, addressed: false }],
    [
      'numbers for ids',
      update('message.text.received', { text: 'a' }, { id: 12 }, { id: 12 }),
      { chat: '12', sender: '12' },
    ],
    [
      'fields of the wrong kind beside good ones',
      update('message.text.received', { text: 'a', photo: 7, date: 'hôm qua' }, { chat_type: 3 }, { display_name: {} }),
      { text: 'a', chatKind: 'private', senderName: '' },
    ],
  ])('is read: %s', (_, delivered, expected) => {
    expect(readUpdate(delivered, NAMES)).toMatchObject({ incoming: { picked: false, ...expected } });
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'not an update'],
    ['words', 'hello', 'not an update'],
    ['no message', { event_name: 'message.text.received' }, 'not an update'],
    ['no sender', { message: { chat: { id: 'a' }, text: 'x' } }, 'not an update'],
    ['an empty chat id', update('message.text.received', { text: 'a' }, { id: ' ' }), 'not an update'],
    ['an event of the future', update('message.reaction.received', { text: 'a' }), 'unknown event'],
    ['an event called like a method of objects', update('constructor', { text: 'a' }), 'unknown event'],
    ['neither event nor content', update(undefined, {}), 'empty'],
    ['a bot', update('message.text.received', { text: 'a' }, {}, { is_bot: true }), 'from a bot'],
  ])('is left alone: %s', (_, delivered, ignored) => {
    expect(readUpdate(delivered, NAMES)).toEqual({ ignored });
  });

  it('has one key however often and in whichever shape it comes, and another in another chat', () => {
    const key = (delivered: object) => {
      const reading = readUpdate(delivered, NAMES);
      return 'incoming' in reading ? reading.incoming.key : '';
    };
    const text = { text: 'a' };
    const first = key(update('message.text.received', text));
    expect(key(update('message.text.received', text))).toBe(first);
    expect(key(update(undefined, text))).toBe(first);
    expect(key(update('message.text.received', text, { id: 'u2' }))).not.toBe(first);
    expect(key(update('message.text.received', text, {}, { id: 'u2' }))).not.toBe(first);
    expect(key(update('message.text.received', { ...text, message_id: 'b' }))).not.toBe(first);
    expect(key(update('message.image.received', { photo: 'https://a/b' }))).not.toBe(first);
    const nameless = { ...text, message_id: undefined };
    expect(key(update('message.text.received', nameless))).toBe(key(update('message.text.received', nameless)));
    // The same words an hour later are another message.
    expect(key(update('message.text.received', { ...nameless, date: 2 }))).not.toBe(
      key(update('message.text.received', { ...nameless, date: 1 })),
    );
    expect(key(update('message.text.received', { ...nameless, text: 'b' }))).not.toBe(
      key(update('message.text.received', nameless)),
    );
  });

  it.each<[string, unknown, number]>([
    ['one object', update('a', {}), 1],
    ['a list', [update('a', {}), update('b', {})], 2],
    ['an envelope', { ok: true, result: update('a', {}) }, 1],
    ['an envelope around a list', { ok: true, result: [update('a', {})] }, 1],
    ['an empty envelope', { ok: true, result: null }, 0],
    ['nothing', undefined, 0],
  ])('is found in %s', (_, delivered, count) => {
    expect(updatesIn(delivered)).toHaveLength(count);
  });

  it.each<[unknown, string[]]>([
    [{ display_name: 'Bot A', account_name: 'bot.x' }, ['Bot A', 'bot.x']],
    [{ account_name: 'bot.x' }, ['bot.x']],
    [{ display_name: ' ', account_name: 4 }, []],
    [null, []],
  ])('names its bot: %j', (me, names) => {
    expect(readOwnNames(me)).toEqual(names);
  });

  it.each([[['Bot', 'Bot Báo cáo']], [['Bot Báo cáo', 'Bot']]])('names the bot by the longer of %j', (names) => {
    const named = update('message.text.received', { text: '@Bot Báo cáo nộp 12' }, GROUP);
    expect(readUpdate(named, names)).toMatchObject({ incoming: { text: 'nộp 12' } });
  });

  it('never throws, and never hands in what has no chat or sender', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true });
    const id = fc.oneof(fc.string({ unit: 'binary' }), anything);
    const field = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), anything);
    const message = fc.record(
      {
        chat: fc.oneof(fc.record({ id, chat_type: fc.constantFrom('PRIVATE', 'GROUP', 'x', 3) }), anything),
        from: fc.oneof(fc.record({ id, display_name: field, is_bot: anything }), anything),
        message_id: id,
        text: field,
        caption: field,
        photo: field,
        photo_url: field,
        sticker: field,
        voice_url: field,
      },
      { requiredKeys: [] },
    );
    const event = fc.oneof(
      fc.constantFrom('message.text.received', 'message.image.received', 'message.unsupported.received', '__proto__'),
      anything,
    );
    const delivered = fc.oneof(fc.record({ event_name: event, message }, { requiredKeys: [] }), anything, fc.json());
    fc.assert(
      fc.property(delivered, (body) => {
        for (const one of updatesIn(body)) {
          const reading = readUpdate(one, NAMES);
          if ('ignored' in reading) {
            expect(IGNORED_REASONS).toContain(reading.ignored);
            continue;
          }
          const { incoming } = reading;
          expect(incoming.chat.trim()).not.toBe('');
          expect(incoming.sender.trim()).not.toBe('');
          expect(incoming.key).not.toBe('');
          expect(JSON.parse(JSON.stringify(incoming))).toEqual(incoming);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
