import { roomAnswers } from '../../wording/room-answers.ts';
import { FILE_LIMIT_MB } from '../receive-file.ts';
import type { PostedMessage } from '../rehearsal.ts';

const TEXT_LIMIT = 20_000;

/** What was wrong with the input, as the person reads it. */
export interface Refusal {
  error: string;
  status: 400 | 413;
}

/** Reads a message: JSON with `text` or `picked`, or a form with `file` and perhaps `text`. The content type is known to be one of the two. */
export async function readMessage(request: Request): Promise<PostedMessage | Refusal> {
  if (/^multipart\//i.test(request.headers.get('content-type') ?? '')) return readForm(request);
  const body = await readObject(request, '{"text":"/nhiemvu"}', roomAnswers.notJsonMessage);
  if ('error' in body) return body;
  const { picked, text } = body.fields;
  if (picked !== undefined) return readPicked(picked);
  return text === undefined ? refuse(roomAnswers.messageEmpty) : readText(text);
}

/** Reads where the clock is to be moved: `{"to":"2026-11-16T08:30","sleep":true}`, `sleep` false when absent. Seconds and thousandths may follow. */
export async function readMove(request: Request): Promise<{ to: string; sleep: boolean } | Refusal> {
  const body = await readObject(request, '{"to":"2026-11-16T08:30"}', roomAnswers.notJson);
  if ('error' in body) return body;
  const { to, sleep = false } = body.fields;
  if (to === undefined || to === null || to === '') return refuse(roomAnswers.timeMissing);
  const given = shorten(typeof to === 'string' ? to : JSON.stringify(to));
  const parts =
    typeof to === 'string' ? /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?$/.exec(to) : null;
  if (parts === null) return refuse(roomAnswers.timeUnreadable(given));
  if (!isOnCalendar(parts.slice(1).map((part) => Number(part ?? 0)))) return refuse(roomAnswers.timeImpossible(given));
  if (typeof sleep !== 'boolean') return refuse(roomAnswers.sleepUnreadable);
  return { to: parts[0], sleep };
}

async function readObject(
  request: Request,
  example: string,
  notJson: string,
): Promise<{ fields: Record<string, unknown> } | Refusal> {
  let body: unknown;
  try {
    body = JSON.parse(await request.text());
  } catch {
    return refuse(notJson);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse(roomAnswers.notObject(example));
  return { fields: body as Record<string, unknown> };
}

function readText(text: unknown): PostedMessage | Refusal {
  if (typeof text !== 'string') return refuse(roomAnswers.textUnreadable);
  if (text.trim() === '') return refuse(roomAnswers.messageEmpty);
  if (text.length > TEXT_LIMIT) return refuse(roomAnswers.textTooLong(TEXT_LIMIT));
  return { text };
}

function readPicked(picked: unknown): PostedMessage | Refusal {
  if (typeof picked !== 'object' || picked === null) return refuse(roomAnswers.pickedUnreadable);
  const { value, label, line } = picked as Record<string, unknown>;
  const readable = isFilled(value) && isFilled(label) && Number.isSafeInteger(line);
  return readable ? { picked: { value, label, line: line as number } } : refuse(roomAnswers.pickedUnreadable);
}

async function readForm(request: Request): Promise<PostedMessage | Refusal> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return refuse(roomAnswers.formUnreadable);
  }
  const file = form.get('file');
  if (!(file instanceof File)) return refuse(roomAnswers.fileMissing);
  if (file.size > FILE_LIMIT_MB * 1024 * 1024) return refuse(roomAnswers.fileTooLarge(FILE_LIMIT_MB), 413);
  const words = form.get('text');
  const caption = typeof words === 'string' && words.trim() !== '' ? readText(words) : {};
  if ('error' in caption) return caption;
  return { ...caption, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}

function isOnCalendar([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): boolean {
  // Date.UTC rolls the 31st of November over to December; a date that comes back changed was never there.
  const rolled = new Date(Date.UTC(year, month - 1, day));
  return rolled.getUTCMonth() === month - 1 && rolled.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 1_000;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function refuse(error: string, status: 400 | 413 = 400): Refusal {
  return { error, status };
}
