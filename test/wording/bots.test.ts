import { expect, it } from 'vitest';
import { type BotView, sayQuotaAlert } from '../../src/wording/bots.ts';
import { plain } from '../../src/wording/rich-text.ts';

const BOT: BotView = {
  title: 'Zalo 1',
  name: null,
  isWell: true,
  people: 2,
  peopleLimit: 50,
  spent: 39,
  allowance: 40,
  forecast: 60,
};

it('a month that runs out is not called one that has run out, nor the other way round', () => {
  const soon = plain(sayQuotaAlert([BOT]));
  expect(soon).toContain('Hạn mức tin của bot sắp hết');
  expect(soon).toContain('⚠️ có thể hết hạn mức trước cuối tháng');
  const over = plain(sayQuotaAlert([{ ...BOT, spent: 40 }]));
  expect(over).toContain('Hạn mức tin của bot đã hết');
  expect(over).toContain('40/40 tin tháng này, dự báo cả tháng 60 ⚠️ đã hết hạn mức');
  expect(over).toContain('việc gấp xin gọi điện');
});
