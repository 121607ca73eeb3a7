import type { Clock } from '../clock.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { BusyLane, Lane } from './lane.ts';

/** A bot that failed this often in a row for one message counts as dark for it. */
const DARK_AFTER_TRIES = 3;
/** A bot that is unwell for so long, and has sent nothing since, is dark: a start takes less. */
const DARK_AFTER_MS = 2000;
/** How often a message that waits for a dark bot is looked at. */
const DARK_LOOK_MS = 5000;

/** The person's other app: where a message goes when its own chat will not do. Called inside the claiming transaction. */
export function createOtherApp(store: Store, lanes: readonly BusyLane[], clock: Clock) {
  /** This chat will not do: on to the person's next one, else it was not reached. */
  function reroute(row: OutboxRow, failure: 'blocked' | 'gone' | 'quota' | 'refused'): null {
    const wasTried = (failure === 'quota' || failure === 'refused') && row.moved === 1;
    // A blocked chat never comes back: rather wait for a bot that is dark just now than give up.
    if (!wasTried && (moveOn(row) || (failure !== 'quota' && moveOn(row, { evenIfDark: true })))) return null;
    // A platform that does not take the file takes a sentence about it.
    if (failure === 'refused' && row.file !== null && row.asWords === 0) store.outbox.sayInWords(row.id);
    else store.outbox.settleUnsent(row.id, 'failed', failure, clock.now());
    return null;
  }

  /**
   * On to another chat of the same person, by another bot that is well; answers stay where the question was asked. `perhaps`:
   * it may have arrived in this one; `evenIfDark`: by one that is not well too. False: there is none.
   */
  function moveOn(row: OutboxRow, { perhaps = false, evenIfDark = false } = {}): boolean {
    if (row.person === null || row.kind === 'answer') return false;
    for (const chat of store.chats.ofPerson(row.person)) {
      const lane = lanes.find((one) => one.channel.name === chat.channel && one.channel.bot === chat.bot);
      const isOther = chat.channel !== row.channel || chat.bot !== row.bot;
      if (chat.state !== 'active' || !isOther || lane === undefined || !(evenIfDark || lane.channel.health().ok))
        continue;
      store.outbox.moveTo(row.id, chat.id, perhaps);
      lane.lookAt = 0;
      return true;
    }
    return false;
  }

  function isDark({ channel, tookAt }: BusyLane): boolean {
    const { ok, since } = channel.health();
    return !ok && tookAt < since && clock.wire() - since >= DARK_AFTER_MS;
  }

  /**
   * What the bot says of its own accord goes to the person's other app instead. Without one it is tried all the same, but
   * what perhaps arrived is repeated only when the bot is well again. False: try it.
   */
  function leaveDark(row: OutboxRow): boolean {
    if (row.kind === 'answer') return false;
    if (row.moved === 0 && moveOn(row, { perhaps: row.repeated === 1 })) return true;
    if (row.repeated === 1) store.outbox.putOff(row.id, clock.wire() + DARK_LOOK_MS);
    return row.repeated === 1;
  }

  /** A bot that stays dark is not waited for while the person has another app: it goes there, once. */
  function moveOnFromDark(lane: Lane, row: OutboxRow, perhaps: boolean): boolean {
    const isDark = !lane.channel.health().ok || row.attempts + 1 >= DARK_AFTER_TRIES;
    return isDark && row.moved === 0 && moveOn(row, { perhaps });
  }

  return { reroute, moveOn, isDark, leaveDark, moveOnFromDark };
}

export type OtherApp = ReturnType<typeof createOtherApp>;
