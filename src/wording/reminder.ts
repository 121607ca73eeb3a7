import type { Instant, WorkingCalendar } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { daysOverdue, lastGoodWorkingDay, workingDaysLeft, workingDaysOverdue } from '../domain/milestone-plan.ts';
import type { Standing } from '../domain/task.ts';
import { objectedIn, standingOf } from '../domain/task.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayReport, sayReportShort } from './period.ts';
import { promiseChoices, sayPromised } from './promise.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayReportPage } from './submit.ts';
import { sayDeadline, sayGrant, sayWindow } from './when.ts';

export interface WhatIsKnown {
  /** The tasks whose reports they have half typed, which people take for sent. */
  inHand: readonly number[];
  /** Until when reports were promised, by task. */
  promised: ReadonlyMap<number, Instant>;
  /** Tasks they read of for the first time: a report that is asked for once is a request before it is anything to be reminded of. */
  news?: readonly number[];
  /** Where they fill in which task's report. */
  pages?: ReadonlyMap<number, string>;
  /** The coordinator who sent it, with what they added. */
  from?: { name: string; words: string } | null;
}

const NOTHING_KNOWN: WhatIsKnown = { inHand: [], promised: new Map() };

/**
 * One message for everything a person owes right now: what, for which days, until when, how long still, what to type.
 */
export function sayReminder(
  views: readonly SpokenTask[],
  calendar: WorkingCalendar,
  now: Instant,
  { inHand, promised, news = [], pages = NO_PAGES, from = null }: WhatIsKnown = NOTHING_KNOWN,
): Outgoing {
  const [only] = views;
  if (only === undefined) throw new Error('a reminder without tasks');
  const title = from === null ? sayTitle(views, news, now) : sayFrom(from);
  const items = views.map((view) =>
    join([
      views.length > 1 ? sayNumbered(view, calendar, now) : sayOwed(view, calendar, now),
      inHand.includes(view.task.id) ? say`📝 Đang nhập dở, chưa gửi: gõ /nop ${String(view.task.id)} để làm tiếp.` : [],
      sayPromised(promised.get(view.task.id) ?? null, now, calendar.zone),
      views.length > 1 ? sayPage(pages.get(view.task.id)) : [],
    ]),
  );
  const how =
    views.length === 1
      ? say`Gõ /nop ${String(only.task.id)} để ${isReturned(only) ? 'gửi bản sửa' : 'nộp'}; /visao để biết vì sao có tin này.`
      : say`Gõ /nop và số nhiệm vụ để nộp, ví dụ /nop ${String(only.task.id)}; /visao để biết vì sao có tin này.`;
  const page = views.length === 1 ? pages.get(only.task.id) : undefined;
  const own = page === undefined ? [] : sayReportPage(page);
  return {
    text: join([title, ...items, how, own], '\n\n'),
    choices: reminderChoices(views, offersPromise(views, promised, calendar, now)),
    answer: 'pick',
  };
}

function sayTitle(views: readonly SpokenTask[], news: readonly number[], now: Instant): RichText {
  const missing = views.filter((view) => !isReturned(view));
  if (missing.length === 0) return say`↩️ ${b('Báo cáo đang chờ bản sửa')}`;
  const overdue = missing.filter((view) => now >= view.deadline.cutOffAt && view.mayBeLost !== true);
  if (overdue.length === 0) {
    const asked = missing.filter(({ task }) => news.includes(task.id));
    if (asked.length === views.length) return say`📋 ${b('Yêu cầu báo cáo đột xuất')}`;
    return say`⏰ ${b(asked.length === 0 ? 'Nhắc hạn nộp báo cáo' : 'Nhắc hạn nộp báo cáo, có yêu cầu báo cáo đột xuất mới')}`;
  }
  return say`🔴 ${b(overdue.length < views.length ? 'Có báo cáo đã quá hạn' : 'Báo cáo đã quá hạn')}`;
}

/** It came, and went back: whatever the day, it is not late by that. */
function isReturned({ task }: SpokenTask): boolean {
  return task.state === 'returned';
}

/** Signed, so that it is not read over like what comes by itself. */
function sayFrom({ name, words }: { name: string; words: string }): RichText {
  const head = say`📣 ${b(`Cán bộ điều phối ${name} đôn đốc`)}`;
  return words === '' ? head : join([head, say`“${words}”`]);
}

const NO_PAGES: ReadonlyMap<number, string> = new Map();

function sayPage(page: string | undefined): RichText {
  return page === undefined ? [] : say`Trang nộp riêng của anh/chị: ${page}`;
}

/** The same with the number that "/nop" takes: what stands in a list is named by it. */
export function sayNumbered(view: SpokenTask, calendar: WorkingCalendar, now: Instant): RichText {
  return say`${b(`#${view.task.id}`)} ${sayOwed(view, calendar, now)}`;
}

