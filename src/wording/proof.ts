import type { ReportContent } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';
import { sayTask } from './acting.ts';
import type { DigestSection } from './digest.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayFigures } from './receipt.ts';
import { sayStanding } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayContent } from './submit.ts';
import { sayExactMoment } from './when.ts';

/** A genuine receipt that the database does not know, as it is said. */
export interface SpokenClaim {
  id: number;
  receipt: string;
  version: number;
  receivedAt: number;
  timeliness: Timeliness;
  /** Null: the figures were not shown. */
  report: ReportContent | null;
}

interface SpokenGain {
  report: boolean;
  standing: boolean;
}

const standingOf = (timeliness: Timeliness): string => (timeliness === 'on_time' ? 'đúng hạn' : 'nộp muộn');

/** To whoever shows a receipt that the database has: what it knows of it. `latest`: the version in force. */
export function sayKnownReceipt(
  view: SpokenTask,
  sent: { receipt: string; version: number; receivedAt: number; report: ReportContent },
  latest: number,
  zone: string,
): RichText {
  const { timeliness, state, stateReason } = view.task;
  return join([
    say`✅ Biên nhận ${code(sent.receipt)} đã có trong dữ liệu:`,
    say`${b(sayTask(view))}: bản thứ ${sent.version}, nhận lúc ${sayExactMoment(sent.receivedAt, zone)}`,
    say`Ghi nhận: ${sayStanding(view, timeliness ?? 'late')}`,
    sayFigures(view.form, sent.report),
    latest > sent.version ? say`Bản hiện hành: thứ ${latest}.` : [],
    sayState(state, stateReason),
  ]);
}

function sayState(state: SpokenTask['task']['state'], reason: string | null): RichText {
  if (state === 'accepted') return say`Tình trạng: cơ quan điều phối đã duyệt.`;
  if (state === 'returned') return say`Tình trạng: cơ quan điều phối đã trả lại để sửa. ${reason ?? ''}`;
  if (state === 'waived') return say`Tình trạng: đơn vị được miễn kỳ này.`;
  return say`Tình trạng: đã nộp, chờ duyệt.`;
}

/** To whoever shows a receipt that is taken in, waits, or cannot be. */
export const PROOF_WORDS = {
  taken: (view: SpokenTask): RichText =>
    say`✅ Biên nhận này đã được ghi nhận: ${b(sayTask(view))}, ${standingOf(view.task.timeliness ?? 'late')}.`,
  nothingToGain: (view: SpokenTask): RichText =>
    say`✅ Biên nhận này là thật, nhưng dữ liệu đã có bản mới hơn của ${b(sayTask(view))} (${standingOf(view.task.timeliness ?? 'late')}); anh/chị không cần làm gì thêm.`,
  resend: (view: SpokenTask): RichText =>
    say`Biên nhận này là thật: đơn vị đã gửi bản sửa của ${b(sayTask(view))}, nhưng bot không còn số liệu của bản ấy; xin lỗi anh/chị. Xin dán nguyên văn tin biên nhận (có dòng số liệu), hoặc gửi lại bản sửa: gõ /nop ${String(view.task.id)}. Đúng hạn hay muộn không đổi.`,
  forged: say`Bot không xác nhận được mã biên nhận này: mã xác thực không khớp, có thể do chép thiếu hoặc nhầm ký tự. Chưa ghi nhận gì. Xin sao chép nguyên văn tin biên nhận rồi gửi lại; không còn tin ấy thì nhắn cơ quan điều phối: /vuongmac`,
  altered: say`Mã biên nhận là thật, nhưng nội dung gửi kèm không khớp với mã (giờ nhận, đúng hạn hay muộn, đơn vị, kỳ hoặc số liệu khác lúc bot cấp). Chưa ghi nhận gì. Xin sao chép lại nguyên văn tin biên nhận, hoặc chỉ gửi dòng mã.`,
  withdrawn: say`Biên nhận này đã hết hiệu lực: cơ quan điều phối đã bỏ việc ghi nhận bằng văn bản đó. Cần hỏi lại thì gõ /vuongmac.`,
  nothingLost: say`Bot không có biên nhận này trong dữ liệu. Xin kiểm tra lại mã, hoặc gõ /lichsu để xem các báo cáo đã nộp và mã của từng bản.`,
  tooMany: say`Hôm nay anh/chị đã gửi nhiều mã biên nhận không khớp nên bot tạm không đối chiếu nữa. Xin nhắn cơ quan điều phối: /vuongmac`,
  ofOthers: say`Biên nhận này không phải của đơn vị anh/chị phụ trách, nên bot không xem xét tại đây. Xin để đầu mối của đơn vị có tên trên biên nhận gửi cho bot.`,
  gone: say`Không có biên nhận nào như vậy đang chờ ghi nhận.`,
} as const;

