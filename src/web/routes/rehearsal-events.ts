import type { Context } from 'hono';
import { eventStream, eventText } from '../event-stream.ts';
import type { Line, Rehearsal } from '../rehearsal.ts';

/** A move of the clock changes the state dozens of times in a moment; the page needs the last one. */
const STATE_PAUSE_MS = 60;

/**
 * Server-sent events: `line` (id = the line's id), `state` (the whole state with the personas), `reset` (what the page saw
 * last is unknown here, everything comes again), `ready` (caught up). Begins with the state, then with what came after
 * Last-Event-ID or `?after=` (0 = everything).
 */
export function streamEvents(c: Context, rehearsal: Rehearsal, heartbeatMs?: number): Response {
  const after = lastSeen(c);
  return eventStream(
    c,
    ({ send, guard }) => {
      let statePending: NodeJS.Timeout | undefined;
      const sendState = () => {
        statePending = undefined;
        send(eventText('state', { ...rehearsal.state(), personas: rehearsal.personas() }));
      };
      sendState();
      if (after !== null) send(catchUp(rehearsal, after));
      // Caught up and subscribed without a pause in between, so nothing slips through.
      const unsubscribe = rehearsal.subscribe((change) => {
        if (change.kind === 'line') send(lineEvent(change.line));
        else statePending ??= setTimeout(guard(sendState), STATE_PAUSE_MS);
      });
      return () => {
        unsubscribe();
        clearTimeout(statePending);
      };
    },
    heartbeatMs,
  );
}

function catchUp(rehearsal: Rehearsal, after: number): string {
  // One id further back than asked: the line the page saw last must still be there, else ids have begun anew.
  const fromLast = linesFrom(rehearsal, after);
  const isKnown = after === 0 || fromLast.length > 0;
  const missed = isKnown ? fromLast.filter((line) => line.id > after) : linesFrom(rehearsal, 0);
  return (isKnown ? '' : eventText('reset', {})) + missed.map(lineEvent).join('') + eventText('ready', {});
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
  return eventText('line', line, line.id);
}
