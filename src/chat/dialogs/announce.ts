import { z } from 'zod';
import type { Audience } from '../../actions/announce.ts';
import { announce, NOTICE_LIMIT, recipientsOf } from '../../actions/announce.ts';
import { currentRound } from '../../actions/round-status.ts';
import { UNIT_KINDS } from '../../domain/unit.ts';
import { readReply } from '../../language/choice-word.ts';
import { ANNOUNCE_WORDS } from '../../wording/dialogs.ts';
import { sayAskAudience, sayAskText, sayNoticePreview, sayNoticeSent, UNIT_KIND_NAMES } from '../../wording/notice.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Dialog } from '../command.ts';
import { findUnit } from '../look-up.ts';
import type { Turn } from '../turn.ts';

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
export const announceDialog: Dialog = {
  kind: ANNOUNCE,
  answer(turn, stored, reply) {
    const content = contentSchema.parse(stored);
    if (content.stage === 'audience') return takeAudience(turn, content, reply);
    if (content.stage === 'units') return takeUnits(turn, content, reply.text);
    if (content.stage === 'text') return takeText(turn, content, reply.text);
    return takeDecision(turn, content, reply);
  },
  repeat(turn, stored) {
    ask(turn, contentSchema.parse(stored));
  },
  takesNumbers: (stored) => contentSchema.parse(stored).stage === 'text',
  describe: () => ANNOUNCE_WORDS.what,
};

export function beginAnnouncing(turn: Turn, text: string): void {
  ask(turn, { stage: 'audience', audience: null, text: text.trim() });
}

function ask(turn: Turn, content: Content): void {
  turn.keep(ANNOUNCE, content);
  if (content.stage === 'audience') return askAudience(turn);
  if (content.stage === 'units') return turn.say(ANNOUNCE_WORDS.askUnits);
  if (content.stage === 'text') return turn.say(sayAskText(NOTICE_LIMIT));
  askDecision(turn, content);
}

function askAudience(turn: Turn): void {
  const round = currentRound(turn.desk, turn.now);
  const kinds = new Set(
    turn.desk.store.units
      .all()
      .filter((unit) => !unit.compiles)
      .map((unit) => unit.kind),
  );
  turn.say({
    text: sayAskAudience(),
    choices: [
      [turn.choice(ANNOUNCE_WORDS.all, 'all')],
      ...(round === null ? [] : [[turn.choice(ANNOUNCE_WORDS.missing, 'missing')]]),
      ...UNIT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => [turn.choice(UNIT_KIND_NAMES[kind], kind)]),
      [turn.choice(ANNOUNCE_WORDS.units, 'units')],
    ],
    answer: 'pick',
  });
}

function takeAudience(turn: Turn, content: Content, reply: { text: string; picked: boolean }): void {
  if (!reply.picked) return takeUnits(turn, content, reply.text);
  if (reply.text === 'units') return ask(turn, { ...content, stage: 'units' });
  const audience = audienceOf(turn, reply.text);
  if (audience === null) return ask(turn, content);
  askRest(turn, { ...content, audience });
}

function audienceOf(turn: Turn, word: string): Audience | null {
  if (word === 'all') return { to: 'all' };
  const kind = UNIT_KINDS.find((one) => one === word);
  if (kind !== undefined) return { to: 'kind', kind };
  const round = word === 'missing' ? currentRound(turn.desk, turn.now) : null;
  return round === null ? null : { to: 'missing', ...round };
}

function takeUnits(turn: Turn, content: Content, text: string): void {
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '');
  const unknown = words.filter((word) => findUnit(turn, word) === null);
  if (words.length === 0 || unknown.length > 0) {
    turn.keep(ANNOUNCE, { ...content, stage: 'units' });
    return turn.say(ANNOUNCE_WORDS.unknownUnits(unknown));
  }
  const units = words.map((word) => findUnit(turn, word)?.code ?? word);
  askRest(turn, { ...content, audience: { to: 'units', units: [...new Set(units)] } });
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

function askDecision(turn: Turn, content: Content): void {
  if (content.audience === null) return;
  const recipients = recipientsOf(turn.desk, content.audience, turn.now);
  if (recipients.people.length === 0) {
    turn.finish();
    return turn.say(sayProblem({ problem: 'nobody-to-tell' }, turn.desk.zone));
  }
  turn.say({
    text: sayNoticePreview({
      text: content.text,
      people: recipients.people.length,
      shutOut: recipients.shutOut.length,
      units: recipients.units.length,
      withoutPeople: recipients.withoutPeople.map((code) => findUnit(turn, code)?.shortName ?? code),
    }),
    choices: [
      [turn.choice(ANNOUNCE_WORDS.send(recipients.people.length), 'send')],
      [turn.choice(ANNOUNCE_WORDS.change, 'text'), turn.choice(ANNOUNCE_WORDS.drop, 'drop')],
    ],
    answer: 'pick',
  });
}

function takeDecision(turn: Turn, content: Content, reply: { text: string; picked: boolean }): void {
  const typed = readReply(reply.text);
  const word = reply.picked ? reply.text : typed === 'yes' ? 'send' : typed === 'no' ? 'drop' : 'again';
  if (word === 'text') return ask(turn, { ...content, stage: 'text' });
  if (word === 'drop') {
    turn.finish();
    return turn.say(ANNOUNCE_WORDS.dropped);
  }
  if (word !== 'send' || content.audience === null || turn.person === null) return ask(turn, content);
  turn.finish();
  const sent = announce(turn.desk, { person: turn.person, at: turn.now }, content.audience, content.text);
  if (!sent.ok) return turn.say(sayProblem(sent.problem, turn.desk.zone));
  turn.say({
    text: sayNoticeSent(sent.value.count),
    choices: [[{ label: ANNOUNCE_WORDS.result, value: `/thongbao ketqua ${sent.value.notice}` }]],
    answer: 'pick',
  });
}
