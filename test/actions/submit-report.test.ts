import { describe, expect, it } from 'vitest';
import { submitReport } from '../../src/actions/submit-report.ts';
import { at, createBench, type Member, PLAIN_REPORT } from '../support/bot-bench.ts';

async function opened(start = '2026-11-02 08:00') {
  const bench = createBench({ start });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const task = bench.task('HBG', '2026-11').id;
  const send = (report = PLAIN_REPORT, when = bench.clock.now(), member: Member = an) =>
    submitReport(bench.bot().desk, { person: member.person, at: when }, bench.store.people.memberships(member.person), {
      task,
      report,
      via: 'template',
      attachments: [],
    });
  return { bench, an, task, send };
}

describe('timeliness', () => {
  it.each([
    [-1, 'on_time'],
    [0, 'late'],
  ] as const)('%i ms from the cut-off is %s', async (offset, timeliness) => {
    const { send } = await opened();
    const result = send(PLAIN_REPORT, at('2026-11-18 00:00') + offset);
    expect(result).toMatchObject({ ok: true, value: { timeliness, version: 1 } });
  });

  it('is judged by when the update was stored, not by when it was acted on', async () => {
    const { bench, an, task } = await opened();
    await bench.clock.sleepTo(at('2026-11-17 23:50'));
    await bench.type(an, '/nop t11 ket_qua=Tốt');
    await bench.clock.sleepTo(at('2026-11-17 23:59') + 59_999);
    await an.channel.press(an.chat, 'Gửi báo cáo');
    await bench.clock.sleepTo(at('2026-11-18 00:10'));
    expect(bench.store.tasks.find(task)).toMatchObject({ state: 'submitted', timeliness: 'on_time' });
    expect(bench.texts(an).at(-1)).toContain('23:59:59 ngày 17/11/2026');
  });

  it('is stamped once: a correction after the cut-off is a new version and still on time', async () => {
    const { bench, task, send } = await opened();
    send();
    const first = bench.store.tasks.find(task)?.firstValidAt;
    const second = send({ nothingToReport: true, values: {} }, at('2026-11-25 08:00'));
    expect(second).toMatchObject({ ok: true, value: { version: 2, timeliness: 'on_time' } });
    expect(bench.store.tasks.find(task)?.firstValidAt).toBe(first);
    expect(bench.store.submissions.ofTask(task).map((one) => one.report.nothingToReport)).toEqual([false, true]);
  });
});

describe('all or nothing', () => {
  it.each([
    ['a value that is no number', { hoi_nghi: 'ba', ket_qua: 'Tốt' }],
    ['nothing where something is required', { hoi_nghi: 3 }],
    ['a field the form does not know', { hoi_nghi: 3, ket_qua: 'Tốt', so_ca: 1 }],
  ])('stores nothing of a report with %s', async (_, values) => {
    const { bench, task, send } = await opened();
    expect(send({ nothingToReport: false, values })).toMatchObject({
      ok: false,
      problem: { problem: 'faulty-report' },
    });
    expect(bench.store.submissions.latestOf(task)).toBeNull();
    expect(bench.store.tasks.find(task)?.state).toBe('open');
  });

  it('keeps the receipt, the state, the cleared reminders and the record of it together', async () => {
    const { bench, task, send } = await opened();
    const result = send();
    expect(result).toMatchObject({
      ok: true,
      value: { receipt: expect.stringMatching(/^HBG-2026-11-1(?:-[0-9A-Z]{4}){3}$/u) },
    });
    expect(bench.store.milestones.plannedOf(task)).toEqual([]);
  });
});

