import type { Role } from '../domain/access.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import { ROLE_NAMES } from './join.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayDay, sayMoment, sayWeekdayAndDay } from './when.ts';

export const OWN_DATA = {
  fileName: 'ban-sao-du-lieu.txt',
  caption: say`Bản sao dữ liệu của anh/chị`,
  renewWhat: 'việc đồng ý bản mới chưa xong',
  renewYes: 'Đồng ý',
  renewNo: 'Để sau',
  renewed: say`Đã ghi nhận đồng ý. Cảm ơn anh/chị.`,
  notRenewed: say`Chưa ghi nhận. Bản anh/chị đã đồng ý vẫn được giữ; đọc lại bằng /toi dongy, rút lại bằng /toi rut.`,
  changed: say`Nội dung về dữ liệu cá nhân đã thay đổi. Khi tiện, anh/chị gõ ${code('/toi dongy')} để đọc và đồng ý lại.`,
  howToAsk: say`Gõ yêu cầu ngay sau lệnh, ví dụ: ${code('/toi yeucau Xin sửa ngày tôi thôi làm đầu mối')}. Cán bộ điều phối trả lời trong 2 ngày làm việc.`,
  howToAnswer: say`Gõ số của yêu cầu rồi câu trả lời, ví dụ: ${code('/toi traloi 3 Đã sửa theo yêu cầu')}.`,
} as const;

export function sayAskRenewal(notice: RichText): RichText {
  return join([say`${b('Nội dung về dữ liệu cá nhân')}`, notice, say`Anh/chị có đồng ý không?`], '\n\n');
}

export function sayRequestTaken({ id, dueOn }: { id: number; dueOn: Day }): RichText {
  return say`Đã ghi yêu cầu số ${String(id)}. Cán bộ điều phối trả lời chậm nhất ${sayWeekdayAndDay(dueOn)}.`;
}

export interface OpenRequest {
  id: number;
  name: string;
  text: string;
  dueOn: Day;
}

export function sayRequestToCoordinators({ id, name, text, dueOn }: OpenRequest): RichText {
  return join([
    say`${b(`Yêu cầu về dữ liệu cá nhân số ${id}`)} của ${name}, phải trả lời chậm nhất ${sayWeekdayAndDay(dueOn)}:`,
    say`${text}`,
    say`Trả lời: ${code(`/toi traloi ${id} nội dung`)}`,
  ]);
}

/** The open requests as coordinators see them, with what is left of the two working days. */
export function sayOpenRequests(open: readonly OpenRequest[], today: Day): RichText {
  if (open.length === 0) return say`Không có yêu cầu nào về dữ liệu cá nhân đang chờ trả lời.`;
  return join([
    say`${b('Yêu cầu về dữ liệu cá nhân đang chờ trả lời')}`,
    ...open.map(
      ({ id, name, text, dueOn }) =>
        say`• Số ${String(id)}, ${name}: ${text} (hạn ${sayDay(dueOn)}${today > dueOn ? ', ĐÃ QUÁ HẠN' : ''})`,
    ),
    OWN_DATA.howToAnswer,
  ]);
}

export function sayRequestAnswered(text: string): RichText {
  return join([say`${b('Trả lời yêu cầu về dữ liệu cá nhân của anh/chị')}`, say`${text}`]);
}

export function sayAnswerSent(id: number): RichText {
  return say`Đã trả lời yêu cầu số ${String(id)}.`;
}

export interface Copy {
  person: { name: string; createdAt: Instant; consentVersion: string; consentAt: Instant };
  roles: readonly { role: Role; unit: string | null; since: Instant; until: Instant | null }[];
  chats: readonly { app: string; address: string }[];
  reports: readonly {
    title: string;
    version: number;
    receivedAt: Instant;
    receipt: string;
    report: { nothingToReport: boolean; values: object };
  }[];
  requests: readonly { id: number; text: string; askedAt: Instant }[];
  tickets: readonly { id: number; at: Instant; text: string }[];
  /** What they chose about their reminders; empty: nothing. */
  reminders: RichText;
  /** Whom they stood in for, and who for them. */
  standIns: readonly RichText[];
  zone: string;
}

/** All that is kept about one person, for that person. */
export function sayCopy({
  person,
  roles,
  chats,
  reports,
  requests,
  tickets,
  reminders,
  standIns,
  zone,
}: Copy): RichText {
  const at = (instant: Instant): string => sayMoment(instant, zone);
  return join([
    say`${b('Bản sao dữ liệu bot lưu về anh/chị')}`,
    say`Họ tên: ${person.name}`,
    say`Tham gia: ${at(person.createdAt)}`,
    say`Đồng ý: bản ${person.consentVersion}, ${at(person.consentAt)}`,
    ...roles.map(
      ({ role, unit, since, until }) =>
        say`Vai trò: ${ROLE_NAMES[role]}${unit === null ? '' : `, ${unit}`}, từ ${at(since)}${until === null ? '' : ` đến ${at(until)}`}`,
    ),
    ...chats.map(({ app, address }) => say`Kênh: ${app}, mã cuộc trò chuyện ${address}`),
    reminders,
    ...standIns,
    ...requests.map(({ id, text, askedAt }) => say`Yêu cầu số ${String(id)}, ${at(askedAt)}: ${text}`),
    ...tickets.map(({ id, at: saidAt, text }) => say`Vướng mắc số ${String(id)}, ${at(saidAt)}: ${text}`),
    ...reports.map(
      ({ title, version, receivedAt, receipt, report }) =>
        say`Đã gửi: ${title}, bản ${String(version)}, ${at(receivedAt)}, mã ${receipt}: ${report.nothingToReport ? 'không phát sinh' : sayValues(report.values)}`,
    ),
  ]);
}

function sayValues(values: object): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join('; ');
}
