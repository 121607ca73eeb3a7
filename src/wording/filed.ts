import type { Outgoing } from './message.ts';
import { sayReport, sayReportShort } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';

/** More would not be read. */
const OFFERED = 3;

/** To who says that the report went as an official document: why it is still missing here, and the ways on. */
export function sayFiledElsewhere(views: readonly SpokenTask[]): Outgoing {
  const missing = views.filter(({ task }) => task.state === 'open' || task.state === 'returned');
  if (missing.length === 0)
    return { text: say`Bot đã có số liệu báo cáo của đơn vị. Gõ /lichsu để xem giờ nhận và mã biên nhận.` };
  const what = join(
    missing.map(({ obligation, period }) => [b(sayReport(obligation, period))]),
    ', ',
  );
  const name = ({ obligation, period }: SpokenTask): string =>
    missing.length > 1 ? ` ${sayReportShort(obligation, period)}` : '';
  return {
    text: join(
      [
        say`Bot không đọc được văn bản gửi qua hệ thống văn bản, email hay bản giấy, nên ${what} chưa được tính là đã nộp và bot còn nhắc.`,
        say`Nộp số liệu tại đây chỉ mất vài phút; số, ngày văn bản ghi ở mục “Văn bản chính thức”. Hoặc nhờ cơ quan điều phối nhập thay, giờ nhận tính theo văn bản.`,
      ],
      '\n\n',
    ),
    choices: missing
      .slice(0, OFFERED)
      .flatMap((view) => [
        [{ label: `Nộp số liệu${name(view)}`, value: `/nop ${view.task.id}` }],
        [{ label: `Nhờ điều phối nhập thay${name(view)}`, value: `/daguivanban nhapthay ${view.task.id}` }],
      ]),
    answer: 'pick',
  };
}

/** After the coordinators were asked to key a paper report in. */
export function sayAskedToSubmitFor({ view, isNew }: { view: SpokenTask; isNew: boolean }): RichText {
  const report = sayReport(view.obligation, view.period);
  return isNew
    ? say`Đã chuyển cơ quan điều phối: ${report} của ${view.unit.shortName} đã gửi bằng văn bản, đề nghị nhập thay. Khi nhập xong, anh/chị nhận được biên nhận.`
    : say`Cơ quan điều phối đã được báo hôm nay về ${report} của ${view.unit.shortName}; khi nhập xong, anh/chị nhận được biên nhận.`;
}

/** To the coordinators. */
export function sayPleaseSubmitFor(view: SpokenTask, who: string): RichText {
  return say`📨 ${who} (${view.unit.shortName}) báo: ${b(sayReport(view.obligation, view.period))} đã gửi bằng văn bản, nhờ nhập thay. Khi có văn bản, gõ ${code(`/nopthay ${view.unit.code} ${view.period.key}`)}`;
}
