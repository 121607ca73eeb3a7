import { z } from 'zod';
import type { NudgeOrder } from '../../actions/nudge.ts';
import { nudge, planNudge, settledAmong } from '../../actions/nudge.ts';
import { leftOutOf, NUDGE_WORDS_LIMIT, previewNudge } from '../../actions/nudge-preview.ts';
import { mayDisturb } from '../../domain/sending-hours.ts';
import type { UnitKind } from '../../domain/unit.ts';
import type { AmendedUnits } from '../../understanding/amend-units.ts';
import { mayCorrect, readAmend, readInstead, saysCalled } from '../../understanding/amend-units.ts';
import { extendedLeftOut } from '../../understanding/chase-order.ts';
import { unitsIn } from '../../understanding/name-unit.ts';
import { readPreviewWord } from '../../understanding/preview-word.ts';
import { asksOfPreview } from '../../understanding/said-of-open.ts';
import { ACTING_BUTTONS } from '../../wording/acting-dialog.ts';
import { NUDGE_WORDS, sayYesOrNo } from '../../wording/dialogs.ts';
import { sayNudgeDone, saySettled } from '../../wording/nudge.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Dialog, Reply } from '../dialog.ts';
import { unitName, unitsToday } from '../look-up.ts';
import { unclear, whyNot } from '../on-screen.ts';
import type { Turn } from '../turn.ts';
import { decisionOf } from './confirm.ts';

const schema = z.object({
  obligation: z.string(),
  period: z.string(),
  units: z.array(z.string()).nullable().default(null),
  /** Of them those that were named one by one; null = all. */
  named: z.array(z.string()).nullable().default(null),
  except: z.array(z.string()).default([]),
  everybody: z.boolean().default(false),
  words: z.string().default(''),
  isWriting: z.boolean().default(false),
  /** Something was said against what is shown, and not understood: a bare yes does not send it. */
  doubted: z.boolean().default(false),
  /** To how many people it goes by the preview that is shown. */
  shown: z.number().default(0),
});
type Content = z.infer<typeof schema>;

/** Chasing who is missing: who gets it, by which app and when, is shown first; what goes along is the coordinator's to choose. */
export const nudgeDialog: Dialog<Content> & {
  begin(turn: Turn, content: z.input<typeof schema>, problem?: RichText): void;
} = {
  kind: 'nudge',
  schema,
  begin: (turn, content, problem) => ask(turn, schema.parse(content), problem),
  repeat: ask,
  awaits: ({ isWriting }) => (isWriting ? 'value' : 'choice'),
  about: () => 'dondoc',
  describe: () => NUDGE_WORDS.what,
  answer: take,
};

function take(turn: Turn, content: Content, reply: Reply): void {
  if (content.isWriting) return takeWords(turn, content, reply);
  if (reply.picked && reply.text === 'words') return ask(turn, { ...content, isWriting: true });
  if (reply.picked && reply.text === 'everybody') return ask(turn, { ...content, everybody: true });
  if (reply.picked && reply.text === 'at-once') return send(turn, content, { atOnce: true });
  const said = reply.picked ? null : readPreviewWord(reply.text);
  if (said?.do === 'add' || said?.do === 'rewrite')
    return takeWords(turn, content, { picked: false, text: said.words });
  if (said?.do === 'edit') return ask(turn, { ...content, isWriting: true });
  const isAsked = !reply.picked && asksOfPreview(reply.text, 'dondoc', unitsToday(turn)) !== null;
  if (said?.do === 'list' || isAsked) return ask(turn, content);
  const amended = reply.picked ? null : readAmend(reply.text, unitsToday(turn));
  if (amended !== null) {
    const next = amend(content, amended, byName(turn, reply.text, amended.add));
    if (amended.drop.length > 0 && saysCalled(reply.text))
      turn.footer(NUDGE_WORDS.callNotNoted(amended.drop.map((code) => unitName(turn, code)).join(', ')));
    return ask(turn, { ...next, doubted: false }, saySettledAmong(turn, content, amended.add));
  }
  const apart = reply.picked ? null : extendedLeftOut(reply.text);
  if (apart !== null) return ask(turn, withoutExtended(turn, content, apart));
  const instead = reply.picked ? null : readInstead(reply.text, unitsToday(turn));
  if (instead !== null)
    return ask(turn, { ...content, units: instead, named: byName(turn, reply.text, instead), except: [] });
  const decision = decisionOf(reply, 'dondoc');
  if (decision === null) return askYesOrNo(turn, content, reply);
  if (decision === 'yes' && content.doubted && !reply.picked)
    return ask(turn, { ...content, doubted: false }, ACTING_BUTTONS.sure);
  // Where the preview had only such as are left out, they are meant; those it named may have promised or been chased since.
  if (decision === 'yes' && isNobodyLeft(turn, content))
    return content.shown > 0
      ? ask(turn, content, NUDGE_WORDS.leftMeanwhile)
      : ask(turn, { ...content, everybody: true });
  if (decision === 'yes') return send(turn, content, { atOnce: false });
  turn.finish();
  turn.say(NUDGE_WORDS.dropped);
}

