import { z } from 'zod';
import { orderPrint } from '../../actions/print.ts';
import type { AttachmentInfo } from '../../store/attachments.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayTemplate, TEMPLATE_WORDS } from '../../wording/template.ts';
import type { Dialog } from '../dialog.ts';
import type { Turn } from '../turn.ts';

const TEMPLATE = 'template';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Waiting for a changed template: a Word file is tried out, and only a choice puts it in force. */
export const templateDialog: Dialog<Record<string, never>> = {
  kind: TEMPLATE,
  takesFiles: true,
  isQuiet: true,
  schema: z.object({}).strict(),
  answer(turn) {
    if (turn.files.length > 0) return tryTemplate(turn, turn.files.find(isWord));
    templateDialog.repeat(turn, {});
  },
  repeat(turn, _content, problem = []) {
    const { current } = turn.desk.store.templates.inForce();
    turn.keep(TEMPLATE, {});
    if (problem.length > 0) turn.say(problem);
    turn.say(sayTemplate(current, turn.desk.zone));
  },
  // A sentence is no template: it is read as if nothing waited.
  awaits: () => 'choice',
  describe: () => TEMPLATE_WORDS.what,
};

type WordFile = Pick<AttachmentInfo, 'file' | 'name'>;

/** Has a Word file that was sent checked and filled in, after the answer. */
export function tryTemplate(turn: Turn, word: WordFile | undefined): void {
  if (turn.person === null) return;
  if (word === undefined) return turn.say(TEMPLATE_WORDS.onlyWord);
  const order = { print: 'template-trial', file: word.file, name: word.name } as const;
  const ordered = orderPrint(turn.desk, { person: turn.person, at: turn.now }, turn.chat.id, [order]);
  if (!ordered.ok) return turn.say(sayProblem(ordered.problem, turn.desk.zone));
  turn.finish();
}

export function isWord({ mediaType }: Pick<AttachmentInfo, 'mediaType'>): boolean {
  return mediaType === WORD;
}
