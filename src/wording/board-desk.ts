import { say } from './rich-text.ts';

/** The words of the board's pages for the compiled report and for what the office itself sets up. */
export const BOARD_COMPILED = {
  title: 'Báo cáo tổng hợp',
  caption: 'Báo cáo tổng hợp của từng kỳ',
  head: ['Báo cáo', 'Gửi', 'Hạn', 'Báo cáo đơn vị', 'Tình trạng'],
  empty: 'Kế hoạch không đặt hạn gửi báo cáo tổng hợp nào.',
  of: (received: number, owing: number) => `${received}/${owing}`,
  deadline: 'Hạn',
  recipient: 'Gửi',
  received: 'Báo cáo đơn vị đã có',
  state: 'Tình trạng',
  receipt: 'Mã biên nhận',
  recorded: 'Người ghi',
  recordedBy: (by: string, at: string) => `${by}, ${at}`,
  record: 'Ghi đã gửi',
  recordAgain: 'Ghi lại số, ngày văn bản',
  document: 'Số, ký hiệu của văn bản',
  documentHint: 'Ví dụ: 215/BC-SKHCN',
  sentOn: 'Ngày gửi',
  preview: 'Xem trước khi ghi',
  noDay: say`Chưa có ngày gửi, hoặc ngày chưa đúng.`,
  period: 'Trang của kỳ',
} as const;
