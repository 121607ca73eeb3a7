import { readXlsx } from 'hucre/xlsx';
import { expect } from 'vitest';
import { COORDINATOR, inWords, nameOf, type Office } from './office.ts';
import type { Figures } from './tally.ts';

/** What the coordinator does in the year, each as typed, and written into the books. */
export async function extend({ room, tally }: Office, unit: string, period: string, lastDay: string): Promise<void> {
  const [, month, day] = lastDay.split('-');
  const order = `/giahan ${unit} ${nameOf(period)} đến hết ${day}/${month} vì mất mạng`;
  await room.say(COORDINATOR, order, /Hạn mới: đến hết/u);
  await room.press(COORDINATOR, /^Gia hạn cho 1 đơn vị$/u, /Đã gia hạn 1 đơn vị/u);
  tally.extend(unit, period, lastDay);
}

export async function waive({ room, tally, now }: Office, unit: string, period: string): Promise<void> {
  await room.say(COORDINATOR, `/mien ${unit} ${nameOf(period)} vì đang sửa trụ sở`, /Được miễn, không phải nộp/u);
  await room.press(COORDINATOR, /^Miễn cho 1 đơn vị$/u, /Đã miễn 1 đơn vị/u);
  tally.waive(unit, period, now());
}

/** A report on paper, received then: timeliness goes by that. */
export async function keyIn(office: Office, unit: string, period: string, at: string, figures: Figures): Promise<void> {
  const { room, tally } = office;
  const [day, time] = at.split('T');
  const [year, month, date] = (day ?? '').split('-');
  const said = `số 15/BC-UBND ngày ${date}/${month}/${year} nhận ${time?.replace(':', 'h')} ${date}/${month}`;
  const order = `/nopthay ${unit} ${nameOf(period)} ${said}`;
  await room.say(COORDINATOR, order, /số liệu|Số liệu/u);
  const shown = await room.say(COORDINATOR, inWords(figures), /Xem lại trước khi ghi/u);
  expect(shown.text).toContain(`Nhận lúc: ${time} ngày ${date}/${month}/${year}`);
  const filed = await room.press(COORDINATOR, /^Ghi nhận báo cáo$/u, /Đã ghi nhận báo cáo bằng văn bản/u);
  tally.submit(unit, period, at, figures);
  expect(filed.text).toContain(tally.isLate(tally.entryOf(unit, period)) ? 'nộp muộn' : 'đúng hạn');
}

/** Sends a report back; the unit's people are told in which field. */
export async function giveBack({ room, tally }: Office, unit: string, period: string): Promise<void> {
  await room.say(COORDINATOR, `/duyet ${unit} ${nameOf(period)}`, /Bản thứ 1/u);
  await room.say(COORDINATOR, 'trả lại người dự vì thiếu số', /Đã trả lại để sửa/u);
  tally.giveBack(unit, period);
}

export async function accept({ room }: Office, unit: string, period: string): Promise<void> {
  await room.say(COORDINATOR, `/duyet ${unit} ${nameOf(period)}`, /Bản thứ/u);
  await room.press(COORDINATOR, /^Duyệt$/u, /Đã duyệt/u);
}

export async function chase({ room }: Office, period: string): Promise<void> {
  await room.say(COORDINATOR, `/dondoc ${nameOf(period)}`, /Đôn đốc: /u);
  await room.press(COORDINATOR, /^Nhắc \d+ người$/u, /[Tt]in đôn đốc/u);
}

/** The round as the coordinator reads it, as the table and as the workbook, against the books. */
export async function compare({ room, tally }: Office, period: string): Promise<void> {
  const right = tally.expected(period);
  const said = await room.say(COORDINATOR, `/tonghop ${nameOf(period)}`, /📊/u);
  const number = (head: string): number => Number(new RegExp(`${head}(\\d+)`, 'u').exec(said.text)?.[1] ?? 0);
  const read = {
    onTime: number('Đúng hạn: '),
    late: number('Nộp muộn: '),
    missing: number('Chưa nộp: '),
    waived: number('ngoài ra miễn '),
  };
  const { sums, ...standing } = right;
  expect(read, `${period}\n${said.text}`).toEqual(standing);
  expect(number('Cộng: '), said.text).toBe(right.onTime + right.late + right.missing);

  const table = await room.file(await room.say(COORDINATOR, `xuất ${nameOf(period)} csv`, /\.csv$/u));
  const rows = readCsv(table.toString('utf8'));
  const head = rows[0] ?? [];
  const summed = Object.fromEntries(
    Object.keys(sums).map((key) => [key, Math.round(sumOf(rows.slice(1), head.indexOf(key)) * 10) / 10]),
  );
  expect(summed, `${period} csv`).toEqual(sums);
  expect(
    rows
      .slice(1)
      .map(([code]) => code)
      .sort(),
    `${period} csv`,
  ).toEqual(
    tally
      .counted(period)
      .map(({ code }) => code)
      .sort(),
  );
  const book = await readXlsx(await room.file(await room.say(COORDINATOR, `xuất ${nameOf(period)} excel`, /\.xlsx$/u)));
  const total = book.sheets[0]?.rows.find((row) => row.some((cell) => cell === 'Cộng')) ?? [];
  for (const value of Object.values(sums)) expect(total.map(Number), `${period} xlsx`).toContain(value);
}

function sumOf(rows: readonly string[][], column: number): number {
  return rows.reduce((sum, row) => sum + Number((row[column] ?? '').replace(',', '.')), 0);
}

/** Commas and quotes as a spreadsheet reads them. */
function readCsv(text: string): string[][] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
}
