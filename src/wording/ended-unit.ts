import type { Unit } from '../domain/unit.ts';
import { sayTask } from './acting.ts';
import type { Outgoing } from './message.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDay, sayDeadline } from './when.ts';

const SHOWN = 8;

/** What a unit that has ended leaves behind. */
export interface EndedUnit {
  unit: Pick<Unit, 'code' | 'shortName'> & { validTo: string };
  successors: readonly Pick<Unit, 'code' | 'shortName'>[];
  /** Rounds its successors owe. */
  dropped: readonly SpokenTask[];
  /** Reports for such rounds that it had sent. */
  passedOn: readonly SpokenTask[];
  /** What was due before, and is owed still. */
  owed: readonly SpokenTask[];
}

/** To coordinators: a unit has ended, what becomes of its reports, and who still has a role in it. */
export function sayEndedUnit(facts: EndedUnit & { names: readonly string[] }): Outgoing {
  const { unit, successors, names, passedOn, owed } = facts;
  const { shortName: name } = unit;
  const more = names.length > SHOWN ? `, còn ${names.length - SHOWN} người` : '';
  const given = [...facts.dropped, ...passedOn].filter(({ deadline }) => deadline.extended);
  return {
    text: join([
      say`${b(`${name} đã kết thúc hoạt động`)} (hết ${sayDay(unit.validTo)})`,
      names.length === 0 ? [] : say`Còn giữ vai trò ở đơn vị này: ${names.slice(0, SHOWN).join(', ')}${more}.`,
      successors.length === 0 ? [] : say`Đơn vị kế tục: ${namesOf(successors)}.`,
      passedOn.length === 0
        ? []
        : say`Đã gửi ${reportsOf(passedOn)}: bản này còn được cộng đến khi đơn vị kế tục nộp kỳ đó, rồi giữ ở /lichsu.`,
      owed.length === 0
        ? []
        : say`Còn nợ ${reportsOf(owed)} (hạn trước ngày kết thúc, hoặc đã qua khi kế hoạch được cập nhật).`,
      given.length === 0
        ? []
        : say`Gia hạn đã cho ${name} (${given.map((view) => `${sayReport(view.obligation, view.period)}: ${sayDeadline(view.deadline)}`).join('; ')}) không tự chuyển sang đơn vị kế tục; cần thì gõ /giahan.`,
      names.length === 0
        ? []
        : say`Ai tiếp tục làm báo cáo thì xin cấp mã mời ở đơn vị mới; ai thôi thì kết thúc vai trò.`,
    ]),
    choices: [
      ...successors.slice(0, 4).map((one) => [{ label: `Mã mời cho ${one.shortName}`, value: `/moi ${one.code}` }]),
      ...(names.length === 0 ? [] : [[{ label: `Kết thúc vai trò ở ${name}`, value: `/donvi ketthuc ${unit.code}` }]]),
    ],
    answer: 'pick',
  };
}

/** To the people of a unit that has ended: what they need not send any more, what became of what they sent, and what is owed still. */
export function sayOwnUnitEnded({ unit, successors, dropped, passedOn, owed }: EndedUnit): RichText {
  const next = successors.length === 0 ? '' : ` Đơn vị kế tục: ${namesOf(successors)}.`;
  return join([
    say`ℹ️ ${b(`${unit.shortName} đã kết thúc hoạt động`)} theo kế hoạch (hết ${sayDay(unit.validTo)}).${next}`,
    dropped.length === 0
      ? []
      : say`Không phải nộp nữa, bot thôi nhắc: ${reportsOf(dropped)}. Phần đang nhập dở chưa được gửi.`,
    passedOn.length === 0
      ? []
      : say`Đã nhận ${reportsOf(passedOn)}: bản này được cộng đến khi đơn vị kế tục nộp kỳ đó, và vẫn xem được ở /lichsu.`,
    owed.length === 0 ? [] : say`Vẫn cần nộp: ${reportsOf(owed)}.`,
    successors.length === 0 ? [] : say`Anh/chị làm báo cáo ở đơn vị kế tục thì xin cơ quan điều phối cấp mã mời.`,
  ]);
}

/** To the people of a unit that carries on: what another had sent for the round that is theirs now. */
export function sayTakenOver(facts: {
  former: Pick<Unit, 'shortName'>;
  name: string;
  views: readonly SpokenTask[];
}): RichText {
  const { former, name, views } = facts;
  const sent = views.filter(({ task }) => task.state === 'submitted' || task.state === 'accepted');
  const open = views.filter((view) => !sent.includes(view));
  return join([
    say`ℹ️ ${b(`${name} kế tục ${former.shortName}`)}, đơn vị này đã gửi báo cáo trước khi kế hoạch được cập nhật.`,
    ...open.map(
      (view) =>
        say`• ${sayTask(view)}: xin gồm cả phần nhận từ ${former.shortName}. Bản ${former.shortName} đã gửi được cộng đến khi ${name} nộp. Gõ /nop ${String(view.task.id)}`,
    ),
    ...sent.map(
      (view) =>
        say`• ${sayTask(view)}: bản ${name} đã nộp và bản ${former.shortName} đã gửi được cộng cùng nhau. Nếu gửi bản sửa thì xin gồm cả phần nhận từ ${former.shortName}, vì khi đó bản cũ thôi được cộng.`,
    ),
  ]);
}

/** To the units `own`, and to coordinators: what a unit that went to several had sent counts no more, and what of it became theirs stands nowhere. */
export function sayPartLeft(facts: {
  former: SpokenTask;
  by: Pick<Unit, 'shortName'>;
  own: readonly SpokenTask[];
}): RichText {
  const { former, by, own } = facts;
  const names = namesOf(own.map(({ unit }) => unit));
  return join([
    say`ℹ️ ${b(`${sayTask(former)}: thôi được cộng`)}, vì ${by.shortName} đã nộp kỳ này.`,
    say`Phần của ${former.unit.shortName} nay thuộc ${names}: nếu chưa có trong bản ${names} đã nộp, xin ${names} gửi bản sửa gồm cả phần này (${own.map(({ task }) => `/nop ${task.id}`).join(', ')}).`,
  ]);
}

function namesOf(units: readonly Pick<Unit, 'shortName'>[]): string {
  return units.map(({ shortName }) => shortName).join(', ');
}

function reportsOf(views: readonly SpokenTask[]): string {
  return views.map(({ obligation, period }) => sayReport(obligation, period).toLowerCase()).join(', ');
}
