import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Line, Rehearsal } from '../rehearsal.ts';

const HEARTBEAT_MS = 15_000;
/** How soon a browser tries again after a cut. */
const RETRY_MS = 1_500;
/** A move of the clock changes the state dozens of times in a moment; the page needs the last one. */
const STATE_PAUSE_MS = 60;

/**
 * Server-sent events: `line` (id = the line's id), `state` (the whole state with the personas), `reset` (what the page saw
 * last is unknown here, everything comes again), `ready` (caught up). Begins with the state, then with what came after
 * Last-Event-ID or `?after=` (0 = everything).
 */
export function streamEvents(c: Context, rehearsal: Rehearsal, heartbeatMs = HEARTBEAT_MS): Response {
  c.header('Content-Type', 'text/event-stream; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  c.header('X-Accel-Buffering', 'no');
  const after = lastSeen(c);
  return stream(c, async (out) => {
    const send = (text: string) => void out.write(text);
    let statePending: NodeJS.Timeout | undefined;
    const sendState = () => {
      statePending = undefined;
      send(event('state', { ...rehearsal.state(), personas: rehearsal.personas() }));
    };
    const unsubscribe = rehearsal.subscribe((change) => {
      if (change.kind === 'line') send(lineEvent(change.line));
      else statePending ??= setTimeout(sendState, STATE_PAUSE_MS);
    });
    const heartbeat = setInterval(() => send(': heartbeat\n\n'), heartbeatMs);
    const cut = new Promise<void>((resolve) => out.onAbort(resolve));
    try {
      send(`retry: ${RETRY_MS}\n\n`);
      sendState();
      // Subscribed and caught up without a pause in between, so nothing slips through; a repeated id is dropped by the page.
      if (after !== null) send(catchUp(rehearsal, after));
      await cut;
    } finally {
      unsubscribe();
      clearInterval(heartbeat);
      clearTimeout(statePending);
    }
  });
}

function catchUp(rehearsal: Rehearsal, after: number): string {
  // One id further back than asked: the line the page saw last must still be there, else ids have begun anew.
  const fromLast = linesFrom(rehearsal, after);
  const isKnown = after === 0 || fromLast.length > 0;
  const missed = isKnown ? fromLast.filter((line) => line.id > after) : linesFrom(rehearsal, 0);
  return (isKnown ? '' : event('reset', {})) + missed.map(lineEvent).join('') + event('ready', {});
}

function linesFrom(rehearsal: Rehearsal, id: number): Line[] {
  return rehearsal
    .personas()
    .flatMap((persona) => rehearsal.lines(persona.chat, Math.max(0, id - 1)))
    .sort((one, other) => one.id - other.id);
}

function lastSeen(c: Context): number | null {
  const given = c.req.header('last-event-id') ?? c.req.query('after');
  return given !== undefined && /^\d{1,15}$/.test(given) ? Number(given) : null;
}

function lineEvent(line: Line): string {
  return `id: ${line.id}\n${event('line', line)}`;
}

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
