import type { RichText } from './rich-text.ts';
import { code, join, say } from './rich-text.ts';

/** Version of `sayDataNotice`. Whoever changes what it says changes this too: everybody is then asked again. */
export const CONSENT_VERSION = '2026-11-26';

/** Who answers for the data and who is asked, as the plan names them. */
export interface Responsible {
  issuer: string;
  recipient: string;
}

/** What is stored, why, by whom, who sees it, for how long, and what one may ask (Law 91/2025/QH15, Decree 356/2025/NĐ-CP). */
export function sayDataNotice(name: string, { issuer, recipient }: Responsible): RichText {
  return join([
    say`• Bot lưu: họ tên (${name}), vai trò, đơn vị, mã cuộc trò chuyện này, báo cáo, vướng mắc anh/chị gửi và tình trạng gửi tin.`,
    say`• Để: nhắc hạn, nhận và tổng hợp báo cáo của đơn vị. Không dùng vào việc khác.`,
    say`• Bên kiểm soát dữ liệu: ${issuer}. Đầu mối liên hệ: ${recipient}.`,
    say`• Ai xem được: cán bộ điều phối, quản trị viên và người cùng đơn vị. Tin đi qua ứng dụng anh/chị dùng; với Telegram, dữ liệu được chuyển ra máy chủ ở nước ngoài.`,
    say`• Bao lâu: đến khi anh/chị rút lại đồng ý hoặc một năm sau khi thôi vai trò; chi tiết: ${code('/toi luutru')}. Báo cáo đã nộp thuộc về đơn vị.`,
    say`• Quyền của anh/chị: xem, sửa, lấy bản sao, rút lại đồng ý bằng /toi; yêu cầu khác được trả lời trong 2 ngày làm việc (${code('/toi yeucau')}); khiếu nại tới đầu mối trên hoặc cơ quan chuyên trách bảo vệ dữ liệu cá nhân của Bộ Công an.`,
    say`• Không gửi nội dung mật qua kênh này.`,
  ]);
}