/** "Trừ công an nữa", "thêm cả Thanh Miện". */
function amend(content: Content, { drop, add }: AmendedUnits, added: readonly string[]): Content {
  const except = [...new Set([...content.except, ...drop])].filter((code) => !add.includes(code));
  const units = content.units === null ? null : [...new Set([...content.units, ...add])];
  const named = [...(content.named ?? content.units ?? []), ...added];
  return { ...content, except, named, units: units?.filter((code) => !drop.includes(code)) ?? null };
}

/** Those of the units that words name one by one: "các huyện" names none. */
function byName(turn: Turn, text: string, codes: readonly string[]): string[] {
  const named = unitsIn(text, unitsToday(turn));
  return codes.filter((code) => named.includes(code));
}

/** "Bỏ mấy huyện được gia hạn ra": whoever has more time than the round, of the kinds that were said. */
function withoutExtended(turn: Turn, content: Content, kinds: readonly UnitKind[]): Content {
  const { extended } = planNudge(turn.desk, { ...content, named: [], everybody: false, atOnce: false }, turn.now);
  const meant = unitsToday(turn).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const codes = extended.map(({ unit }) => unit).filter((unit) => meant.some(({ code }) => code === unit));
  if (content.everybody) return { ...content, except: [...new Set([...content.except, ...codes])] };
  return { ...content, named: (content.named ?? content.units ?? []).filter((code) => !codes.includes(code)) };
}

/** Whoever is to be chased too though they owe nothing is named. */
function saySettledAmong(turn: Turn, content: Content, added: readonly string[]): RichText {
  const settled = settledAmong(turn.desk, content, added);
  return settled.length === 0 ? [] : saySettled(settled.map((code) => unitName(turn, code)));
}

function isNobodyLeft(turn: Turn, content: Content): boolean {
  const plan = planNudge(turn.desk, { ...content, atOnce: false }, turn.now);
  return plan.chased.length === 0 && leftOutOf(plan) > 0;
}

function takeWords(turn: Turn, content: Content, { text }: Reply): void {
  const words = text.trim().replace(/\s+/gu, ' ');
  if (words.length > NUDGE_WORDS_LIMIT) return ask(turn, content, NUDGE_WORDS.wordsTooLong(NUDGE_WORDS_LIMIT));
  ask(turn, { ...content, words, isWriting: false });
}

function send(turn: Turn, content: Content, { atOnce }: { atOnce: boolean }): void {
  turn.finish();
  if (turn.person === null) return;
  const done = nudge(turn.desk, { person: turn.person, at: turn.now }, { ...content, atOnce });
  const isNow = atOnce || mayDisturb(turn.rules.policy, turn.rules.calendar, turn.now);
  turn.say(done === null ? NUDGE_WORDS.overtaken : sayNudgeDone(done, isNow));
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  if (content.isWriting) {
    turn.keep(nudgeDialog.kind, content);
    return turn.say(join([problem, NUDGE_WORDS.askWords], '\n\n'));
  }
  const order: NudgeOrder = { ...content, atOnce: false };
  if (turn.person === null) return;
  const preview = previewNudge(turn.desk, { person: turn.person, at: turn.now }, order);
  if (preview === null) {
    turn.finish();
    const isWhole = content.units === null && content.except.length === 0;
    return turn.say(isWhole ? NUDGE_WORDS.nobody : NUDGE_WORDS.noneOfThem);
  }
  const { text, people, leftOut, arrival } = preview;
  if (people === 0 && leftOut === 0) {
    turn.finish();
    return turn.say(join([problem, text], '\n\n'));
  }
  turn.keep(nudgeDialog.kind, { ...content, shown: people });
  const offered = [
    people > 0 ? turn.choice(NUDGE_WORDS.send(people), 'yes') : null,
    people > 0 && arrival !== null ? turn.choice(NUDGE_WORDS.atOnce(people), 'at-once') : null,
    leftOut > 0 ? turn.choice(NUDGE_WORDS.everybody(leftOut), 'everybody') : null,
    people > 0 && content.words === '' ? turn.choice(NUDGE_WORDS.addWords, 'words') : null,
    turn.choice(NUDGE_WORDS.drop, 'no'),
  ];
  const choices = offered.flatMap((choice) => (choice === null ? [] : [[choice]]));
  turn.say({ text: join([problem, text], '\n\n'), choices, answer: 'pick' });
}

/** Neither yes nor no. */
function askYesOrNo(turn: Turn, content: Content, { picked, text: typed }: Reply): void {
  const again = (problem: RichText): void => ask(turn, content, problem);
  if (picked) return again([]);
  if (mayCorrect(typed, unitsToday(turn)))
    return ask(turn, { ...content, doubted: true }, whyNot(typed, sayYesOrNo(typed)));
  unclear(turn, typed, sayYesOrNo(typed), again);
}
