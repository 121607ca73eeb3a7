import { describe, expect, it } from 'vitest';
import { REPORT_WORDS } from '../../src/wording/report-page.ts';
import type { Member } from '../support/bot-bench.ts';
import { openReportSite, pageIn } from '../support/report-site.ts';

const OLD_TEMPLATE = '#BC thang 2026-11 HBG\nHội nghị (hoi_nghi): 3\nKết quả nổi bật (ket_qua): Tốt';
const HERS = {
  nothingToReport: false,
  values: { hoi_nghi: 5, nguoi_du: 400, ket_qua: 'Tốt' },
} as const;

/** Two liaisons of one unit, on Zalo; what An is handed out comes before Hà's report, what he sends after it. */
async function twoHands(start?: string) {
  const site = openReportSite(start);
  const { bench, say } = site;
  const an = bench.join('liaison', 'HBG', { channel: 'zalo', name: 'An' });
  const ha = bench.join('liaison', 'HBG', { channel: 'zalo', name: 'Hà' });
  await bench.tick();
  const latest = () => bench.store.submissions.latestOf(bench.task('HBG', '2026-11').id);
  const haSends = async () => {
    bench.submit(ha, 'HBG', '2026-11', HERS);
    await bench.tick();
    await bench.clock.advance(3000);
  };
  return { ...site, bench, say, an, ha, latest, haSends };
}

const WARNING = /Đã có bản thứ 1: Hà gửi lúc 08:3\d ngày 10\/11\/2026[\s\S]*Hội nghị, tập huấn: 5 → 3/u;

describe('a colleague’s newer version is shown before it is replaced', () => {
  it.each<[what: string, before: readonly string[], after: readonly string[]]>([
    ['a template of before', ['/nop t11'], [OLD_TEMPLATE]],
    ['a template of before, pasted afresh', [], ['/nop t11', OLD_TEMPLATE]],
    ['a template without anything before it', [], [OLD_TEMPLATE]],
    ['a line', [], ['/nop t11 hội nghị=3']],
    ['the values of a chat in the middle of it', ['/nop t11'], ['hội nghị=3 kết quả=Tốt']],
    ['a preview of before', ['/nop t11 hội nghị=3 kết quả=Tốt'], ['gửi đi']],
    ['a template with a version that never was', [], [OLD_TEMPLATE.replace('HBG', 'HBG b99')]],
  ])('%s', async (_what, before, after) => {
    const { say, an, latest, haSends } = await twoHands();
    for (const text of before) await say(an, text);
    await haSends();
    let answer = '';
    for (const text of after) answer = await say(an, text);
    expect(answer).toMatch(WARNING);
    expect(latest()).toMatchObject({ version: 1, report: HERS });
    await say(an, 'gửi đi');
    expect(latest()).toMatchObject({ version: 2, report: { values: { hoi_nghi: 3 } } });
  });

  it('values left blank in an old template are named as lost', async () => {
    const { say, an, haSends } = await twoHands();
    await haSends();
    expect(await say(an, OLD_TEMPLATE)).toContain('Lượt người dự: 400 → (để trống)');
  });

  it('guided questions that began before it', async () => {
    const { say, an, latest, haSends } = await twoHands();
    await say(an, '/nop t11');
    await say(an, 'trả lời từng câu');
    await haSends();
    await say(an, '3');
    for (let n = 0; n < 7; n++) await say(an, 'bỏ qua');
    await say(an, 'Tốt');
    let answer = '';
    for (let n = 0; n < 3; n++) answer = await say(an, 'bỏ qua');
    expect(answer).toMatch(WARNING);
    expect(latest()?.version).toBe(1);
  });

  it('a page of the web that was opened before it', async () => {
    const { bench, say, an, routes, latest, haSends } = await twoHands();
    await say(an, '/nop t11');
    const path = new URL(pageIn(bench, an)).pathname;
    const form = await (await routes.request(path)).text();
    const from = /name="f\.#from" value="(\d+)"/u.exec(form)?.[1] ?? 'none';
    await haSends();
    const typed = { 'f.hoi_nghi': '3', 'f.ket_qua': 'Tốt', 'f.#from': from, do: 'preview' };
    const kept = await routes.request(path, { method: 'POST', body: new URLSearchParams(typed) });
    const shown = await routes.request(`${path}${kept.headers.get('location')}`);
    const preview = (await shown.text()).replace(/<[^>]+>/gu, '');
    expect(preview).toMatch(WARNING);
    expect(preview).toContain(REPORT_WORDS.theirs);
    expect(latest()?.version).toBe(1);
  });

  it('one’s own is not: a template of that version starts from it', async () => {
    const { bench, say, an } = await twoHands();
    bench.submit(an, 'HBG', '2026-11', HERS);
    const offered = await say(an, '/nop t11');
    expect(offered).toContain('#BC thang 2026-11 HBG b1');
    expect(await say(an, OLD_TEMPLATE.replace('HBG', 'HBG b1'))).not.toContain('Đã có bản');
    expect(await say(an, OLD_TEMPLATE)).toContain('Đã có bản thứ 1: anh/chị gửi lúc');
  });
});

describe('a receipt is told to the unit’s other liaison', () => {
  const told = (bench: { texts(member: Member): string[] }, member: Member) =>
    bench.texts(member).filter((text) => text.includes('đã nộp báo cáo tháng 11/2026'));

  it('once a version, and never to the sender', async () => {
    const { bench, an, ha, haSends } = await twoHands();
    const mai = bench.join('liaison', 'HCG', { channel: 'zalo', name: 'Mai' });
    await haSends();
    expect(told(bench, an)).toEqual([
      expect.stringContaining('✅ Hà đã nộp báo cáo tháng 11/2026 của Huyện Bình Giang: bản thứ 1'),
    ]);
    await haSends();
    expect(told(bench, an)).toHaveLength(2);
    expect([...told(bench, ha), ...told(bench, mai)]).toEqual([]);
  });

  it('within hours', async () => {
    const { bench, an, haSends } = await twoHands('2026-11-10 21:30');
    await haSends();
    expect(told(bench, an)).toEqual([]);
    await bench.liveTo('2026-11-11 09:00');
    expect(told(bench, an)).toHaveLength(1);
  });
});
