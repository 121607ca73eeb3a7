import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashCode } from '../../src/actions/secret-code.ts';
import { openStore } from '../../src/store/store.ts';
import { makeFolder, runScript } from '../support/bot-process.ts';

const folder = makeFolder();
const env = { DATABASE_PATH: join(folder.path, 'bot.sqlite') };
const path = (name: string): string => join(folder.path, name);
afterAll(() => folder.remove());
beforeAll(async () => {
  await runScript('plan-apply', [], env);
  const store = openStore(env.DATABASE_PATH);
  const links = [
    { channel: 'telegram', name: 'bot57', link: 'https://t.me/bot57?start=CODE0000' },
    { channel: 'zalo', name: 'Bot <1>', link: null },
  ];
  store.facts.set('doors', JSON.stringify(links));
  store.close();
});

it('makes an invitation for every unit, as a workbook and as cards, for their owner alone', async () => {
  const args = ['--all', '--role', 'liaison', '--xlsx', path('ma.xlsx'), '--html', path('ma.html')];
  const { code, stdout } = await runScript('invite', args, env);
  expect(code).toBe(0);
  expect(stdout).toContain('Đã tạo 35 mã mời');
  expect([path('ma.xlsx'), path('ma.html')].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);

  const { sheets } = await readXlsx(new Uint8Array(readFileSync(path('ma.xlsx'))));
  const [head, ...rows] = sheets[0]?.rows ?? [];
  expect(head?.slice(0, 6)).toEqual(['STT', 'Mã đơn vị', 'Đơn vị', 'Vai trò', 'Mã mời', 'Gửi cho bot']);
  const store = openStore(env.DATABASE_PATH);
  for (const row of rows) {
    const invitation = store.invitations.findByHash(hashCode(String(row[4])));
    expect(invitation).toMatchObject({ unit: row[1], role: 'liaison', usesLeft: 1 });
    expect(row[6]).toBe(`https://t.me/bot57?start=${row[4]}`);
  }
  store.close();
  expect(rows).toHaveLength(35);

  const page = readFileSync(path('ma.html'), 'utf8');
  expect(page.match(/<section class="card">/gu)).toHaveLength(35);
  expect(page.match(/data:image\/png;base64,/gu)).toHaveLength(35);
  for (const row of rows) expect(page).toContain(`/batdau ${row[4]}`);
  expect(page).toContain('Zalo: tìm “Bot &lt;1&gt;”, gửi dòng có mã dưới đây');
});

it('makes no code that could not be written down, and writes over nothing', async () => {
  writeFileSync(path('co-roi.html'), 'cũ');
  const open = (): number => {
    const store = openStore(env.DATABASE_PATH);
    const count = store.invitations.open(Date.now()).length;
    store.close();
    return count;
  };
  const before = open();
  const args = ['--all', '--role', 'liaison', '--xlsx', path('moi.xlsx'), '--html', path('co-roi.html')];
  const taken = await runScript('invite', args, env);
  expect(taken).toMatchObject({ code: 1 });
  expect(taken.stderr).toContain('chưa tạo mã nào');
  expect((await runScript('invite', ['--all', '--role', 'liaison'], env)).stderr).toContain(
    'cần --xlsx TỆP hoặc --html TỆP',
  );
  expect((await runScript('invite', ['--all', '--role', 'admin', '--html', path('x')], env)).code).toBe(1);
  expect(open()).toBe(before);
  expect(existsSync(path('moi.xlsx'))).toBe(false);
  expect(readFileSync(path('co-roi.html'), 'utf8')).toBe('cũ');
});

it('opens a meeting from the shell, with its QR and a page for the wall', async () => {
  const { code, stdout } = await runScript('invite', ['--meeting', '--hours', '2', '--html', path('chieu.html')], env);
  expect(code).toBe(0);
  const meeting = /Mã cuộc họp: ([A-Z2-9]{10})/u.exec(stdout)?.[1] ?? '';
  expect(stdout).toMatch(/█▀▀▀▀▀█/u);
  const store = openStore(env.DATABASE_PATH);
  expect(store.meetings.current(Date.now())?.code).toBe(meeting);
  store.close();
  expect(readFileSync(path('chieu.html'), 'utf8')).toContain(meeting);
  expect(statSync(path('chieu.html')).mode & 0o777).toBe(0o600);
  expect((await runScript('invite', ['--meeting', '--hours', '99'], env)).stderr).toContain('--hours');
});
