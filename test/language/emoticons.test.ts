import { describe, expect, it } from 'vitest';
import { parseOrdinal, readReply } from '../../src/language/choice-word.ts';
import { drawEmoticons } from '../../src/language/emoticons.ts';
import { isAcknowledgement } from '../../src/language/small-talk.ts';

describe('an emoticon as Zalo passes it on', () => {
  it.each([
    ['/-strong', '👍'],
    ['/-strong/-strong', '👍👍'],
    ['dạ vâng/-strong', 'dạ vâng👍'],
    ['1/-ok', '1👌'],
    ['ok /-ok', 'ok 👌'],
    ['Em cảm ơn ạ /-rose', 'Em cảm ơn ạ 🌹'],
    ['/-bome', '🙂'],
    [':)', '🙂'],
    [':d', '🙂'],
    [':>', '🙂'],
    [';-)', '🙂'],
    ['=))', '🙂'],
    ['^_^', '🙂'],
    [':-((', '😞'],
    ['_()_', '🙏'],
  ])('%s is %s', (typed, drawn) => {
    expect(drawEmoticons(typed)).toBe(drawn);
    expect(drawEmoticons(drawn)).toBe(drawn);
  });

  it.each([
    'Hội nghị :3',
    'hội nghị: 3; người dự: 250',
    '12/-UBND',
    '3 => 5',
    'https://x.vn/a/-ok',
    'Kinh phí:( triệu đồng )',
    'a/b',
    '/nop t11',
    '8-) mục tám',
    'dòng một\n\n dòng hai',
  ])('leaves %j as it is', (text) => expect(drawEmoticons(text)).toBe(text));

  it.each([':)', '/-heart', '/-ok', 'vâng ạ :d', 'ok chị nhé /-heart', 'Dạ em cảm ơn /-rose', ':>', '/-strong'])(
    '%s is courtesy',
    (typed) => expect(isAcknowledgement(drawEmoticons(typed))).toBe(true),
  );

  it('a thumb answers what a thumb answers', () => {
    expect(['/-strong', '/-strong/-strong', '/-ok', '/-weak'].map((one) => readReply(drawEmoticons(one)))).toEqual([
      'yes',
      'yes',
      'yes',
      'no',
    ]);
  });

  it.each(['1 :)', '1/-ok', '1 nhé /-strong', 'số 1 👍'])('%s is the first choice', (typed) =>
    expect(parseOrdinal(drawEmoticons(typed))).toBe(1),
  );
});
