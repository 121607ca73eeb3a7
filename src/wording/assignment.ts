import type { Day } from '../domain/calendar.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayWeekdayAndDay } from './when.ts';

/** What was handed to a colleague, as people hear of it. */
export interface SpokenAssignment {
  id: number;
  /** Who does it, and who handed it out: the same where nobody did. */
  person: number;
  givenBy: number;
  name: string;
  giver: string;
  /** Empty: the whole report. */
  part: string;
  dueOn: Day;
  answer: string;
  files: readonly number[];
  state: 'open' | 'answered' | 'taken_back' | 'cleared';
}

export const ASSIGN_WORDS = {
  what: 'việc đang giao dở',
  whatPart: 'phần việc đang gửi dở',
  askTask: say`Giao việc của báo cáo nào?`,
  askWho: say`Giao cho ai trong đơn vị?`,
  askPart: say`Giao phần nào? Gõ bằng lời, ví dụ: số hội nghị và lượt người dự tháng này.`,
  nothingOut: say`Hiện chưa giao phần việc nào cho ai trong đơn vị. Muốn giao: gõ /giao kèm tên và phần việc.`,
  /** What somebody sent whom nobody had asked. */
  unaskedPart: 'số liệu tự gửi',
  whole: 'Toàn bộ báo cáo',
  allOfIt: ['cả báo cáo', 'hết', 'hết đi', 'tất cả', 'làm hết', 'làm hết đi', 'cả', 'toàn bộ'],
  askDue: say`Cần xong trước ngày nào? Ví dụ: thứ Sáu, 13/11, mai.`,
  wholeDay: say`Hạn nội bộ tính trọn ngày, không theo giờ. Nếu cần đúng giờ, xin ghi giờ vào phần việc.`,
  noDay: say`Bot chưa đọc được ngày. Xin gõ như: thứ Sáu, 13/11, mai.`,
  give: 'Giao việc',
  drop: 'Thôi',
  more: 'Giao việc mới',
  nobody: say`Đơn vị chưa có đồng nghiệp nào dùng bot để giao việc. Gõ ${code('/moi')} để lấy mã mời cho đồng nghiệp.`,
  nothingOwed: say`✅ Đơn vị không còn báo cáo nào phải nộp, nên không có việc để giao.`,
} as const;

function partOf({ part }: Pick<SpokenAssignment, 'part'>): RichText {
  return part === '' ? say`toàn bộ báo cáo` : say`“${part}”`;
}

function reportOf(view: SpokenTask): RichText {
  return say`${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`;
}

/** The way to send what waits of somebody's handed-out work. */
export function choiceToSend({ id, state }: Pick<SpokenAssignment, 'id' | 'state'>): Choice {
  return { label: `${state === 'answered' ? 'Gửi lại' : 'Gửi'} phần việc số ${id}`, value: `/phan ${id}` };
}

function sendPart(id: number, label = 'Gửi phần này'): Required<Pick<Outgoing, 'choices' | 'answer'>> {
  return { choices: [[{ label, value: `/phan ${id}` }]], answer: 'pick' };
}

export function sayAssignPreview(view: SpokenTask, to: string, part: string, dueOn: Day): RichText {
  return join([
    say`${b('Giao việc')}`,
    say`Cho: ${to}`,
    say`Phần việc: ${partOf({ part })}`,
    say`Báo cáo: ${reportOf(view)}`,
    say`Hạn nội bộ: hết ${sayWeekdayAndDay(dueOn)}. Bot nhắc vào ngày đó.`,
  ]);
}

export function sayAssigned({ id, name, dueOn }: SpokenAssignment): RichText {
  return say`✅ Đã giao cho ${name} (việc số ${id}), hạn hết ${sayWeekdayAndDay(dueOn)}. Có phần trả lời bot báo ngay. Gõ /giao để xem, lấy lại.`;
}

/** To whom it was handed. */
export function sayHandedOut(work: SpokenAssignment, view: SpokenTask): Outgoing {
  return {
    text: join([
      say`📌 ${work.giver} giao anh/chị một việc (số ${work.id})`,
      say`Phần việc: ${partOf(work)}`,
      say`Báo cáo: ${reportOf(view)}`,
      say`Hạn nội bộ: hết ${sayWeekdayAndDay(work.dueOn)}`,
    ]),
    ...sendPart(work.id),
  };
}

export function sayInnerDateCame(work: SpokenAssignment, view: SpokenTask, today: Day): Outgoing {
  const when = work.dueOn < today ? say`đã quá hạn nội bộ ${sayWeekdayAndDay(work.dueOn)}` : say`đến hạn hôm nay`;
  return {
    text: join([
      say`⏰ Việc ${work.giver} giao ${when} (số ${work.id})`,
      say`Phần việc: ${partOf(work)}`,
      say`Báo cáo: ${reportOf(view)}`,
    ]),
    ...sendPart(work.id),
  };
}

/** To who handed it out: what came back, and the way to the report it waits in. */
export function sayPartArrived(work: SpokenAssignment, view: SpokenTask): Outgoing {
  return {
    text: join(
      [
        join([
          work.person === work.givenBy
            ? say`📥 ${work.name} tự gửi số liệu (chưa được giao việc)`
            : say`📥 ${work.name} đã gửi phần việc số ${work.id}: ${partOf(work)}`,
          say`Báo cáo: ${reportOf(view)}`,
        ]),
        work.answer === '' ? [] : say`${work.answer}`,
        join([
          work.files.length === 0 ? [] : say`Tệp kèm: ${work.files.length}`,
          say`Đây mới là bản nháp. Mở báo cáo thì bot điền sẵn phần này để anh/chị xem rồi mới gửi.`,
        ]),
      ],
      '\n\n',
    ),
    choices: [[{ label: 'Mở báo cáo', value: `/nop ${view.task.id}` }]],
    answer: 'pick',
  };
}

