import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { UnitKind } from '../domain/unit.ts';
import { ROLE_NAMES } from './join.ts';
import type { Choice, Outgoing, OutgoingFile } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  department: 'Các sở, ban, ngành',
  district: 'UBND huyện, thị xã, thành phố',
  commune: 'UBND xã, phường',
  press: 'Báo, đài',
  mass_organisation: 'Các đoàn thể',
  front: 'Mặt trận Tổ quốc',
};

export const NOTICE_WORDS = {
  time: 'Hẹn giờ',
  now: 'Gửi ngay, không hẹn',
  list: 'Xem người nhận',
  receipt: 'Xin xác nhận “Đã nhận”',
  noReceipt: 'Không xin “Đã nhận”',
  noFile: 'Bỏ tệp kèm',
  audience: 'Đổi người nhận',
  again: 'Vẫn gửi',
  askTime: say`Gửi lúc nào? Ví dụ: 8h sáng mai; 14h30; 8h thứ Hai; 7h30 ngày 20/11. Gõ /huy để bỏ.`,
  unclearTime: (typed: string) => say`Chưa rõ “${typed}” là lúc nào. Xin ghi giờ và ngày, ví dụ “8h sáng mai”.`,
  whichTime: (typed: string) =>
    say`“${typed}” là giờ trong nội dung hay giờ gửi? Chọn “Sửa nội dung” để gõ lại nội dung, hoặc gõ “gửi ${typed}” để hẹn giờ gửi.`,
  pastTime: (typed: string) => say`“${typed}” đã qua rồi. Xin chọn lúc khác.`,
  toThese: say`Gửi cho những người này?`,
  oneRole: (groups: readonly string[]): RichText =>
    say`Mỗi nhóm một vai trò nên xin gửi riêng từng nhóm: ${groups.map((group) => `“${group}”`).join(', rồi ')}.`,
  severalRounds: say`Có mấy báo cáo như vậy; xin chọn đúng kỳ ở các lựa chọn dưới đây.`,
  howTo: say`Xem kết quả: /thongbao ketqua và số. Dừng, huỷ hẹn: /thongbao dung và số.`,
} as const;

const RECEIVED: Omit<Choice, 'value'> = {
  label: 'Đã nhận',
  means: {
    words: ['da nhan', 'da nhan duoc', 'da nhan thong bao', 'nhan roi', 'nhan duoc roi', 'da ro', 'ok', 'da doc'],
  },
};

export interface SentNotice {
  id: number;
  issuer: string;
  author: string;
  text: string;
  file: OutgoingFile | null;
  wantsReceipt: boolean;
}

/** A broadcast as its recipients read it. */
export function sayNotice({ id, issuer, author, text, file, wantsReceipt }: SentNotice): Outgoing {
  const head = say`📢 ${b(`Thông báo của ${issuer}`)}`;
  return {
    text: join([head, text === '' ? [] : say`${text}`, say`Người gửi: ${author}`], '\n\n'),
    ...(file === null ? {} : { file }),
    ...(wantsReceipt ? { choices: [[{ ...RECEIVED, value: `/xacnhan ${id}` }]], answer: 'pick' as const } : {}),
  };
}

export function sayReceiptNoted(id: number): RichText {
  return say`Đã ghi nhận anh/chị đã nhận thông báo số ${id}.`;
}

/** Only who was written to can say that they have it. */
export function sayNotYours(): RichText {
  return say`Thông báo này không gửi tới anh/chị, nên bot không ghi nhận gì.`;
}

export function sayNoNotice(): RichText {
  return say`Chưa có thông báo nào được gửi.`;
}

export function sayAskAudience(): RichText {
  return join([
    say`${b('Gửi thông báo cho ai?')}`,
    say`Gõ được bằng lời: “các huyện chưa nộp tháng 11”, “lãnh đạo các sở”, “HBG, HCG”.`,
  ]);
}

export function sayAskText(limit: number, file: string | null): RichText {
  return file === null
    ? say`Gõ nội dung thông báo (tối đa ${limit} ký tự), hoặc gửi tệp, ảnh kèm theo. Gõ /huy để bỏ.`
    : say`Đã nhận tệp “${file}”. Gõ nội dung đi kèm (tối đa ${limit} ký tự), hoặc gõ “không” để chỉ gửi tệp.`;
}

export interface NoticePreview {
  text: string;
  file: string | null;
  people: number;
  /** How many of them no message gets to at present. */
  shutOut: number;
  units: number;
  withoutPeople: readonly string[];
  /** Units that whoever sends it wants left out. */
  except: readonly string[];
  roles: readonly Role[];
  apps: readonly AppSample[];
  wantsReceipt: boolean;
  sendAt: Instant | null;
  /** It would arrive outside the working hours. */
  isOutside: boolean;
  zone: string;
}

/** How a notice comes to those who read it in one app. */
export interface AppSample {
  app: string;
  people: number;
  /** How many messages it is for each of them, the length of the longest in characters, and the most there may be. */
  messages: number;
  length: number;
  limit: number | null;
  /** Whether choices are numbers there. */
  numbered: boolean;
  /** Whether each message counts under a monthly allowance. */
  counted: boolean;
  /** How the file comes: as it is, as a page to fetch it from, or only named. Null: there is none. */
  file: 'itself' | 'page' | 'named' | null;
}

/** So few names stand in the preview that it all stays one message; the list has them all. */
const NAMES_SHOWN = 8;

