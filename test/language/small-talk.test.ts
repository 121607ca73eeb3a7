import { describe, expect, it } from 'vitest';
import { isAcknowledgement } from '../../src/language/small-talk.ts';

describe('what needs no answer', () => {
  it.each([
    'ok',
    'Ok em',
    'dạ vâng ạ',
    'cảm ơn em nhiều nhé',
    'Em cảm ơn ạ!',
    '👍',
    '👍🏻',
    '❤️',
    'vâng em cảm ơn',
    'ok cảm ơn bot',
    'đã rõ',
    'Tốt quá 🎉',
    'em nhận được rồi ạ',
    'Dạ em đã nhận thông tin ạ',
    'vâng em nắm được rồi chị nhé',
    'dạ em biết rồi',
  ])('%s', (text) => expect(isAcknowledgement(text)).toBe(true));

  it.each([
    'gửi đi',
    'ok gửi đi em',
    'không',
    'sai rồi',
    'báo cáo',
    'em',
    '',
    '???',
    'ok 3',
    'đã gửi rồi',
    'cảm ơn, khi nào hết hạn?',
    'chưa rõ',
    'chào bot',
    'chào em',
    'bot nhận được rồi à',
    'chị nhận được chưa',
    'em nhận được rồi à',
    'em đã xem lại số liệu',
    'em chưa nhận được',
  ])('but not %j', (text) => expect(isAcknowledgement(text)).toBe(false));
});
