import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayMoment } from './when.ts';

/** The sentences of the one-time upload page. */
export const UPLOAD_WORDS = {
  title: 'Gửi tệp kèm báo cáo',
  lead: 'Chọn một tệp pdf, docx, xlsx, jpg hoặc png, tối đa 20 MB. Không gửi nội dung mật.',
  label: 'Tệp báo cáo',
  button: 'Gửi tệp',
  used: 'Liên kết này đã được dùng. Cần gửi thêm tệp, gõ /tep trong cuộc trò chuyện với bot.',
  expired: 'Liên kết này đã hết hạn. Gõ /tep trong cuộc trò chuyện với bot để lấy liên kết mới.',
  unknown: 'Liên kết không đúng. Gõ /tep trong cuộc trò chuyện với bot để lấy liên kết mới.',
  inUse:
    'Anh/chị đang gửi một tệp ở cửa sổ khác. Xin chờ tệp đó gửi xong rồi gửi tệp này; nếu liên kết đã được dùng, gõ /tep trong cuộc trò chuyện với bot để lấy liên kết mới.',
  crowded: 'Đang có nhiều người gửi tệp cùng lúc. Xin thử lại sau ít phút; liên kết này vẫn dùng được.',
  quota:
    'Anh/chị đã gửi đủ số tệp nhận được cho báo cáo này hoặc trong hôm nay. Xin gộp các trang còn lại vào một tệp rồi gửi vào ngày mai, hoặc gửi qua hệ thống văn bản.',
  noFile: 'Chưa chọn tệp nào. Xin chọn tệp rồi bấm Gửi tệp.',
  tooBig: 'Tệp lớn hơn 20 MB. Xin nén hoặc chia nhỏ rồi gửi lại.',
  taken: 'Đã nhận tệp. Xin quay lại cuộc trò chuyện với bot để gửi báo cáo.',
} as const;

/** No page can be offered: the ways that are open. `otherApp`: one that takes files, where there is a bot. */
export function sayNoUpload(otherApp: string | null): RichText {
  const other = otherApp === null ? '' : ` dùng ${otherApp} (gõ /toi lienket),`;
  return say`Ứng dụng này chỉ gửi được ảnh cho bot. Xin gửi ảnh chụp văn bản,${other} hoặc gửi tệp qua hệ thống văn bản và ghi số, ký hiệu vào mục “Văn bản chính thức” của báo cáo.`;
}

/** The page where a file for this report is handed in. */
export function sayUploadOffer(offer: { url: string; expiresAt: number }, view: SpokenTask, zone: string): RichText {
  return say`Gửi tệp kèm ${sayReport(view.obligation, view.period)} – ${view.unit.shortName} tại trang này, dùng được một lần, đến ${sayMoment(offer.expiresAt, zone)}:\n${offer.url}`;
}

export const WHICH_FILE_TASK = 'Tệp kèm theo báo cáo nào?';

export function sayFileHere(): RichText {
  return say`Xin gửi tệp pdf, docx, xlsx, jpg hoặc png (tối đa 20 MB) ngay tại đây; bot sẽ hỏi tệp thuộc báo cáo nào.`;
}
