import type { Stance } from '../domain/stance.ts';
import type { Unit } from '../domain/unit.ts';
import type { Outgoing } from './message.ts';
import { fitNames } from './name-groups.ts';
import { sayWhyMissed } from './notice-result.ts';
import { sayPeriodKey, sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { saySoon } from './when.ts';

export interface CallView {
  unit: Unit;
  stance: Stance;
  promisedUntil: number | null;
  people: readonly string[];
  arrived: number;
  lastTry: { state: string; failure: string | null } | null;
  lastCall: { at: number; outcome: 'reached' | 'no-answer' } | null;
}

export const CALL_WORDS = {
  nobody: (view: SpokenTask): RichText =>
    say`${b(sayReport(view.obligation, view.period))}: không có đơn vị nào phải gọi điện lúc này. Gõ /tonghop để xem cả kỳ.`,
  whichUnit: say`Chưa rõ đơn vị nào đã được gọi. Gõ ví dụ: HBG đã gọi, hứa 17h; hoặc: HBG không nghe máy.`,
  left: (clauses: readonly string[]): RichText =>
    say`⚠️ Chưa ghi được: ${clauses.map((clause) => `“${clause}”`).join('; ')}. Xin nhắn riêng cho đơn vị này; báo cáo đã gửi bằng văn bản thì dùng /nopthay.`,
} as const;

/** Units told one by one; the rest is counted. */
const TOLD = 12;
const OFFERED = 5;
const NAMES_ROOM = 1500;

/** Whom to call, why, and what was tried; and how to tick them off. */
export function sayCallList(view: SpokenTask, calls: readonly CallView[], now: number, zone: string): Outgoing {
  const joined = calls.filter(({ stance }) => stance !== 'nobody');
  const nobody = calls.filter(({ stance }) => stance === 'nobody');
  const names = nobody.map((one) => `${one.unit.shortName}${sayLastCall(one, now, zone)}`);
  const first = (joined[0] ?? nobody[0])?.unit.code ?? 'HBG';
  return {
    text: join(
      [
        say`📞 ${b(`Cần gọi điện: ${sayReport(view.obligation, view.period)} (${calls.length})`)}`,
        join([...joined.slice(0, TOLD).map((one) => sayCall(one, now, zone))]),
        fitNames([{ title: 'Cũng cần gọi', names: joined.slice(TOLD).map(sayBriefly) }], NAMES_ROOM).text,
        fitNames([{ title: 'Chưa có đầu mối tham gia bot', names }], NAMES_ROOM).text,
        say`Gọi xong gõ ví dụ: ${first} đã gọi, hứa 17h; hoặc: ${first} không nghe máy.`,
      ],
      '\n\n',
    ),
    choices: [...joined, ...nobody]
      .slice(0, OFFERED)
      .map(({ unit }) => [{ label: `Đã gọi ${unit.shortName}`, value: `/goi ${unit.code} đã gọi` }]),
    answer: 'pick',
  };
}

/** Those behind the first ones: whom to ask for, in a word. */
function sayBriefly({ unit, people: [person] }: CallView): string {
  return person === undefined ? unit.shortName : `${unit.shortName} (${person})`;
}

function sayCall(call: CallView, now: number, zone: string): RichText {
  const { unit, people } = call;
  const whom = people.length === 0 ? '' : `; người báo cáo: ${people.slice(0, 2).join(', ')}`;
  return say`• ${b(`${unit.shortName} (${unit.code})`)}: ${sayCallReason(call, now, zone)}${whom}${sayLastCall(call, now, zone)}.`;
}

/** Why it has to be called. */
export function sayCallReason(
  { stance, promisedUntil, arrived, lastTry }: CallView,
  now: number,
  zone: string,
): string {
  if (stance === 'unreached') {
    const why = lastTry === null ? '' : ` (${sayWhyMissed(lastTry.state, lastTry.failure)})`;
    return `không gửi tin tới được${why}`;
  }
  const tried = `đã nhận ${arrived} tin nhắc`;
  if (stance === 'lapsed' && promisedUntil !== null)
    return `hẹn gửi trước ${saySoon(promisedUntil, now, zone)}, chưa thấy; ${tried}`;
  return `${tried}, chưa gửi`;
}

/** The last call about it, in brackets. */
export function sayLastCall({ lastCall }: CallView, now: number, zone: string): string {
  if (lastCall === null) return '';
  return ` (gọi ${saySoon(lastCall.at, now, zone)}: ${lastCall.outcome === 'reached' ? 'đã gặp' : 'không nghe máy'})`;
}

/** Beside a promise that was noted: words of somebody who is not known. */
function sayUnread(unread: string): string {
  return unread === '' ? '' : ` Chưa ghi “${unread}”: chưa rõ đơn vị hoặc giờ hẹn.`;
}

/** The unit owes no report (of the period that was named), so there was none to call about; `owed`: what it does owe. */
export function sayNotCalledAbout(unit: string, period: string | null, owed: readonly SpokenTask[]): RichText {
  const named = period === null ? 'báo cáo nào phải nộp' : `phải nộp báo cáo ${sayPeriodKey(period)}`;
  const others = owed.map((view) => sayReport(view.obligation, view.period)).join(', ');
  return say`Chưa ghi cuộc gọi: ${b(unit)} không còn ${named}${others === '' ? '' : `; còn phải nộp: ${others}`}.`;
}

/** A call that was noted by mistake. */
export function sayCallUndone(view: SpokenTask, wasPromised: boolean): RichText {
  const what = wasPromised ? 'cuộc gọi và lời hẹn' : 'cuộc gọi';
  return say`↩️ Đã bỏ ${what} vừa ghi của ${b(view.unit.shortName)} (${sayReport(view.obligation, view.period)}).`;
}

/** What was ticked off. */
export function sayCallNoted(
  view: SpokenTask,
  outcome: 'reached' | 'no-answer',
  promised: { until: number; now: number; zone: string } | null,
  unread: string,
): RichText {
  const head = say`📞 Đã ghi: ${b(view.unit.shortName)}, ${sayReport(view.obligation, view.period)}: `;
  if (outcome === 'no-answer') return say`${head}gọi không gặp. Đơn vị vẫn ở trong danh sách /goi.`;
  if (promised !== null) {
    const until = b(saySoon(promised.until, promised.now, promised.zone));
    const late = promised.now < view.deadline.cutOffAt && promised.until >= view.deadline.cutOffAt;
    return say`${head}đã gọi, hẹn gửi trước ${until}${late ? say`, ${b('sau hạn')}` : ''}. Đến giờ đó bot không đôn đốc.${sayUnread(unread)}`;
  }
  const hint = unread === '' ? '' : ` Chưa rõ “${unread}” là hẹn lúc nào nên chưa ghi giờ.`;
  return say`${head}đã gọi.${hint} Nếu đơn vị hẹn giờ, gõ ví dụ: ${view.unit.code} đã gọi, hứa 17h.`;
}
