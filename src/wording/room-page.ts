import { b, code, say } from './rich-text.ts';

/** The words of the rehearsal room's page. */
export const ROOM_PAGE = {
  title: 'Phòng diễn tập báo cáo',
  heading: 'Phòng diễn tập kỳ báo cáo',
  skip: 'Tới các khung trò chuyện',
  tabs: 'Chọn khung trò chuyện',
  panes: 'Ba khung trò chuyện với bot',
  noScript: 'Phòng diễn tập cần JavaScript. Xin bật JavaScript rồi tải lại trang.',
  howTo: 'Cách diễn tập',
  intro: say`${b('Sống thử một kỳ báo cáo:')} gõ ${code('/nhiemvu')} ở khung Cán bộ đầu mối, bấm ${b('Đến lần nhắc tới')} để nhận lời nhắc, nộp báo cáo ngay trong khung; bấm ${b('Qua hạn')} rồi gõ ${code('/tonghop')} ở khung Cán bộ điều phối.`,
  introClose: 'Đã hiểu',
  groups: {
    liaison: { title: 'Cán bộ đầu mối', short: 'Đầu mối', of: 'cán bộ đầu mối' },
    coordinator: { title: 'Cán bộ điều phối', short: 'Điều phối', of: 'cán bộ điều phối' },
    staff: { title: 'Chuyên viên', short: 'Chuyên viên', of: 'chuyên viên' },
  },
  clock: {
    label: 'Giờ của bot',
    moves: 'Đưa đồng hồ đi tới',
    other: 'Giờ khác',
    to: 'Đưa đồng hồ tới',
    sleep: 'Như máy đã ngủ: nhảy thẳng tới, rồi mới xem việc đến hạn',
    go: 'Chuyển giờ',
  },
  round: {
    label: 'Tình hình kỳ báo cáo',
    choose: 'Chọn kỳ báo cáo',
    loading: 'Đang tải tình hình…',
    toggle: 'Đơn vị',
    units: 'Các đơn vị trong kỳ',
  },
  pane: {
    change: 'Đổi vai',
    play: (who: string) => `Đóng vai ${who}`,
    log: (who: string) => `Trò chuyện của ${who} với bot`,
    newest: 'Tin mới ↓',
    compose: (who: string) => `Soạn tin của ${who}`,
    text: (who: string) => `Tin nhắn của ${who}`,
    example: (command: string) => `Ví dụ: ${command}`,
    dropFile: 'Bỏ tệp',
    attach: 'Đính kèm tệp',
    attachHint: 'Đính kèm tệp (pdf, docx, xlsx, jpg, png; tối đa 20 MB)',
    send: 'Gửi',
  },
} as const;
