import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPlan } from '../../src/assembly/open-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readStoredRules } from '../../src/plan/stored-rules.ts';
import { createBench, FROZEN_PLAN } from '../support/bot-bench.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';
import { WIDE_PLAN } from '../support/wide-plan.ts';

/**
 * The database of a bot of 2026-11-23 (commit bd3f350), killed at 15:01 on 2026-11-17 with messages on their way. It was
 * written by that release itself, through its chat, over platforms in memory: An (liaison HBG) sent three versions, one with
 * a file; Mai (HCG) had joined on both apps and became one person; somebody withdrew; Lan (STC) is in the middle of the
 * questions and Hoa (leader HBG) at a preview; a notice is out, invitations are open, an update could not be read. It is never
 * made anew: every later release has to come up on it.
 */
const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'database-2026-11-23.sqlite.gz');

function wake(plan: Plan | null) {
  const folder = mkdtempSync(join(tmpdir(), 'earlier-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'bot.sqlite');
  writeFileSync(path, gunzipSync(readFileSync(FIXTURE)));
  const bench = createBench({
    start: '2026-11-17 15:02',
    path,
    plan,
    channels: (wire) => [
      createMemoryChannel({ wire, name: 'telegram' }),
      createMemoryChannel({ wire, name: 'zalo', capabilities: { buttons: false, filesIn: 'pictures' } }),
    ],
  });
  // Its last updates were u4 on Zalo and u18 on Telegram: the counters go on from there.
  for (const channel of bench.channels) for (let update = 1; update <= 18; update++) channel.incoming('', {});
  const member = (name: string, chat: string, channel: 'telegram' | 'zalo') => {
    const on = bench.channels.find((one) => one.name === channel);
    const person = bench.store.people.members().find((one) => one.name === name)?.person ?? 0;
    if (on === undefined) throw new Error(`no channel ${channel}`);
    return { person, chat, channel: on, name };
  };
  return {
    bench,
    an: member('Nguyễn Văn An', 'tg-an', 'telegram'),
    lan: member('Hoàng Lan', 'tg-lan', 'telegram'),
    hoa: member('Đỗ Hoa', 'za-hoa', 'zalo'),
    mai: member('Phạm Thị Mai', 'za-mai', 'zalo'),
    tu: member('Lê Anh Tú', 'tg-tu', 'telegram'),
  };
}

describe.each([
  ['the plan it has', null],
  ['the plan of this release', FROZEN_PLAN],
  ['a plan with more reports', WIDE_PLAN],
])('a database of an earlier release, with %s', (_name, plan) => {
  it('comes up with everything that was in it, and its bot answers', async () => {
    const { bench, an, tu } = wake(plan);
    await bench.tick();
    await bench.clock.advance(3000);
    await bench.type(an, '/lichsu');
    expect(bench.texts(an).at(-1)).toMatch(/Báo cáo tháng 11\/2026[\s\S]*thứ 3/u);
    await bench.type(tu, '/tonghop thang 2026-11');
    expect(bench.texts(tu).at(-1)).toMatch(/Báo cáo tháng 11\/2026[\s\S]*Đúng hạn: 1/u);
    expect(
      bench.store.attachments.ofTask(bench.store.tasks.findByKey('HBG', 'thang', '2026-11')?.id ?? 0),
    ).toHaveLength(1);
    const [attachment] = bench.store.attachments.ofTask(
      bench.store.tasks.findByKey('HBG', 'thang', '2026-11')?.id ?? 0,
    );
    const bytes = bench.store.storedFiles.bytes(attachment?.file ?? 0) ?? Buffer.alloc(0);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(attachment?.sha256);
    expect(bench.store.audit.check()).toMatchObject({ broken: null });
    expect(bench.logged.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('says what was on its way, and goes on with what was half typed', async () => {
    const { bench, lan, hoa, mai } = wake(plan);
    await bench.tick();
    await bench.clock.advance(3000);
    expect(bench.texts(mai).join('\n')).toContain('Còn 1 báo cáo phải nộp');
    await bench.type(lan, '7');
    expect(bench.texts(lan).at(-1)).toContain('Câu 4/');
    await bench.type(hoa, 'ok');
    expect(bench.texts(hoa).at(-1)).toMatch(/còn lại từ thứ Ba 10\/11[\s\S]*bản thứ 3/u);
    await bench.clock.advance(3000);
    await bench.type(hoa, 'ok');
    await bench.clock.advance(3000);
    expect(bench.texts(hoa).at(-1)).toContain('Bản thứ 4');
    expect(bench.logged.filter((line) => line.level === 'error')).toEqual([]);
  });
});

it('a start says nothing about the plan when only the format of the rules is another one', () => {
  const { bench } = wake(null);
  const planDir = mkdtempSync(join(tmpdir(), 'earlier-plan-'));
  onTestFinished(() => rmSync(planDir, { recursive: true }));
  cpSync(FROZEN_PLAN_DIR, planDir, { recursive: true });
  // The plan as that release had it: its document, its reports and the words for fields have changed since.
  const stored = bench.store.ruleBooks.newest();
  if (stored === null) throw new Error('the fixture holds no plan');
  const { document, obligations, forms } = readStoredRules(stored);
  writeFileSync(join(planDir, 'plan.json'), JSON.stringify(document));
  writeFileSync(join(planDir, 'obligations.json'), JSON.stringify(obligations));
  writeFileSync(join(planDir, 'forms.json'), JSON.stringify(forms));
  const config = { planDir, timeZone: 'Asia/Ho_Chi_Minh' };
  const warned: string[] = [];
  const log = {
    debug() {},
    info() {},
    error() {},
    warn: (_fields: object, message: string) => void warned.push(message),
  };
  expect(openPlan(config, bench.store, log)).not.toBeNull();
  expect(warned).toEqual([]);
});
