import { sayPeriodKey } from './period.ts';
import { sayWeekday } from './when.ts';

/** The words of the pictures: the round, and the reporting year. */
export const PICTURE = {
  unit: 'Đơn vị',
  deadline: (general: string, extended: number) =>
    `Hạn ${general}${extended === 0 ? '' : ` · ${extended} đơn vị có hạn riêng`}`,
  openStretch: (stretch: string) => `Hệ thống được khôi phục, có thể thiếu tin ${stretch}`,
  madeAt: (moment: string) => `Lập lúc ${moment}`,
  rest: (count: number) => `… còn ${count} đơn vị không vẽ ở đây (xem tệp Excel)`,
  calendarTitle: (year: number) => `LỊCH BÁO CÁO NĂM ${year}`,
  month: (month: number) => `Tháng ${month}`,
  weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  legendDeadline: 'Đơn vị: ngày cuối đúng hạn',
  legendCompiled: 'Tổng hợp: ngày cuối đúng hạn',
  legendOff: 'Ngày nghỉ',
  legendMakeUp: 'Làm bù',
  provisional: (year: number) => `Lịch nghỉ năm ${year} mới là tạm tính.`,
  sketch: 'Bản vẽ phác để xem trước: phông chữ, ngắt trang có thể khác Word',
  sketchGoesOn: '… còn các trang sau, xem trong tệp Word',
  noDeadlines: 'Không có hạn báo cáo nào trong năm này.',
} as const;

/** `T11`, `6T đầu`, `2026`: a period at the head of a narrow column, its year below. */
export function sayPeriodMark(key: string): { mark: string; year: string } {
  const words = sayPeriodKey(key);
  const year = key.slice(0, 4);
  const month = /^\d{4}-(\d{2})$/u.exec(key)?.[1];
  if (month !== undefined) return { mark: `T${Number(month)}`, year };
  const mark = words
    .replace(/\s*(?:\/|năm )\d{4}$/u, '')
    .replace(/^6 tháng/u, '6T')
    .replace(/^9 tháng đầu/u, '9T')
    .replace(/^quý /u, 'Q.');
  return { mark: mark === '' || /^năm$/u.test(mark) ? 'Năm' : mark, year };
}

/** `17/11 (thứ Ba)`. */
export function sayCalendarDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)} (${sayWeekday(day)})`;
}
