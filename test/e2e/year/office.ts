import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect } from 'vitest';
import { type BotProcess, type Env, runScript, startBot } from '../../support/bot-process.ts';
import { createRoomClient, type HeardLine, type RoomClient } from '../../support/room-client.ts';
import { createTally, type Figures, type Tally } from './tally.ts';

const DEPARTMENTS = [
  'Nội vụ, Tài chính, Xây dựng, Y tế, Tư pháp, Công Thương, Giáo dục và Đào tạo, Nông nghiệp và Môi trường',
  'Dân tộc và Tôn giáo, Ngoại vụ',
];
const COMMUNES = [
  'An Bình, Bắc Sơn, Cẩm Hà, Đông Khê, Gia Phúc, Hồng Phong, Kim Liên, Lạc Long, Minh Tân, Nam Hưng',
  'Phú Thái, Quang Trung, Tân Dân, Thái Học, Thanh Lang, Vĩnh Lập, Yên Giang, Hoàng Diệu, Lê Lợi, Ngũ Phúc',
  'Đại Sơn, Hưng Đạo, Cộng Lạc, Tứ Cường, Đoàn Kết, Chi Lăng, Phạm Kha, Lam Sơn, Tân Trào, Hà Kỳ',
];
/** After the deadlines of 2025, so that nothing that is staged belongs to the year that is lived through. */
const START = '2025-12-19T08:00';
export const COORDINATOR = 'dieu-phoi';
export const MERGED = 'XMOI';

export interface Office {
  room: RoomClient;
  bot: BotProcess;
  env: Env;
  tally: Tally;
  /** Who reports for the unit now; undefined: nobody has joined. */
  chats: Map<string, string>;
  /** Codes by what people read. */
  names: Map<string, string>;
  now(): string;
  goTo(local: string): Promise<void>;
  send(unit: string, period: string, figures: Figures | null): Promise<HeardLine>;
}

/** A province of forty units whose plan was made of the office's own list, in a room whose clock stands until it is moved. */
export async function openOffice(folder: string): Promise<Office> {
  const planDir = join(folder, 'plan');
  const env = { PLAN_DIR: planDir, DATABASE_PATH: join(folder, 'year.sqlite') };
  await makePlan(folder, planDir);
  const bot = await startBot({ ...env, REHEARSAL_START: START, REHEARSAL_SPEED: '0' });
  const room = createRoomClient(bot.url);
  const liaisons = (await room.personas()).filter(({ roleLabel }) => roleLabel === 'cán bộ đầu mối');
  const chats = new Map(liaisons.map(({ unit, chat }) => [unit ?? '', chat]));
  const units = unitsIn(planDir);
  const codes = units.map(({ code }) => code);
  expect(codes).toHaveLength(40);
  const tally = createTally(
    codes.map((code) => ({ code, from: '2025-03-01', to: null, successor: null, goneAt: null })),
  );
  let now = START;
  return {
    room,
    bot,
    env,
    tally,
    chats,
    names: new Map(units.map(({ code, name }) => [name, code])),
    now: () => now,
    async goTo(local) {
      await bot.moveClock(local);
      now = local;
    },
    async send(unit, period, figures) {
      const chat = chats.get(unit);
      if (chat === undefined) throw new Error(`nobody reports for ${unit}`);
      const asked = figures === null ? 'không phát sinh' : inWords(figures);
      const shown = await room.say(chat, `nộp ${nameOf(period)} ${asked}`, /Xem lại trước khi gửi/u);
      expect(shown.text).toContain(`trước ${dayAfter(period)}`);
      const receipt = await room.press(chat, /^Gửi báo cáo$/u, /Đã nhận báo cáo/u);
      tally.submit(unit, period, now, figures);
      const entry = tally.entryOf(unit, period);
      expect(receipt.text).toContain(`Ghi nhận: ${tally.isLate(entry) ? 'nộp muộn' : 'đúng hạn'}`);
      expect(receipt.text).toContain(`Bản thứ ${entry.versions},`);
      return receipt;
    },
  };
}

async function makePlan(folder: string, planDir: string): Promise<void> {
  const names = [
    ...DEPARTMENTS.join(', ')
      .split(', ')
      .map((name) => `Sở ${name}`),
    ...COMMUNES.join(', ')
      .split(', ')
      .map((name) => `Xã ${name}`),
  ];
  const rows = [['STT', 'Tên đơn vị'], ...names.map((name, at) => [at + 1, name])];
  const list = join(folder, 'don-vi.xlsx');
  writeFileSync(list, await writeXlsx({ sheets: [{ name: 'Danh sách', rows }] }));
  const made = await runScript('plan-new', ['--from', list, '--name', 'Kế hoạch năm 2026', '--out', planDir], {});
  expect(made.code, made.stderr).toBe(0);
}

function unitsIn(planDir: string): { code: string; name: string }[] {
  const lines = readFileSync(join(planDir, 'units.csv'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(',no,'));
  return lines.map((line) => line.split(',')).map(([code = '', name = '']) => ({ code, name }));
}

/** As the operator does it: the ended ones get a last day and their successor, the new one a line, and the plan is applied. */
export async function mergeByPlan(office: Office, codes: readonly string[], lastDay: string, firstDay: string) {
  const { env } = office;
  const file = join(env.PLAN_DIR ?? '', 'units.csv');
  const text = readFileSync(file, 'utf8').replace(/\n?$/u, '\n');
  const ended = text.replace(/^([A-Z-]+)(,.*?),2025-03-01,,no,,/gmu, (line, code: string, names: string) =>
    codes.includes(code) ? `${code}${names},2025-03-01,${lastDay},no,${MERGED},` : line,
  );
  writeFileSync(file, ended);
  appendFileSync(file, `${MERGED},Xã Mới,Xã Mới,commune,${firstDay},,no,,Nghị quyết số 1/NQ-HĐND,\n`);
  const applied = await runScript('plan-apply', [], env);
  expect(applied.code, applied.stderr + applied.stdout).toBe(0);
  expect(applied.stdout).toContain(MERGED);
  const into = { code: MERGED, from: firstDay, to: null, successor: null, goneAt: null };
  office.tally.merge(codes, into, lastDay, office.now());
  office.names.set('Xã Mới', MERGED);
}

/** `T3`, `6 tháng`, `năm 2026`. */
export function nameOf(period: string): string {
  if (period === '2026') return 'năm 2026';
  return period.endsWith('H1') ? '6 tháng' : `T${Number(period.slice(5))}`;
}

export function inWords({ hoi_nghi, nguoi_du, kinh_phi }: Figures): string {
  return `hội nghị=${hoi_nghi} người dự=${nguoi_du} kinh phí=${String(kinh_phi).replace('.', ',')} kết quả=Đã họp dân`;
}

/** The day the plan names: before it a report is on time. */
function dayAfter(period: string): string {
  if (period === '2026') return '15/12/2026';
  return period.endsWith('H1') ? '15/06/2026' : `18/${period.slice(5)}/2026`;
}