describe('who may', () => {
  it('refuses staff, coordinators and other units, and stores nothing', async () => {
    const { bench, task, send } = await opened();
    const others = [bench.join('staff', 'HBG'), bench.join('coordinator'), bench.join('liaison', 'HCG')];
    for (const other of others) {
      expect(send(PLAIN_REPORT, bench.clock.now(), other)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    }
    expect(bench.store.submissions.latestOf(task)).toBeNull();
  });

  it('takes the report of a leader', async () => {
    const { bench, send } = await opened();
    const dung = bench.join('leader', 'HBG');
    expect(send(PLAIN_REPORT, bench.clock.now(), dung)).toMatchObject({ ok: true });
  });

  it('refuses what was waived', async () => {
    const { bench, task, send } = await opened();
    bench.store.tasks.move(task, 'waive', 'test');
    expect(send()).toEqual({ ok: false, problem: { problem: 'task-closed', state: 'waived' } });
  });
});

it('does not act twice on an update that comes twice', async () => {
  const { bench, an, task } = await opened();
  await bench.type(an, '/nop t11 ket_qua=Tốt');
  const value = an.channel.sent.at(-1)?.choices.find((one) => one.label === 'Gửi báo cáo')?.value ?? '';
  for (let time = 0; time < 3; time++) {
    await an.channel.deliver(an.chat, { key: 'same', text: value, picked: true });
    await bench.clock.advance(3000);
  }
  expect(bench.store.submissions.ofTask(task).length).toBe(1);
  expect(bench.texts(an).filter((text) => text.includes('Đã nhận báo cáo')).length).toBe(1);
});

describe('files', () => {
  async function send() {
    const { bench, an, task } = await opened();
    const attach = async (name: string) => {
      await an.channel.attach(an.chat, { name, bytes: Buffer.from('%PDF-1.4\n%%EOF\n') });
      await bench.clock.advance(5000);
      return bench.texts(an).at(-1);
    };
    await attach('a.pdf');
    await bench.type(an, 'hoi_nghi=3 ket_qua=Tốt');
    await bench.clock.advance(5000);
    await bench.press(an, 'Gửi báo cáo');
    const stored = () => bench.store.attachments.ofTask(task).map((file) => `${file.name} ${file.version}`);
    return { bench, an, task, attach, stored };
  }

  it('are kept with the version they came with', async () => {
    const { stored } = await send();
    expect(stored()).toEqual(['a.pdf 1']);
  });

  it('sent afterwards need no more than a confirmation: the figures and the files before stay', async () => {
    const { bench, an, task, attach, stored } = await send();
    const shown = await attach('b.pdf');
    expect(shown).toMatch(/Hội nghị, tập huấn: 3[\s\S]*Tệp kèm: a\.pdf \(bản 1\), b\.pdf/u);
    await bench.press(an, 'Gửi báo cáo');
    expect(stored()).toEqual(['a.pdf 1', 'b.pdf 2']);
    expect(bench.texts(an).at(-1)).toMatch(/Bản thứ 2[\s\S]*Tệp kèm: 2/u);
    expect(bench.store.submissions.latestOf(task)?.report.values).toMatchObject({ hoi_nghi: 3, ket_qua: 'Tốt' });
  });

  it('stay when only a figure is corrected', async () => {
    const { bench, an, stored } = await send();
    await bench.type(an, '/nop t11 hoi_nghi=4');
    await bench.clock.advance(5000);
    expect(bench.texts(an).at(-1)).toContain('Tệp kèm: a.pdf (bản 1)');
    await bench.press(an, 'Gửi báo cáo');
    expect(bench.texts(an).at(-1)).toContain('Tệp kèm: 1');
    expect(stored()).toEqual(['a.pdf 1']);
  });

  it('sent within a day may belong to the report that just went, even while another one is owed', async () => {
    const { bench, an, attach } = await send();
    await bench.clock.sleepTo(at('2026-12-01 08:00'));
    await bench.tick();
    await bench.type(an, '/nop t12 hoi_nghi=1 ket_qua=Tốt');
    await bench.clock.advance(5000);
    await bench.press(an, 'Gửi báo cáo');
    expect(await attach('c.pdf')).toMatch(/Tệp kèm theo báo cáo nào|nộp báo cáo nào/u);
    expect(an.channel.sent.at(-1)?.choices.map(({ label }) => label)).toEqual([
      expect.stringContaining('(sửa bản đã nộp)'),
      expect.stringContaining('Cả năm 2026'),
    ]);
  });
});

it('offers the whole form after the question which report is meant', async () => {
  const { bench, an } = await opened();
  await bench.sleepTo('2026-12-01 08:00');
  await bench.type(an, '/nop');
  await bench.clock.advance(3000);
  await bench.press(an, 'Cả năm 2026 – Huyện Bình Giang');
  await bench.clock.advance(3000);
  expect(bench.texts(an).at(-1)).toMatch(/#BC nam 2026 HBG[\s\S]*hoi_nghi/u);
  expect(an.channel.sent.at(-1)?.choices.map(({ label }) => label)).toEqual(['Trả lời từng câu', 'Không phát sinh']);
});

it('stays "nothing to report" when what is typed at the preview cannot be read', async () => {
  const { bench, an, task } = await opened();
  for (const text of ['/nop t11 không phát sinh', 'để em hỏi lại sếp']) {
    await bench.type(an, text);
    await bench.clock.advance(3000);
  }
  expect(bench.texts(an).at(-1)).toMatch(/vẫn giữ phần đã nhập/u);
  await bench.press(an, 'Gửi báo cáo');
  expect(bench.store.submissions.latestOf(task)?.report).toEqual({ nothingToReport: true, values: {} });
});
