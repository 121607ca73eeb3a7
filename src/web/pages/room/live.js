/** @typedef {import('./api.js').Line} Line */
/** @typedef {import('./api.js').RoomState} RoomState */

const RETRY_MS = 1_500;
/** A server that only restarts is back within this; nothing needs to be said then. */
const SHOW_LOSS_AFTER_MS = 700;

/**
 * Listens to the server for as long as the page is open. What was missed comes by itself, since the stream is asked
 * from `lastId()` on. `onReady` is called when all of it has arrived, `onDown` when the server stays away for a moment.
 * @param {{
 *   lastId: () => number,
 *   onLine: (line: Line) => void,
 *   onState: (state: RoomState) => void,
 *   onReset: () => void,
 *   onReady: () => void,
 *   onDown: () => void,
 * }} room
 */
export function listen(room) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let lossTimer;
  /** @type {EventSource | undefined} */
  let source;

  const connect = () => {
    source = new EventSource(`/rehearsal/events?after=${room.lastId()}`);
    source.addEventListener('line', (event) => room.onLine(JSON.parse(event.data)));
    source.addEventListener('state', (event) => room.onState(JSON.parse(event.data)));
    source.addEventListener('reset', () => room.onReset());
    source.addEventListener('ready', () => {
      clearTimeout(lossTimer);
      lossTimer = undefined;
      room.onReady();
    });
    source.addEventListener('error', () => {
      lossTimer ??= setTimeout(room.onDown, SHOW_LOSS_AFTER_MS);
      // The browser's own retry gives up on some answers (a proxy's error page, say), so the page does it itself.
      source?.close();
      setTimeout(connect, RETRY_MS);
    });
  };
  connect();
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => {
    if (event.persisted) connect();
  });
}
