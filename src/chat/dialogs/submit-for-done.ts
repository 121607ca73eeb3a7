import { nameOf } from '../../actions/desk.ts';
import { submitFor } from '../../actions/submit-for.ts';
import { sayProblem } from '../../wording/problems.ts';
import { PAPER_WORDS, sayPaperDone } from '../../wording/submit-for.ts';
import { withUndo } from '../../wording/undo.ts';
import type { Turn } from '../turn.ts';
import { viewOf } from './review-shown.ts';
import type { PaperDraft } from './submit-for.ts';
import { askPaper, reportOf } from './submit-for-questions.ts';

/** Records what was confirmed; where somebody was quicker, says who, and shows it over theirs. */
export function record(turn: Turn, draft: PaperDraft): void {
  const [task] = draft.tasks;
  const { document, receivedAt, over, attachments } = draft;
  if (turn.person === null || task === undefined || document === null || receivedAt === null) return;
  const { desk, now } = turn;
  const report = reportOf(draft);
  const paper = { task, document, receivedAt, report, attachments, over };
  const done = submitFor(desk, { person: turn.person, at: now }, paper);
  if (done.ok) {
    turn.finish();
    return turn.say(withUndo(sayPaperDone({ ...done.value, document, zone: desk.zone }), done.value.undo));
  }
  const view = viewOf(turn, task);
  const latest = desk.store.submissions.latestOf(task);
  if (done.problem.problem === 'nothing-to-change' && view !== null && latest !== null)
    return askPaper(turn, draft, PAPER_WORDS.overtaken(view, nameOf(desk, latest.person)));
  if (done.problem.problem === 'received-when')
    return askPaper(turn, { ...draft, stage: 'received', receivedAt: null }, sayProblem(done.problem, desk.zone));
  turn.finish();
  turn.say(sayProblem(done.problem, desk.zone));
}
