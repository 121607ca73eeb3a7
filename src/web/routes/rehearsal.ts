import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isPicture } from '../../wording/message.ts';
import { roomAnswers } from '../../wording/room-answers.ts';
import { fileHeaders } from '../file-headers.ts';
import { fromOwnPage, loopbackOnly } from '../loopback.ts';
import { loadAssets, sendAsset } from '../page-assets.ts';
import { renderRoomPage } from '../pages/room-page.ts';
import { FILE_LIMIT_MB, FORM_LIMIT_BYTES } from '../receive-file.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { streamEvents } from './rehearsal-events.ts';
import { readMessage, readMove } from './rehearsal-input.ts';

export interface RehearsalRouteOptions {
  /** Pause between signs of life on a silent event stream. */
  heartbeatMs?: number;
}

/**
 * The rehearsal room at `/` and everything it asks for under `/rehearsal/`. Only for this machine.
 * Errors are JSON `{"error": "<sentence>"}` in Vietnamese.
 */
export function rehearsalRoutes(rehearsal: Rehearsal, options: RehearsalRouteOptions = {}): Hono {
  const routes = new Hono();
  const assets = loadAssets('room');
  routes.use('/', loopbackOnly);
  routes.use('/rehearsal/*', loopbackOnly);

  routes.get('/', (c) => c.html(renderRoomPage(rehearsal.state())));
  routes.get('/rehearsal/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (asset === undefined) return c.json({ error: roomAnswers.notFound }, 404);
    return sendAsset(c, asset, 'no-cache');
  });

  routes.get('/rehearsal/state', (c) => c.json({ ...rehearsal.state(), personas: rehearsal.personas() }));
  routes.get('/rehearsal/events', (c) => streamEvents(c, rehearsal, options.heartbeatMs));

  routes.get('/rehearsal/chats/:chat/lines', (c) => {
    const chat = c.req.param('chat');
    if (!hasChat(rehearsal, chat)) return c.json({ error: roomAnswers.chatUnknown(chat) }, 404);
    const after = Number(c.req.query('after') ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) return c.json({ error: roomAnswers.linesUnreadable }, 400);
    return c.json({ lines: rehearsal.lines(chat, after) });
  });

  routes.get('/rehearsal/lines/:line/file', (c) => {
    const file = rehearsal.file(Number(c.req.param('line')));
    if (file === null) return c.json({ error: roomAnswers.notFound }, 404);
    return c.body(new Uint8Array(file.bytes), 200, fileHeaders(file, isPicture(file) ? 'inline' : 'attachment'));
  });

  routes.post(
    '/rehearsal/chats/:chat/messages',
    fromOwnPage(['application/json', 'multipart/form-data']),
    bodyLimit({
      maxSize: FORM_LIMIT_BYTES,
      onError: (c) => c.json({ error: roomAnswers.fileTooLarge(FILE_LIMIT_MB) }, 413),
    }),
    async (c) => {
      const chat = c.req.param('chat');
      if (!hasChat(rehearsal, chat)) return c.json({ error: roomAnswers.chatUnknown(chat) }, 404);
      const message = await readMessage(c.req.raw);
      if ('error' in message) return c.json({ error: message.error }, message.status);
      await rehearsal.post(chat, message);
      return c.json({ ok: true }, 202);
    },
  );

  routes.post('/rehearsal/clock', fromOwnPage(['application/json']), async (c) => {
    const move = await readMove(c.req.raw);
    if ('error' in move) return c.json({ error: move.error }, move.status);
    const outcome = await rehearsal.moveClock(move.to, move.sleep);
    return 'problem' in outcome ? c.json({ error: outcome.problem }, 400) : c.json(outcome);
  });
  return routes;
}

function hasChat(rehearsal: Rehearsal, chat: string): boolean {
  return rehearsal.personas().some((persona) => persona.chat === chat);
}
