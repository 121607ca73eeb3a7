import { SendError } from '../channels/send-error.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { BusyLane } from './lane.ts';
import type { createOutcomeQueue } from './outcome-queue.ts';
import type { createSettling } from './settle.ts';
import type { Claimed } from './take-up.ts';

/** Nobody reads and answers a message faster than a platform takes so long to accept it. */
const QUICK_MS = 1500;

/** Tries after which a repeat goes out whether the line carries or not: after a quarter of an hour. */
const LINE_ASKED_TRIES = 9;

export interface TransmitOptions {
  clock: Clock;
  log: Log;
  outcomes: ReturnType<typeof createOutcomeQueue>;
  settling: ReturnType<typeof createSettling>;
  onAccepted(): void;
}

/** Hands a claimed message to its platform and hands on what became of it. Never throws. */
export function createTransmit({ clock, log, outcomes, settling, onAccepted }: TransmitOptions) {
  return async (lane: BusyLane, { row, takenAt, claimedAt, message }: Claimed): Promise<void> => {
    lane.inFlight += 1;
    try {
      if (!(await carries(lane, row))) {
        outcomes.conclude(lane, () => settling.putOffRepeat(row));
        return;
      }
      const receipt = await lane.channel.send({ chat: row.address }, message, row.sentParts);
      onAccepted();
      lane.tookAt = clock.wire();
      // Seen from the start, unless the platform kept it to itself for a while.
      const seenFrom = lane.tookAt - takenAt <= QUICK_MS ? claimedAt : clock.now();
      const kind = row.repeatIfUnknown === 1 ? 'deed' : 'unrepeated';
      outcomes.conclude(lane, () => settling.settleAccepted(row, receipt, message, seenFrom), kind);
    } catch (error) {
      const isKnown = error instanceof SendError;
      if (!isKnown) log.error({ err: error, outbox: row.id }, 'unexpected error thrown by a channel');
      const failure = isKnown ? error : new SendError('refused', 'the channel failed', { cause: error });
      outcomes.conclude(lane, () => settling.settleFailure(lane, row, failure));
    } finally {
      lane.inFlight -= 1;
      lane.pace.heard(takenAt, clock.wire());
    }
  };
}

/** What perhaps arrived is said again once, so that once is not spent on a gateway that answers in the platform's place: the line is tried out first. */
async function carries({ channel }: BusyLane, row: Claimed['row']): Promise<boolean> {
  if (row.repeated === 0 || row.attempts >= LINE_ASKED_TRIES || channel.probe === undefined) return true;
  return await channel.probe({ chat: row.address });
}
