import type { Role } from '../domain/access.ts';
import { ROLE_NAMES } from './join.ts';
import { sayMoment } from './when.ts';

/** The list of invitations as a file: for the office alone, to be passed on one by one. */
export const INVITATION_SHEET = {
  sheet: 'Mã mời',
  columns: {
    order: 'STT',
    code: 'Mã đơn vị',
    unit: 'Đơn vị',
    role: 'Vai trò',
    invitation: 'Mã mời',
    typed: 'Gửi cho bot',
    link: 'Mở trên Telegram',
    until: 'Dùng đến',
  },
  title: 'Mã mời tham gia bot báo cáo',
  foot: 'Mỗi mã chỉ dành cho đơn vị ghi trên đó; xin chuyển riêng, không gửi cả danh sách.',
  /** On the screen, before it is printed. */
  screen: 'In trang này ra giấy A4 rồi cắt theo đường kẻ. Xong việc thì xoá tệp.',
  role: (role: Role): string => ROLE_NAMES[role],
  typed: (invitation: string): string => `/batdau ${invitation}`,
  until: (expiresAt: number, zone: string, uses: number): string =>
    `Dùng ${uses} lần, đến ${sayMoment(expiresAt, zone)}`,
  scan: (app: string): string => `Quét mã QR bằng máy ảnh điện thoại để mở bot trên ${app}`,
  scanText: 'Quét mã QR để chép mã mời',
  search: (app: string, name: string): string => `${app}: tìm “${name}”, gửi dòng có mã dưới đây`,
  after: 'Đọc, bấm “Đồng ý”. Xong, gõ /nhiemvu để xem báo cáo phải nộp.',
} as const;

/** The projector's page of a meeting. */
export const MEETING_PAGE = {
  title: 'Tham gia bot báo cáo',
  steps: [
    'Quét mã, hoặc mở bot và gửi mã dưới đây',
    'Đọc, bấm “Đồng ý”',
    'Gõ tên đơn vị mình',
    'Chờ xác nhận tại cuộc họp',
  ],
} as const;
