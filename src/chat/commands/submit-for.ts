import { readPastDay, takeDocument, takeReceived } from '../../language/paper-words.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { Command } from '../command.ts';
import type { PaperDraft } from '../dialogs/submit-for.ts';
import { documentOf, goOnPaper, withFiles } from '../dialogs/submit-for.ts';
import { findTasks, instantOf } from '../dialogs/submit-for-questions.ts';
import { today } from '../look-up.ts';

/** Takes as much as was typed: `HBG 2026-11 125/BC-UBND ngày 16/11 nhận 15h30 16/11`. */
export const submitForCommand: Command = {
  name: 'nopthay',
  alias: 'submitfor',
  ...COMMAND_WORDS.nopthay,
  ...HEARD.nopthay,
  needs: 'submit-for',
  run(turn, args) {
    const day = today(turn);
    const received = takeReceived(args, day);
    const document = takeDocument(received?.rest ?? args, day);
    const words = (document?.rest ?? received?.rest ?? args).trim();
    const dated = document === null ? null : (document.day ?? readPastDay(document.rest, day));
    const empty: PaperDraft = {
      stage: 'unit',
      tasks: [],
      document: document === null || dated === null ? null : documentOf(document.number, dated),
      receivedAt: received === null ? null : instantOf(turn, received.received),
      values: {},
      figures: null,
      attachments: [],
      over: 0,
    };
    const draft = withFiles(turn, empty);
    if (words === '') return goOnPaper(turn, draft);
    const found = findTasks(turn, words);
    if ('problem' in found) return goOnPaper(turn, draft, found.problem);
    goOnPaper(turn, { ...draft, tasks: found.tasks });
  },
};
