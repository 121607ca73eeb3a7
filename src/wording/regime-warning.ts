import type { RegimeCase, RegimeWarning } from '../domain/regime-warning.ts';
import { sayPeriodKey } from './period.ts';
import { sayDay, sayShortDay, sayWeekday, sayWeekdayAndDay, sayWindow } from './when.ts';

/** One line for coordinators: what will hurt, in which periods, what they can do about it. */
export function sayRegimeWarning(warning: RegimeWarning): string {
  switch (warning.code) {
    case 'no_working_day_for_data':
      return (
        `${warning.obligation}, hạn vào ${sayMonths(warning.cases)}: sau ngày chốt số liệu đến hết hạn nộp không có ngày làm ` +
        `việc nào. Các kỳ: ${warning.cases.map(sayCase).join('; ')}. Nên thống nhất chốt số liệu sớm hoặc gia hạn.`
      );
    case 'deadline_in_holiday':
      return (
        `${warning.obligation}, kỳ ${sayPeriodKey(warning.case.period)}: hạn ${sayNamedDay(warning.case)} rơi vào đợt nghỉ ` +
        `${sayWindow(warning.holiday)} (${sayHolidays(warning.holiday.names)}). Ngày làm việc cuối cùng còn đúng hạn là ` +
        `${sayWeekdayAndDay(warning.case.lastWorkingDay)}. Nên báo sớm cho các đơn vị hoặc gia hạn.`
      );
    case 'calendar_missing':
      return (
        `Chưa khai lịch nghỉ năm ${warning.years.join(', ')}: tạm coi thứ Hai đến thứ Sáu là ngày làm việc, nên có thể ` +
        'nhắc vào ngày nghỉ lễ. Hãy bổ sung vào calendar.json.'
      );
    case 'calendar_provisional':
      return (
        `Lịch nghỉ năm ${warning.years.join(', ')} mới là tạm tính, chưa có thông báo: các mốc nhắc có thể xê dịch. ` +
        'Hãy cập nhật calendar.json khi có thông báo.'
      );
    case 'contact_missing':
      return (
        'Chưa khai người liên hệ (mục contact của plan.json: office, name, phone): người cần hỏi chỉ đọc được tên cơ quan ' +
        'nhận báo cáo, không có họ tên và số điện thoại.'
      );
    case 'unit_without_people':
      return (
        `${warning.units.length} đơn vị chưa có ai tham gia nên không nhắc được: ` +
        `${warning.units.map((unit) => `${unit.shortName} (${unit.code})`).join(', ')}.`
      );
    case 'overlapping_validity':
      return (
        `Đơn vị ${warning.unit} có thời gian hiệu lực chồng nhau: ` +
        `${warning.spans.map(({ from, to }) => `${sayDay(from)}–${to === null ? 'nay' : sayDay(to)}`).join(' và ')}.`
      );
  }
}

function sayCase(found: RegimeCase): string {
  const last = `${sayWeekday(found.lastWorkingDay)} ${sayShortDay(found.lastWorkingDay)}`;
  return (
    `${sayPeriodKey(found.period)} (số liệu đến hết ${sayShortDay(found.windowTo)}, nộp ${sayNamedDay(found)}, ` +
    `ngày làm việc cuối cùng còn đúng hạn là ${last})`
  );
}

function sayNamedDay({ word, namedDay }: RegimeCase): string {
  return word === 'before' ? `trước ${sayDay(namedDay)}` : `chậm nhất ${sayDay(namedDay)}`;
}

/** `tháng 6` when every case falls in June, of whichever year. */
function sayMonths(cases: readonly RegimeCase[]): string {
  const months = [...new Set(cases.map(({ namedDay }) => Number(namedDay.slice(5, 7))))];
  return `tháng ${months.toSorted((a, b) => a - b).join(', ')}`;
}

/** Names without what stands in brackets after them: five days of Tết are one Tết. */
function sayHolidays(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.replace(/ \(.*\)$/u, '')))].join(', ');
}
