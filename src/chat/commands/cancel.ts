import { say } from '../../wording/rich-text.ts';
import type { Command } from '../command.ts';
import { dialogOf } from '../dialogs/index.ts';

export const cancelCommand: Command = {
  name: 'huy',
  alias: 'cancel',
  summary: 'bỏ việc đang làm dở',
  example: '/huy',
  needs: 'nothing',
  run(turn) {
    const unfinished = turn.unfinished();
    if (unfinished === null) return turn.say(say`Không có việc gì đang làm dở.`);
    const what = dialogOf(unfinished.kind)?.describe(turn, unfinished.content) ?? 'việc đang làm dở';
    turn.finish();
    turn.say(say`Đã bỏ ${what}. Chưa có gì được gửi đi.`);
  },
};
