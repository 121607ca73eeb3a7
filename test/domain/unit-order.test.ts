import { expect, it } from 'vitest';
import { inUnitOrder } from '../../src/domain/unit-order.ts';

const unit = (kind: 'department' | 'district' | 'commune', shortName: string) => ({ kind, shortName });

it('sorts by kind, then as Vietnamese does: đ after d, numbers by their size, marks after letters', () => {
  const mixed = [
    unit('commune', 'Xã 10'),
    unit('district', 'Huyện Đông Sơn'),
    unit('commune', 'Xã 2'),
    unit('department', 'Sở Y tế'),
    unit('district', 'Huyện Dầu Tiếng'),
    unit('district', 'Huyện Ea Kar'),
    unit('department', 'Sở Công Thương'),
  ];
  expect(inUnitOrder(mixed, (one) => one).map(({ shortName }) => shortName)).toEqual([
    'Sở Công Thương',
    'Sở Y tế',
    'Huyện Dầu Tiếng',
    'Huyện Đông Sơn',
    'Huyện Ea Kar',
    'Xã 2',
    'Xã 10',
  ]);
});
