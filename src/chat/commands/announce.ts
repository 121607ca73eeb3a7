import { noticeResult, resendNotice } from '../../actions/announce.ts';
import { fold } from '../../language/fold.ts';
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
  needs: 'announce',
  run(turn, args) {
    const again = /^gui ?lai\s*(\d*)$/u.exec(fold(args));
    if (again !== null) return resend(turn, again[1] ? Number(again[1]) : null);
    const result = /^ket ?qua\s*(\d*)$/u.exec(fold(args));
    if (result === null) return beginAnnouncing(turn, args);
    showResult(turn, result[1] === undefined || result[1] === '' ? null : Number(result[1]));
  },
};

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
