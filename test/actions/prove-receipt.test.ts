import { describe, expect, it } from 'vitest';
import { digestState } from '../../src/actions/digest-state.ts';
import { pressUndo } from '../../src/actions/press-undo.ts';
import { readyReceiptKey } from '../../src/actions/receipt-key.ts';
import { hasFigures, openSeal, sealReceipt } from '../../src/actions/receipt-seal.ts';
import { submitFor } from '../../src/actions/submit-for.ts';
import { takeInReceipt } from '../../src/actions/take-in-receipt.ts';
import type { ReportContent } from '../../src/domain/report-form.ts';
import type { Bench, BenchOptions, Member } from '../support/bot-bench.ts';
import { at, createBench, PLAIN_REPORT } from '../support/bot-bench.ts';
import { loseReport } from '../support/lost-report.ts';

const KEY = 'a key that is long enough for a test';
const NONE: ReportContent = { nothingToReport: true, values: {} };
const FACTS = {
  unit: 'HBG',
  obligation: 'thang',
  period: '2026-11',
  version: 1,
  timeliness: 'on_time',
  at: at('2026-11-17 23:59') + 59_999,
} as const;
const MONTH = { from: at('2026-10-15'), to: at('2026-11-18 08:00') };

describe('a seal', () => {
  const seal = sealReceipt(KEY, FACTS, PLAIN_REPORT);

  it('is twelve letters, and tells the second by itself', () => {
    expect(seal).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/u);
    expect(openSeal(KEY, FACTS, seal, MONTH)).toBe(at('2026-11-17 23:59') + 59_000);
    expect(openSeal(KEY, FACTS, seal, { from: FACTS.at, to: FACTS.at })).toBe(FACTS.at - 999);
    expect(openSeal(KEY, FACTS, seal, { from: FACTS.at + 1, to: MONTH.to })).toBeNull();
  });

  it.each([
    ['unit', { unit: 'HCG' }],
    ['report', { obligation: 'quy' }],
    ['period', { period: '2026-12' }],
    ['version', { version: 2 }],
    ['standing', { timeliness: 'late' }],
  ] as const)('does not open for another %s', (_name, other) => {
    expect(openSeal(KEY, { ...FACTS, ...other }, seal, MONTH)).toBeNull();
  });

  it('does not open with another key, nor with any one letter changed', () => {
    expect(openSeal(`${KEY}.`, FACTS, seal, MONTH)).toBeNull();
    const letters = seal.replaceAll('-', '');
    for (let index = 0; index < letters.length; index += 1) {
      const other = letters[index] === '7' ? '8' : '7';
      const altered = letters.slice(0, index) + other + letters.slice(index + 1);
      // The last four vouch for the figures, and for nothing without them.
      if (index < 8) expect(openSeal(KEY, FACTS, altered, MONTH)).toBeNull();
      else expect(hasFigures(KEY, FACTS, altered, PLAIN_REPORT)).toBe(false);
    }
  });

  it('vouches for each figure, whatever their order, and not for words', () => {
    const { values } = PLAIN_REPORT;
    const reordered = Object.fromEntries(Object.entries(values).reverse());
    const has = (report: ReportContent) => hasFigures(KEY, FACTS, seal, report);
    expect(has({ nothingToReport: false, values: { ...reordered, ket_qua: 'Khác' } })).toBe(true);
    expect(has({ nothingToReport: false, values: { ...values, nguoi_du: 121 } })).toBe(false);
    expect(has({ nothingToReport: false, values: { ...values, tin_bai: 0 } })).toBe(false);
    expect(has(NONE)).toBe(false);
  });
});

interface Cast {
  bench: Bench;
  mai: Member;
  other: Member;
  an: Member;
}

function scene(options: BenchOptions = {}): Cast {
  const bench = createBench({ start: '2026-11-17 20:30', ...options });
  const [mai, other] = [bench.join('coordinator'), bench.join('coordinator')];
  return { bench, mai, other, an: bench.join('liaison', 'HBG') };
}

