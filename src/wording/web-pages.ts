/** Short pages beside the rehearsal room: a heading and a few sentences. */
export const WEB_PAGES = {
  status: {
    title: 'Bot nhắc và nhận báo cáo',
    lines: [
      'Đây là máy chủ của bot nhắc hạn, nhận và tổng hợp báo cáo định kỳ của các cơ quan, đơn vị trong tỉnh.',
      'Cán bộ làm việc với bot ngay trong ứng dụng trò chuyện; trên trang này không có thao tác nào.',
      'Để tham gia, xin liên hệ cơ quan tổng hợp báo cáo và nhận mã mời.',
    ],
  },
  notFound: { title: 'Không có trang này', lines: ['Địa chỉ vừa mở không có ở đây.'] },
  broken: { title: 'Xin lỗi, có trục trặc' },
  notLocal: {
    title: 'Phòng diễn tập chỉ mở ngay trên máy chạy bot',
    lines: [
      'Để bảo đảm an toàn, trang này chỉ nhận người đang ngồi tại máy đó. Xin mở bằng địa chỉ http://127.0.0.1 hoặc http://localhost, kèm đúng cổng của bot.',
    ],
  },
} as const;

/** What every page with styles of its own says. */
export const SITE_WORDS = { skip: 'Đến nội dung chính' } as const;

/** How much of a text is left to be typed, or is too much; `#` stands for the number. */
export const COUNT_WORDS = { left: 'Còn # ký tự', over: 'Dài quá # ký tự, xin rút gọn' } as const;
