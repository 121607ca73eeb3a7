/** Every sentence the script itself says. What the template says stands in src/wording/room-page.ts. */

/** @typedef {'on_time' | 'late' | 'waiting' | 'overdue' | 'waived'} Standing */

/** @type {Readonly<Record<Standing, { name: string, sign: string }>>} */
export const standings = {
  on_time: { name: 'đúng hạn', sign: '✓' },
  late: { name: 'nộp muộn', sign: '◔' },
  waiting: { name: 'chưa nộp', sign: '○' },
  overdue: { name: 'quá hạn, chưa nộp', sign: '!' },
  waived: { name: 'được miễn', sign: '–' },
};

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const SHORT_WEEKDAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];

/**
 * Times are the bot's own, written without a zone: they are read as they stand, whatever zone the browser is in.
 * @param {string} at
 */
function weekday(at) {
  return new Date(`${at.slice(0, 10)}T00:00:00Z`).getUTCDay();
}

/** @param {string} at "2026-11-11T08:30" → "08:30" */
export const hourText = (at) => at.slice(11, 16);

/** @param {string} at "2026-11-11T08:30" → "Thứ Tư 11/11/2026" */
export const dayText = (at) => `${WEEKDAYS[weekday(at)]} ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`;

/** @param {string} at "2026-11-11T08:30" → "T4 11/11 08:30" */
export const shortText = (at) => `${SHORT_WEEKDAYS[weekday(at)]} ${at.slice(8, 10)}/${at.slice(5, 7)} ${hourText(at)}`;

export const words = {
  bot: 'Bot',
  you: 'Bạn',
  sending: 'Đang chuyển…',
  notSent: 'Chưa chuyển được.',
  again: 'Thử lại',
  drop: 'Bỏ',
  choices: 'Lựa chọn',
  dayOff: 'ngày nghỉ',
  copy: 'Sao chép',
  copyIntoInput: 'Sao chép vào ô nhập',
  copied: 'Đã sao chép.',
  copiedIntoInput: 'Đã đưa mẫu vào ô nhập, xin điền rồi bấm Gửi.',
  copyByHand: 'Trình duyệt không cho sao chép tự động. Mẫu đã được bôi đen, xin bấm Ctrl+C.',
  download: 'Tải tệp',
  noLines: 'Chưa có tin nhắn nào.',
  noLinesHow: 'Gõ /trogiup để xem những việc bot làm được, hoặc /batdau kèm mã mời nếu chưa tham gia.',
  guests: 'Người chưa tham gia',
  /** @param {number} count */
  unread: (count) => `${count} tin mới`,
  /** @param {number} people */
  elsewhere: (people) => `${people} người khác có tin mới, bấm để xem`,
  lost: 'Mất kết nối, đang nối lại…',
  unreachable: 'Không tới được máy chủ của bot.',
  moving: 'Đang đưa đồng hồ đi tới…',
  /** @param {number} count @param {string} now */
  moved: (count, now) =>
    count === 0
      ? `Đã sang ${hourText(now)} ${dayText(now)}, không có tin nhắn nào phải đi.`
      : `Đã gửi ${count.toLocaleString('vi-VN')} tin nhắn`,
  chooseTime: 'Xin chọn ngày, giờ cần chuyển tới.',
  /** @param {number} speed */
  pace: (speed) => {
    if (speed === 0) return 'đồng hồ chờ bạn bấm';
    return speed === 1 ? '' : `chạy nhanh gấp ${speed.toLocaleString('vi-VN')} lần`;
  },
  tooLarge: 'Tệp lớn quá 20 MB. Xin nén lại hoặc tách thành nhiều tệp nhỏ hơn.',
  figures: { onTime: 'đúng hạn', late: 'muộn', missing: 'chưa có' },
  noRound: 'Hiện không có kỳ báo cáo nào đang mở',
  noRoundHow: 'Đưa đồng hồ đi tới để mở kỳ tiếp theo.',
  /** @param {{ onTime: number, late: number, missing: number, total: number }} round */
  stack: ({ onTime, late, missing, total }) =>
    `${onTime} đúng hạn, ${late} muộn, ${missing} chưa có, trên tổng số ${total} đơn vị`,
  /** @param {{ code: string, shortName: string, standing: Standing }} unit */
  unit: ({ code, shortName, standing }) => `${code} – ${shortName}: ${standings[standing].name}`,
  /** @param {number} bytes */
  size: (bytes) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('vi-VN')} KB`
      : `${(bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`,
};
