import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inviteByShell, makeFolder, runScript } from '../support/bot-process.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const env = { DATABASE_PATH: join(folder.path, 'bot.sqlite') };

it('open invitations are listed and taken back in the shell; what is not there is named, exit 1', async () => {
  await runScript('plan-apply', [], env);
  await inviteByShell(env, 'liaison', 'HBG');
  expect((await runScript('invite', ['--list'], env)).stdout).toMatch(
    /^1\tcán bộ đầu mối, HBG\tcòn 1 lượt\thết hạn .+\tngười cấp: người vận hành\n$/u,
  );
  expect(await runScript('invite', ['--revoke', '1'], env)).toMatchObject({
    code: 0,
    stdout: 'Đã thu hồi mã mời 1 (cán bộ đầu mối, HBG).\n',
  });
  expect((await runScript('invite', ['--list'], env)).stdout).toBe('Không có mã mời nào đang mở.\n');
  const again = await runScript('invite', ['--revoke', '1'], env);
  expect(again).toMatchObject({ code: 1, stdout: '', stderr: '--revoke 1: Không có mã mời nào đang mở với số này.\n' });
});

it('people are listed, and a wrong order says how to do it right', async () => {
  await runScript('plan-apply', [], env);
  expect(await runScript('people', ['list'], env)).toMatchObject({ code: 0, stdout: 'Chưa có ai tham gia.\n' });
  for (const words of [[], ['remove'], ['remove', '--person', '9', '--reason', 'x'], ['list', '--nonsense']]) {
    const ended = await runScript('people', words, env);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('Cách dùng: npm run people -- list');
  }
});
