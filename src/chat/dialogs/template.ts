import { z } from 'zod';
import { orderPrint } from '../../actions/print.ts';
import type { AttachmentInfo } from '../../store/attachments.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayTemplate, TEMPLATE_WORDS } from '../../wording/template.ts';
import type { Dialog } from '../dialog.ts';
import { isWord } from '../loose-file.ts';
import { offerFile } from '../offer-file.ts';
import type { Turn } from '../turn.ts';

const TEMPLATE = 'template';

/** A Word file that comes later is not taken for the one that was to be mended. */
const WAITS_MS = 3600_000;

/**
 * Waiting for a changed template: a Word file is tried out, and only a choice puts it in force. It goes on waiting after a trial: one that
 * was refused comes back mended.
 */
export const templateDialog: Dialog<{ since: number }> = {
  kind: TEMPLATE,
  takesFiles: true,
  isQuiet: true,
  schema: z.object({ since: z.number().default(0) }),
  answer(turn, { since }) {
    if (turn.files.length === 0) return templateDialog.repeat(turn, { since });
    if (turn.now - since <= WAITS_MS) return tryTemplate(turn, turn.files.find(isWord));
    turn.finish();
    turn.say(offerFile(turn));
  },
  repeat(turn, _content, problem = []) {
    const { current } = turn.desk.store.templates.inForce();
    turn.keep(TEMPLATE, { since: turn.now });
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
  turn.keep(TEMPLATE, { since: turn.now });
}

/** One was taken: nothing is waited for any more. */
export function endTemplateTrial(turn: Turn): void {
  if (turn.unfinished()?.kind === TEMPLATE) turn.finish();
}
