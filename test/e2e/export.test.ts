import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTwoMonths } from '../reports/rounds.ts';
import { createBench } from '../support/bot-bench.ts';

/** A database with two rounds in it, and the script run against it. */
function office() {
  const dir = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, 'bot.sqlite');
  makeTwoMonths(createBench({ start: '2026-09-20 08:00', path }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/export.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_PATH: path, BACKUP_DIR: join(dir, 'backup') },
    });
  return { dir, run };
}

describe('npm run export', () => {
  it('writes a file for its owner alone, and never over another one', () => {
    const { dir, run } = office();
    const out = join(dir, 't11.xlsx');
    const first = run('--period', '2026-11', '--format', 'xlsx', '--out', out);
    expect(first.stderr).toBe('');
    expect(first.status).toBe(0);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const again = run('--period', '2026-11', '--format', 'xlsx', '--out', out);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('đã có');
  });

  it.each([
    [['--period', '2031-01', '--format', 'csv', '--out', 'x.csv'], 'Không có kỳ báo cáo 2031-01'],
    [
      ['--period', '2026-11', '--format', 'pdf', '--out', 'x.pdf'],
      'không có dạng “pdf”, chỉ nhận docx, xlsx, csv, png',
    ],
    [['--format', 'csv'], '--period: chưa ghi kỳ báo cáo.'],
    [['--period', '2026-11', '--obligation', 'nam', '--format', 'csv', '--out', 'x.csv'], 'chỉ có: thang'],
    [['--period', '2026-11', '--format', 'csv', '--out', '/nowhere/x.csv'], 'Không ghi được tệp /nowhere/x.csv'],
    [['--kỳ', 'x'], 'Tham số chưa đúng'],
  ])('%j says in Vietnamese what is wrong', (args, sentence) => {
    const { dir, run } = office();
    const said = run(...args);
    expect(said.status).toBe(1);
    expect(said.stderr).toContain(sentence);
    expect(said.stderr).not.toMatch(/\bat .*\.ts:|Error:/u);
    expect(existsSync(join(dir, 'x.csv'))).toBe(false);
  });
});