/** To the unit: it is genuine, and was passed on. */
export function sayProofPassedOn(view: SpokenTask, claim: SpokenClaim, isNew: boolean, zone: string): RichText {
  const what = sayProof(view, claim, zone);
  if (!isNew) return join([say`Cơ quan điều phối đã được báo về biên nhận này và sẽ ghi nhận.`, what]);
  return join([
    say`✅ ${b('Biên nhận thật')}: mã xác thực khớp. Bot vừa được khôi phục dữ liệu nên không còn bản này; xin lỗi anh/chị.`,
    what,
    say`Đã chuyển cơ quan điều phối ghi nhận. Đơn vị ${b('không bị tính muộn')} vì việc này, không cần nộp lại lúc này.`,
  ]);
}

function sayProof(view: SpokenTask, { version, receivedAt, timeliness, report }: SpokenClaim, zone: string): RichText {
  return join([
    say`${b(sayTask(view))}: bản thứ ${version}, nhận lúc ${sayExactMoment(receivedAt, zone)}, ${b(standingOf(timeliness))}`,
    report === null ? say`Phần cuối của mã chưa kiểm được vì không có số liệu; bot chỉ giữ phần đã kiểm.` : [],
    report === null ? say`Số liệu: không có trong tin đã gửi, sẽ bổ sung sau` : sayFigures(view.form, report),
  ]);
}

/** To the coordinators: a genuine receipt, and the first of two taps. */
export function sayProofToCoordinators(
  view: SpokenTask,
  who: string,
  claim: SpokenClaim,
  { zone, isInside }: { zone: string; isInside: boolean },
): Outgoing {
  return {
    text: join([
      say`🔏 ${b('Biên nhận thật của báo cáo đã mất')}: ${who} gửi ${code(claim.receipt)}, mã xác thực khớp.`,
      sayProof(view, claim, zone),
      isInside ? [] : say`⚠️ Giờ này nằm ngoài khoảng mất dữ liệu, cần hỏi lại đơn vị trước khi ghi nhận.`,
    ]),
    choices: [[{ label: `Xem biên nhận ${view.unit.shortName}`, value: `/khoiphuc biennhan ${claim.id}` }]],
    answer: 'pick',
  };
}

const SHOWN = 8;

/** All that wait to be taken in. */
export function sayWaitingReceipts(waiting: readonly { view: SpokenTask; claim: SpokenClaim }[]): Outgoing {
  if (waiting.length === 0) return { text: say`Không có biên nhận nào đang chờ ghi nhận.` };
  const shown = waiting.slice(0, SHOWN);
  return {
    text: join([
      say`🔏 ${b(`Biên nhận thật đang chờ ghi nhận: ${waiting.length}`)}`,
      ...shown.map(
        ({ view, claim }) => say`• ${sayTask(view)}, bản thứ ${claim.version}, ${standingOf(claim.timeliness)}`,
      ),
      waiting.length > SHOWN
        ? say`… và ${waiting.length - SHOWN} biên nhận khác, hiện ra khi các biên nhận trên đã ghi nhận.`
        : [],
    ]),
    choices: shown.map(({ view, claim }) => [
      { label: `Xem ${view.unit.shortName} ${view.period.key}`, value: `/khoiphuc biennhan ${claim.id}` },
    ]),
    answer: 'pick',
  };
}

