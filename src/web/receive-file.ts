import { Busboy, type BusboyConfig, type BusboyInstance } from '@fastify/busboy';

export interface Received {
  /** What came beside it, every text under its name. */
  texts: Record<string, string[]>;
  /** The name the browser gave; null: no file was sent. */
  name: string | null;
  isTooBig: boolean;
  /** Nothing of it was broken off. */
  isWhole: boolean;
}

/** How many texts may come beside the file, and how many bytes each. */
export interface TextLimits {
  fields: number;
  fieldSize: number;
}

const FEW_TEXTS: TextLimits = { fields: 4, fieldSize: 1000 };

/** Largest file, the same as on the chat platforms. */
export const FILE_LIMIT_MB = 20;
const FILE_LIMIT_BYTES = FILE_LIMIT_MB * 1024 * 1024;
/** Largest form around it, with what is typed beside it. */
export const FORM_LIMIT_BYTES = FILE_LIMIT_BYTES + 256 * 1024;

/**
 * Reads the one file of a form, handing on each piece as it comes, and nothing of what is too big by its own word. Rejects with what
 * `write` threw, and with nothing else.
 */
export async function receiveFile(
  request: Request,
  write: (piece: Uint8Array) => void,
  { fields, fieldSize }: TextLimits = FEW_TEXTS,
): Promise<Received> {
  const received: Received = {
    name: null,
    isTooBig: false,
    isWhole: false,
    texts: Object.create(null) as Record<string, string[]>,
  };
  if (Number(request.headers.get('content-length') ?? 0) > FORM_LIMIT_BYTES) return { ...received, isTooBig: true };
  const limits = { files: 1, fields, fieldSize, fileSize: FILE_LIMIT_BYTES };
  const form = openForm(request.headers.get('content-type'), limits);
  if (form === null || request.body === null) return received;
  const failures: unknown[] = [];
  form.on('field', (name, text) => {
    received.texts[name] = [...(received.texts[name] ?? []), text];
  });
  form.on('file', (_field, file, name) => {
    received.name = name;
    // Thrown inside of a stream it would end the process.
    file.on('data', (piece: Buffer) => {
      try {
        if (failures.length === 0) write(piece);
      } catch (error) {
        failures.push(error);
      }
    });
    file.on('limit', () => {
      received.isTooBig = true;
    });
    file.on('error', () => {});
  });
  const ended = new Promise<void>((resolve, reject) => {
    form.on('finish', resolve);
    form.on('error', reject);
  });
  // Whoever waits for the end hears of it; until then it is nobody's.
  ended.catch(() => {});
  try {
    // What is left of the body is the caller's.
    for await (const piece of request.body.values({ preventCancel: true })) {
      const mayGoOn = form.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
      if (received.isTooBig || failures.length > 0) break;
      if (!mayGoOn) await Promise.race([ended, new Promise<void>((resolve) => form.once('drain', resolve))]);
    }
    if (failures.length === 0 && !received.isTooBig) {
      form.end();
      await ended;
      received.isWhole = true;
    }
  } catch {
    // Broken off, or no form at all: the sender's affair.
    received.name = null;
  }
  if (failures.length > 0) throw failures[0];
  return received;
}

/** Null: it is no form with a file in it. */
function openForm(contentType: string | null, limits: BusboyConfig['limits']): BusboyInstance | null {
  try {
    return new Busboy({
      headers: { 'content-type': contentType ?? '' },
      limits,
    });
  } catch {
    return null;
  }
}

/** A browser shows an answer only when it could send all of its file: so much of one that is not wanted is read and dropped. */
const DRAINED_BYTES = 100 * 1024 * 1024;

/** Reads what is left of a body and keeps nothing of it. Never rejects. */
export async function drain({ body }: Request): Promise<void> {
  if (body === null || body.locked) return;
  let taken = 0;
  try {
    for await (const piece of body) {
      taken += piece.byteLength;
      if (taken > DRAINED_BYTES) return;
    }
  } catch {
    // Broken off: nobody reads the answer.
  }
}
