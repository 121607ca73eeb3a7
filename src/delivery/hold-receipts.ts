import type { Clock } from '../clock.ts';
import { holdsReceipt } from '../wording/receipt.ts';
import { STORED_HERE_ONLY } from '../wording/replica.ts';
import type { RichText } from '../wording/rich-text.ts';
import { join } from '../wording/rich-text.ts';
import type { Composed } from './judge.ts';

/** A copy that lags longer holds nothing up: the receipt goes out and says where the report is. */
const LONGEST_MS = 120_000;
/** A browser waits less long for a page. */
const PAGE_MS = 20_000;
const LOOK_MS = 250;

/** The copy that goes along, as far as it matters here. Both by the machine's clock. */
export interface CopyThatFollows {
  coveredAt(): number;
  lagMs(): number;
}

/**
 * Keeps receipts back until the copy on the other machine has what they are for: whoever holds one then holds it for a report that
 * survives this machine. Nothing else waits.
 */
export function createReceiptHold(copy: CopyThatFollows, clock: Pick<Clock, 'wire' | 'after'>) {
  /** When a row was seen committed; null: seen once, perhaps within the very transaction that wrote it. */
  const since = new Map<number, number | null>();

  /** Whether what was committed at that moment may be vouched for; null: not yet. */
  function verdict(committedAt: number, longestMs: number): 'copied' | 'here-only' | null {
    if (copy.coveredAt() >= committedAt) return 'copied';
    const isTooSlow = copy.lagMs() > LONGEST_MS || clock.wire() - committedAt > longestMs;
    return isTooSlow ? 'here-only' : null;
  }

  return {
    /** What becomes of a message that would go out now. */
    judge({ id }: { id: number }, composed: Composed): Composed {
      if (!('send' in composed) || !holdsReceipt(composed.send.text)) return composed;
      const seen = since.get(id);
      if (seen == null) {
        since.set(id, seen === undefined ? null : clock.wire());
        return { holdMs: LOOK_MS };
      }
      const found = verdict(seen, LONGEST_MS);
      if (found === null) return { holdMs: LOOK_MS };
      since.delete(id);
      if (found === 'copied') return composed;
      return { send: { ...composed.send, text: withNote(composed.send.text) } };
    },
    /** For what is shown at once, on a page: resolves when the copy has all that is committed now, with what is to be shown. */
    async show(text: RichText): Promise<RichText> {
      const from = clock.wire();
      for (;;) {
        const found = verdict(from, PAGE_MS);
        if (found !== null) return found === 'copied' ? text : withNote(text);
        await new Promise<void>((resolve) => clock.after(LOOK_MS, resolve));
      }
    },
  };
}

export type ReceiptHold = ReturnType<typeof createReceiptHold>;

/** Where there is no copy elsewhere to wait for, or nobody asked for it. */
export const NO_HOLD: ReceiptHold = { judge: (_row, composed) => composed, show: async (text) => text };

function withNote(text: RichText): RichText {
  return join([text, STORED_HERE_ONLY], '\n\n');
}