/** In the digest, as long as some wait. */
export function sayReceiptsWait(count: number): DigestSection {
  return {
    text: say`🔏 Biên nhận thật của báo cáo đã mất, chờ ghi nhận: ${count}. Gõ ${code('/khoiphuc biên nhận')}.`,
    isNews: true,
    choices: [{ label: 'Xem biên nhận chờ', value: '/khoiphuc biennhan' }],
  };
}

/** What will be recorded, before it is: the second tap. */
export function sayProofPreview(
  view: SpokenTask,
  holder: string,
  claim: SpokenClaim,
  gain: SpokenGain,
  zone: string,
): Outgoing {
  const choices: Choice[] = [
    { label: 'Ghi nhận theo biên nhận', value: `/khoiphuc ghinhan ${claim.id}` },
    { label: 'Để sau', value: '/khoiphuc biennhan' },
  ];
  return {
    text: join(
      [
        say`📄 ${b('Xem lại trước khi ghi')}`,
        join([
          say`${b(sayTask(view))}`,
          say`• Biên nhận: ${code(claim.receipt)} (${holder} gửi)`,
          say`• Nhận lúc: ${b(sayExactMoment(claim.receivedAt, zone))} → ${b(standingOf(claim.timeliness))}`,
        ]),
        gain.report
          ? sayFiguresToCome(view, claim)
          : say`Chỉ ghi lại là ${b('đúng hạn')}; số liệu giữ theo bản đơn vị gửi sau.`,
      ],
      '\n\n',
    ),
    choices: choices.map((choice) => [choice]),
    answer: 'pick',
  };
}

function sayFiguresToCome(view: SpokenTask, { report }: SpokenClaim): RichText {
  if (report === null) return say`Số liệu: ${b('đơn vị bổ sung sau')}`;
  if (report.nothingToReport) return sayContent(view.form, report);
  return join([sayContent(view.form, report), say`Phần lời (kết quả, vướng mắc, kiến nghị): đơn vị bổ sung sau.`]);
}

/** To the coordinator who took it in, or was not the first. `takenBy` null: nothing was left to take in. */
export function sayTakenInHere(view: SpokenTask, isNew: boolean, takenBy: string | null): RichText {
  if (isNew)
    return say`✅ Đã ghi nhận theo biên nhận: ${b(sayTask(view))}, ${standingOf(view.task.timeliness ?? 'late')}. Đơn vị đã được báo.`;
  return takenBy === null
    ? say`Không còn gì phải ghi nhận: dữ liệu đã có bản mới hơn của ${b(sayTask(view))}.`
    : say`Biên nhận này đã được ${takenBy} ghi nhận: ${b(sayTask(view))}, ${standingOf(view.task.timeliness ?? 'late')}.`;
}

/** To the other coordinators. */
export function sayTakenInBy(view: SpokenTask, who: string): RichText {
  return say`✅ ${who} đã ghi nhận theo biên nhận: ${b(sayTask(view))}, ${standingOf(view.task.timeliness ?? 'late')}.`;
}

/** To the unit: it counts again. */
export function sayTakenIn(view: SpokenTask, claim: SpokenClaim, gain: SpokenGain, zone: string): RichText {
  const order = `/nop ${String(view.task.id)}`;
  const isWhole = !gain.report || claim.report?.nothingToReport === true;
  const rest = claim.report === null ? 'Số liệu' : 'Phần lời (kết quả, vướng mắc, kiến nghị)';
  return join([
    say`✅ ${b('Đã ghi nhận theo biên nhận')}: ${sayTask(view)}`,
    say`Bản thứ ${claim.version}, nhận lúc ${sayExactMoment(claim.receivedAt, zone)}`,
    say`Ghi nhận: ${b(standingOf(view.task.timeliness ?? 'late'))}`,
    gain.report && claim.report !== null ? sayFigures(view.form, claim.report) : [],
    say`Mã biên nhận: ${code(claim.receipt)}${gain.report && claim.report === null ? ' (phần đã kiểm; dán nguyên văn tin biên nhận có dòng số liệu để bot ghi đủ)' : ''}`,
    isWhole ? [] : say`${rest} của bản này bot không còn; khi tiện xin bổ sung: gõ ${order}.`,
  ]);
}
