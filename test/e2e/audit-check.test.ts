import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { inviteByShell, makeFolder, runScript } from '../support/bot-process.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

it('npm run audit:check: exit 0 while the audit is whole, exit 1 and the first broken entry when a byte was changed', async () => {
  const env = { DATABASE_PATH: join(folder.path, 'bot.sqlite') };
  expect(await runScript('plan-apply', [], env)).toMatchObject({ code: 0 });
  for (const unit of ['HBG', 'HCG', 'STC']) await inviteByShell(env, 'liaison', unit);
  const whole = await runScript('audit-check', [], env);
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  expect(whole.stdout).toMatch(/^Nhật ký nguyên vẹn: 4 mục\. Mã kiểm: [0-9a-f]{12}\n$/u);

  const db = new Database(env.DATABASE_PATH);
  db.exec("UPDATE audit SET subject = 'HNG' WHERE subject = 'HCG'");
  db.close();
  const changed = await runScript('audit-check', [], env);
  expect(changed.code).toBe(1);
  expect(changed.stdout).toMatch(
    /^Nhật ký đã bị sửa hoặc mất mục: mục 3 \(invite, .+\) không khớp\. 2 mục trước đó nguyên vẹn/u,
  );
});

it('npm run audit:check: a database that is not there is named, and none is made', async () => {
  const path = join(folder.path, 'none.sqlite');
  const ended = await runScript('audit-check', [], { DATABASE_PATH: path });
  expect(ended).toMatchObject({ code: 1, stderr: `Chưa có dữ liệu ở ${path}.\n` });
});