/** A report that was received with that receipt at 20:31 and is lost; the database knows nothing after 20:00. */
async function lost(options: BenchOptions = {}, line = 'hoi_nghi=3 nguoi_du=250 ket_qua=Xong') {
  const cast = scene(options);
  const { bench, an } = cast;
  await bench.tick();
  const receipt = await report(cast, line);
  loseReport(bench, 'HBG 2026-11');
  await bench.sleepTo('2026-11-18 07:40');
  await bench.restore(at('2026-11-17 20:00'));
  return { ...cast, ...receipt, said: () => bench.texts(an).at(-1) ?? '' };
}

async function report({ bench, an }: Cast, line: string): Promise<{ code: string; message: string }> {
  await say(bench, an, line.startsWith('khong') ? `/nop ${line}` : `/nop t11 ${line}`);
  await bench.press(an, 'Gửi báo cáo');
  await bench.clock.advance(3000);
  const message = bench.texts(an).at(-1) ?? '';
  return { message, code: /Mã biên nhận: (\S+)/u.exec(message)?.[1] ?? '' };
}

/** An app takes about one message a second. */
async function say(bench: Bench, member: Member, text: string): Promise<void> {
  await bench.type(member, text);
  await bench.clock.advance(3000);
}

async function settle(bench: Bench): Promise<void> {
  await bench.tick();
  await bench.clock.advance(5000);
}

/** A code of which one of the twelve letters is another. */
function alterLetter(code: string, index: number): string {
  const at = code.length - 14 + index + Math.floor(index / 4);
  return code.slice(0, at) + (code[at] === '7' ? '8' : '7') + code.slice(at + 1);
}

const claims = (bench: Bench) => bench.store.receiptClaims.open();
const task = (bench: Bench) => bench.task('HBG', '2026-11');