export function sayTakenBack(work: SpokenAssignment, view: SpokenTask): Outgoing {
  return {
    text: say`Việc số ${work.id} (${partOf(work)}, ${reportOf(view)}) đã được lấy lại. Anh/chị không cần làm nữa.`,
  };
}

export function sayPartNotNeeded(work: SpokenAssignment, view: SpokenTask): Outgoing {
  return {
    text: say`${reportOf(view)}: báo cáo đã được gửi. Việc số ${work.id} (${partOf(work)}) không cần làm nữa.`,
  };
}

export function sayTookBack({ id, name }: SpokenAssignment): RichText {
  return say`Đã lấy lại việc số ${id}; bot báo cho ${name}.`;
}

export function sayAskPart(work: SpokenAssignment, view: SpokenTask): RichText {
  return join([
    say`Gửi phần việc số ${work.id}: ${partOf(work)}`,
    say`Báo cáo: ${reportOf(view)}`,
    say`Xin gõ số liệu (ví dụ: ${code('hội nghị 3, người dự 250')}), lời văn, hoặc gửi tệp. Gõ /huy để dừng.`,
  ]);
}

/** `read`: what the bot takes from the words, a line each. */
export function sayPartSent({ id, giver, part }: SpokenAssignment, read: readonly RichText[]): Outgoing {
  return {
    text: join([
      say`✅ Đã chuyển phần việc số ${id} (${partOf({ part })}) cho ${giver}.`,
      ...(read.length === 0 ? [] : [say`Số liệu bot đọc được:`, ...read]),
      say`Gửi lại thì bản mới thay bản cũ; tệp được gộp thêm.`,
    ]),
    ...sendPart(id, 'Gửi lại, bổ sung'),
  };
}

/** To who sent figures without having been handed anything: kept, and not sent. `unread`: what of it was not understood. */
export function sayUnaskedKept(
  view: SpokenTask,
  liaisons: readonly string[],
  { read, unread }: { read: readonly RichText[]; unread: readonly string[] },
): RichText {
  const who = liaisons.length === 0 ? 'cán bộ đầu mối' : liaisons.join(', ');
  return join([
    say`📝 Đã giữ làm bản nháp của ${reportOf(view)} và báo cho ${who}. Báo cáo ${b('chưa được gửi')}: ${who} xem lại rồi mới gửi.`,
    ...read,
    unread.length === 0 ? [] : say`Bot chưa hiểu phần: ${unread.map((part) => `«${part}»`).join('; ')}.`,
    say`Gõ thêm hay gõ lại thì bot cập nhật bản nháp này.`,
  ]);
}

/** Above the form of a report into which parts of colleagues were filled. */
export function sayPartsFilledIn(names: readonly string[]): RichText {
  return names.length === 0 ? [] : say`Đã điền sẵn phần của ${names.join(', ')}. Xin xem lại trước khi gửi.`;
}

const SHOWN = 8;

/** What is in the hands of colleagues, with a way to take each back. */
export function sayHandedOutList(all: readonly { work: SpokenAssignment; view: SpokenTask }[], today: Day): Outgoing {
  const shown = all.slice(0, SHOWN);
  const more: Choice = { label: ASSIGN_WORDS.more, value: '/giao them' };
  return {
    text: join(
      [
        say`${b(`Việc đã giao (${all.length})`)}`,
        ...shown.map(({ work, view }) =>
          join([say`Số ${work.id}: ${work.name} – ${partOf(work)}`, say`${reportOf(view)}; ${standOf(work, today)}`]),
        ),
        all.length > SHOWN ? say`Còn ${all.length - SHOWN} việc khác.` : [],
      ],
      '\n\n',
    ),
    choices: [
      ...shown.map(({ work }) => [{ label: `Lấy lại việc số ${work.id}`, value: `/giao laylai ${work.id}` }]),
      [more],
    ],
    answer: 'pick',
  };
}

function standOf({ state, dueOn }: SpokenAssignment, today: Day): RichText {
  if (state === 'answered') return say`đã gửi phần trả lời`;
  return dueOn < today ? say`quá hạn ${sayWeekdayAndDay(dueOn)}` : say`hạn hết ${sayWeekdayAndDay(dueOn)}`;
}

/** What waits for the asker alone, below the reports of their units. */
export function sayOwnWork(all: readonly { work: SpokenAssignment; view: SpokenTask }[], today: Day): Outgoing {
  const shown = all.slice(0, SHOWN);
  return {
    text: join(
      [
        say`${b(`Việc được giao cho anh/chị (${all.length})`)}`,
        ...shown.map(({ work, view }) =>
          join([
            say`Số ${work.id}: ${partOf(work)}`,
            say`${reportOf(view)}; ${work.giver} giao; ${standOf(work, today)}`,
          ]),
        ),
        all.length > SHOWN ? say`Còn ${all.length - SHOWN} việc khác.` : [],
      ],
      '\n\n',
    ),
    choices: shown.map(({ work }) => [{ label: `Gửi phần việc số ${work.id}`, value: `/phan ${work.id}` }]),
    answer: 'pick',
  };
}

/** Nothing of the asker's own fits the question. */
export function sayNothingOfYours(which: 'all' | 'week' | 'overdue'): RichText {
  if (which === 'overdue') return say`✅ Anh/chị không có việc nào quá hạn.`;
  if (which === 'week') return say`✅ Tuần này anh/chị không có việc nào đến hạn.`;
  return say`✅ Hiện không có việc nào chờ anh/chị.`;
}
