import { expect, it } from 'vitest';
import { readActingOrder } from '../../src/understanding/acting-order.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const read = (text: string) => {
  const { later, reason } = readActingOrder(text, {
    today: '2026-11-17',
    reports: FROZEN_PLAN.obligations,
  });
  return { later, reason };
};

it.each([
  ['HBG vì mưa lũ thứ 5', 'mưa lũ thứ 5'],
  ['HBG vì mưa lũ thứ 5 tuần trước', 'mưa lũ thứ 5 tuần trước'],
  ['HBG vì họp HĐND 20/11', 'họp HĐND 20/11'],
  ['HBG t11 vì mất điện 3 ngày', 'mất điện 3 ngày'],
  ['HBG vi mua lu t5', 'mua lu t5'],
  ['HBG do cán bộ nghỉ ốm 2 tuần', 'cán bộ nghỉ ốm 2 tuần'],
  ['HBG vì lũ ngày 12/11, mất điện', 'lũ ngày 12/11, mất điện'],
])('a day that belongs to the reason is no new date: %s', (text, reason) => {
  expect(read(text)).toEqual({ later: null, reason });
});

it.each([
  ['HBG vì mưa lũ, đến 23/11', { on: '2026-11-23' }],
  ['HBG vì mưa lũ đến hết 23/11', { on: '2026-11-23' }],
  ['HBG vì mưa lũ, 23/11', { on: '2026-11-23' }],
  ['HBG vì mưa lũ, thêm 2 ngày', { more: 2, working: false }],
  ['HBG đến 23/11 vì mưa lũ thứ 5', { on: '2026-11-23' }],
])('a new date behind the reason is one: %s', (text, later) => {
  expect(read(text).later).toEqual(later);
});
