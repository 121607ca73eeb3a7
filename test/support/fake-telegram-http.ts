import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, type Mood, type Params } from './fake-http.ts';

/** What a Bot API server may do instead of answering properly, or after it did its part. */
export type FakeResponse = Mood | { retryAfter: number };

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** Reads a call's parameters from wherever the Bot API allows them: address, JSON, form, multipart. */
export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const fromUrl = Object.fromEntries(url.searchParams);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return fromUrl;
  if (type.startsWith('application/json')) return { ...fromUrl, ...(JSON.parse(body.toString()) as object) };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { ...fromUrl, ...Object.fromEntries(new URLSearchParams(body.toString())) };
  }
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) throw new Error(`a body of type ${type}`);
  return { ...fromUrl, ...readMultipart(body, boundary) };
}

/** Bytes are kept as latin1 text while the parts are taken apart, so that nothing is lost. */
function readMultipart(body: Buffer, boundary: string): Params {
  const params: Record<string, unknown> = {};
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`);
  for (const part of parts.slice(1)) {
    if (part.startsWith('--')) break;
    const headEnd = part.indexOf('\r\n\r\n');
    const head = Buffer.from(part.slice(0, headEnd), 'latin1').toString();
    const bytes = Buffer.from(part.slice(headEnd + 4), 'latin1');
    const name = /\bname="([^"]*)"/.exec(head)?.[1];
    const fileName = /\bfilename="([^"]*)"/.exec(head)?.[1];
    if (name === undefined) throw new Error('a part without a name');
    params[name] = fileName === undefined ? bytes.toString() : ({ name: fileName, bytes } satisfies UploadedFile);
  }
  return params;
}

export function isUpload(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}

/** What the Bot API answers instead of a result. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: object | null;

  constructor(code: number, description: string, parameters: object | null = null) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export function answerError(response: ServerResponse, { code, message, parameters }: ApiError): void {
  const body = { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) };
  answerJson(response, code, body);
}

/** A parameter that is JSON, however it came. */
export function parsed(value: unknown): unknown {
  return typeof value === 'string' && value !== '' ? (JSON.parse(value) as unknown) : value;
}

export function listOf(value: unknown): unknown[] {
  const list = parsed(value);
  return Array.isArray(list) ? list : [];
}
