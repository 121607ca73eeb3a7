import type { Instant } from '../domain/calendar.ts';
import { sayMoment } from './when.ts';

/** What the board's pages say around what they show. */
export const BOARD_WORDS = {
  title: 'Bảng theo dõi báo cáo',
  nav: 'Các trang của bảng',
  /** Those of every day; the others are behind one press on a phone. */
  pages: [
    { to: '', label: 'Tình hình' },
    { to: 'review', label: 'Chờ duyệt' },
    { to: 'compiled', label: 'Tổng hợp' },
    { to: 'calls', label: 'Cần gọi' },
  ],
  /** `at`: the one that is shown. */
  more: (at: string | null) => (at === null ? 'Trang khác' : `Trang khác: ${at}`),
  otherPages: [
    { to: 'notices', label: 'Thông báo' },
    { to: 'tickets', label: 'Vướng mắc' },
    { to: 'request', label: 'Đột xuất' },
    { to: 'materials', label: 'Tài liệu' },
    { to: 'template', label: 'Mẫu Word' },
    { to: 'invitations', label: 'Mã mời' },
    { to: 'undelivered', label: 'Tin chưa đến' },
    { to: 'health', label: 'Bot, bản sao' },
    { to: 'sessions', label: 'Phiên đăng nhập' },
  ],
  leave: 'Thoát',
  enterTitle: 'Vào bảng theo dõi',
  enter: 'Vào bảng',
  used: 'Địa chỉ này đã được dùng hoặc đã có địa chỉ mới hơn. Gõ /bang trong trò chuyện với bot để lấy địa chỉ mới.',
  expired: 'Địa chỉ này đã hết hạn. Gõ /bang trong trò chuyện với bot để lấy địa chỉ mới.',
  unknown: 'Địa chỉ không đúng hoặc không còn dùng được. Gõ /bang trong trò chuyện với bot để lấy địa chỉ mới.',
  closedTitle: 'Cần đăng nhập',
  closed: 'Bảng theo dõi dành cho điều phối viên. Gõ /bang trong trò chuyện với bot để lấy địa chỉ vào bảng.',
  again: 'Máy này đang đăng nhập? Mở bảng',
  viewOver: 'Đường dẫn chỉ xem này không đúng, đã hết hạn hoặc đã được thu hồi. Xin liên hệ người đã gửi.',
  foreign: 'Yêu cầu này không đến từ trang của bảng, nên chưa làm gì. Xin mở lại bảng và thử lại.',
  crowded: 'Đang có người khác gửi tệp. Xin quay lại và thử lại sau ít phút.',
  tooBig: 'Tệp lớn quá 20 MB, chưa nhận được. Xin quay lại và chọn tệp nhỏ hơn.',
  brokenOff: 'Tệp chưa đến đủ, nên chưa làm gì. Xin quay lại và gửi lại.',
  leftTitle: 'Đã thoát',
  left: 'Đã thoát khỏi bảng theo dõi trên máy này. Muốn vào lại, gõ /bang trong trò chuyện với bot.',
  undo: (until: string): string => `Hoàn tác (được đến ${until})`,
  required: 'bắt buộc',
  /** What the script says; it has no words of its own. */
  script: {
    updated: 'Đã cập nhật lúc',
    offline: 'Mất kết nối, đang nối lại. Số liệu trên trang có thể đã cũ.',
    over: 'Phiên đăng nhập đã kết thúc. Gõ /bang để vào lại.',
  },
} as const;

/** Nobody's name: an app that looks at the address for its preview has no session. */
export function sayEntry(until: Instant, zone: string): string {
  return `Vào bảng theo dõi bằng đường dẫn vừa nhận trong trò chuyện. Dùng được một lần, đến ${sayMoment(until, zone)}.`;
}

export function sayViewHead(until: Instant, zone: string): string {
  return `Chỉ xem, dùng đến ${sayMoment(until, zone)}`;
}

/** The page of one's signed-in browsers. */
export const SESSION_PAGE = {
  title: 'Phiên đăng nhập của tôi',
  caption: 'Các máy đang đăng nhập bảng theo dõi',
  head: ['Phiên', 'Vào lúc', 'Tự kết thúc lúc'],
  own: (id: number) => `${id} (máy này)`,
  end: (id: number) => `Kết thúc phiên ${id}`,
  empty: 'Không có phiên nào.',
} as const;
