import { z } from 'zod';
import type { Audience } from '../../actions/announce.ts';
import { announce, NOTICE_LIMIT, recipientsOf } from '../../actions/announce.ts';
import { openRounds } from '../../actions/round-status.ts';
import { viewTask } from '../../actions/task-view.ts';
import type { Choice } from '../../channels/channel.ts';
import { UNIT_KINDS } from '../../domain/unit.ts';
import { AUDIENCE_WORDS, readMissing } from '../../language/audience-words.ts';
import { ANNOUNCE_WORDS, sayNoneFits } from '../../wording/dialogs.ts';
import { sayAskAudience, sayAskText, sayNoticePreview, sayNoticeSent, UNIT_KIND_NAMES } from '../../wording/notice.ts';
import { sayReportShort } from '../../wording/period.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { findUnit } from '../look-up.ts';
import { namedUnits } from '../named-units.ts';
import type { Turn } from '../turn.ts';
import { whichRounds } from '../which.ts';
import { decisionOf } from './confirm.ts';

const ANNOUNCE = 'announce';

const audienceSchema: z.ZodType<Audience> = z.discriminatedUnion('to', [
  z.object({ to: z.literal('all') }),
  z.object({ to: z.literal('kind'), kind: z.enum(UNIT_KINDS) }),
  z.object({ to: z.literal('missing'), obligation: z.string(), period: z.string() }),
  z.object({ to: z.literal('units'), units: z.array(z.string()) }),
]);
const contentSchema = z.object({
  stage: z.enum(['audience', 'units', 'text', 'confirm']),
  audience: audienceSchema.nullable(),
  text: z.string(),
});
type Content = z.infer<typeof contentSchema>;

/** A broadcast: for whom, the words, a preview with the count, and only then out. */
export const announceDialog: Dialog<Content> = {
  kind: ANNOUNCE,
  schema: contentSchema,
  answer(turn, content, reply) {
    if (content.stage === 'audience') return takeAudience(turn, content, reply);
    if (content.stage === 'units') return takeUnits(turn, content, reply.text);
    if (content.stage === 'text') return takeText(turn, content, reply.text);
    return takeDecision(turn, content, reply);
  },
  repeat: ask,
  awaits: ({ stage }) => (stage === 'text' ? 'value' : stage === 'units' ? 'text' : 'choice'),
  describe: () => ANNOUNCE_WORDS.what,
  isWorthKeeping: (_turn, { text }) => text !== '',
};

export function beginAnnouncing(turn: Turn, text: string): void {
  ask(turn, { stage: 'audience', audience: null, text: text.trim() });
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  turn.keep(ANNOUNCE, content);
  if (content.stage === 'audience') return askAudience(turn, problem);
  if (content.stage === 'units') return turn.say(problem.length > 0 ? problem : ANNOUNCE_WORDS.askUnits);
  if (content.stage === 'text') return turn.say(join([problem, sayAskText(NOTICE_LIMIT)], '\n\n'));
  askDecision(turn, content, problem);
}

function askAudience(turn: Turn, problem: RichText): void {
  const kinds = new Set(
    turn.desk.store.units
      .all()
      .filter((unit) => !unit.compiles)
      .map((unit) => unit.kind),
  );
  turn.say({
    text: join([problem, sayAskAudience()], '\n\n'),
    choices: [
      [turn.choice(ANNOUNCE_WORDS.all, 'all', { words: AUDIENCE_WORDS.all })],
      ...missingChoices(turn),
      ...UNIT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => [
        turn.choice(UNIT_KIND_NAMES[kind], kind, { words: AUDIENCE_WORDS[kind] }),
      ]),
      [turn.choice(ANNOUNCE_WORDS.units, 'units')],
    ],
    answer: 'pick',
  });
}

const ROUNDS_OFFERED = 4;

/** Who is missing, in each round that is current: named by its report where there are several. */
function missingChoices(turn: Turn): Choice[][] {
  const rounds = openRounds(turn.desk, turn.now).slice(0, ROUNDS_OFFERED);
  return rounds.flatMap(({ obligation, period }) => {
    const [task] = turn.desk.store.tasks.ofRound(obligation, period);
    if (task === undefined) return [];
    const view = viewTask(turn.desk, task);
    const name = sayReportShort(view.obligation, view.period);
    const label = rounds.length === 1 ? ANNOUNCE_WORDS.missing : ANNOUNCE_WORDS.missingOf(name);
    const words = AUDIENCE_WORDS.missing.flatMap((one) => [one, `${one} ${name}`]);
    return [[turn.choice(label, `missing:${obligation}:${period}`, { words })]];
  });
}

