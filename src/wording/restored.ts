import type { Timeliness } from '../domain/task.ts';
import type { DigestSection } from './digest.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayMoment } from './when.ts';

/** What a restored bot may be without, as it is said. */
export interface SpokenStretch {
  /** Null: nothing tells. */
  from: number | null;
  to: number;
  zone: string;
}

const SEEN = 'Đã xem, chạy tiếp';

/** `từ 21:40 ngày 17/11/2026 đến 07:50 ngày 18/11/2026`. */
export function sayStretch({ from, to, zone }: SpokenStretch): string {
  return from === null ? `đến ${sayMoment(to, zone)}` : `từ ${sayMoment(from, zone)} đến ${sayMoment(to, zone)}`;
}

function restoredChoices({ to }: SpokenStretch): Choice[] {
  return [
    { label: 'Xem tổng hợp', value: '/tonghop' },
    { label: SEEN, value: `/khoiphuc daxem ${to}`, means: { words: ['đã xem', 'chạy tiếp', 'xem rồi', 'xong rồi'] } },
  ];
}

/** To the coordinators, once, and again where they ask. `waiting`: overdue reports nobody is chased for meanwhile. */
export function sayRestored(stretch: SpokenStretch, waiting: number): Outgoing {
  return {
    text: join(
      [
        say`⚠️ ${b(`Bot được khôi phục lúc ${sayMoment(stretch.to, stretch.zone)}`)}; có thể thiếu tin ${b(sayStretch(stretch))}: báo cáo, câu trả lời, việc anh/chị đã làm trong khoảng đó.`,
        say`Cho đến khi anh/chị xem, bot không đôn đốc, không tính muộn báo cáo đã qua hạn (hiện có ${waiting}). Tin nhắc trước hạn vẫn gửi.`,
        join([
          say`${b('Nên làm')}:`,
          say`• Xem đơn vị nào còn thiếu; hỏi đơn vị nào đã có biên nhận.`,
          say`• Đơn vị gửi biên nhận cho bot: bot kiểm tra thật hay không, anh/chị ghi nhận bằng hai lần bấm, báo cáo vẫn đúng hạn. Biên nhận cũ (mã bốn ký tự): /nopthay, ghi giờ trên biên nhận.`,
          say`• Làm lại việc đã làm trong khoảng đó (gia hạn, duyệt, thông báo).`,
        ]),
        say`Xem xong, chọn “${SEEN}” (hoặc gõ ${code('/khoiphuc đã xem')}).`,
      ],
      '\n\n',
    ),
    choices: restoredChoices(stretch).map((choice) => [choice]),
    answer: 'pick',
  };
}

/** In the digest, as long as nobody has looked. */
export function sayStillUnseen(stretch: SpokenStretch, waiting: number): DigestSection {
  return {
    text: say`⏸ ${b('Đôn đốc báo cáo quá hạn đang chờ anh/chị xem')}: bot được khôi phục, có thể thiếu tin ${sayStretch(stretch)}; ${waiting} báo cáo quá hạn chưa được đôn đốc. Chi tiết: /khoiphuc`,
    isNews: true,
    choices: restoredChoices(stretch).slice(1),
  };
}

export const RESTORED_WORDS = {
  never: say`Dữ liệu của bot chưa phải khôi phục lần nào.`,
  oldButton: say`Nút này thuộc một lần khôi phục trước. Gõ /khoiphuc để xem lần gần nhất.`,
  seenBefore: (stretch: SpokenStretch): RichText =>
    say`Bot được khôi phục lúc ${sayMoment(stretch.to, stretch.zone)}, có thể thiếu tin ${sayStretch(stretch)}. Đã có người xem; bot đang chạy bình thường. Biên nhận đơn vị gửi sau vẫn ghi nhận được: /khoiphuc biên nhận`,
  seen: say`✅ Cảm ơn anh/chị. Bot đôn đốc báo cáo quá hạn trở lại trong vòng một giờ (trong giờ gửi tin). Biên nhận đơn vị gửi sau vẫn ghi nhận được: /khoiphuc biên nhận`,
  stillWaiting: (count: number): RichText =>
    say`🧾 Còn ${count} biên nhận thật chờ ghi nhận; đơn vị có biên nhận ấy chưa bị đôn đốc. Xem và ghi nhận: /khoiphuc biên nhận`,
  seenBy: (name: string): RichText =>
    say`✅ ${name} đã xem việc bot được khôi phục; bot đôn đốc báo cáo quá hạn trở lại.`,
} as const;

/**
 * With whatever tells how the units of a round stand, as long as nobody has looked what is missing: nobody is called late, and who seems
 * to be missing may have reported.
 */
export function sayOpenStretch(stretch: Omit<SpokenStretch, 'zone'> | null, zone: string, unsettled: number): string {
  if (stretch === null) return '';
  const late = unsettled === 0 ? '' : ` ${unsettled} đơn vị gửi sau hạn chưa xác định đúng hạn hay muộn;`;
  return `Hệ thống được khôi phục, có thể thiếu tin ${sayStretch({ ...stretch, zone })}:${late} đơn vị chưa nộp có thể đã nộp trong khoảng đó, đang chờ cơ quan điều phối xem.`;
}