describe('a receipt of a lost report', () => {
  it('is taken in once, with its standing, its code and its figures, whoever presses first', async () => {
    const { bench, mai, other, an, message, code } = await lost();
    await say(bench, an, message);
    const [claim] = claims(bench);
    const take = (member: Member) =>
      takeInReceipt(bench.bot().desk, { person: member.person, at: bench.clock.now() }, claim?.id ?? 0);
    expect(take(an)).toMatchObject({ ok: false, problem: { problem: 'not-allowed' } });
    expect(take(mai)).toMatchObject({ ok: true, value: { isNew: true } });
    expect(take(other)).toMatchObject({ ok: true, value: { isNew: false, takenBy: mai.name } });
    expect(bench.store.submissions.ofTask(task(bench).id)).toMatchObject([
      {
        receipt: code,
        version: 1,
        person: an.person,
        via: 'receipt',
        report: { values: { hoi_nghi: 3, nguoi_du: 250 } },
      },
    ]);
    expect(task(bench)).toMatchObject({ state: 'submitted', timeliness: 'on_time' });
    expect(bench.store.audit.entries().filter(({ action }) => action === 'take-in-receipt')).toHaveLength(1);
  });

  it('that was found genuine keeps its unit from being chased or called late, after somebody has looked as well', async () => {
    const { bench, mai, an, message } = await lost();
    const calm = digestState(bench.bot().desk, [], bench.clock.now());
    await say(bench, an, message);
    expect(digestState(bench.bot().desk, [], bench.clock.now()), 'is news for the digest').not.toBe(calm);
    await say(bench, mai, '/khoiphuc đã xem');
    expect(bench.texts(mai).at(-1)).toContain('Còn 1 biên nhận thật chờ ghi nhận');
    const before = bench.texts(an).length;
    await bench.liveTo('2026-11-18 15:30');
    expect(bench.texts(an).slice(before).join()).not.toMatch(/quá hạn/iu);
    await say(bench, an, '/nhiemvu');
    expect(bench.texts(an).at(-1)).toContain('chưa tính là quá hạn');
    await say(bench, mai, '/dondoc t11 HBG');
    expect(bench.texts(mai).at(-1)).toMatch(/Có biên nhận thật chờ ghi nhận .* \(1\): Huyện Bình Giang/u);
    expect(bench.texts(mai).at(-1)).toContain('Không có ai để nhắc');
  });

  it('by its code alone is taken in without figures, which follow; shown again with them it has them', async () => {
    const { bench, an, message, code } = await lost();
    await say(bench, an, code.toLowerCase().replaceAll('-', ' '));
    expect(claims(bench)).toMatchObject([{ report: null, timeliness: 'on_time' }]);
    await say(bench, an, message.replace(/\n+/gu, ' '));
    expect(claims(bench)).toMatchObject([{ report: { values: { hoi_nghi: 3, nguoi_du: 250 } } }]);
  });

  it.each([8, 9, 10, 11])(
    'with its letter %i altered is not kept: the proven part is, and the whole one joins it',
    async (index) => {
      const { bench, mai, an, message, code } = await lost();
      const altered = alterLetter(code, index);
      await say(bench, an, altered);
      expect(bench.texts(an).at(-1)).toMatch(/Phần cuối của mã chưa kiểm được/u);
      expect(claims(bench)).toMatchObject([{ receipt: code.slice(0, -5), report: null }]);
      await say(bench, an, message);
      expect(claims(bench)).toMatchObject([{ receipt: code, report: { values: { hoi_nghi: 3, nguoi_du: 250 } } }]);
      takeInReceipt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, claims(bench)[0]?.id ?? 0);
      await settle(bench);
      await say(bench, an, altered);
      expect(bench.texts(an).at(-1), 'the database knows the right end').toMatch(/không xác nhận được mã/u);
      expect(bench.store.submissions.ofTask(task(bench).id).map(({ receipt }) => receipt)).toEqual([code]);
    },
  );

  it.each([false, true])(
    'brings its figures after it was taken in by the code alone (altered: %s)',
    async (isAltered) => {
      const { bench, mai, an, message, code } = await lost();
      const take = () =>
        takeInReceipt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, claims(bench)[0]?.id ?? 0);
      await say(bench, an, isAltered ? alterLetter(code, 11) : code);
      take();
      await settle(bench);
      const kept = code.slice(0, -5);
      expect(bench.store.submissions.latestOf(task(bench).id)).toMatchObject({ receipt: kept, report: { values: {} } });
      expect(bench.texts(an).join()).not.toContain(alterLetter(code, 11));
      await say(bench, an, kept);
      expect(bench.texts(an).at(-1)).toMatch(/đã có trong dữ liệu/u);
      await say(bench, an, message);
      expect(claims(bench)).toHaveLength(1);
      take();
      await settle(bench);
      expect(bench.store.submissions.ofTask(task(bench).id)).toMatchObject([
        { receipt: code, version: 1, report: { values: { hoi_nghi: 3, nguoi_du: 250 } } },
      ]);
      expect(task(bench)).toMatchObject({ state: 'submitted', timeliness: 'on_time' });
      await say(bench, an, message);
      expect(bench.texts(an).at(-1)).toMatch(/đã có trong dữ liệu/u);
      expect(claims(bench)).toEqual([]);
    },
  );

  it('of "nothing to report" says so by its code alone', async () => {
    const { bench, an, code } = await lost({}, 'khong phat sinh');
    await say(bench, an, code);
    expect(claims(bench)).toMatchObject([{ report: NONE }]);
  });

  it.each([
    ['moment', (text: string) => text.replace(/lúc \d\d:\d\d:\d\d/u, 'lúc 19:00:00')],
    ['day', (text: string) => text.replace('ngày 17/11', 'ngày 16/11')],
    ['standing', (text: string) => text.replace('Ghi nhận: đúng hạn', 'Ghi nhận: nộp muộn')],
    ['figure', (text: string) => text.replace('dự 250', 'dự 2.500')],
    ['figure left out', (text: string) => text.replace('; Lượt người dự 250', '')],
    ['unit', (text: string) => text.replace('Bình Giang', 'Gia Lộc')],
    ['period', (text: string) => text.replace('tháng 11/2026', 'tháng 10/2026')],
  ])('with another %s is told to be altered, and nothing is taken in', async (_name, change) => {
    const { bench, an, message, said } = await lost();
    const altered = change(message);
    expect(altered).not.toBe(message);
    await say(bench, an, altered);
    expect(said()).toMatch(/không khớp với mã/u);
    expect(claims(bench)).toEqual([]);
    expect(task(bench).state).toBe('open');
  });

  it('with a code that nobody gave out is told apart, and after five that day it is not looked at', async () => {
    const { bench, an, code, said } = await lost();
    const forged = (letter: string) => code.replace(/.{4}$/u, '').replace(/-.{4}-$/u, `-${letter}KQ2-`);
    for (const letter of '23456') {
      await say(bench, an, `${forged(letter)}M4XP`);
      expect(said()).toMatch(/Bot không xác nhận được mã/u);
    }
    await say(bench, an, code);
    expect(said()).toMatch(/tạm không đối chiếu/u);
    expect(claims(bench)).toEqual([]);
    await bench.liveTo('2026-11-19 09:00');
    await say(bench, an, code);
    expect(claims(bench)).toHaveLength(1);
  });

  it('of another unit is not looked at, and the try is noted', async () => {
    const { bench, code } = await lost();
    const stranger = bench.join('liaison', 'HCG');
    await say(bench, stranger, code);
    expect(bench.texts(stranger).at(-1)).toMatch(/không phải của đơn vị/u);
    expect(claims(bench)).toEqual([]);
    expect(bench.store.audit.entries().some(({ subject }) => subject.includes('receipt:HBG'))).toBe(true);
  });

  it('may be shown by a coordinator for the unit', async () => {
    const { bench, mai, code } = await lost();
    await say(bench, mai, code);
    expect(claims(bench)).toMatchObject([{ claimedBy: mai.person }]);
  });

  it('puts right what the unit sent again after the deadline, whose figures stay', async () => {
    const cast = await lost();
    const { bench, mai, an, message } = cast;
    await report(cast, 'hoi_nghi=9 nguoi_du=99 ket_qua=Lại');
    expect(task(bench).timeliness).toBe('late');
    await say(bench, an, message);
    const id = claims(bench)[0]?.id ?? 0;
    takeInReceipt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, id);
    expect(task(bench).timeliness).toBe('on_time');
    expect(bench.store.submissions.latestOf(task(bench).id)?.report.values).toMatchObject({ hoi_nghi: 9 });
    await say(bench, an, message);
    expect(bench.texts(an).filter((text) => /Biên nhận này đã được ghi nhận/u.test(text))).toHaveLength(1);
  });
});