function takeAudience(turn: Turn, content: Content, reply: Reply): void {
  if (!reply.picked) return takeNamed(turn, content, reply.text);
  if (reply.text === 'units') return ask(turn, { ...content, stage: 'units' });
  const audience = audienceOf(reply.text);
  if (audience === null) return ask(turn, content);
  askRest(turn, { ...content, audience });
}

/** "chưa nộp quý 3" names a round that may not be among those offered; anything else names units. */
function takeNamed(turn: Turn, content: Content, text: string): void {
  const report = readMissing(text);
  if (report === null) return takeUnits(turn, content, text);
  const which = whichRounds(turn, report);
  if ('problem' in which) return ask(turn, content, sayProblem(which.problem, turn.desk.zone));
  const [{ obligation, period }, another] = which.found;
  // Of several the person has to choose.
  if (another !== undefined) return ask(turn, content);
  askRest(turn, { ...content, audience: { to: 'missing', obligation, period } });
}

function audienceOf(word: string): Audience | null {
  if (word === 'all') return { to: 'all' };
  const kind = UNIT_KINDS.find((one) => one === word);
  if (kind !== undefined) return { to: 'kind', kind };
  const [to, obligation, period] = word.split(':');
  return to === 'missing' && obligation !== undefined && period !== undefined ? { to, obligation, period } : null;
}

/** The choices stay as they are where a unit is not known. */
function takeUnits(turn: Turn, content: Content, text: string): void {
  const named = namedUnits(turn, text);
  if ('problem' in named) return ask(turn, content, named.problem);
  askRest(turn, { ...content, audience: { to: 'units', units: named.codes } });
}

function askRest(turn: Turn, content: Content): void {
  ask(turn, { ...content, stage: content.text === '' ? 'text' : 'confirm' });
}

function takeText(turn: Turn, content: Content, text: string): void {
  const trimmed = text.trim();
  if (trimmed === '') return ask(turn, content);
  if (trimmed.length > NOTICE_LIMIT)
    return turn.say(sayProblem({ problem: 'text-too-long', limit: NOTICE_LIMIT }, turn.desk.zone));
  ask(turn, { ...content, stage: 'confirm', text: trimmed });
}

function askDecision(turn: Turn, content: Content, problem: RichText): void {
  if (content.audience === null) return;
  const recipients = recipientsOf(turn.desk, content.audience, turn.now);
  if (recipients.people.length === 0) {
    turn.finish();
    return turn.say(sayProblem({ problem: 'nobody-to-tell' }, turn.desk.zone));
  }
  turn.say({
    text: join(
      [
        problem,
        sayNoticePreview({
          text: content.text,
          people: recipients.people.length,
          shutOut: recipients.shutOut.length,
          units: recipients.units.length,
          withoutPeople: recipients.withoutPeople.map((code) => findUnit(turn, code)?.shortName ?? code),
        }),
      ],
      '\n\n',
    ),
    choices: [
      [turn.choice(ANNOUNCE_WORDS.send(recipients.people.length), 'send')],
      [turn.choice(ANNOUNCE_WORDS.change, 'text'), turn.choice(ANNOUNCE_WORDS.drop, 'drop')],
    ],
    answer: 'pick',
  });
}

function takeDecision(turn: Turn, content: Content, reply: Reply): void {
  const decision = decisionOf(reply);
  if (reply.picked && reply.text === 'text') return ask(turn, { ...content, stage: 'text' });
  if (reply.picked && reply.text === 'drop') return leaveDialog(announceDialog, turn, content);
  // "Khoan", "chưa" at the preview is no order to throw the words away.
  if (decision === 'no') return ask(turn, content, ANNOUNCE_WORDS.notYet);
  const isSent = decision === 'yes' || (reply.picked && reply.text === 'send');
  if (!isSent || content.audience === null || turn.person === null)
    return ask(turn, content, reply.picked ? [] : sayNoneFits(reply.text));
  turn.finish();
  const sent = announce(turn.desk, { person: turn.person, at: turn.now }, content.audience, content.text);
  if (!sent.ok) return turn.say(sayProblem(sent.problem, turn.desk.zone));
  turn.say({
    text: sayNoticeSent(sent.value.count),
    choices: [[{ label: ANNOUNCE_WORDS.result, value: `/thongbao ketqua ${sent.value.notice}` }]],
    answer: 'pick',
  });
}
