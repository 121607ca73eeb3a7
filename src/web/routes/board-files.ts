import type { Context, Hono } from 'hono';
import type { BoardAnswer, BoardPosted } from '../../wording/board-page.ts';
import { BOARD_WORDS as WORDS } from '../../wording/board-site.ts';
import { fileHeaders } from '../file-headers.ts';
import { renderPlainPage } from '../pages/plain-page.ts';
import { drain, receiveFile } from '../receive-file.ts';

const TEXTS = { fields: 20, fieldSize: 32 * 1024 };

/** A file of a page, as it is handed out. */
interface BoardFileView {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** Shown on a page, not saved. */
  isShown: boolean;
}

/** A form with a file on its way in. */
export interface BoardUpload {
  write(piece: Uint8Array): void;
  /** Does what was posted, with the file that came; `name` null: none was chosen. Null where there is nothing of that name. */
  finish(posted: BoardPosted, name: string | null): Promise<BoardAnswer | null>;
  /** Lets go of it, whatever there is of it. */
  release(): void;
}

type ReceivedForm = { posted: BoardPosted; name: string | null } | 'too-big' | 'broken-off';

export interface BoardFileParts<Session> {
  /** Takes in a form with a file; null: enough others are sending one. */
  receive(session: Session): BoardUpload | null;
  /** A file of a page by its address; null where there is none. */
  file(session: Session, kind: string, id: string): Promise<BoardFileView | null>;
}

interface Frame<Session> {
  signedIn(c: Context): Session | null;
  closed(c: Context): Answered;
  follow(c: Context, session: Session, answer: BoardAnswer | null): Answered;
}

type Answered = Response | Promise<Response>;

/** Forms with a file, and the files of pages. */
export function addFileRoutes<Session extends { formKey: string }>(
  routes: Hono,
  parts: BoardFileParts<Session>,
  { signedIn, closed, follow }: Frame<Session>,
): void {
  const say = (c: Context, words: string, status: 400 | 403 | 413 | 503): Answered =>
    c.html(renderPlainPage(WORDS.title, [words]), status);
  routes.post('/board/act-file', async (c) => {
    const session = signedIn(c);
    if (session === null) return closed(c);
    const upload = parts.receive(session);
    if (upload === null) return say(c, WORDS.crowded, 503);
    // Its bytes lie on the disk until the key that comes with them was seen; nothing is stored before.
    try {
      const read = await readFileForm(c, upload);
      if (read === 'too-big') return say(c, WORDS.tooBig, 413);
      if (read === 'broken-off') return say(c, WORDS.brokenOff, 400);
      if (read.posted.key?.[0] !== session.formKey) return say(c, WORDS.foreign, 403);
      return follow(c, session, await upload.finish(read.posted, read.name));
    } finally {
      upload.release();
    }
  });
  routes.get('/board/files/:kind/:id', async (c) => {
    const session = signedIn(c);
    if (session === null) return closed(c);
    const file = await parts.file(session, c.req.param('kind'), c.req.param('id'));
    if (file === null) return c.notFound();
    const { name, mediaType, bytes, isShown } = file;
    const headers = fileHeaders({ name, mediaType, size: bytes.length }, isShown ? 'inline' : 'attachment');
    return c.body(new Uint8Array(bytes), 200, headers);
  });
}

/** Reads a form with a file piece by piece; what is typed comes with it. What is not wanted is read to its end: a browser shows no answer before. */
async function readFileForm(c: Context, upload: Pick<BoardUpload, 'write'>): Promise<ReceivedForm> {
  let size = 0;
  const write = (piece: Uint8Array): void => {
    size += piece.length;
    upload.write(piece);
  };
  const { isTooBig, isWhole, name, texts } = await receiveFile(c.req.raw, write, TEXTS);
  if (isTooBig) {
    await drain(c.req.raw);
    return 'too-big';
  }
  if (!isWhole) return 'broken-off';
  // A browser sends an empty file without a name where none was chosen.
  return { posted: { ...texts }, name: size === 0 && (name ?? '') === '' ? null : (name ?? '') };
}
