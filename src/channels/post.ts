import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

export interface Post {
  url: URL;
  body: string | Buffer;
  contentType: string;
  agent: http.Agent;
  /** The longest a connection may take to stand: what hangs before was surely not sent. */
  connectLimitMs: number;
  /** The longest the whole call may take. */
  limitMs: number;
  /** Ends the call early. */
  stop?: AbortSignal;
}

/**
 * How a call ended. `unreachable`: no connection stood, so nothing was written; `silence`: one stood and no whole answer came,
 * so anything may have happened; `stopped`: the caller gave up. `why` is for operators and holds no address.
 */
export type Posted =
  | { how: 'answered'; status: number; body: string }
  | { how: 'unreachable' | 'silence' | 'stopped'; why: string };

/** Largest answer that is read. */
const ANSWER_LIMIT = 8 * 1024 * 1024;

/** Posts once and follows no redirect, which would carry the token elsewhere. Never rejects: raw errors hold the address, and the address holds the token. */
export function post({ url, body, contentType, agent, connectLimitMs, limitMs, stop }: Post): Promise<Posted> {
  return new Promise((resolve) => {
    if (stop?.aborted === true) return resolve({ how: 'stopped', why: 'stopped' });
    const isSecure = url.protocol === 'https:';
    let stood = false;
    const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
    const request = (isSecure ? https : http).request(url, { method: 'POST', agent, headers });
    const settle = (ending: Posted): void => {
      clearTimeout(connecting);
      clearTimeout(waiting);
      stop?.removeEventListener('abort', giveUp);
      resolve(ending);
      if (ending.how !== 'answered') request.destroy();
    };
    const fail = (why: string): void => settle({ how: stood ? 'silence' : 'unreachable', why });
    const giveUp = (): void => settle({ how: 'stopped', why: 'stopped' });
    const connecting = setTimeout(() => stood || fail('connecting took too long'), connectLimitMs);
    const waiting = setTimeout(() => fail(`no answer within ${limitMs} ms`), limitMs);
    stop?.addEventListener('abort', giveUp);
    request.once('socket', (socket) =>
      whenConnected(socket, isSecure, () => {
        stood = true;
      }),
    );
    // A proxy that will not connect us has passed nothing on.
    request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) fail(`the proxy answered ${statusCode}`);
    });
    request.on('error', (error) => fail(codeOf(error)));
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > ANSWER_LIMIT) fail('an answer without end');
        else chunks.push(chunk);
      });
      response.on('error', (error) => fail(codeOf(error)));
      response.once('end', () =>
        settle({ how: 'answered', status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    });
    request.end(body);
  });
}

/** Before that not a byte of the request leaves the machine; a connection that was kept open stands already. */
function whenConnected(socket: Socket | TLSSocket, isSecure: boolean, connected: () => void): void {
  const isPending = isSecure && 'secureConnecting' in socket ? socket.secureConnecting : socket.connecting;
  if (isPending) socket.once(isSecure ? 'secureConnect' : 'connect', connected);
  else connected();
}

/** Only the system's word for it. */
function codeOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'no further word';
}
