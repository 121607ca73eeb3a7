import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/access.ts';
import { type Bench, createBench, type Member } from '../support/bot-bench.ts';
import { bothPlatforms } from '../support/transcript.ts';

async function ask(bench: Bench, member: Member, text: string): Promise<string> {
  await bench.clock.advance(60_000);
  await bench.type(member, text);
  return bench.texts(member).at(-1) ?? '';
}

describe.each(ROLES)('help for %s', (role) => {
  const of = role === 'coordinator' || role === 'admin' ? null : 'HBG';

  it('is one message on Zalo, whose 2,000 characters cost one of the month’s', async () => {
    const bench = createBench({ start: '2026-11-12 08:00', channels: bothPlatforms });
    const somebody = bench.join(role, of, { channel: 'zalo' });
    const help = await ask(bench, somebody, '/trogiup');
    expect(help.length).toBeLessThanOrEqual(2000);
    for (const name of ['/trogiup', '/toi', '/huy']) expect(help).toContain(`\n${name} – `);
  });

  it('has an example for each where messages cost nothing', async () => {
    const bench = createBench({ start: '2026-11-12 08:00', channels: bothPlatforms });
    const help = await ask(bench, bench.join(role, of), '/trogiup');
    expect(help).toContain('   ví dụ: /toi ten Nguyễn Văn An');
  });
});

it.each(['/trogiup thông báo', 'trợ giúp /thongbao', '/help announce'])(
  '%s explains that command alone',
  async (text) => {
    const bench = createBench({ start: '2026-11-12 08:00' });
    expect(await ask(bench, bench.join('coordinator'), text)).toMatch(/^\/thongbao – [^\n]+$/u);
  },
);

it('of a command that is not one’s own is help as a whole', async () => {
  const bench = createBench({ start: '2026-11-12 08:00' });
  expect(await ask(bench, bench.join('liaison', 'HBG'), '/trogiup dondoc')).toContain('Các lệnh dùng được');
});
