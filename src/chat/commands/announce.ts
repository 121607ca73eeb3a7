import { noticeResult, resendNotice } from '../../actions/announce.ts';
import { parseOrdinal } from '../../language/choice-word.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayNoNotice, sayNoticeResult, sayResent, sayWhyMissed } from '../../wording/notice.ts';
import type { Command } from '../command.ts';
import { beginAnnouncing } from '../dialogs/announce.ts';
import { unitName } from '../look-up.ts';
import type { Turn } from '../turn.ts';

export const announceCommand: Command = {
  name: 'thongbao',
  alias: 'announce',
  ...COMMAND_WORDS.thongbao,
  ...HEARD.thongbao,
  needs: 'announce',
  run(turn, args) {
    const order = readSub(args, HEARD.thongbao.subs);
    const notice = order === null ? null : noticeNamed(order.rest);
    // "Kết quả họp …" is how a notice may begin.
    if (order === null || notice === undefined) return beginAnnouncing(turn, args);
    if (order.sub === 'guilai') resend(turn, notice);
    else showResult(turn, notice);
  },
};

/** The notice's number; null = the latest; undefined where other words follow. */
function noticeNamed(rest: string): number | null | undefined {
  if (rest === '') return null;
  const number = parseOrdinal(rest);
  return number ?? undefined;
}

function resend(turn: Turn, id: number | null): void {
  const { store } = turn.desk;
  const notice = id === null ? store.notices.latest() : store.notices.find(id);
  if (notice === null || turn.person === null) return turn.say(sayNoNotice());
  turn.say(sayResent(resendNotice(turn.desk, { person: turn.person, at: turn.now }, notice)));
}

function showResult(turn: Turn, id: number | null): void {
  const { store } = turn.desk;
  const notice = id === null ? store.notices.latest() : store.notices.find(id);
  if (notice === null) return turn.say(sayNoNotice());
  const result = noticeResult(turn.desk, notice.id);
  turn.say(
    sayNoticeResult({
      text: notice.text,
      reached: result.reached,
      waiting: result.waiting,
      missed: result.missed.map((one) => ({
        name: one.name,
        unit: one.unit === '' ? '' : unitName(turn, one.unit),
        why: sayWhyMissed(one.outcome.state, one.outcome.failure),
      })),
    }),
  );
}
