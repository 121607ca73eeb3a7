import { expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.ts';

it('blanks a secret in the log however it stands there, and nothing when there is none', () => {
  const written: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0);
  const log = createLog('info', ['', 'a"b\\c']);
  log.info({ url: 'https://example.vn/a"b\\c/send' }, 'sent a"b\\c');
  spy.mockRestore();
  expect(JSON.parse(written.join(''))).toMatchObject({ url: 'https://example.vn/[secret]/send', msg: 'sent [secret]' });
});
