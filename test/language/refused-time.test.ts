import { expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { behindRefusal } from '../../src/language/extension-talk.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [form] = FROZEN_PLAN.forms;
if (form === undefined) throw new Error('the plan has no form');

it.each([
  'khỏi gia hạn nữa, nộp luôn: hn 5 tin 3',
  'sếp ko cho lùi nữa, nộp luôn: hn 5, tin 3',
  'thôi khỏi lùi, gửi luôn: 5 hội nghị, 3 tin bài',
  'không cần gia hạn nữa nộp luôn hn 5 tin 3',
  'bỏ cái xin gia hạn đi, báo luôn t11: hn 5 tin 3',
  'khong duoc gia han nen nop luon hn 5, tin 3',
])('"%s" is the report behind it, and nothing is left over', (text) => {
  expect(readChange(form, text)).toMatchObject({ values: { hoi_nghi: 5, tin_bai: 3 }, unread: [], faults: [] });
});

it.each(['xin gia hạn đến 20/11', 'không gia hạn được à', 'khỏi gia hạn nữa', 'bỏ gia hạn'])(
  '"%s" reports nothing',
  (text) => {
    expect(behindRefusal(text)).toBeNull();
  },
);
