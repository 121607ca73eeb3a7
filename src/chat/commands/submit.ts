import { sayProblem } from '../../wording/problems.ts';
import { sayNothingOwed } from '../../wording/tasks.ts';
import type { Command } from '../command.ts';
import { SUBMIT } from '../dialogs/draft.ts';
import { beginSubmission, submitDialog } from '../dialogs/submit.ts';
import { chooseTasks } from '../which-tasks.ts';

export const submitCommand: Command = {
  name: 'nop',
  alias: 'submit',
  summary: 'nộp báo cáo hoặc sửa bản đã nộp',
  example: '/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Đã tổ chức 3 hội nghị',
  needs: 'submit',
  run(turn, args) {
    const unfinished = turn.unfinished();
    if (args.trim() === '' && turn.files.length === 0 && unfinished?.kind === SUBMIT) {
      return submitDialog.repeat(turn, unfinished.content);
    }
    const { tasks, rest } = chooseTasks(turn, args, turn.files.length > 0);
    if (tasks === null) return turn.say(sayProblem({ problem: 'no-such-task' }, turn.desk.zone));
    if (tasks.length === 0) return turn.say(sayNothingOwed());
    beginSubmission(
      turn,
      tasks.map((task) => task.id),
      rest,
    );
  },
};
