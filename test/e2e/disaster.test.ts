import { expect, it } from 'vitest';
import { sumUp, tellDisasters } from '../disaster/figures.ts';
import { runDrills } from '../disaster/run-drills.ts';
import { createDice } from '../simulation/seeded-random.ts';

it('a machine that is lost under load takes no receipt with it that waited for the copy, and people have an answer again', async () => {
  const order = { on: 'file', holds: true, seed: 57 } as const;
  const drills = await runDrills({
    ...order,
    isEncrypted: true,
    drills: 2,
    dice: createDice('disaster 57'),
    onDrill() {},
  });
  const figures = sumUp(order, drills);
  expect(figures).toMatchObject({ drills: 2, drillsWithLoss: 0, receipts: { lost: 0 } });
  expect(figures.receipts.held).toBeGreaterThan(1);
  expect(figures.rto.min).toBeGreaterThan(figures.recover.min);
});

it('its figures are told as they are', () => {
  const drill = {
    receipts: 10,
    lost: 0,
    lostHereOnly: 0,
    rpoMs: 0,
    rtoMs: 4000,
    recoverMs: 1500,
    isTorn: false,
    waitsMs: [300, 500],
  };
  const drills = [drill, { ...drill, lost: 2, rpoMs: 900 }, { ...drill, rtoMs: 9000 }];
  const figures = sumUp({ on: 'sftp', holds: false, seed: 3 }, drills);
  expect(figures).toMatchObject({
    receipts: { held: 30, stored: 28, lost: 2 },
    drillsWithLoss: 1,
    torn: 0,
    rpo: { min: 0, median: 0, p95: 0.9, max: 0.9 },
    wait: { min: 0.3, median: 0.3, p95: 0.5, max: 0.5 },
    rto: { min: 4, median: 4, p95: 9, max: 9 },
  });
  expect(tellDisasters(figures)).toContain('receipts held by people: 30 = 28 stored + 2 lost');
});
