import { noteSeen, noticeResult, resendNotice } from '../../actions/notice-result.ts';
import { stopNotice } from '../../actions/send-notice.ts';
import { parseOrdinal } from '../../language/choice-word.ts';
import type { Notice } from '../../store/notices.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayNoNotice, sayNoticeStopped } from '../../wording/notice.ts';
import {
  sayNoticeList,
  sayNoticeResult,
  sayNotRecalled,
  sayResent,
  sayWhyMissed,
} from '../../wording/notice-result.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Command } from '../command.ts';
import { beginAnnouncing, beginFor, beginWithFile } from '../dialogs/announce.ts';
import { unitName } from '../look-up.ts';
import { looseFile } from '../loose-file.ts';
import type { Turn } from '../turn.ts';

const LISTED = 10;

export const announceCommand: Command = {
  name: 'thongbao',
  alias: 'announce',
  ...COMMAND_WORDS.thongbao,
  ...HEARD.thongbao,
  needs: 'announce',
  run(turn, args) {
    const order = /^\s*#?\d{1,9}\s*$/u.test(args)
      ? { sub: 'ketqua' as const, rest: args }
      : readSub(args, HEARD.thongbao.subs);
    const number = order === null ? undefined : numberIn(order.rest);
    // "Kết quả họp …", "Dừng họp …" is how a notice may begin.
    if (order === null || number === undefined) return beginAnnouncing(turn, args);
    if (order.sub === 'tep') return beginFrom(turn, number);
    const { store } = turn.desk;
    if (order.sub === 'dinhchinh') return correct(turn, number);
    if (order.sub === 'dung' && number === null && !isAnyOnTheWay(turn)) return sayTooLate(turn);
    if (order.sub === 'danhsach' || (order.sub === 'dung' && number === null)) return list(turn);
    const notice = number === null ? (store.notices.newest(1).at(0) ?? null) : store.notices.find(number);
    if (notice === null) return turn.say(sayNoNotice());
    if (order.sub === 'guilai') resend(turn, notice);
    else if (order.sub === 'dung') stop(turn, notice);
    else showResult(turn, notice);
  },
};

/** The number behind it; null: none; undefined where other words follow. */
function numberIn(rest: string): number | null | undefined {
  const bare = rest.replace(/^#/u, '').trim();
  if (bare === '') return null;
  if (/^\d{1,9}$/u.test(bare)) return Number(bare);
  return parseOrdinal(bare) ?? undefined;
}

function beginFrom(turn: Turn, id: number | null): void {
  const file = id === null ? null : looseFile(turn, id);
  if (file === null) return beginAnnouncing(turn, '');
  beginWithFile(turn, file);
}

function resend(turn: Turn, notice: Notice): void {
  if (turn.person === null) return;
  turn.say(sayResent(resendNotice(turn.desk, { person: turn.person, at: turn.now }, notice)));
}

function stop(turn: Turn, { id }: Notice): void {
  if (turn.person === null) return;
  const stopped = stopNotice(turn.desk, { person: turn.person, at: turn.now }, id);
  if (!stopped.ok) return turn.say(sayProblem(stopped.problem, turn.desk.zone));
  const { wasWaiting, cleared, notice } = stopped.value;
  const { reached, waiting } = noticeResult(turn.desk, notice);
  turn.say(sayNoticeStopped(id, { wasWaiting, cleared, gone: reached + waiting }));
}

/** Whoever sees how it ended need not be told again. */
function showResult(turn: Turn, notice: Notice): void {
  const result = noticeResult(turn.desk, notice);
  const isOver = notice.sentAt !== null && result.waiting === 0;
  if (isOver && notice.author === turn.person && notice.summedUpAt === null) noteSeen(turn.desk, notice, turn.now);
  const nameUnit = (code: string): string => (code === '' ? '' : unitName(turn, code));
  if (notice.sentAt === null) return list(turn);
  turn.say(
    sayNoticeResult({
      ...result,
      id: notice.id,
      text: notice.text,
      missed: result.missed.map(({ name, unit, outcome, isWorthATry }) => ({
        name,
        unit: nameUnit(unit),
        why: sayWhyMissed(outcome.state, outcome.failure),
        isWorthATry,
      })),
      confirmed:
        result.confirmed === null
          ? null
          : {
              count: result.confirmed.count,
              silent: result.confirmed.silent.map(({ name, unit }) => ({ name, unit: nameUnit(unit) })),
            },
    }),
  );
}

/** Whether one waits for its time, or is still going out: then it can be stopped. */
function isAnyOnTheWay({ desk }: Turn): boolean {
  return desk.store.notices
    .newest(LISTED)
    .some((notice) => notice.stoppedAt === null && (notice.sentAt === null || noticeResult(desk, notice).waiting > 0));
}

/** What people have on their screens nobody can take back: a correction can follow it. */
function sayTooLate(turn: Turn): void {
  const [notice] = turn.desk.store.notices.newest(1);
  if (notice === undefined) return turn.say(sayNoNotice());
  turn.say(sayNotRecalled({ id: notice.id, text: notice.text, reached: noticeResult(turn.desk, notice).reached }));
}

function correct(turn: Turn, id: number | null): void {
  const notice = id === null ? null : turn.desk.store.notices.find(id);
  if (notice === null) return turn.say(sayNoNotice());
  beginFor(turn, JSON.parse(notice.audience));
}

function list(turn: Turn): void {
  const { store } = turn.desk;
  const notices = store.notices.newest(LISTED);
  if (notices.length === 0) return turn.say(sayNoNotice());
  turn.say(
    sayNoticeList(
      notices.map((notice) => ({
        id: notice.id,
        text: notice.text === '' ? (notice.file?.name ?? '') : notice.text,
        author: store.people.find(notice.author)?.name ?? '',
        createdAt: notice.sentAt ?? notice.createdAt,
        waitsUntil: notice.sentAt === null && notice.stoppedAt === null ? notice.sendAt : null,
        isStopped: notice.stoppedAt !== null,
        people: new Set(store.outbox.ofNotice(notice.id).map((one) => one.person)).size,
      })),
      turn.desk.zone,
    ),
  );
}