/** How a report counts that came after its deadline. */
export function sayStanding({ mayBeLost }: SpokenTask, timeliness: Timeliness): string {
  if (timeliness === 'on_time') return 'đúng hạn';
  return mayBeLost === true ? 'sau hạn, chờ cơ quan điều phối xem (bot vừa được khôi phục)' : 'nộp muộn';
}

/** Before a report is sent after its deadline. */
export function sayAfterDeadline({ mayBeLost }: SpokenTask): RichText {
  return mayBeLost === true
    ? say`Đã qua hạn, nhưng bot vừa được khôi phục dữ liệu: đơn vị đã nộp trước đó thì xin gửi mã biên nhận cho bot thay vì nộp lại; chưa nộp thì cứ gửi.`
    : say`Đã qua hạn: báo cáo này sẽ ghi nhận là ${b('nộp muộn')}.`;
}

/** To whoever asks whether their report is there, where it may have been lost. */
export function sayPerhapsLost(views: readonly SpokenTask[], stretch: SpokenStretch): Outgoing {
  const several = views.length > 1;
  return {
    text: say`⚠️ Bot vừa được khôi phục dữ liệu, có thể thiếu tin ${sayStretch(stretch)}. Nếu anh/chị đã nộp trong khoảng đó: xin lỗi anh/chị, đơn vị ${b('không bị tính muộn')} vì việc này. Xin gửi mã biên nhận cho bot, hoặc chọn dưới đây; bot báo cơ quan điều phối.`,
    choices: views.slice(0, 3).map((view) => [
      {
        label: several ? `Đã nộp ${sayReport(view.obligation, view.period)}` : 'Đã nộp, báo điều phối',
        value: `/danhan danop ${view.task.id}`,
      },
    ]),
    answer: 'pick',
  };
}

/** What the unit shows for it; null: its word alone. */
export interface SpokenProof {
  receipt: string;
  version: number;
  /** The moment that stands on it; null: not in what was pasted. */
  at: number | null;
}

/** To the unit: it was passed on. */
export function sayClaimPassedOn(view: SpokenTask, proof: SpokenProof | null, isNew: boolean): RichText {
  const what = proof === null ? sayReport(view.obligation, view.period) : `biên nhận ${proof.receipt}`;
  if (!isNew) return say`Cơ quan điều phối đã được báo về ${what}; ghi nhận xong, anh/chị nhận được biên nhận mới.`;
  return join([
    say`Cảm ơn anh/chị. Bot vừa được khôi phục dữ liệu nên không còn bản ${b(sayReport(view.obligation, view.period))} này; xin lỗi vì sự bất tiện.`,
    proof === null
      ? say`Bot đã báo cơ quan điều phối. Nếu còn biên nhận, xin gửi cho bot, cơ quan điều phối ghi nhận theo giờ trên đó.`
      : say`Đã chuyển ${what} cho cơ quan điều phối để ghi nhận theo giờ trên biên nhận.`,
    say`Anh/chị không cần nộp lại ngay; ghi nhận xong sẽ có biên nhận mới.`,
  ]);
}

/** To the coordinators: what the unit says, and the order that takes it in. `isInside`: the moment on it lies in the lost stretch. */
export function sayClaim(
  view: SpokenTask,
  who: string,
  proof: SpokenProof | null,
  { isInside, stretch, order }: { isInside: boolean; stretch: SpokenStretch; order: string },
): RichText {
  const head = say`📨 ${who} (${view.unit.shortName}) báo đã nộp ${b(sayReport(view.obligation, view.period))} trong lúc bot mất dữ liệu (${sayStretch(stretch)}).`;
  const shown =
    proof === null
      ? say`Chưa có mã biên nhận; nhờ anh/chị hỏi lại đơn vị.`
      : say`Biên nhận ${code(proof.receipt)}${proof.at === null ? '' : `, giờ ghi trên đó: ${sayMoment(proof.at, stretch.zone)}`}. Bot không còn bản gốc để đối chiếu, nhờ anh/chị xem.`;
  const outside = proof?.at == null || isInside ? [] : say`⚠️ Giờ này nằm ngoài khoảng mất dữ liệu, cần hỏi lại đơn vị.`;
  const isOwed = view.task.state === 'open' || view.task.state === 'returned';
  const how = isOwed
    ? say`Nếu đúng, gõ: ${code(order)}`
    : say`Đơn vị đã nộp lại sau hạn. Nếu đúng, gia hạn để tính đúng hạn: ${code(`/giahan ${view.unit.code} ${view.period.key}`)}`;
  return join([head, shown, outside, how]);
}

/** The paper report that a receipt stands for, as it is typed: its version and code are the document's number. */
export function orderOfReceipt(view: SpokenTask, proof: SpokenProof | null, zone: string): string {
  const begin = `/nopthay ${view.unit.code} ${view.period.key}`;
  if (proof === null) return begin;
  const number = `${begin} ${proof.version}/BN-${proof.receipt.split('-').at(-1) ?? ''}`;
  if (proof.at === null) return number;
  const [time = '', , day = ''] = sayMoment(proof.at, zone).split(' ');
  return `${number} ngày ${day} nhận ${time} ${day}`;
}
