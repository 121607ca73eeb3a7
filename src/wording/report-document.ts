import type { FormField, ReportForm } from '../domain/report-form.ts';
import { sayFigure } from './compiled.ts';
import { sayPeriodKey } from './period.ts';
import type { RichText } from './rich-text.ts';
import { code, join, say } from './rich-text.ts';

const LONGEST_SAID = 60;

/** What was read out of a file, and from which words of it. */
interface FromFile {
  values: Readonly<Record<string, number | string>>;
  found: readonly {
    field: FormField;
    said: string;
    column?: string;
    sure: boolean;
    values: readonly (number | string)[];
  }[];
  unplaced: readonly { field: FormField; said: string }[];
  otherPeriod: string | null;
  otherUnit: string | null;
}

const WRONG_FILE = say`Gửi nhầm tệp thì gõ ${code('/huy')} rồi gửi tệp đúng.`;

/** Above what a file was read as: how much of it, where each figure stood, and what of it was left out. */
export function sayReadFile(
  { name, period }: { name: string; period: string },
  form: ReportForm,
  { values, found, unplaced, otherPeriod, otherUnit }: FromFile,
): RichText {
  const count = Object.keys(values).length;
  const head = say`📄 Đã đọc ${count} mục từ tệp “${name}” cho báo cáo ${sayPeriodKey(period)}; tệp được gửi kèm. Xin anh/chị đối chiếu trước khi gửi.`;
  const odd = [
    otherUnit === null ? [] : say`Tệp ghi tên ${otherUnit}.`,
    otherPeriod === null
      ? []
      : say`Tên báo cáo trong tệp ghi ${sayPeriodKey(otherPeriod)}, không phải ${sayPeriodKey(period)}.`,
  ].filter((one) => one.length > 0);
  // A column that names the period is taken in a book of the whole year.
  const isAnySure = form.fields.some(({ key, kind }) => kind !== 'text' && values[key] !== undefined);
  const strange =
    odd.length === 0
      ? []
      : say`⚠️ ${join(odd, ' ')} Vì vậy ${isAnySure ? 'chỉ lấy số liệu ở cột, dòng ghi đúng kỳ này, số khác được hỏi lại' : 'từng số liệu đều được hỏi lại'} và phần lời không được lấy. ${WRONG_FILE}`;
  const places = form.fields
    .filter(({ key, kind }) => kind !== 'text' && values[key] !== undefined)
    .flatMap((field) => {
      const value = values[field.key];
      const place = found.find((one) => one.field === field && one.sure && one.values.includes(value ?? ''));
      return place === undefined ? [] : [`${field.shortLabel} ${sayFigure(Number(value))} ← ${sayPlace(place)}`];
    });
  const where = places.length === 0 ? [] : say`Đọc từ: ${places.join('; ')}.`;
  const left =
    unplaced.length === 0
      ? []
      : say`⚠️ Tệp còn nhắc đến mục chưa đọc được số: ${unplaced.map(({ field, said }) => `${field.shortLabel} (“${cut(said)}”)`).join('; ')}. Xin nhập thêm nếu có.`;
  return join([head, strange, where, left], '\n');
}

/** The row and the column of a table, or the words of a line. */
function sayPlace({ said, column = '' }: { said: string; column?: string }): string {
  const [row = ''] = said.split(' | ').filter((cell) => !/^[\d.]{1,5}$/.test(cell));
  // A table without heads: what stands above the figure is a cell of another row, somebody's name and telephone.
  const isHead = column !== '' && !/\d{3}[ .]?\d{3}[ .]?\d{3}/.test(column);
  return !isHead ? `“${cut(said)}”` : `dòng “${cut(row)}”, cột “${cut(column)}”`;
}

/** A Word or Excel file without anything that could be read. */
export function sayNothingInFile(name: string): RichText {
  return say`📄 Đã nhận tệp “${name}”, sẽ đi kèm báo cáo; chưa đọc được số liệu nào trong tệp.`;
}

function cut(said: string): string {
  const line = said.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_SAID ? `${line.slice(0, LONGEST_SAID - 1)}…` : line;
}
