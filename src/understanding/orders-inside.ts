import { readCall } from '../language/desk/call-word.ts';
import { takeDocument } from '../language/desk/paper-words.ts';
import { fold } from '../language/fold.ts';
import { isQuestion } from '../language/question-form.ts';
import { looksLikeReport } from '../language/report/looks-like-report.ts';
import { spelled, wholeWords } from '../language/spelled.ts';
import { hasFigures } from '../language/told/told-figures.ts';
import { readAmend } from './amend-units.ts';
import { ANY_TIME } from './command-in.ts';
import { dueInMonth, readDeskLook } from './desk-look.ts';
import { type Act, isOfDesk, mayUse, type Situation } from './meaning.ts';
import { unitIn, unitsIn } from './name-unit.ts';
import { fieldsIn } from './named-in.ts';
import type { CommandSaid } from './new-order.ts';
import { isMeasured } from './new-order.ts';
import { orderBegunBy, orderSpokenOf, stanceOf } from './order-stance.ts';
import { readPeopleQuestion } from './people-question.ts';
import { readRoundQuestion } from './round-question.ts';
import { saidOfOpen } from './said-of-open.ts';
import { readCallStory, readCalls } from './spoken-call.ts';
import { readMessage } from './spoken-message.ts';
import { readNoticeLook } from './spoken-notice.ts';
import { ABOUT_ORDER, asksWhoDid, orderAndQuestion, writeOrders } from './spoken-order.ts';
import { asksAfterTickets, readTicketsOf } from './ticket-order.ts';

/** A preview is agreed to, asked about or left; what was raised is asked after; a notice is looked at, or stopped; a round or a unit is asked about. */
export function lookedAt(text: string, situation: Situation): Act<never> | null {
  const ofOpen = saidOfOpen(text, situation);
  if (ofOpen !== null) return ofOpen === 'leave' ? { do: 'command', name: 'huy', args: '' } : { do: 'answer' };
  const ofUnit = isOfDesk(situation) && situation.awaits !== 'value' ? readTicketsOf(text, situation) : null;
  if (ofUnit !== null)
    return { do: 'command', name: 'vuongmac', args: ofUnit, ...(situation.awaits === null ? {} : { aside: '' }) };
  if (situation.isMember && mayUse('vuongmac', situation) && asksAfterTickets(text))
    return { do: 'command', name: 'vuongmac', args: 'danh sách', ...(situation.awaits === null ? {} : { aside: '' }) };
  if (situation.awaits !== null && takesOrders(situation) && mayUse(ABOUT_ORDER, situation) && !text.startsWith('/')) {
    const pair = orderAndQuestion(text, situation);
    if (pair !== null) return { do: 'command', name: ABOUT_ORDER, args: writeOrders(pair), aside: '' };
    if (asksWhoDid(text) || asksOfUnit(text, situation))
      return { do: 'command', name: ABOUT_ORDER, args: text, aside: '' };
  }
  const args = mayUse('thongbao', situation) && !text.startsWith('/') ? readNoticeLook(text) : null;
  if (args !== null) return { do: 'command', name: 'thongbao', args };
  const mayAsk = isOfDesk(situation) && (situation.awaits === null || takesOrders(situation));
  const list =
    mayAsk && situation.awaits !== 'value' ? (readPeopleQuestion(text, situation) ?? readDeskLook(text)) : null;
  const isOwn = list !== null && list.name === situation.about && situation.awaits !== null;
  if (list !== null && !isOwn && mayUse(list.name, situation))
    return { do: 'command', ...list, ...(situation.awaits === null ? {} : { aside: '' }) };
  const month = mayAsk && situation.awaits !== 'value' ? dueInMonth(text, situation) : null;
  if (month !== null)
    return { do: 'command', name: 'lich', args: month, ...(situation.awaits === null ? {} : { aside: '' }) };
  const question = mayAsk && !tellsOfCalls(text, situation) ? readRoundQuestion(text, situation) : null;
  // A reason may sound like one: "số liệu lệch so với kỳ trước".
  if (question === null || (situation.awaits === 'value' && !isQuestion(text) && !ASKS_OF_OTHER.test(fold(text))))
    return null;
  const isPast = question.asks === 'unit' && question.isPast;
  const name = isPast ? 'lichsu' : question.asks === 'unit' ? ABOUT_ORDER : 'tonghop';
  return {
    do: 'command',
    name,
    args: isPast ? (question.unit ?? '') : text,
    ...(situation.awaits === null ? {} : { aside: '' }),
  };
}

