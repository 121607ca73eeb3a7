import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { orderPrint } from '../../src/actions/print.ts';
import type { Bot } from '../../src/assembly/bot.ts';
import { createBot } from '../../src/assembly/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { atTime } from '../../src/domain/calendar.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/domain/print-order.ts';
import type { ReportContent } from '../../src/domain/report-form.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { systemRandom } from '../../src/random.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { BenchOptions, Finding } from './figures.ts';
import { median } from './figures.ts';
import { acceptingChannel, QUIET, realPlan, scratchFolder, ZONE } from './scene.ts';

const UNITS = 500;
/** The round, the one before, and the same a year ago: what a compiled report compares. */
const MONTHS = ['2025-11', '2026-10', '2026-11'] as const;
const ROUND = '2026-11';
const NOW = atTime('2026-11-20', '09:00', ZONE);

/**
 * j: a round of 500 units from the order to the file in the outbox, as the bot makes it: read and checked against SQL on the main
 * thread, written on one of its own. And for how long its main thread answered nobody meanwhile.
 */
export async function benchExport({ quick }: BenchOptions): Promise<Finding[]> {
  const scene = openScene();
  const { bot } = scene;
  bot.start();
  const runs = quick ? 2 : 7;
  const seconds = new Map<ExportFormat, number[]>(EXPORT_FORMATS.map((format) => [format, []]));
  const held = new Map<ExportFormat, number[]>(EXPORT_FORMATS.map((format) => [format, []]));
  // The first of each loads its libraries, and is told apart from the rest by the median.
  for (let run = 0; run < runs; run += 1) {
    for (const format of EXPORT_FORMATS) {
      const { tookMs, heldMs } = await order(scene, format);
      seconds.get(format)?.push(tookMs / 1000);
      held.get(format)?.push(heldMs);
    }
  }
  await bot.stop();
  const files = runs * EXPORT_FORMATS.length;
  if (scene.accepted() !== files) throw new Error(`${scene.accepted()} of ${files} files were sent`);
  const slowest = EXPORT_FORMATS.map((format) => ({ format, took: median(seconds.get(format) ?? []) })).sort(
    (a, b) => b.took - a.took,
  );
  const pictures = held.get('picture') ?? [];
  return [
    {
      what: `seconds from the order to the file, ${UNITS} units, the slowest form (${slowest[0]?.format})`,
      value: slowest[0]?.took ?? Number.NaN,
      goal: { atMost: 5 },
      behind: slowest.map(({ format, took }) => `${format} ${took.toFixed(2)} s`).join(', '),
    },
    {
      what: 'ms for which the picture holds up an answer, at the longest of a run',
      value: median(pictures),
      goal: { atMost: 50 },
      behind: `the others: ${EXPORT_FORMATS.filter((format) => format !== 'picture')
        .map((format) => `${format} ${median(held.get(format) ?? []).toFixed(0)} ms`)
        .join(', ')}`,
    },
  ];
}

interface Scene {
  bot: Bot;
  person: number;
  chat: number;
  obligation: string;
  /** A picture that was drawn is kept until something changes, and the minute stands in it. */
  nextMinute(): void;
  accepted(): number;
}

async function order({ bot, person, chat, obligation, nextMinute }: Scene, format: ExportFormat) {
  nextMinute();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const beganAt = performance.now();
  const ordered = orderPrint(bot.desk, { person, at: NOW }, chat, [
    { print: 'round', obligation, period: ROUND, format },
  ]);
  if (!ordered.ok) throw new Error('the order is refused');
  bot.printer.wake();
  await bot.printer.whenIdle();
  const tookMs = performance.now() - beganAt;
  delay.disable();
  return { tookMs, heldMs: delay.max / 1e6 };
}

/** Three rounds in which everybody reported, one in ten twice, and a coordinator with a chat. */
function openScene(): Scene {
  const store = openStore(join(scratchFolder(), 'bot.sqlite'));
  const real = realPlan();
  const [monthly] = real.obligations;
  if (monthly === undefined) throw new Error('the plan has no monthly report');
  const communes = Array.from({ length: UNITS }, (_, i): Unit => {
    const name = `Xã số ${i}`;
    const span = { validFrom: '2025-07-01', validTo: null, compiles: false, successors: [] };
    return { code: codeOf(i), name, shortName: name, kind: 'commune', ...span, source: '', assumption: '' };
  });
  const compiler = real.units.filter((unit) => unit.compiles);
  applyPlan(store, { ...real, units: [...compiler, ...communes] }, NOW);
  const person = store.people.add('Lê Anh Tú', NOW, '2026-11');
  store.people.join(person, 'coordinator', null, NOW);
  const chat = store.chats.meet('telegram', '1', '1', 'private', NOW);
  store.chats.link(chat.id, person, NOW);
  store.transact(() => {
    for (const month of MONTHS) reportAll(store, { obligation: monthly.code, month, person });
  });
  let now = NOW;
  let accepted = 0;
  const clock = { now: () => now, wire: systemClock.wire, after: systemClock.after };
  const channels = [acceptingChannel('telegram', () => accepted++)];
  const bot = createBot({ store, channels, clock, random: systemRandom, log: QUIET, zone: ZONE, publicUrl: null });
  return {
    bot,
    person,
    chat: chat.id,
    obligation: monthly.code,
    nextMinute: () => {
      now += 60_000;
    },
    accepted: () => accepted,
  };
}

function codeOf(i: number): string {
  return `X${String(i).padStart(4, '0')}`;
}

function reportAll(
  store: Store,
  { obligation, month, person }: { obligation: string; month: string; person: number },
): void {
  const days = {
    word: 'before' as const,
    legalDay: `${month}-18`,
    namedDay: `${month}-18`,
    lastGoodDay: `${month}-17`,
  };
  const cutOffAt = atTime(days.legalDay, '00:00', ZONE);
  const openedAt = atTime(`${month}-01`, '00:00', ZONE);
  const receivedAt = atTime(days.lastGoodDay, '09:15', ZONE);
  store.tasks.openRound(obligation, month, openedAt, '');
  for (let i = 0; i < UNITS; i += 1) {
    const unit = codeOf(i);
    const task = store.tasks.open({ unit, obligation, period: month, openedAt, cutOffAt, ...days });
    if (task === null) throw new Error('the task is there');
    for (let version = 1; version <= (i % 10 === 0 ? 2 : 1); version += 1) {
      const receipt = `${unit}-${month}-${version}`;
      store.submissions.add({
        task,
        version,
        person,
        via: 'template',
        receivedAt,
        receipt,
        report: reportOf(i + version),
      });
      store.tasks.move(task, 'submit', null);
    }
    store.tasks.stampFirst(task, 'on_time', receivedAt);
  }
}

function reportOf(seed: number): ReportContent {
  const figures = 'hoi_nghi nguoi_du tin_bai phat_thanh cong_ttdt mang_xa_hoi truc_quan'.split(' ');
  const counted = Object.fromEntries(figures.map((key, at) => [key, (seed * (at + 3)) % 97]));
  return {
    nothingToReport: false,
    values: {
      ...counted,
      kinh_phi: (seed % 997) / 10,
      ket_qua: `Đã tổ chức ${seed % 9} hội nghị quán triệt Nghị quyết số 57-NQ/TW; lồng ghép trong sinh hoạt chi bộ ${seed}.`,
      vuong_mac: seed % 3 === 0 ? 'Kinh phí tuyên truyền còn hạn hẹp.' : `Thiếu thiết bị truyền thanh ở thôn ${seed}.`,
      kien_nghi: 'Đề nghị tỉnh bố trí thêm kinh phí.',
    },
  };
}
