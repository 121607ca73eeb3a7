import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { streamChanges } from '../../src/web/routes/board-events.ts';
import { streamEvents } from '../../src/web/routes/rehearsal-events.ts';
import { createFakeRehearsal } from '../support/fake-rehearsal.ts';

/** The board's stream, over what `revision` says. */
function boardStream(revision: () => string, isStillIn = () => true) {
  return new Hono().get('/events', (c) => streamChanges(c, { revision, isStillIn, pollMs: 5 }));
}

/** Reads a stream until that stands in it, or to its end. */
async function readUntil(response: Response, wanted: string | null): Promise<string> {
  let text = '';
  for await (const part of response.body ?? []) {
    text += new TextDecoder().decode(part);
    if (wanted !== null && text.includes(wanted)) break;
  }
  return text;
}

describe("the board's event stream", () => {
  it('tells what was done between the making of the page and the beginning of the stream', async () => {
    const routes = boardStream(() => 'second');
    expect(await readUntil(await routes.request('/events?seen=first'), 'event: change')).toContain('id: second\n');
  });

  it('tells a browser that was cut off what was done meanwhile, and nothing where nothing was', async () => {
    let now = 'second';
    const routes = boardStream(() => now);
    const cutOff = { headers: { 'last-event-id': 'first' } };
    expect(await readUntil(await routes.request('/events?seen=zero', cutOff), 'event: change')).toContain('id: second');
    const quiet = await routes.request('/events?seen=second');
    setTimeout(() => (now = 'third'), 40);
    expect(await readUntil(quiet, 'event: change')).toMatch(/^retry: \d+\n\nid: third\nevent: change\n/u);
  });

  it('says so and ends when the session is over, however slowly it is read', async () => {
    const response = await boardStream(
      () => 'first',
      () => false,
    ).request('/events');
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect((await readUntil(response, null)).match(/event: over/gu)).toHaveLength(1);
  });

  it('ends, and takes nothing else along, where the database fails', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const revision = vi.fn(() => {
      if (revision.mock.calls.length > 2) throw new Error('disk I/O error');
      return 'first';
    });
    expect(await readUntil(await boardStream(revision).request('/events'), null)).toContain('retry:');
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });

  it('is not begun for a HEAD, which nobody would end', async () => {
    const revision = vi.fn(() => 'first');
    const response = await boardStream(revision).request('/events', { method: 'HEAD' });
    expect(response.status).toBe(200);
    const calls = revision.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(revision).toHaveBeenCalledTimes(calls);
  });
});

describe("the room's event stream", () => {
  it('is not begun for a HEAD, which nobody would end', async () => {
    const rehearsal = createFakeRehearsal();
    const routes = new Hono().get('/events', (c) => streamEvents(c, rehearsal));
    await routes.request('/events', { method: 'HEAD' });
    expect(rehearsal.listeners()).toBe(0);
  });

  it('ends, and leaves nothing behind, where the state cannot be read', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const rehearsal = createFakeRehearsal();
    const { state } = rehearsal;
    let isBroken = false;
    const routes = new Hono().get('/events', (c) =>
      streamEvents(c, {
        ...rehearsal,
        state() {
          if (isBroken) throw new Error('disk I/O error');
          return state();
        },
      }),
    );
    const response = await routes.request('/events');
    isBroken = true;
    rehearsal.showTwoRounds();
    expect(await readUntil(response, null)).toContain('event: state');
    expect(rehearsal.listeners()).toBe(0);
    said.mockRestore();
  });
});
