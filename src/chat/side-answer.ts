import { prefillOf } from '../actions/prefill.ts';
import { viewTask } from '../actions/task-view.ts';
import { isAllowed, unitsAllowing } from '../domain/access.ts';
import { frequencyOf, isOfMonths } from '../domain/period-kinds.ts';
import { type FormField, fieldOfRole } from '../domain/report-form.ts';
import { isOutstanding } from '../domain/task.ts';
import type { SideQuestion } from '../understanding/side-question.ts';
import { sayContact } from '../wording/contact.ts';
import { sayRemark } from '../wording/remark.ts';
import * as answer from '../wording/side-answer.ts';
import * as calendarAnswer from '../wording/side-calendar.ts';
import { sayEasierWays } from '../wording/submit-dialog.ts';
import { sayTasks } from '../wording/tasks.ts';
import { answerFigures, answerYear } from './figures-answer.ts';
import { today, unitName } from './look-up.ts';
import { aheadOf, inHand, owed, ownUnits, tasksOf } from './own-reports.ts';
import { answerHolidays } from './side-calendar.ts';
import type { Turn } from './turn.ts';
import { offerToForward } from './unknown-question.ts';

/** Reports sent longer ago are history. */
const RECENT_MS = 45 * 24 * 3600_000;
const CORRECTABLE = 3;

/** Answers one question from the plan, the calendar, or what is stored. False where only a list of the person's own says it. */
export function answerSide(turn: Turn, asked: SideQuestion): boolean {
  const { rules, now } = turn;
  const { calendar, document } = rules;
  switch (asked.about) {
    case 'day':
      turn.say(calendarAnswer.sayWhatDay(asked.day, calendar, today(turn)));
      return true;
    case 'holidays':
      answerHolidays(turn, asked);
      return true;
    case 'working-days':
      turn.say(calendarAnswer.sayDaysLeft(owed(turn), calendar, now));
      return true;
    case 'on-day-off':
      turn.say(calendarAnswer.sayOnDayOff(rules.obligations[0]?.onDayOff ?? 'keep'));
      return true;
    case 'report':
      answerReport(turn, asked.period);
      return true;
    case 'lateness': {
      turn.say(answer.sayLateness());
      const views = owed(turn);
      const own = unitsAllowing(turn.memberships, 'submit');
      const mine = views.filter((view) => own.includes(view.unit.code)).map(({ task }) => task.id);
      if (inHand(turn) === null) turn.say(sayTasks(views, calendar, now, mine));
      return true;
    }
    case 'field':
      answerField(turn, asked);
      return true;
    case 'window':
      answerWindow(turn, asked.period);
      return true;
    case 'made-of':
      answerMadeOf(turn, asked.periods);
      return true;
    case 'figures':
      answerFigures(turn, asked);
      return true;
    case 'year':
      return answerYear(turn, asked.key);
    case 'sent-yet':
      return answerSentYet(turn, answer.sayNotSentYet);
    case 'which-figures':
      return answerSentYet(turn, answer.sayWhichFigures);
    case 'contact':
      return false;
    case 'who-reports':
      answerWhoReports(turn);
      return true;
    case 'who-filed':
      answerWhoFiled(turn, asked.period);
      return true;
    case 'take-back':
      answerTakeBack(turn, asked.period);
      return true;
    case 'hand-over':
      turn.say(answer.sayHandOverLater());
      return true;
    case 'too-hard':
      turn.say(sayEasierWays());
      turn.say(sayContact(document));
      return true;
    case 'approved':
    case 'owed':
      return false;
    case 'plan':
      turn.say(answer.sayPlan(document));
      return true;
    case 'paper':
      turn.say(answer.sayPaper(fieldOfRole(fieldsOf(turn), 'document') ?? undefined, document));
      return true;
    case 'secret':
      turn.say(sayRemark('mat', 0));
      return true;
    case 'bot':
      turn.say(answer.sayWhoIsIt(document));
      return true;
    case 'calls':
      return false;
  }
}

export function answerReport(turn: Turn, period: string): void {
  const { desk, rules, memberships, now } = turn;
  const reports = tasksOf(turn)
    .filter((task) => task.period === period)
    .map((task) => ({ view: viewTask(desk, task), latest: desk.store.submissions.latestOf(task.id) }));
  if (reports.length > 0)
    return turn.say(answer.sayStands(reports, unitsAllowing(memberships, 'submit'), rules.calendar, now));
  const [ahead] = aheadOf(turn, period);
  turn.say(ahead === undefined ? answer.sayNoSuchReport(period) : answer.sayNotOpenYet(ahead));
}