export function sayNoticePreview(preview: NoticePreview): RichText {
  const { text, file, people, shutOut, units, withoutPeople, roles, except } = preview;
  const who = roles.length === 0 ? '' : ` (${roles.map((role) => ROLE_NAMES[role]).join(', ')})`;
  const more = withoutPeople.length - NAMES_SHOWN;
  const names = `${withoutPeople.slice(0, NAMES_SHOWN).join(', ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}`;
  return join(
    [
      say`${b('Xem lại thông báo')}`,
      text === '' ? [] : say`${text}`,
      file === null ? [] : say`Tệp kèm: ${file}`,
      say`Gửi tới ${b(`${people} người`)}${who} của ${units - withoutPeople.length} đơn vị${shutOut === 0 ? '' : `; hiện không gửi tin tới được ${shutOut} người trong số đó`}.`,
      withoutPeople.length === 0 ? [] : say`Không có ai để nhận (${withoutPeople.length}): ${names}.`,
      except.length === 0 ? [] : say`✋ Không gửi theo yêu cầu (${String(except.length)}): ${except.join(', ')}.`,
      join(preview.apps.map(sayApp)),
      sayTiming(preview),
    ],
    '\n\n',
  );
}

function sayApp({ app, people, messages, length, limit, numbered, counted, file }: AppSample): RichText {
  const size =
    limit === null ? '' : messages > 1 ? `, dài quá ${limit} ký tự nên chia ra` : ` (${length}/${limit} ký tự)`;
  const cost = counted && messages * people > 0 ? `, tốn ${messages * people} tin trong hạn mức tháng` : '';
  const files = { itself: ', kèm tệp', page: ', tệp thành đường dẫn tải', named: ', không gửi được tệp (chỉ nêu tên)' };
  return say`• ${app}, ${people} người: ${messages} tin${size}${cost}${file === null ? '' : files[file]}${numbered ? '; “Đã nhận” trả lời bằng số 1' : ''}`;
}

function sayTiming({ sendAt, isOutside, wantsReceipt, zone }: NoticePreview): RichText {
  const receipt = wantsReceipt ? say`Người nhận được đề nghị trả lời “Đã nhận”.` : [];
  const time = sendAt === null ? [] : say`Hẹn gửi lúc ${b(sayMoment(sendAt, zone))}; người nhận tính theo lúc đó.`;
  const outside = isOutside
    ? say`⚠️ ${sendAt === null ? 'Bây giờ' : 'Lúc đó'} là ngoài giờ làm việc, người nhận vẫn nhận ngay. Muốn đổi, chọn hẹn giờ.`
    : [];
  return join([time, receipt, outside]);
}

export interface Recipient {
  name: string;
  role: Role;
  unit: string;
  /** Where they read it; null: no message gets to them now. */
  app: string | null;
}

const RECIPIENTS_SHOWN = 60;

/** Everybody it goes to, unit by unit, before it goes. */
export function sayRecipients(recipients: readonly Recipient[], withoutPeople: readonly string[]): RichText {
  const shown = recipients.slice(0, RECIPIENTS_SHOWN);
  const units = [...new Set(shown.map((one) => one.unit))];
  const more = recipients.length - shown.length;
  return join(
    [
      say`${b(`Người nhận (${recipients.length})`)}`,
      join([
        ...units.map((unit) => {
          const people = shown.filter((one) => one.unit === unit);
          const named = people.map(
            ({ name, role, app }) => `${name} (${ROLE_NAMES[role]}, ${app ?? 'không gửi tới được'})`,
          );
          return say`• ${unit}: ${named.join('; ')}`;
        }),
        more > 0 ? say`Còn ${more} người; thu hẹp người nhận để xem đủ.` : [],
      ]),
      withoutPeople.length === 0
        ? []
        : say`Không có ai để nhận (${withoutPeople.length}): ${withoutPeople.join(', ')}.`,
    ],
    '\n\n',
  );
}

export function sayNoticeSent(id: number, count: number): Outgoing {
  return {
    text: say`Đang gửi thông báo số ${id} tới ${count} người.`,
    choices: [
      [{ label: 'Xem kết quả gửi', value: `/thongbao ketqua ${id}` }],
      [{ label: 'Dừng gửi', value: `/thongbao dung ${id}` }],
    ],
    answer: 'pick',
  };
}

export function sayNoticeScheduled(id: number, sendAt: Instant, zone: string): Outgoing {
  return {
    text: say`Đã hẹn: thông báo số ${id} gửi lúc ${b(sayMoment(sendAt, zone))}.`,
    choices: [[{ label: 'Huỷ hẹn', value: `/thongbao dung ${id}` }]],
    answer: 'pick',
  };
}

/** A notice of the same words is out already; the question whether this one is meant too follows. */
export function sayNoticeBefore(problem: RichText): RichText {
  return join([problem, say`Có gửi lần nữa không?`]);
}

export function sayNoticeStopped(
  id: number,
  stopped: { wasWaiting: boolean; cleared: number; gone: number },
): RichText {
  if (stopped.wasWaiting) return say`Đã huỷ thông báo hẹn giờ số ${id}. Chưa gửi cho ai.`;
  return say`Đã dừng thông báo số ${id}: ${stopped.cleared} tin chưa gửi được bỏ, ${stopped.gone} người đã nhận hoặc tin đang trên đường.`;
}

export function sayNoticeStoppedFor(id: number, by: string): RichText {
  return say`${by} đã dừng thông báo số ${id} của anh/chị. Xem: /thongbao ketqua ${id}`;
}

const WHY_NOT = {
  late: 'đã quá giờ hẹn hơn một ngày',
  nobody: 'đến giờ gửi không còn ai là người nhận',
  author: 'người soạn không còn quyền gửi thông báo',
} as const;

/** A notice whose time came and that went to nobody. */
export function sayNoticeNotSent(id: number, why: keyof typeof WHY_NOT): RichText {
  return say`Thông báo hẹn giờ số ${id} không được gửi: ${WHY_NOT[why]}.`;
}