describe('a receipt of a lost correction', () => {
  async function corrected() {
    const cast = scene();
    await cast.bench.tick();
    await report(cast, 'hoi_nghi=3 nguoi_du=250 ket_qua=Xong');
    await cast.bench.sleepTo('2026-11-18 06:30');
    const second = await report(cast, 'hoi_nghi=4 nguoi_du=260 ket_qua=Xong');
    return { ...cast, ...second };
  }

  it('brings the figures back where the first version is there, and asks for them where they are not shown', async () => {
    const { bench, mai, an, message, code } = await corrected();
    loseReport(bench, 'HBG 2026-11');
    await bench.sleepTo('2026-11-18 07:40');
    await bench.restore(at('2026-11-18 06:00'));
    await say(bench, an, code);
    expect(bench.texts(an).at(-1)).toMatch(/gửi lại bản sửa: gõ \/nop/u);
    await say(bench, an, message);
    takeInReceipt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, claims(bench)[0]?.id ?? 0);
    expect(bench.store.submissions.latestOf(task(bench).id)).toMatchObject({
      version: 2,
      receipt: code,
      report: { values: { hoi_nghi: 4, nguoi_du: 260 } },
    });
    expect(task(bench).timeliness).toBe('on_time');
  });

  it('keeps the report in time that its first version was, though it came after the deadline', async () => {
    const { bench, mai, an, message, code } = await corrected();
    loseReport(bench, 'HBG 2026-11');
    loseReport(bench, 'HBG 2026-11');
    await bench.sleepTo('2026-11-18 07:40');
    await bench.restore(at('2026-11-17 20:00'));
    await say(bench, an, message);
    takeInReceipt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, claims(bench)[0]?.id ?? 0);
    expect(bench.store.submissions.latestOf(task(bench).id)).toMatchObject({ version: 2, receipt: code });
    expect(task(bench)).toMatchObject({ timeliness: 'on_time' });
    expect(task(bench).firstValidAt).toBeLessThan(task(bench).cutOffAt);
  });
});

