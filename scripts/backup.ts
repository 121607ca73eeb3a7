import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DateTime } from 'luxon';
import { checkBackup } from '../src/store/backup.ts';
import { run, UsageError, withStore } from './run.ts';

await run(async (config) => {
  const stamp = DateTime.now().setZone(config.timeZone).toFormat('yyyy-MM-dd-HHmmss');
  const file = process.argv[2] ?? join(config.backup.directory, `bot-${stamp}.sqlite`);
  if (!existsSync(config.databasePath)) throw new UsageError(`Chưa có dữ liệu ở ${config.databasePath}.`);
  if (existsSync(file)) throw new UsageError(`Tệp ${file} đã có. Hãy chọn tên khác để không ghi đè bản sao lưu cũ.`);
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.half`;
  rmSync(half, { force: true });
  await withStore(config, (store) => store.backup(half));
  checkBackup(half);
  renameSync(half, file);
  console.log(`Đã sao lưu và kiểm tra: ${file}`);
});
