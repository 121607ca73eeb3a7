import type { RichText } from './rich-text.ts';
import { code, join, say } from './rich-text.ts';

/** Version of `sayDataNotice`. Whoever changes what it says changes this too: everybody is then asked again. */
export const CONSENT_VERSION = '2026-11-28';

/** Who answers for the data and who is asked, as the plan names them. */
export interface Responsible {
  issuer: string;
  recipient: string;
}

/**
 * What is stored, why, by whom, who sees it, for how long, and what one may ask: the rights of Article 4 of Law 91/2025/QH15, and the two
 * working days in which Decree 356/2025/NĐ-CP has a request answered (carrying it out may take longer).
 */
export function sayDataNotice(name: string, { issuer, recipient }: Responsible): RichText {
  return join([
    say`• Bot lưu: họ tên (${name}), vai trò, đơn vị, mã cuộc trò chuyện này, báo cáo, vướng mắc anh/chị gửi và tình trạng gửi tin.`,
    say`• Để: nhắc hạn, nhận và tổng hợp báo cáo của đơn vị. Không dùng vào việc khác.`,
    say`• Bên kiểm soát dữ liệu: ${issuer}. Đầu mối liên hệ: ${recipient}.`,
    say`• Ai xem được: cán bộ điều phối, quản trị viên và người cùng đơn vị. Tin đi qua ứng dụng anh/chị dùng; với Telegram, dữ liệu được chuyển ra máy chủ ở nước ngoài.`,
    say`• Bao lâu: đến khi anh/chị rút lại đồng ý hoặc một năm sau khi thôi vai trò; chi tiết: ${code('/toi luutru')}. Báo cáo đã nộp thuộc về đơn vị.`,
    say`• Quyền của anh/chị (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15): xem, sửa, lấy bản sao, rút lại đồng ý bằng /toi; yêu cầu xoá, hạn chế, phản đối việc xử lý bằng ${code('/toi yeucau')}, được phản hồi trong 2 ngày làm việc; khiếu nại tới đầu mối trên hoặc cơ quan chuyên trách bảo vệ dữ liệu cá nhân của Bộ Công an; tố cáo, khởi kiện, yêu cầu bồi thường theo pháp luật.`,
    say`• Không gửi nội dung mật qua kênh này.`,
  ]);
}
