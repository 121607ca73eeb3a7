import http from 'node:http';
import https from 'node:https';
import type { IncomingFile } from '../channel.ts';
import { SendError, type SendFailure } from '../send-error.ts';
import { toSendError } from './api-failure.ts';
import type { BotApi } from './bot-api.ts';

/** What bots may fetch. */
const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

export interface DownloadOptions {
  maxBytes: number;
  limitMs: number;
  redact: (text: string) => string;
}

/** Fetches a file somebody sent. Throws SendError; fetching twice does no harm, so it is never `unknown`. */
export async function download(api: BotApi, file: IncomingFile, options: DownloadOptions): Promise<Buffer> {
  const maxBytes = Math.min(options.maxBytes, DOWNLOAD_LIMIT);
  if (file.size !== null && file.size > maxBytes) throw new SendError('refused', tooLarge(maxBytes));
  try {
    const found = await api.bot.telegram.callApi('getFile', { file_id: file.ref });
    if (found.file_path === undefined) throw new SendError('gone', 'Telegram has no path for the file');
    return await fetchBytes(api.fileUrl(found.file_path), { ...options, maxBytes, agent: api.agent });
  } catch (thrown) {
    const error = toSendError(thrown, options.redact);
    throw error.kind === 'unknown' ? new SendError('unavailable', error.message) : error;
  }
}

interface FetchLimits {
  agent: http.Agent;
  maxBytes: number;
  limitMs: number;
}

/** Fetches what stands at an address, which holds the token and so is in no error. */
function fetchBytes(url: URL, { agent, maxBytes, limitMs }: FetchLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const request = client.get(url, { agent, signal: AbortSignal.timeout(limitMs) }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const fail = (kind: SendFailure, message: string) => {
        response.destroy();
        reject(new SendError(kind, message));
      };
      const status = response.statusCode ?? 0;
      if (status !== 200) return fail(kindOfStatus(status), `the file was answered with ${status}`);
      if (Number(response.headers['content-length']) > maxBytes) return fail('refused', tooLarge(maxBytes));
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxBytes) fail('refused', tooLarge(maxBytes));
      });
      response.on('error', () => fail('unavailable', 'the file broke off'));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    request.on('error', (error) => reject(new SendError('unavailable', `the file did not come: ${codeOf(error)}`)));
  });
}

function tooLarge(maxBytes: number): string {
  return `the file is larger than ${maxBytes} bytes`;
}

function kindOfStatus(status: number): SendFailure {
  if (status === 401) return 'unauthorised';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'unavailable' : 'gone';
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}
