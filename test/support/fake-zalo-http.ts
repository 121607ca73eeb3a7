import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the fake platform may do instead of answering properly, or around it. */
export type ZaloMood =
  | 'hang'
  | 'reset'
  | 'html'
  /** An error in the envelope: with HTTP 200 unless told otherwise, as the real one was seen to. */
  | { code: number; description?: string; http?: number }
  | { status: number; body: unknown }
  | { delayMs: number }
  /** The call takes effect, and then no answer comes, half of it, or something else. */
  | { afterAccept: Instead };

export type Instead = 'hang' | 'reset' | 'cut' | { status: number; body: unknown };

export type Params = Readonly<Record<string, unknown>>;

/** A refusal of the platform's own. `http` is the status it travels under, which need not be the code. */
export class ZaloRefusal extends Error {
  readonly code: number;
  readonly http: number;

  constructor(code: number, description: string, http = code) {
    super(description);
    this.code = code;
    this.http = http;
  }
}

/** Reads a call's parameters from the address or a JSON body; other ways are documented and not played. */
export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const fromUrl = Object.fromEntries(url.searchParams);
  const body = Buffer.concat(chunks).toString();
  if (body === '') return fromUrl;
  if (!request.headers['content-type']?.startsWith('application/json'))
    throw new ZaloRefusal(400, 'Bad Request: not JSON');
  return { ...fromUrl, ...(JSON.parse(body) as object) };
}

export function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed || response.writableEnded) return;
  const words = typeof body === 'string';
  response.writeHead(status, { 'content-type': words ? 'text/html' : 'application/json' });
  response.end(words ? body : JSON.stringify(body));
}

export function answerRefusal(response: ServerResponse, { code, message, http }: ZaloRefusal): void {
  answer(response, http, { ok: false, description: message, error_code: code });
}

/** What comes in place of the true answer; `cut`: the line ends in the middle of it. */
export function answerInstead(how: Instead, response: ServerResponse, truth: unknown): void {
  if (typeof how === 'object') return answer(response, how.status, how.body);
  if (how !== 'cut') return breakOff(how, response);
  const whole = JSON.stringify(truth);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
  response.write(whole.slice(0, whole.length / 2), () => response.destroy());
}

/** Breaks the line: with a TCP reset, or by never answering. */
export function breakOff(how: 'hang' | 'reset', response: ServerResponse): void {
  if (how === 'reset') response.socket?.resetAndDestroy();
}
