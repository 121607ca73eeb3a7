import { tellsOfNothing } from '../../language/nothing-to-report.ts';
import { readPastDay, takeDocument, takeReceived } from '../../language/paper-words.ts';
import { parseReport } from '../../language/report-template.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { Command } from '../command.ts';
import { viewOf } from '../dialogs/review-shown.ts';
import type { PaperDraft } from '../dialogs/submit-for.ts';
import { documentOf, goOnPaper, withFiles } from '../dialogs/submit-for.ts';
import { findTasks, instantOf } from '../dialogs/submit-for-questions.ts';
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
    const received = came ?? takeReceived(story, day);
    const document = numbered ?? takeDocument(story, day);
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
    goOnPaper(turn, { ...draft, tasks: found.tasks, ...figuresIn(turn, found.tasks, story === '' ? behind : story) });
  },
};

/** The figures that were told along; of several reports that may be meant where all have one form. */
function figuresIn(turn: Turn, tasks: readonly number[], story: string): Partial<PaperDraft> {
  const views = tasks.map((id) => viewOf(turn, id));
  const view = views[0] ?? null;
  if (view === null || story === '' || views.some((one) => one?.form.code !== view.form.code)) return {};
  if (tellsOfNothing(story)) return { figures: 'nothing' };
  const told = [story, story.slice(story.indexOf(',') + 1)].map((text) => parseReport(view.form, text));
  const values = told.find((read) => read.faults.length === 0 && Object.keys(read.values).length > 0)?.values ?? {};
  const isWhole = view.form.fields.every(({ required, key }) => !required || values[key] !== undefined);
  return { values, figures: isWhole ? 'now' : null };
}

/** "Báo Hải Dương tháng 10 tin bài 45": what stands behind the names and is figures; otherwise nothing. */
function figuresBehind(turn: Turn, typed: string): string {
  const { rest } = readNamed(turn, typed);
  const isBehind = rest !== typed && typed.endsWith(rest);
  const reads = turn.rules.forms.some((form) => Object.keys(parseReport(form, rest).values).length > 0);
  return isBehind && reads ? rest : '';
}
