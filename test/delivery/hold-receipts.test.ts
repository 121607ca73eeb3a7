import { describe, expect, it } from 'vitest';
import { createReceiptHold } from '../../src/delivery/hold-receipts.ts';
import type { Composed } from '../../src/delivery/judge.ts';
import { plain, say } from '../../src/wording/rich-text.ts';
import { at } from '../support/bot-bench.ts';
import { createHandClock } from '../support/hand-clock.ts';

const RECEIPT: Composed = { send: { text: say`Mã biên nhận: HBG-2026-11-1-7KQ2-M4XP-9TRW` } };

function scene() {
  const clock = createHandClock(at('2026-11-10 09:00'));
  const copy = { covered: Number.NEGATIVE_INFINITY, lag: 0 };
  const hold = createReceiptHold({ coveredAt: () => copy.covered, lagMs: () => copy.lag }, clock);
  const judge = (composed = RECEIPT, id = 1) => hold.judge({ id }, composed);
  const said = (composed: Composed) => ('send' in composed ? plain(composed.send.text) : null);
  return { clock, copy, hold, judge, said };
}

describe('a receipt with REPLICA_HOLD_RECEIPTS', () => {
  it('waits until the copy has what was committed when it was first seen outside of its transaction', async () => {
    const { clock, copy, judge, said } = scene();
    // Within the transaction: the copy may have everything up to now, and this not.
    copy.covered = clock.wire() + 1_000_000;
    expect(judge()).toEqual({ holdMs: 250 });
    copy.covered = clock.wire();
    await clock.advance(250);
    expect(judge()).toEqual({ holdMs: 250 });
    expect(judge()).toEqual({ holdMs: 250 });
    copy.covered = clock.wire();
    expect(judge()).toEqual(RECEIPT);
    expect(said(judge(RECEIPT, 2))).toBeNull();
  });

  it('goes out after two minutes all the same, and says where the report is', async () => {
    const { clock, judge, said } = scene();
    judge();
    judge();
    await clock.advance(119_000);
    expect(said(judge())).toBeNull();
    await clock.advance(2000);
    expect(said(judge())).toMatch(
      /7KQ2-M4XP-9TRW\n\n⚠️ Báo cáo đã được lưu trên máy chủ của bot; bản sao dự phòng đang chậm/u,
    );
  });

  it('does not wait for a copy that is known to be that far behind', () => {
    const { copy, judge, said } = scene();
    copy.lag = 121_000;
    judge();
    judge();
    expect(said(judge())).toMatch(/đang chậm/u);
  });

  it('is all that waits', () => {
    const { judge } = scene();
    for (const other of [
      { send: { text: say`Mã biên nhận: HBG-2026-11-1-7KQ2, lúc 21:15` } },
      { settle: 'cleared' },
      { holdMs: 7 },
    ] as const)
      expect(judge(other)).toEqual(other);
  });

  it('on a page is shown when the copy has it, or after twenty seconds with a word', async () => {
    const { clock, copy, hold } = scene();
    const shown: string[] = [];
    const show = () => void hold.show(say`Xong`).then((text) => shown.push(plain(text)));
    show();
    await clock.advance(1000);
    expect(shown).toEqual([]);
    copy.covered = clock.wire();
    await clock.advance(1000);
    expect(shown).toEqual(['Xong']);
    show();
    await clock.advance(21_000);
    expect(shown.at(-1)).toMatch(/^Xong\n\n⚠️/u);
  });
});
