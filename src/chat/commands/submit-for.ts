import { readPaperStory } from '../../language/desk/paper-story.ts';
import { readPastDay, takeDocument, takeReceived } from '../../language/desk/paper-words.ts';
import { parseReport } from '../../language/report/report-template.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { Command } from '../command.ts';
import type { PaperDraft } from '../dialogs/submit-for.ts';
import { documentOf, goOnPaper, withFiles } from '../dialogs/submit-for.ts';
import { figuresIn, filedBefore, findTasks, instantOf } from '../dialogs/submit-for-questions.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { readNamed } from '../which.ts';

/** Takes as much as was typed: `HBG 2026-11 125/BC-UBND ngày 16/11 nhận 15h30 16/11`; in the lines below it, what was told of the report. */
export const submitForCommand: Command = {
  name: 'nopthay',
  alias: 'submitfor',
  ...COMMAND_WORDS.nopthay,
  ...HEARD.nopthay,
  needs: 'submit-for',
  run(turn, args) {
    const day = today(turn);
    const [named = '', ...lines] = args.split('\n');
    const story = lines.join('\n');
    const came = takeReceived(named, day);
    const numbered = takeDocument(came?.rest ?? named, day);
    const typed = (numbered?.rest ?? came?.rest ?? named).trim();
    const behind = figuresBehind(turn, typed);
    const words = typed.slice(0, typed.length - behind.length).trim();
    const told = readPaperStory(story, day);
    const received = came?.received ?? told.received;
    const document = numbered ?? told.document;
    const dated = numbered === null ? told.document?.day : (numbered.day ?? readPastDay(numbered.rest, day));
    const empty: PaperDraft = {
      stage: 'unit',
      tasks: [],
      document: document === null || dated == null ? null : documentOf(document.number, dated),
      receivedAt: received === null ? null : instantOf(turn, received),
      values: {},
      figures: null,
      attachments: [],
      over: 0,
    };
    const draft = withFiles(turn, empty);
    if (words === '') return goOnPaper(turn, draft);
    const found = findTasks(turn, words, document === null);
    if ('problem' in found) return goOnPaper(turn, draft, found.problem);
    // Another document came at another moment: of the one before it inherits nothing.
    const before = document === null ? filedBefore(turn, found.tasks) : null;
    const known = { ...before, ...said(draft), tasks: found.tasks };
    goOnPaper(turn, { ...draft, ...known, ...figuresIn(turn, found.tasks, story === '' ? behind : story) });
  },
};

/** What of the draft was said. */
function said({ document, receivedAt }: PaperDraft): Partial<PaperDraft> {
  return { ...(document === null ? {} : { document }), ...(receivedAt === null ? {} : { receivedAt }) };
}

/** "Báo Hải Dương tháng 10 tin bài 45": what stands behind the names and is figures; otherwise nothing. */
function figuresBehind(turn: Turn, typed: string): string {
  const { rest } = readNamed(turn, typed);
  const isBehind = rest !== typed && typed.endsWith(rest);
  const reads = turn.rules.forms.some((form) => Object.keys(parseReport(form, rest).values).length > 0);
  return isBehind && reads ? rest : '';
}
