import { z } from 'zod';
import type { CompiledView } from '../../actions/compiled-report.ts';
import { isSendingDay, unsentCompiled, viewCompiled } from '../../actions/compiled-report.ts';
import { recordCompiled } from '../../actions/record-compiled.ts';
import { readPastDay, takeDocument } from '../../language/desk/paper-words.ts';
import { roundWords, withoutDenied } from '../../language/desk/sent-words.ts';
import { SENT_WORDS, sayCompiledPreview, sayCompiledSent, sayWhichCompiled } from '../../wording/compiled-report.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Dialog } from '../dialog.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { readNamed, whichRounds } from '../which.ts';
import { decisionOf } from './confirm.ts';

/** That a compiled report was handed on, on its way to being recorded. What is null was not said yet. */
const schema = z.object({
  obligation: z.string(),
  period: z.string(),
  document: z.string().nullable(),
  sentOn: z.string().nullable(),
  /** The record that stood when the preview was shown; 0 = none. */
  over: z.number(),
});
type Content = z.infer<typeof schema>;

const KIND = 'compiled-sent';

/** Number and day of the document, then a preview, then the receipt. */
export const compiledSentDialog: Dialog<Content> = {
  kind: KIND,
  schema,
  answer(turn, content, reply) {
    const isWhole = content.document !== null && content.sentOn !== null;
    const read = takeSaid(turn, content, reply.text);
    if (isWhole && read === null) {
      const decision = decisionOf(reply);
      if (decision === 'yes') return record(turn, content);
      if (decision === 'no') return leave(turn);
      return ask(turn, content, SENT_WORDS.notYet);
    }
    if (read === null && decisionOf(reply) === 'no') return leave(turn);
    if (read === null) return ask(turn, content, content.document === null ? SENT_WORDS.noDocument : SENT_WORDS.noDay);
    ask(turn, read);
  },
  repeat: ask,
  awaits: ({ document, sentOn }) => (document === null || sentOn === null ? 'value' : 'choice'),
  about: () => 'xuat',
  describe: () => SENT_WORDS.what,
};

/** Begins with what was said in one go: the round, the number, the day. */
export function beginCompiledSent(turn: Turn, said: string): void {
  const read = takeDocument(said, today(turn));
  const rest = read?.rest ?? said;
  const words = roundWords(rest);
  const document = read?.number ?? null;
  const sentOn = read === null ? null : (read.day ?? readPastDay(rest, today(turn)));
  const named = words === '' ? null : readNamed(turn, words);
  const isNamed = named !== null && (named.period !== null || named.obligations !== null);
  const which = isNamed ? whichRounds(turn, words) : null;
  if (which !== null && 'problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
  const meant = which?.found.flatMap((one) => viewCompiled(turn.desk, one) ?? []) ?? near(turn);
  const [first, ...more] = meant;
  if (first === undefined) return turn.say(isNamed ? SENT_WORDS.notCompiled : SENT_WORDS.none);
  if (more.length > 0) return turn.say(sayWhichCompiled([first, ...more], read === null ? '' : said));
  ask(turn, { obligation: first.obligation.code, period: first.period.key, document, sentOn, over: 0 });
}

/** With none named those that are due by now or soon; all that wait where there is none. */
function near({ desk, now }: Turn): readonly CompiledView[] {
  const unsent = unsentCompiled(desk, now);
  const soon = unsent.filter(({ deadline }) => deadline.cutOffAt - now < NEAR_MS);
  return soon.length === 0 ? unsent : soon;
}

const NEAR_MS = 14 * 24 * 3600_000;

/** The number, the day or both, as the reply says them; null where it says neither. */
function takeSaid(turn: Turn, content: Content, typed: string): Content | null {
  const text = withoutDenied(typed);
  const read = takeDocument(text, today(turn));
  if (read !== null) return { ...content, document: read.number, sentOn: read.day ?? content.sentOn };
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(text);
  const day = isDay ? text : readPastDay(text, today(turn));
  return day === null || content.document === null ? null : { ...content, sentOn: day };
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  const view = viewCompiled(turn.desk, content);
  if (view === null) {
    turn.finish();
    return turn.say(SENT_WORDS.notCompiled);
  }
  const { document, sentOn } = content;
  if (sentOn !== null && !isSendingDay(turn.desk, view, sentOn, turn.now))
    return ask(turn, { ...content, sentOn: null }, sayProblem({ problem: 'sent-day-odd' }, turn.desk.zone));
  turn.keep(KIND, { ...content, over: view.sent?.id ?? 0 });
  const say = (text: RichText) => join([problem, text], '\n\n');
  if (document === null) return turn.say({ text: say(SENT_WORDS.askDocument(view)), answer: 'free' });
  if (sentOn === null)
    return turn.say({
      text: say(SENT_WORDS.askDay(document)),
      choices: [[turn.choice(SENT_WORDS.today, today(turn))]],
      answer: 'free',
    });
  turn.say({
    text: say(sayCompiledPreview(view, document, sentOn)),
    choices: [[turn.choice(SENT_WORDS.yes, 'yes'), turn.choice(SENT_WORDS.no, 'no')]],
    answer: 'pick',
  });
}

function record(turn: Turn, { document, sentOn, ...rest }: Content): void {
  if (turn.person === null || document === null || sentOn === null) return;
  const done = recordCompiled(turn.desk, { person: turn.person, at: turn.now }, { ...rest, document, sentOn });
  turn.finish();
  turn.say(done.ok ? sayCompiledSent(done.value.view, done.value.undo) : sayProblem(done.problem, turn.desk.zone));
}

function leave(turn: Turn): void {
  turn.finish();
  turn.say(SENT_WORDS.kept);
}
