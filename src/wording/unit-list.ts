import type { UnitKind } from '../domain/unit.ts';
import type { ListedUnit, ListNote, ListTrouble } from '../domain/unit-list.ts';
import { UNIT_KIND_NAMES } from './notice.ts';

/** What a new plan says of itself and of its units, beside what the office's list has. */
export const NEW_PLAN = {
  source: (row: number) => `danh sách đơn vị, dòng ${row}`,
  assumption: ({ codeProposed }: ListedUnit) =>
    codeProposed ? 'Tên theo danh sách của cơ quan; mã do phần mềm đặt' : 'Tên và mã theo danh sách của cơ quan',
  addedCompiler: 'Danh sách không nêu cơ quan tổng hợp; lấy theo kế hoạch mẫu, điều phối cần xác nhận',
  assumptions: (file: string) => [
    `Danh sách đơn vị lấy từ tệp ${file}; loại đơn vị và mã chưa có trong tệp do phần mềm đặt. Điều phối cần xác nhận.`,
    'Số, ngày của văn bản để trống, chờ điều phối bổ sung; cơ quan ban hành và căn cứ lấy theo kế hoạch mẫu.',
    'Chế độ báo cáo, biểu mẫu, mốc nhắc và lịch làm việc lấy nguyên theo kế hoạch mẫu; điều phối cần đối chiếu với văn bản của mình.',
  ],
} as const;

/** One line of the summary: how many units of each kind. */
export function sayKinds(units: readonly { kind: UnitKind }[]): string {
  const kinds = [...new Set(units.map((unit) => unit.kind))];
  return kinds
    .map((kind) => `${UNIT_KIND_NAMES[kind]}: ${units.filter((unit) => unit.kind === kind).length}`)
    .join('; ');
}

/** What keeps the list from being used, a line for the operator. */
export function sayListTrouble(trouble: ListTrouble): string {
  switch (trouble.trouble) {
    case 'no-heading':
      return 'Không thấy dòng tiêu đề: cần một dòng có ô "Tên đơn vị", và các cột khác nếu có (STT, Mã, Tên viết tắt, Loại, Ghi chú).';
    case 'no-units':
      return 'Dưới dòng tiêu đề không có đơn vị nào.';
    case 'no-name':
      return `Dòng ${trouble.row}: thiếu tên đơn vị.`;
    case 'unknown-kind':
      return `Dòng ${trouble.row}: chưa rõ "${trouble.name}" thuộc loại nào${trouble.said === '' ? '' : ` (ô Loại ghi "${trouble.said}")`}. Hãy ghi vào cột Loại: sở ngành, huyện, xã, báo đài, đoàn thể hoặc mặt trận.`;
    case 'same-name':
      return `Dòng ${trouble.row}: "${trouble.name}" trùng tên với dòng ${trouble.first}. Hãy bỏ một dòng, hoặc ghi thêm để phân biệt.`;
    case 'same-code':
      return `Dòng ${trouble.row}: mã ${trouble.code} đã dùng ở dòng ${trouble.first}. Mỗi đơn vị một mã; để trống thì phần mềm tự đặt.`;
  }
}

/** What the office should look at, though the plan was made. */
export function sayListNote(note: ListNote): string {
  switch (note.note) {
    case 'unused-columns':
      return `Không dùng các cột: ${note.headings.join(', ')}.`;
    case 'row-left-out':
      return `Dòng ${note.row}: "${note.text}" không phải tên đơn vị nên đã bỏ qua.`;
    case 'code-changed':
      return `Dòng ${note.row}: mã "${note.from}" được ghi thành ${note.to} (mã chỉ gồm chữ hoa không dấu, chữ số, gạch ngang và phải có chữ).`;
    case 'odd-name':
      return `Dòng ${note.row}: "${note.name}" không giống tên đơn vị; nếu không phải thì hãy bỏ dòng này trong tệp rồi tạo lại.`;
    case 'kind-guessed':
      return `Dòng ${note.row}: chưa hiểu loại "${note.said}" của "${note.name}", đã xếp vào ${UNIT_KIND_NAMES[note.kind]}. Nếu khác, sửa cột kind trong units.csv.`;
    case 'nearly-same-name':
      return `Dòng ${note.row}: "${note.name}" gần giống dòng ${note.first}; nếu là một đơn vị thì hãy bỏ một dòng.`;
    case 'several-compile':
      return `Có nhiều cơ quan ghi là đầu mối tổng hợp (${note.names.join('; ')}); lấy ${note.names[0] ?? ''}.`;
    case 'compiler-added':
      return `Danh sách không nêu cơ quan tổng hợp; đã thêm ${note.name} theo kế hoạch mẫu. Nếu khác, sửa cột compiles trong units.csv.`;
  }
}
