import { DateTime } from 'luxon';
import { restoreBackup } from '../src/store/backup.ts';
import { run, UsageError } from './run.ts';

await run((config) => {
  const file = process.argv[2];
  if (file === undefined) throw new UsageError('Cách dùng: npm run restore -- TỆP_SAO_LƯU');
  const stamp = DateTime.now().setZone(config.timeZone).toFormat('yyyy-MM-dd-HHmmss');
  const kept = restoreBackup(file, config.databasePath, stamp);
  console.log(`Đã khôi phục ${file} vào ${config.databasePath}.`);
  if (kept !== null) console.log(`Dữ liệu cũ được giữ ở ${kept}.`);
});