/** What is owed and how long there still is, in four lines. */
function sayOwed(view: SpokenTask, calendar: WorkingCalendar, now: Instant): RichText {
  return join([
    say`${b(sayReport(view.obligation, view.period))} – ${view.unit.name}`,
    say`Số liệu: ${sayWindow(view.period.window)}`,
    say`Hạn: ${sayDeadline(view.deadline)}`,
    sayGrant(view),
    sayWhereItStands(view, calendar, now),
  ]);
}

/** How long there still is, or since when it is overdue; of what went back, what is to be corrected. */
export function sayWhereItStands(view: SpokenTask, calendar: WorkingCalendar, now: Instant): RichText {
  return isReturned(view) ? sayToBeCorrected(view) : say`${b(sayTimeLeft(view, calendar, now))}`;
}

const CAME: Readonly<Partial<Record<Standing, string>>> = { late: 'Đã nộp (muộn)', unsettled: 'Đã nộp' };

function sayToBeCorrected({ task, form }: SpokenTask): RichText {
  const fields = objectedIn(task).map((key) => form.fields.find((field) => field.key === key)?.shortLabel ?? key);
  const what = fields.length === 0 ? '' : `, mục ${fields.join('; ')}`;
  const came = CAME[standingOf(task)] ?? 'Đã nộp đúng hạn';
  return join([
    say`${b(`${came}, đang chờ bản sửa${what}`)}; thời điểm đã ghi nhận không đổi.`,
    task.stateReason === null || task.stateReason === '' ? [] : say`Lý do trả lại: ${task.stateReason}`,
  ]);
}

/** `Còn 2 ngày làm việc.` or how long it has been overdue. */
export function sayTimeLeft(view: SpokenTask, calendar: WorkingCalendar, now: Instant): string {
  if (now >= view.deadline.cutOffAt && view.mayBeLost === true)
    return 'Bot vừa được khôi phục dữ liệu, có thể thiếu báo cáo đơn vị đã nộp; chưa tính là quá hạn.';
  if (now >= view.deadline.cutOffAt) {
    const working = workingDaysOverdue(view.deadline, calendar, now);
    const days = daysOverdue(view.deadline, calendar, now);
    const plain = working > 0 ? `${working} ngày làm việc` : `${days} ngày`;
    return `Quá hạn ${plain}; vẫn nộp được, sẽ ghi nhận là nộp muộn.`;
  }
  const left = workingDaysLeft(view.deadline, calendar, now);
  if (left > 0) return `Còn ${left} ngày làm việc.`;
  const isLast = dayOf(now, calendar.zone) === lastGoodWorkingDay(view.deadline, calendar);
  return isLast
    ? 'Hôm nay là ngày làm việc cuối cùng còn đúng hạn.'
    : 'Không còn ngày làm việc nào trước hạn; nộp ngay vẫn đúng hạn.';
}

/** As many reports as a list shows: one that is not offered is overlooked. */
export const SUBMITS_OFFERED = 12;

function reminderChoices(views: readonly SpokenTask[], promise: Choice[]): Choice[][] {
  const [only] = views;
  if (views.length === 1 && only !== undefined) {
    const id = only.task.id;
    if (isReturned(only))
      return [
        [{ label: 'Sửa báo cáo', value: `/nop ${id}` }],
        [{ label: 'Vì sao tôi bị nhắc?', value: `/visao ${id}` }],
        ...(promise.length === 0 ? [] : [promise]),
      ];
    return [
      [{ label: 'Nộp báo cáo', value: `/nop ${id}` }],
      [
        { label: 'Không phát sinh', value: `/nop ${id} khong phat sinh` },
        { label: 'Vì sao tôi bị nhắc?', value: `/visao ${id}` },
      ],
      ...(promise.length === 0 ? [] : [promise]),
    ];
  }
  const submits = views.slice(0, SUBMITS_OFFERED).map((view) => [
    {
      label: `Nộp ${sayReportShort(view.obligation, view.period)} – ${view.unit.shortName}`.slice(0, 60),
      value: `/nop ${view.task.id}`,
    },
  ]);
  return [...submits, [{ label: 'Vì sao tôi bị nhắc?', value: '/visao' }], ...(promise.length === 0 ? [] : [promise])];
}

/** On the last day people say when it comes: at the touch of a button, where they have not said so yet. */
function offersPromise(
  views: readonly SpokenTask[],
  promised: WhatIsKnown['promised'],
  calendar: WorkingCalendar,
  now: Instant,
): Choice[] {
  const today = dayOf(now, calendar.zone);
  const isLastDay = (view: SpokenTask): boolean =>
    now < view.deadline.cutOffAt && today >= lastGoodWorkingDay(view.deadline, calendar);
  const open = views.filter((view) => isLastDay(view) && now >= (promised.get(view.task.id) ?? 0));
  return open.length === 0 ? [] : promiseChoices(open.length === 1 ? open[0] : undefined, now, calendar.zone);
}