describe('a receipt that nothing was lost of', () => {
  it('is answered with what is known of it, or that it is not known', async () => {
    const cast = scene();
    const { bench, an } = cast;
    await bench.tick();
    const { code } = await report(cast, 'hoi_nghi=3 nguoi_du=250 ket_qua=Xong');
    await say(bench, an, code);
    expect(bench.texts(an).at(-1)).toMatch(/đã có trong dữ liệu[\s\S]*bản thứ 1[\s\S]*chờ duyệt/u);
    await say(bench, an, code.replace(/.{4}$/u, '7KQ2'));
    expect(bench.texts(an).at(-1)).toMatch(/Bot không có biên nhận này/u);
  });

  it('is void after a coordinator took back what was keyed in', async () => {
    const { bench, mai, an } = scene();
    await bench.tick();
    const act = { person: mai.person, at: bench.clock.now() };
    const paper = { task: task(bench).id, document: '1/BC ngày 17/11/2026', attachments: [], over: 0, report: null };
    const filed = submitFor(bench.bot().desk, act, { ...paper, receivedAt: act.at });
    if (!filed.ok) throw new Error('not filed');
    expect(pressUndo(bench.bot().desk, act, filed.value.undo.id).ok).toBe(true);
    await bench.sleepTo('2026-11-18 07:40');
    await bench.restore(at('2026-11-17 20:00'));
    await say(bench, an, filed.value.receipt);
    expect(bench.texts(an).at(-1)).toMatch(/hết hiệu lực/u);
    expect(claims(bench)).toEqual([]);
  });
});

describe('the key', () => {
  it('is made in the database before the first receipt where the operator gives none, and stays', async () => {
    const { bench } = scene({ receiptKey: null });
    const made = bench.store.facts.get('receipt_key');
    expect(made).toMatch(/^[0-9a-f]{64}$/u);
    await bench.crashAndRestart();
    expect(readyReceiptKey(bench.bot().desk, bench.clock.now())).toBe(made);
  });

  it('of the database proves receipts after it went along in the copy', async () => {
    const { bench, an, message } = await lost({ receiptKey: null });
    await say(bench, an, message);
    expect(claims(bench)).toHaveLength(1);
  });

  it('that was lost with the machine accuses nobody: a coordinator judges', async () => {
    const { bench, an, message, mai } = await lost({ receiptKey: null });
    bench.store.facts.set('receipt_key', 'f'.repeat(64));
    await bench.crashAndRestart();
    await say(bench, an, message);
    expect(bench.texts(an).at(-1)).toMatch(/Đã chuyển biên nhận/u);
    expect(claims(bench)).toEqual([]);
    await bench.clock.advance(5000);
    expect(bench.texts(mai).at(-1)).toMatch(/Bot không còn bản gốc để đối chiếu/u);
  });
});
