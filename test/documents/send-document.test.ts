import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, vi } from 'vitest';
import { type Bench, createBench, type Member } from '../support/bot-bench.ts';
import { CORPUS } from './corpus.ts';

async function onTheTenth(unit = 'HBG'): Promise<{ bench: Bench; an: Member }> {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const an = bench.join('liaison', unit, { name: 'An' });
  await bench.tick();
  return { bench, an };
}

async function send(bench: Bench, an: Member, name: string, bytes: Uint8Array, text = ''): Promise<string> {
  const before = bench.texts(an).length;
  await an.channel.attach(an.chat, { name, bytes: Buffer.from(bytes) }, text);
  // It is read on a thread of its own, of which the clock in hand knows nothing.
  await vi.waitFor(async () => {
    await bench.clock.settle();
    expect(bench.texts(an).length).toBeGreaterThan(before);
  }, 120_000);
  return bench.texts(an).at(-1) ?? '';
}

async function say(bench: Bench, an: Member, text: string): Promise<string> {
  await bench.type(an, text);
  await bench.clock.settle();
  return bench.texts(an).at(-1) ?? '';
}

const latest = (bench: Bench, unit = 'HBG') => bench.store.submissions.latestOf(bench.task(unit, '2026-11').id);

/** The file that answers /bieumau. */
async function takeForm(bench: Bench, an: Member) {
  const files = () => an.channel.sent.flatMap(({ chat, message }) => (chat === an.chat ? (message.file ?? []) : []));
  const before = files().length;
  await say(bench, an, '/bieumau t11');
  await vi.waitFor(async () => {
    // No platform takes more than a message a second.
    await bench.clock.advance(1000);
    expect(files().length).toBeGreaterThan(before);
  }, 120_000);
  return files().at(-1)!;
}

/** The form as it came, with these cells of column B filled in by row. */
async function filledIn(form: Uint8Array, values: Readonly<Record<string, string | number>>): Promise<Uint8Array> {
  const { sheets } = await readXlsx(form);
  const rows = (sheets[0]?.rows ?? []).map((row) => {
    const key = Object.keys(values).find((one) => String(row[0] ?? '').includes(`(${one}`));
    return key === undefined ? row : [row[0] ?? null, values[key] ?? null, row[2] ?? null];
  });
  return writeXlsx({ sheets: [{ name: 'Biểu mẫu', rows }] });
}

describe('an office’s own report, sent as a file', () => {
  it('is read into a preview that names the places, and nothing is sent before it was confirmed', async () => {
    const { bench, an } = await onTheTenth(CORPUS[0]!.unit);
    const clean = CORPUS[0]!;
    const preview = await send(bench, an, clean.name, await clean.bytes(), 'Em gửi báo cáo ạ');
    expect(preview).toContain(`Đã đọc`);
    expect(preview).toContain('Đọc từ: Hội nghị, tập huấn 3 ← dòng');
    expect(preview).toContain(`Tệp kèm: ${clean.name}`);
    expect(latest(bench, clean.unit)).toBeNull();
    expect(await say(bench, an, 'gửi')).toContain('Đã nhận báo cáo');
    expect(latest(bench, clean.unit)).toMatchObject({ via: 'file', report: { values: clean.expected } });
  });

  it('that names another unit at its head is asked about, figure by figure', async () => {
    const { bench, an } = await onTheTenth();
    const clean = CORPUS[0]!;
    const answer = await send(bench, an, clean.name, await clean.bytes());
    expect(answer).toContain('⚠️ Tệp ghi tên Sở Công Thương');
    expect(answer).toMatch(/Câu 1\/\d/u);
    expect(await say(bench, an, 'gửi')).not.toContain('Đã nhận báo cáo');
  });

  it('without any figure goes along with the report, and the form is offered', async () => {
    const { bench, an } = await onTheTenth();
    const other = CORPUS.find(({ expected, doubtful }) => Object.keys(expected).length + doubtful.length === 0)!;
    const answer = await send(bench, an, other.name, await other.bytes());
    expect(answer).toContain('chưa đọc được số liệu nào trong tệp');
    expect(answer).toContain('#BC thang 2026-11 HBG');
  });

  it('of another period is asked about, figure by figure', async () => {
    const { bench, an } = await onTheTenth();
    const september = CORPUS.find(({ name }) => name === 'SCT bieu T10.xlsx')!;
    const answer = await send(bench, an, september.name, await september.bytes());
    expect(answer).toContain('Tên báo cáo trong tệp ghi tháng 9/2026, không phải tháng 11/2026');
    expect(answer).toMatch(/Câu 1\/\d/u);
  });
});

describe('the Excel form', () => {
  it('comes with what is known, and goes back as a report', async () => {
    const { bench, an } = await onTheTenth();
    const file = await takeForm(bench, an);
    expect(file.name).toBe('bieu-mau-thang-2026-11-HBG.xlsx');
    const bytes = bench.store.storedFiles.bytes(file.id)!;
    const values = { hoi_nghi: 4, nguoi_du: '1.250', kinh_phi: 12.5, ket_qua: 'Dòng một\nHội nghị: 99' };
    const preview = await send(bench, an, file.name, await filledIn(bytes, values));
    expect(preview).toContain('1.250');
    await say(bench, an, 'gửi');
    expect(latest(bench)?.report.values).toEqual({ ...values, nguoi_du: 1250 });

    const { sheets } = await readXlsx(bench.store.storedFiles.bytes((await takeForm(bench, an)).id)!);
    expect(sheets[0]?.rows[1]?.[0]).toBe('#BC thang 2026-11 HBG b1');
    expect(sheets[0]?.rows.find((row) => String(row[0]).includes('(hoi_nghi'))?.[1]).toBe(4);
  });

  it('filled in with LibreOffice, which takes "_xa_" in a key for a line break, loses no figure', async () => {
    const { bench, an } = await onTheTenth();
    const file = await takeForm(bench, an);
    const filled = await filledIn(bench.store.storedFiles.bytes(file.id)!, { mang_xa_hoi: 37, ket_qua: 'Tốt' });
    const { sheets } = await readXlsx(filled);
    const rows = (sheets[0]?.rows ?? []).map((row) => [
      String(row[0] ?? '').replace('mang_xa_hoi', 'mang\nhoi'),
      row[1] ?? null,
    ]);
    expect(rows.flat().filter((cell) => String(cell).includes('mang\nhoi'))).toHaveLength(1);
    await send(bench, an, file.name, await writeXlsx({ sheets: [{ name: 'Biểu mẫu', rows }] }));
    await say(bench, an, 'gửi');
    expect(latest(bench)?.report.values).toEqual({ mang_xa_hoi: 37, ket_qua: 'Tốt' });
  });

  it('of another unit is refused', async () => {
    const { bench, an } = await onTheTenth();
    const rows = [['#BC thang 2026-11 HCG'], ['Hội nghị (hoi_nghi)', 4], ['Kết quả (ket_qua)', 'Tốt']];
    const foreign = await writeXlsx({ sheets: [{ name: 'A', rows }] });
    await send(bench, an, 'form.xlsx', foreign);
    expect(bench.texts(an).at(-1)).not.toContain('Gửi báo cáo');
    expect(bench.store.submissions.latestOf(bench.task('HCG', '2026-11').id)).toBeNull();
    expect(latest(bench)).toBeNull();
  });
});
