import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, type Mood, type Params } from './fake-http.ts';

/** What the fake platform may do instead of answering properly, or around it. */
export type ZaloMood =
  | Mood
  /** An error in the envelope: with HTTP 200 unless told otherwise, as the real one was seen to. */
  | { code: number; description?: string; http?: number };

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

export function answerRefusal(response: ServerResponse, { code, message, http }: ZaloRefusal): void {
  answerJson(response, http, { ok: false, description: message, error_code: code });
}
