import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Env } from '../support/bot-process.ts';

export const PLACES = ['file', 'sftp', 's3'] as const;
export type PlaceKind = (typeof PLACES)[number];

/** Where the copy goes in a drill: a server of its own on this machine, which outlives the bot's. */
export interface Place {
  env: Env;
  close(): Promise<void>;
}

/** Fetched by npx when a drill asks for it: no dependency of the project. */
const S3_SERVER = 's3rver@3.7.1';
const MEND = join(import.meta.dirname, 'mend-s3rver.cjs');
const UP_WITHIN_MS = 120_000;

/** Starts it in a folder. Throws with what the server said. */
export function openPlace(kind: PlaceKind, folder: string): Promise<Place> {
  return { file: openFolder, sftp: openSftp, s3: openS3 }[kind](folder);
}

async function openFolder(folder: string): Promise<Place> {
  return { env: { REPLICA_URL: pathToFileURL(join(folder, 'copy')).href }, close: async () => {} };
}

/** Debian's openssh-server on loopback, with keys of its own and nothing but sftp. */
async function openSftp(folder: string): Promise<Place> {
  const [hostKey, userKey] = ['host_key', 'user_key'].map((name) => join(folder, name));
  for (const key of [hostKey, userKey]) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key ?? '']);
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  const port = await freePort();
  const settings = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${hostKey}`,
    `AuthorizedKeysFile ${userKey}.pub`,
    'PidFile none',
    'StrictModes no',
    'PasswordAuthentication no',
    'PermitRootLogin prohibit-password',
    'UsePAM no',
    'Subsystem sftp internal-sftp',
  ];
  writeFileSync(join(folder, 'sshd_config'), `${settings.join('\n')}\n`);
  // Started by root it wants this folder, which a package's own start makes.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true });
  const server = serve('/usr/sbin/sshd', ['-D', '-e', '-f', join(folder, 'sshd_config')], folder);
  await server.listensOn(port);
  const url = `sftp://${userInfo().username}@127.0.0.1:${port}${copy}`;
  return { env: { REPLICA_URL: url, REPLICA_KEY_FILE: userKey ?? '' }, close: server.close };
}

async function openS3(folder: string): Promise<Place> {
  const port = await freePort();
  const words = [
    '-d',
    join(folder, 's3'),
    '-p',
    String(port),
    '-a',
    '127.0.0.1',
    '--configure-bucket',
    'sao-luu',
    '-s',
  ];
  const server = serve('npx', ['--yes', S3_SERVER, ...words], folder, { NODE_OPTIONS: `--require=${MEND}` });
  await server.listensOn(port);
  const env = {
    REPLICA_URL: 's3://sao-luu/bot',
    REPLICA_ENDPOINT: `http://127.0.0.1:${port}`,
    // The only keys it knows.
    LITESTREAM_ACCESS_KEY_ID: 'S3RVER',
    LITESTREAM_SECRET_ACCESS_KEY: 'S3RVER',
  };
  return { env, close: server.close };
}

function serve(program: string, words: readonly string[], cwd: string, more: Env = {}) {
  // A group of its own: npx starts the server below itself.
  const child: ChildProcess = spawn(program, words, {
    cwd,
    env: { ...process.env, ...more },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr?.on('data', (text) => (said = `${said}${text}`.slice(-4000)));
  const ended = Promise.race([once(child, 'exit'), once(child, 'error').then(([error]) => (said += String(error)))]);
  let isOver = false;
  void ended.then(() => (isOver = true));
  return {
    async listensOn(port: number): Promise<void> {
      const until = performance.now() + UP_WITHIN_MS;
      while (!(await answers(port))) {
        if (isOver || performance.now() > until) throw new Error(`${program} does not listen: ${said}`);
        await sleep(100);
      }
    },
    async close(): Promise<void> {
      if (isOver) return;
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await ended;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (found: boolean) => () => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
