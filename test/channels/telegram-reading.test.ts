import { describe, expect, it } from 'vitest';
import { type RawUpdate, readUpdate } from '../../src/channels/telegram/read-update.ts';

const ME = { id: 77, username: 'bao_cao_bot' };
const PERSON = { id: 5, first_name: 'Nguyễn Thị', last_name: 'Hoa' };

function inChat(chat: { id: number; type: string }, content: object, from: object | null = PERSON): RawUpdate {
  const sender = from === null ? {} : { from };
  return { update_id: 9, message: { message_id: 3, date: 1, chat, ...sender, ...content } } as unknown as RawUpdate;
}
const privately = (content: object, from?: object | null) => inChat({ id: 5, type: 'private' }, content, from);
const inGroup = (content: object, type = 'supergroup') => inChat({ id: -100, type }, content);
const mention = (offset: number, length: number) => ({ entities: [{ type: 'mention', offset, length }] });

describe('reading a Telegram update', () => {
  it('keeps who wrote what where', () => {
    expect(readUpdate(privately({ text: '/start MA-123' }), ME)).toEqual({
      key: '9',
      sentAt: 1000,
      chat: '5',
      chatKind: 'private',
      sender: '5',
      senderName: 'Nguyễn Thị Hoa',
      text: '/start MA-123',
      picked: false,
      files: [],
      unsupported: false,
      addressed: true,
    });
  });

  it.each([
    ['an edited message', { update_id: 1, edited_message: privately({ text: 'x' }).message } as RawUpdate],
    ['a channel post', { update_id: 1, channel_post: { message_id: 1 } } as RawUpdate],
    ['a message in a channel', inChat({ id: -1, type: 'channel' }, { text: 'x' })],
    ['a bot', privately({ text: 'x' }, { id: 8, is_bot: true })],
    ['itself', privately({ text: 'x' }, { id: 77 })],
    ['nobody', privately({ text: 'x' }, null)],
    ['a channel that is forwarded into its group', inGroup({ text: 'x', is_automatic_forward: true })],
    ['somebody who joins', inGroup({ new_chat_members: [PERSON] })],
    ['a pinned message', inGroup({ pinned_message: {} })],
    ['a changed membership', { update_id: 1, my_chat_member: {} } as RawUpdate],
    ['a press without data', { update_id: 1, callback_query: { id: 'x', from: PERSON } } as RawUpdate],
  ])('leaves out %s', (_, update) => {
    expect(readUpdate(update, ME)).toBeNull();
  });

  it.each(['sticker', 'voice', 'video', 'video_note', 'audio', 'contact', 'location', 'poll', 'dice'])(
    'says that it cannot read a %s',
    (kind) => {
      expect(readUpdate(privately({ [kind]: {}, caption: 'đây' }), ME)).toMatchObject({
        unsupported: true,
        files: [],
        text: 'đây',
      });
    },
  );

  it('says which one it is, where people answer with it', () => {
    const kinds = ['sticker', 'voice', 'video_note', 'video'].map((kind) => readUpdate(privately({ [kind]: {} }), ME));
    expect(kinds.map((one) => one?.unsupportedKind)).toEqual(['sticker', 'voice', 'voice', undefined]);
  });

  it('takes a moving picture for what it is, though it comes as a document too', () => {
    const update = privately({ animation: {}, document: { file_id: 'f' } });
    expect(readUpdate(update, ME)).toMatchObject({ unsupported: true, files: [] });
  });

  it('names a file that has no name', () => {
    expect(readUpdate(privately({ document: { file_id: 'f' } }), ME)?.files).toEqual([
      { ref: 'f', name: 'file-3', size: null },
    ]);
  });

  it.each([
    ['plain talk', { text: 'ai nộp chưa?' }, false, 'ai nộp chưa?'],
    ['a command', { text: '/nop 12' }, true, '/nop 12'],
    ['a command with diacritics', { text: '/nộp 12' }, true, '/nộp 12'],
    ['a command to this bot', { text: '/nop@Bao_Cao_Bot 12' }, true, '/nop 12'],
    ['a command to another bot', { text: '/nop@khac_bot 12' }, false, '/nop@khac_bot 12'],
    ['a mention before', { text: '@bao_cao_bot, nộp 12', ...mention(0, 12) }, true, 'nộp 12'],
    ['a mention behind', { text: 'nộp 12 @bao_cao_bot', ...mention(7, 12) }, true, 'nộp 12 @bao_cao_bot'],
    ['a mention of somebody else', { text: '@ai_do nộp', ...mention(0, 6) }, false, '@ai_do nộp'],
    [
      'an address',
      { text: 'a@bao_cao_bot', entities: [{ type: 'email', offset: 0, length: 13 }] },
      false,
      'a@bao_cao_bot',
    ],
    [
      'a mention by name',
      { text: 'Bot ơi', entities: [{ type: 'text_mention', offset: 0, length: 3, user: { id: 77 } }] },
      true,
      'Bot ơi',
    ],
    ['a reply to the bot', { text: 'rồi', reply_to_message: { from: { id: 77 } } }, true, 'rồi'],
    ['a reply to somebody', { text: 'rồi', reply_to_message: { from: { id: 5 } } }, false, 'rồi'],
    [
      'a mention in a caption',
      {
        document: { file_id: 'f' },
        caption: '@bao_cao_bot đây',
        caption_entities: [{ type: 'mention', offset: 0, length: 12 }],
      },
      true,
      'đây',
    ],
  ])('in a group knows whether it is addressed: %s', (_, content, addressed, text) => {
    for (const type of ['group', 'supergroup']) {
      expect(readUpdate(inGroup(content, type), ME)).toMatchObject({
        chatKind: 'group',
        chat: '-100',
        addressed,
        text,
      });
    }
  });

  it('takes a press in a group for addressed, by who pressed', () => {
    const message = { message_id: 3, date: 0, chat: { id: -100, type: 'group' } };
    const update = { update_id: 9, callback_query: { id: 'q', from: PERSON, data: '/duyet 1', message } };
    expect(readUpdate(update as RawUpdate, ME)).toMatchObject({
      chat: '-100',
      sender: '5',
      text: '/duyet 1',
      picked: true,
      addressed: true,
    });
  });
});
