import { type Kept, RETENTION, type RetentionRule } from '../domain/retention.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';

const KEPT: Readonly<Record<Kept, string>> = {
  reports: 'Báo cáo đã nộp và kết quả theo dõi',
  formerMembers: 'Họ tên, kênh của người không còn vai trò',
  strangers: 'Kênh của người chưa tham gia',
  messages: 'Tình trạng gửi từng tin (nội dung xoá ngay khi gửi xong)',
  audit: 'Nhật ký: ai làm việc gì, lúc nào (ghi số thay tên, kèm lý do đã nêu)',
  notices: 'Thông báo đã gửi, ai đã xác nhận',
  tickets: 'Vướng mắc đã trả lời hoặc đã đóng',
  assignments: 'Việc giao trong đơn vị, phần trả lời; việc thay thế đầu mối',
  requests: 'Yêu cầu về dữ liệu cá nhân đã trả lời',
  halfDone: 'Nội dung đang soạn dở',
  looseFiles: 'Tệp chưa kèm báo cáo nào',
  unreadable: 'Tin bot chưa đọc được',
  keys: 'Mã nhận biết tin đã nhận, mã dùng một lần',
  aside: 'Bản soạn tạm cất, việc hoàn tác được, địa chỉ tải tệp, số tin đã nhắn trong ngày',
};

/** Why it is kept at all, above the rows that it is the reason for. */
const SOURCES: Readonly<Record<RetentionRule['source'], string>> = {
  plan: 'Theo mục V của kế hoạch (chế độ báo cáo):',
  law: 'Chỉ giữ khi còn cần, theo Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP (số ngày do bot đặt):',
  work: 'Để vận hành:',
};

/** The whole table: what, how long, and by what. */
export function sayRetention(): RichText {
  const all = Object.keys(RETENTION) as Kept[];
  const parts = (Object.keys(SOURCES) as RetentionRule['source'][]).map((source) =>
    join([
      say`${SOURCES[source]}`,
      ...all
        .filter((kept) => RETENTION[kept].source === source)
        .map((kept) => say`• ${KEPT[kept]}: ${sayDays(RETENTION[kept].days)}`),
    ]),
  );
  return join(
    [
      say`${b('Bot lưu gì, trong bao lâu')}`,
      ...parts,
      say`Rút lại đồng ý (/toi rut) thì họ tên, kênh và nội dung soạn dở được xoá ngay, không chờ hết hạn. Bản sao lưu cũ được xoá dần theo thời hạn người vận hành đặt.`,
    ],
    '\n\n',
  );
}

function sayDays(days: number | null): string {
  if (days === null) return 'thuộc về đơn vị, bot không tự xoá';
  return days > 730 ? `${Math.round(days / 365.25)} năm` : `${days} ngày`;
}