/** "Công an tỉnh tháng 11 đã được duyệt chưa" over a list or another report: never that report's answer. */
function asksOfUnit(text: string, { units }: Situation): boolean {
  const order = orderSpokenOf(text);
  return order !== null && isQuestion(text) && stanceOf(text, order) === 'asked' && unitIn(text, units) !== null;
}

const ASKS_OF_OTHER = /^(?:the|vay) con /u;
const WHO_OWES: readonly string[] = ['missing', 'late', 'overdue'];

/** What a question about a round is called: who has not reported, or how the round stands. */
export function intentOfQuestion(text: string, situation: Situation): string {
  const question = readRoundQuestion(text, situation);
  return question?.asks === 'who' && WHO_OWES.includes(question.state) ? 'aichuanop' : 'tonghop';
}

/** At a menu, a day, a number or a reason, and at figures that came on paper: an order is no answer there. */
export function takesOrders({ awaits, about }: Situation): boolean {
  return awaits === 'choice' || (awaits === 'value' && isMeasured(about)) || (awaits === 'form' && about !== 'nop');
}

/** What is in hand is changed by its own words; a whole notice begins another one. */
export function isWholeOrder({ name, args }: CommandSaid, text: string, { about, awaits, units }: Situation): boolean {
  if (args === '') return false;
  if (name === 'thongbao' && about === 'nopthay' && (readMessage(text, units) !== null || orderBegunBy(text) === name))
    return true;
  if (name === 'thongbao') return (awaits === 'choice' && name !== about) || /[:\n]/u.test(text);
  return name !== about && (awaits === 'choice' || AT_ANY_QUESTION.includes(name) || orderBegunBy(text) !== null);
}

const AT_ANY_QUESTION: readonly string[] = ['dondoc', 'nopthay', 'dotxuat'];

/** "Thông báo cho các huyện: mai họp", "giao chị Hoa báo cáo tháng 11" at a menu of something else. */
export function beginsAnother({ name, args }: CommandSaid, intent: string | undefined, about: string | null): boolean {
  return FREELY_WORDED.has(name) && name !== about && (intent === name || /[:\n]/u.test(args));
}

/** What is said behind their names is in the person's own words. */
const FREELY_WORDED: ReadonlySet<string> = new Set(['thongbao', 'giao', 'vuongmac', 'dotxuat', 'tailieu']);

/** Several clauses of calls are no question, whatever one of them sounds like. */
function tellsOfCalls(text: string, situation: Situation): boolean {
  if (!mayUse('goi', situation)) return false;
  const { calls, left } = readCallStory(text, ANY_TIME(situation.today), situation.units);
  return calls.length > 0 && calls.length + left.length > 1;
}

/** "HBG đã gọi, hứa 17h": of whoever chases units. */
export function tellsOfCall(text: string, situation: Situation): boolean {
  const now = ANY_TIME(situation.today);
  const isCall = readCall(text, now) !== null || readCalls(text, now, situation.units).length > 0;
  return mayUse('goi', situation) && isCall;
}

/** What people do on the telephone; "báo" and "nói" may be of a paper that came. */
const ON_THE_PHONE = wholeWords(spelled('hứa|hẹn|khất|cam kết|gọi|nghe máy|bắt máy|liên hệ|liên lạc|thuê bao'), 'iu');

/** The same beside what is in hand: of one unit at a choice; at every question about a paper report where neither a document nor figures are told. */
export function tellsOfCallBeside(text: string, situation: Situation): boolean {
  const { awaits, about, today, units } = situation;
  // "Trừ Sở Tài chính ra, vừa gọi điện rồi": the chase is without it, that comes first.
  if (about === 'dondoc' && (readAmend(text, units)?.drop.length ?? 0) > 0) return false;
  if (about !== 'nopthay') return awaits === 'choice' && unitIn(text, units) !== null && tellsOfCall(text, situation);
  if (!ON_THE_PHONE.test(text) || unitsIn(text, units).length === 0 || !tellsOfCall(text, situation)) return false;
  return takeDocument(text, today) === null && Object.keys(fieldsIn(text, null, situation, '')).length === 0;
}

/** Of a liaison: a choice, or until when a colleague has to be done. */
export function isOwnQuestion({ awaits, about, maySubmit }: Situation): boolean {
  return maySubmit && (awaits === 'choice' || (awaits === 'value' && about === 'giao'));
}

/** A whole report where something else is asked is no answer: it is taken, and the question waits. */
export function isReportAtChoice(text: string, situation: Situation): boolean {
  const { about, forms } = situation;
  return (
    isOwnQuestion(situation) && about !== 'nop' && hasFigures(text) && forms.some((form) => looksLikeReport(form, text))
  );
}
