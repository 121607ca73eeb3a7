// Loaded before everything else, in plain JavaScript, so that an old Node says what is wrong instead of failing on the first type.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Cần Node 22.18 trở lên, máy đang dùng ${process.version}. Trên Linux x64 hãy chạy qua npm ("npm start"): ` +
      'bộ cài đã kèm Node 24. Trên máy khác, hãy cài Node 24.\n',
  );
  process.exit(1);
}

// The database, its backups and exports hold personal data: what the bot and its commands write is the owner's alone. Threads
// share the mask of their process, and Node throws when one of them sets it.
if (isMainThread) process.umask(0o077);

// Types are stripped once, not at every start: that saves a third of the start and the memory of the stripper. A cache that
// cannot be written is done without.
nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
