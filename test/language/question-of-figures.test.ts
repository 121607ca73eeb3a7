import { expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { asksOfFigures } from '../../src/language/question-of-figures.ts';

it.each([
  ['3 đơn vị mấy người dự thế', 'all'],
  ['1 đội mấy người là được hả bot', 'all'],
  ['2 huyện thì bao nhiêu người dự', 'all'],
  ['sao 7 tin bài lại vào phát thanh', 'all'],
  ['1200 người có nhiều quá không', 'part'],
  ['5 hội nghị, 1200 người có nhiều quá không', 'part'],
  ['5 bài facebook thì tính vào đâu', 'part'],
  ['3 hội nghị, kinh phí không', null],
  ['kết quả: tổ chức 3 hội nghị, 250 người', null],
  ['mấy người dự thế', null],
])('“%s” asks of figures: %s', (text, asks) => {
  expect(asksOfFigures(text)).toBe(asks);
  expect(asksOfFigures(fold(text))).toBe(asks);
});
