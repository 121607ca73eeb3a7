import { describe, expect, it } from 'vitest';
import { takeReason } from '../../src/language/reason-word.ts';
import { takeLaterDay } from '../../src/language/time/later-day.ts';
import { readActingOrder } from '../../src/understanding/acting-order.ts';

const TODAY = '2026-11-16';

describe('until when something is put off', () => {
  it.each([
    ['đến hết 20/11', { on: '2026-11-20' }, ''],
    ['HBG den 20/11', { on: '2026-11-20' }, 'HBG'],
    ['trước 20/11', { on: '2026-11-19' }, ''],
    ['gia hạn đến hết ngày 20 tháng 11 năm 2026', { on: '2026-11-20' }, ''],
    ['HBG, HCG thứ Sáu', { on: '2026-11-20' }, 'HBG, HCG'],
    ['thứ 6 tuần sau', { on: '2026-11-27' }, ''],
    ['đến mai', { on: '2026-11-17' }, ''],
    ['ngày 25', { on: '2026-11-25' }, ''],
    ['thêm 2 ngày làm việc', { more: 2, working: true }, ''],
    ['tất cả thêm hai ngày', { more: 2, working: false }, 'tất cả'],
    ['lui 1 tuan', { more: 7, working: false }, ''],
    ['hạn 17/11 gia hạn đến 20/11', { on: '2026-11-20' }, 'hạn 17/11'],
    ['10/11', { on: '2026-11-10' }, ''],
  ])('%s', (text, later, rest) => {
    expect(takeLaterDay(text, TODAY)).toEqual({ later, rest });
  });

  it.each(['HBG', 't11', 'chị Mai ốm', 'tháng 11/2026', '31/02', ''])('none in %j', (text) => {
    expect(takeLaterDay(text, TODAY)).toBeNull();
  });

  it.each([
    ['HBG vì mưa lũ', 'mưa lũ', 'HBG'],
    ['HBG lý do: mất mạng', 'mất mạng', 'HBG'],
    ['các đô thị do bão', 'bão', 'các đô thị'],
    ['với lý do là ốm', 'ốm', ''],
  ])('the reason in %s', (text, reason, rest) => {
    expect(takeReason(text)).toEqual({ reason, rest });
  });
});

describe('an order in one line', () => {
  const reports = [{ code: 'thang', title: 'Báo cáo tháng', frequency: 'monthly' as const }];
  const read = (text: string) => readActingOrder(text, { today: TODAY, reports });
  it.each([
    ['HBG đến hết 20/11 vì nghỉ lễ 24/11', { who: 'HBG', later: { on: '2026-11-20' }, reason: 'nghỉ lễ 24/11' }],
    ['hbg vi bao den het 20/11', { who: 'hbg', later: { on: '2026-11-20' }, reason: 'bao' }],
    ['Bình Giang, HCG t11 thêm 2 ngày', { who: 'Bình Giang, HCG', period: '2026-11', reason: null }],
    ['cho đơn vị HBG kỳ tháng 11', { who: 'HBG', period: '2026-11', later: null }],
    ['#12 20/11', { task: 12, who: '', later: { on: '2026-11-20' } }],
    ['', { task: null, who: '', later: null, reason: null, period: null }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});
