import { postMessage } from './api.js';
import { renderPending } from './line.js';

/** @typedef {import('./api.js').Message} Message */
/** @typedef {{ chat: string, message: Message, view: ReturnType<typeof renderPending>, state: 'sending' | 'failed' }} Parcel */

/**
 * Messages on their way out, one after the other. Each stands in the log until its own line comes back, and one that
 * could not be sent keeps its words and offers another try.
 * @param {{ onStored: (chat: string) => Promise<void>, onFailed: () => void, onChange: () => void }} room
 */
export function createOutgoing(room) {
  /** @type {Parcel[]} */
  let parcels = [];
  let queue = Promise.resolve();

  /** @param {Parcel} parcel */
  const remove = (parcel) => {
    parcels = parcels.filter((other) => other !== parcel);
    parcel.view.element.remove();
  };
  /** @param {Parcel} parcel */
  const send = (parcel) => {
    queue = queue.then(async () => {
      try {
        await postMessage(parcel.chat, parcel.message);
      } catch (error) {
        parcel.state = 'failed';
        parcel.view.fail(error instanceof Error ? error.message : '', {
          again: () => retry(parcel),
          drop: () => remove(parcel),
        });
        room.onFailed();
        return;
      }
      // The line usually came over the event stream already; if that is cut, it is fetched.
      await room.onStored(parcel.chat).catch(() => {});
      remove(parcel);
    });
  };
  /** @param {Parcel} parcel */
  const retry = (parcel) => {
    parcel.state = 'sending';
    parcel.view.retry();
    send(parcel);
  };

  return {
    /** @param {string} chat @param {Message} message */
    send(chat, message) {
      const text = [message.picked?.label ?? message.text, message.file?.name].filter(Boolean).join('\n');
      /** @type {Parcel} */
      const parcel = { chat, message, view: renderPending(text), state: 'sending' };
      parcels.push(parcel);
      room.onChange();
      send(parcel);
    },
    /** A line of the person came in: the first parcel of that chat is the one. @param {string} chat */
    settle(chat) {
      const parcel = parcels.find((other) => other.chat === chat && other.state === 'sending');
      if (parcel !== undefined) remove(parcel);
    },
    /** @param {string} chat */
    elements: (chat) => parcels.filter((parcel) => parcel.chat === chat).map((parcel) => parcel.view.element),
  };
}
