import { join } from 'node:path';
import Database from 'better-sqlite3';
import { better, defineQueue, defineWorker } from 'plainjob';
import { answerParent } from '../child.ts';
import type { QueueRequest } from '../outbox-throughput.ts';
import { scratchFolder } from '../scene.ts';

const SILENT = { error() {}, warn() {}, info() {}, debug() {} };

/** The same messages as jobs of plainjob, at the durability of the bot's database. */
answerParent<QueueRequest>(async ({ messages, perCommit }) => {
  const db = new Database(join(scratchFolder(), 'queue.sqlite'));
  const queue = defineQueue({ connection: better(db), logger: SILENT });
  // The queue sets NORMAL; a power cut could then take acknowledged jobs with it.
  db.pragma('synchronous = FULL');
  let sent = 0;
  let finished = (): void => {};
  const done = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const worker = defineWorker('send', async () => {}, {
    queue,
    logger: SILENT,
    onCompleted() {
      sent += 1;
      if (sent === messages) finished();
    },
  });

  const begun = performance.now();
  const job = (person: number) => ({ person, content: { text: ['Thông báo cho đơn vị của anh/chị'] } });
  if (perCommit === 1) for (let i = 0; i < messages; i += 1) queue.add('send', job(i));
  else
    queue.addMany(
      'send',
      Array.from({ length: messages }, (_, i) => job(i)),
    );
  void worker.start();
  await done;
  const ms = performance.now() - begun;
  await worker.stop();
  queue.close();
  return { ms };
});