/** Who filed the reports of that period; of none named, the last one that is in. */
function answerWhoFiled(turn: Turn, period: string | null): void {
  const { store, zone } = turn.desk;
  const filed = tasksOf(turn).flatMap((task) => {
    const latest = store.submissions.latestOf(task.id);
    return latest === null || (period !== null && task.period !== period) ? [] : [{ task, latest }];
  });
  const [last] = filed.toSorted((a, b) => b.latest.receivedAt - a.latest.receivedAt);
  if (last === undefined) return period === null ? answerWhoReports(turn) : answerReport(turn, period);
  for (const { task, latest } of period === null ? [last] : filed)
    turn.say(answer.sayWhoFiled(viewTask(turn.desk, task), latest, store.people.find(latest.person)?.name ?? '', zone));
}

/** Of the report in hand first, then of every form. */
function fieldsOf(turn: Turn): FormField[] {
  const form = inHand(turn)?.form;
  return [...(form === undefined ? [] : [form]), ...turn.rules.forms].flatMap(({ fields }) => fields);
}

function answerField(turn: Turn, { key, counts }: Extract<SideQuestion, { about: 'field' }>): void {
  const field = fieldsOf(turn).find((one) => one.key === key);
  const form = inHand(turn)?.form ?? turn.rules.forms[0];
  if (field !== undefined) turn.say(answer.sayField(field));
  else if (form !== undefined) turn.say(answer.sayFields(form));
  if (field !== undefined && counts === true) turn.say(answer.sayNotSaidMore());
  if (field === undefined || counts === true) offerToForward(turn);
}

/** The longer reports that are meant, and the others named beside them: from when to when each counts, and which months are added up already. */
function answerMadeOf(turn: Turn, periods: readonly string[]): void {
  const open = inHand(turn);
  const isLonger = (key: string): boolean => {
    const frequency = frequencyOf(key);
    return frequency !== null && isOfMonths(frequency);
  };
  const tasks = tasksOf(turn);
  const named = tasks.filter(({ period }) => periods.includes(period));
  const longer = tasks.filter(({ period }) => isLonger(period)).slice(0, 1);
  const meant = named.some(({ period }) => isLonger(period)) || named.length > 1 ? named : longer;
  const views = meant.length > 0 ? meant.map((task) => viewTask(turn.desk, task)) : open === null ? [] : [open];
  const ahead = views.length > 0 ? [] : periods.flatMap((period) => aheadOf(turn, period));
  turn.say(answer.sayWindows(views.length > 0 ? views : ahead));
  for (const view of views) {
    const prefill = isOfMonths(view.period.frequency) ? prefillOf(turn.desk, view) : null;
    if (prefill !== null) turn.say(answer.sayMadeOf(view, prefill));
  }
}

function answerWindow(turn: Turn, period: string | null): void {
  const open = inHand(turn);
  const named = tasksOf(turn).filter((task) => task.period === period);
  if (period !== null && named.length === 0) {
    const ahead = aheadOf(turn, period);
    return turn.say(ahead.length > 0 ? answer.sayWindows(ahead) : answer.sayNoSuchReport(period));
  }
  const views = named.length > 0 ? named.map((task) => viewTask(turn.desk, task)) : open === null ? owed(turn) : [open];
  turn.say(answer.sayWindows(views));
}

function answerSentYet(turn: Turn, saying: typeof answer.sayNotSentYet): boolean {
  const open = inHand(turn);
  if (open === null) return false;
  turn.say(saying(turn.desk.store.submissions.latestOf(open.task.id), turn.desk.zone));
  return true;
}

function answerWhoReports(turn: Turn): void {
  const { desk, memberships } = turn;
  const mayAsk = unitsAllowing(memberships, 'submit').length > 0;
  for (const unit of ownUnits(turn)) {
    const people = desk.store.people.ofUnit(unit).filter(({ role }) => isAllowed([{ role, unit }], 'submit'));
    turn.say(answer.sayWhoReports(unitName(turn, unit), people, mayAsk));
  }
}

/** Of the report that is named; else the one in hand; else what was sent of late. */
function answerTakeBack(turn: Turn, period: string | null): void {
  const { desk, now } = turn;
  const open = inHand(turn);
  if (open !== null && (period === null || open.period.key === period))
    return turn.say(answer.sayNothingToTakeBack(open, desk.store.submissions.latestOf(open.task.id)?.version ?? 0));
  const own = unitsAllowing(turn.memberships, 'submit');
  const lately = tasksOf(turn)
    .filter((task) => own.includes(task.unit) && !isOutstanding(task.state))
    .map((task) => ({ task, at: desk.store.submissions.latestOf(task.id)?.receivedAt ?? 0 }))
    .filter(({ task, at }) => (period === null ? now - at < RECENT_MS : task.period === period))
    .sort((a, b) => b.at - a.at);
  if (period !== null && lately.length === 0) return answerReport(turn, period);
  const correctable = lately.filter(({ task }) => task.state === 'submitted').slice(0, CORRECTABLE);
  const isClosed = lately.some(({ task }) => task.state === 'accepted');
  turn.say(
    answer.sayTakeBack(
      correctable.map(({ task }) => viewTask(desk, task)),
      isClosed,
    ),
  );
}
