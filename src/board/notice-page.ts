import type { Audience } from '../actions/announce.ts';
import { recipientsOf } from '../actions/announce.ts';
import type { Act, Desk } from '../actions/desk.ts';
import { previewNotice, sayReceivers } from '../actions/notice-preview.ts';
import { noticeResult, resendNotice } from '../actions/notice-result.ts';
import { audienceOf, offeredAudiences } from '../actions/offered-audience.ts';
import { announce, NOTICE_LIMIT, type NoticeOrder, stopNotice } from '../actions/send-notice.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import { BOARD_ACTS, BOARD_NOTICE as WORDS } from '../wording/board-acts.ts';
import type { BoardAnswer, BoardBlock, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { ANNOUNCE_WORDS } from '../wording/dialogs.ts';
import {
  NOTICE_WORDS,
  sayNoticeBefore,
  sayNoticeScheduled,
  sayNoticeSent,
  sayNoticeStopped,
} from '../wording/notice.ts';
import { sayResent } from '../wording/notice-result.ts';
import { sayProblem } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import { confirmForm, oneButton, unitsField } from './blocks.ts';
import { all, type BoardDeed, done, first, keepAll, momentIn, numberIn, refused, shown, stopped } from './posted.ts';

/** Stands for units that are picked one by one. */
const CHOSEN = 'units';

/** The page on which a notice is written. */
export function boardNewNotice(desk: Desk, now: Instant, typed: BoardPosted = {}): BoardPage {
  const units = inUnitOrder(desk.store.units.owingOn(dayOf(now, desk.zone)), (unit) => unit);
  const form: BoardForm = {
    is: 'form',
    act: 'notice',
    label: WORDS.title,
    keeps: [],
    fields: [
      {
        name: 'audience',
        label: WORDS.audience,
        kind: 'one',
        value: [first(typed, 'audience')],
        options: [...offeredAudiences(desk, now), { value: CHOSEN, label: WORDS.chosen }],
      },
      {
        name: 'text',
        label: WORDS.text,
        hint: WORDS.textHint,
        kind: 'text',
        value: [first(typed, 'text')],
        limit: NOTICE_LIMIT,
        required: true,
      },
      {
        name: 'receipt',
        label: WORDS.receipt,
        kind: 'any',
        value: all(typed, 'receipt'),
        options: [{ value: '1', label: WORDS.receiptWanted }],
      },
      { name: 'sendAt', label: WORDS.sendAt, kind: 'moment', value: [first(typed, 'sendAt')] },
      unitsField(WORDS, typed, units),
    ],
    buttons: [{ label: WORDS.preview, value: 'preview', isMain: true }],
  };
  return { title: WORDS.title, blocks: [form] };
}

/** Nothing goes out before the words and everybody they go to were shown. */
export const noticeDeed: BoardDeed = (desk, act, posted) => {
  const page = boardNewNotice(desk, act.at, posted);
  const way = first(posted, 'do');
  if (way === 'back') return shown(page);
  const audience = audienceIn(posted);
  const sendAt = momentIn(first(posted, 'sendAt'), desk.zone);
  if (audience === null) return stopped(page, BOARD_ACTS.chooseUnits);
  if (sendAt === null && first(posted, 'sendAt') !== '') return stopped(page, WORDS.noMoment);
  const order = {
    audience,
    text: first(posted, 'text'),
    file: null,
    wantsReceipt: all(posted, 'receipt').includes('1'),
    sendAt,
    again: way === 'again',
  };
  if (order.text === '') return refused(desk, page, { problem: 'words-needed' });
  if (order.text.length > NOTICE_LIMIT) return refused(desk, page, { problem: 'text-too-long', limit: NOTICE_LIMIT });
  if (sendAt !== null && sendAt <= act.at) return refused(desk, page, { problem: 'send-time' });
  if (way !== 'send' && way !== 'again') return showNotice(desk, act, order, posted);
  const sent = announce(desk, act, order);
  if (sent.ok) {
    const { notice, count } = sent.value;
    const said = sendAt === null ? sayNoticeSent(notice, count) : sayNoticeScheduled(notice, sendAt, desk.zone);
    return done(`notices/${notice}`, said.text);
  }
  if (sent.problem.problem !== 'notice-before') return refused(desk, page, sent.problem);
  return showNotice(desk, act, { ...order, again: true }, posted, sayNoticeBefore(sayProblem(sent.problem, desk.zone)));
};

function audienceIn(posted: BoardPosted): Audience | null {
  if (first(posted, 'audience') !== CHOSEN) return audienceOf(first(posted, 'audience'));
  const units = all(posted, 'units');
  return units.length === 0 ? null : { to: 'units', units };
}

function showNotice(desk: Desk, act: Act, order: NoticeOrder, posted: BoardPosted, why: RichText = []): BoardAnswer {
  const recipients = recipientsOf(desk, order.audience, act.at);
  const { length: people } = recipients.people;
  if (people === 0) return refused(desk, boardNewNotice(desk, act.at, posted), { problem: 'nobody-to-tell' });
  const send = order.sendAt === null ? ANNOUNCE_WORDS.send(people) : ANNOUNCE_WORDS.sendLater(people);
  const keeps = keepAll(posted, ['audience', 'text', 'receipt', 'sendAt', 'units']);
  const form = confirmForm(
    { act: 'notice', label: WORDS.previewTitle, keeps },
    order.again ? { label: NOTICE_WORDS.again, value: 'again' } : { label: send, value: 'send' },
  );
  const blocks: BoardBlock[] = [
    { is: 'note', text: previewNotice(desk, act, order, recipients) },
    { is: 'note', text: sayReceivers(desk, order.audience, act.at) },
    form,
  ];
  return shown({ title: WORDS.previewTitle, blocks }, why);
}

/** What can be done with a notice that is out, or waits for its time. */
export function noticeForms(desk: Desk, id: number): BoardBlock[] {
  const notice = desk.store.notices.find(id);
  if (notice === null) return [];
  const { waiting, missed } = noticeResult(desk, notice);
  const mayStop = notice.stoppedAt === null && (notice.sentAt === null || waiting > 0);
  const mayResend = missed.some(({ isWorthATry }) => isWorthATry);
  const keeps = [['id', String(id)]] as const;
  return [
    ...(mayStop ? [oneButton('stop-notice', WORDS.stop, keeps)] : []),
    ...(mayResend ? [oneButton('resend-notice', WORDS.resend, keeps)] : []),
  ];
}

export const stopNoticeDeed: BoardDeed = (desk, act, posted) => {
  const id = numberIn(first(posted, 'id'));
  const stoppedOne = stopNotice(desk, act, id);
  if (!stoppedOne.ok) return done(`notices/${id}`, sayProblem(stoppedOne.problem, desk.zone));
  const { wasWaiting, cleared, notice } = stoppedOne.value;
  const { reached, waiting } = noticeResult(desk, notice);
  return done(`notices/${id}`, sayNoticeStopped(id, { wasWaiting, cleared, gone: reached + waiting }));
};

export const resendNoticeDeed: BoardDeed = (desk, act, posted) => {
  const id = numberIn(first(posted, 'id'));
  const notice = desk.store.notices.find(id);
  if (notice === null) return done('notices', sayProblem({ problem: 'no-such-notice' }, desk.zone));
  return done(`notices/${id}`, sayResent(resendNotice(desk, act, notice)));
};
