import { recipientsOf } from '../../actions/announce.ts';
import { sayReceivers } from '../../actions/notice-preview.ts';
import { audienceOf } from '../../actions/offered-audience.ts';
import { announce, NOTICE_LIMIT } from '../../actions/send-notice.ts';
import { isNo } from '../../language/choice-word.ts';
import { readAudience } from '../../language/desk/audience.ts';
import { namesHour, SEND_WORDS, speaksOfSending } from '../../language/time/sending-time.ts';
import { isSecondThought, readAmend } from '../../understanding/amend-units.ts';
import { readUnits } from '../../understanding/said-units.ts';
import { readPerson } from '../../understanding/spoken-message.ts';
import { ANNOUNCE_WORDS, sayNoneFits } from '../../wording/dialogs.ts';
import { NOTICE_WORDS, sayAskText, sayNoticeBefore, sayNoticeScheduled, sayNoticeSent } from '../../wording/notice.ts';
import { NOTICE_AMENDED } from '../../wording/notice-amend.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { askAudience, audienceSchema } from '../audience-choices.ts';
import type { Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { unitsToday } from '../look-up.ts';
import { namedAudience } from '../named-audience.ts';
import { knownOnly } from '../named-units.ts';
import { ANNOUNCE, isPreviewMeant, unclear } from '../on-screen.ts';
import type { Turn } from '../turn.ts';
import type { NoticeDraft } from './announce-draft.ts';
import { AWAITS, amendNotice, contentSchema, EMPTY, orderIn, sayWhole, withFile } from './announce-draft.ts';
import { readOpening, sendingTime, without } from './announce-opening.ts';
import { decisionOf } from './confirm.ts';

/** A broadcast: for whom, the words or a file, a preview with everybody it goes to, and only then out, now or at a time. */
export const announceDialog: Dialog<NoticeDraft> = {
  kind: ANNOUNCE,
  schema: contentSchema,
  takesFiles: true,
  answer(turn, content, reply) {
    if (turn.files.length > 0) return takeFile(turn, content, reply.text);
    if (content.stage === 'audience') return takeAudience(turn, content, reply);
    if (content.stage === 'units') return takeNamed(turn, content, reply.text);
    if (content.stage === 'text') return takeText(turn, content, reply.text);
    if (content.stage === 'time') return takeTime(turn, content, reply.text);
    takeDecision(turn, content, reply);
  },
  repeat: ask,
  awaits: ({ stage }) => AWAITS[stage],
  about: () => 'thongbao',
  describe: () => ANNOUNCE_WORDS.what,
  isWorthKeeping: (_turn, { text, file }) => text !== '' || file !== null,
};

/** Begins with what was typed: the words, or "cho các huyện: Mời họp". */
export function beginAnnouncing(turn: Turn, typed: string): void {
  const empty = { ...EMPTY, text: typed.trim() };
  const opening = readOpening(turn, typed);
  if (opening === null) return ask(turn, withFile(turn, empty));
  const { who, note } = opening.words === '' ? { who: opening.who, note: [] } : knownOnly(turn, opening.who);
  const named = namedAudience(turn, who);
  if ('problem' in named) {
    // "Gửi các đồng chí: …" is how words begin; where one of several units is not known, that is said.
    const said = readUnits(opening.who, unitsToday(turn));
    // Words for one person are never offered to everybody.
    if (readPerson(opening.who, unitsToday(turn)) !== null) return turn.say(named.problem);
    const isMeant = said.kinds.length + said.codes.length > 0 || readAudience(opening.who).state !== null;
    return isMeant
      ? ask(turn, withFile(turn, { ...empty, text: opening.words }), named.problem)
      : ask(turn, withFile(turn, empty));
  }
  const audience = without(named.audience, opening.except);
  askRest(turn, withFile(turn, { ...empty, audience, text: opening.words, sendAt: opening.sendAt }), note);
}

/** Begins with those it is for, as another notice was: its words are asked for. */
export function beginFor(turn: Turn, audience: unknown): void {
  const read = audienceSchema.safeParse(audience);
  const to = read.success ? read.data : null;
  const stage = to === null ? 'audience' : 'text';
  ask(turn, { ...EMPTY, stage, audience: to });
}

/** Begins with a file that was sent before. */
export function beginWithFile(turn: Turn, file: NonNullable<NoticeDraft['file']>): void {
  ask(turn, { ...EMPTY, file });
}

function ask(turn: Turn, content: NoticeDraft, problem: RichText = []): void {
  // Said before anything else is asked, and not only when it is to be sent.
  const tooLong = sayProblem({ problem: 'text-too-long', limit: NOTICE_LIMIT }, turn.desk.zone);
  if (content.text.length > NOTICE_LIMIT)
    return ask(turn, { ...content, stage: 'text', text: '' }, join([problem, tooLong], '\n\n'));
  turn.keep(ANNOUNCE, content);
  const say = (text: RichText): void => turn.say(join([problem, text], '\n\n'));
  if (content.stage === 'audience') return askAudience(turn, problem);
  if (content.stage === 'units') return turn.say(problem.length > 0 ? problem : ANNOUNCE_WORDS.askUnits);
  if (content.stage === 'text') return say(sayAskText(NOTICE_LIMIT, content.file?.name ?? null));
  if (content.stage === 'time') return say(NOTICE_WORDS.askTime);
  askDecision(turn, content, problem);
}

function takeAudience(turn: Turn, content: NoticeDraft, reply: Reply): void {
  if (!reply.picked) return takeNamed(turn, content, reply.text);
  if (reply.text === 'units') return ask(turn, { ...content, stage: 'units' });
  const audience = audienceOf(reply.text);
  if (audience === null) return ask(turn, content);
  askRest(turn, { ...content, audience });
}

/** The choices stay as they are where the words are not understood. */
function takeNamed(turn: Turn, content: NoticeDraft, text: string): void {
  const named = namedAudience(turn, text);
  if ('problem' in named) return unclear(turn, text, named.problem, (problem) => ask(turn, content, problem));
  askRest(turn, { ...content, audience: named.audience });
}

function askRest(turn: Turn, content: NoticeDraft, note: RichText = []): void {
  const { audience } = content;
  // One person is named: which of them it will be is seen before it goes.
  const shown = audience?.people === undefined ? note : sayReceivers(turn.desk, audience, turn.now);
  ask(turn, { ...content, stage: content.text === '' ? 'text' : 'confirm' }, shown);
}

/** A file goes along, whatever was asked; the words beside it are the text where there is none yet. */
function takeFile(turn: Turn, content: NoticeDraft, caption: string): void {
  const text = content.text === '' ? caption.trim() : content.text;
  const next = withFile(turn, { ...content, text });
  if (content.audience === null) return ask(turn, { ...next, stage: 'audience' });
  askRest(turn, next);
}

const SECOND_THOUGHT = 40;

function takeText(turn: Turn, content: NoticeDraft, typed: string): void {
  const text = typed.trim();
  if (text.length < SECOND_THOUGHT && isSecondThought(text)) return leaveDialog(announceDialog, turn, content);
  if (text.length > NOTICE_LIMIT) return ask(turn, { ...content, text });
  if (content.file !== null && isNo(text)) return ask(turn, { ...content, stage: 'confirm', text: '' });
  if (text === '') return ask(turn, content);
  ask(turn, { ...content, stage: 'confirm', text });
}

/** "Sáng mai" is when work begins, "chiều" when it goes on. */
function takeTime(turn: Turn, content: NoticeDraft, typed: string): void {
  const said = sendingTime(turn, typed);
  if (said === null) return ask(turn, content, NOTICE_WORDS.unclearTime(typed.trim()));
  if (said <= turn.now) return ask(turn, content, NOTICE_WORDS.pastTime(typed.trim()));
  ask(turn, { ...content, stage: 'confirm', sendAt: said });
}

/** `isShown`: the preview stands above already. */
function askDecision(turn: Turn, content: NoticeDraft, problem: RichText, isShown = false): void {
  if (content.audience === null) return ask(turn, { ...content, stage: 'audience' });
  const recipients = recipientsOf(turn.desk, content.audience, turn.now);
  const { length: people } = recipients.people;
  if (people === 0) {
    turn.finish();
    return turn.say(sayProblem({ problem: 'nobody-to-tell' }, turn.desk.zone));
  }
  const order = orderIn(turn, content);
  if (order !== null) return askOrder(turn, order.order, problem);
  const { sendAt, file, wantsReceipt } = content;
  const isKnown = isShown || content.stage === 'again';
  const sayWhat = isKnown ? (isShown ? NOTICE_WORDS.toThese : []) : sayWhole(turn, content, recipients);
  const send = sendAt === null ? ANNOUNCE_WORDS.send(people) : ANNOUNCE_WORDS.sendLater(people);
  const receipt = wantsReceipt ? NOTICE_WORDS.noReceipt : NOTICE_WORDS.receipt;
  const time = sendAt === null ? turn.choice(NOTICE_WORDS.time, 'time') : turn.choice(NOTICE_WORDS.now, 'now');
  turn.say({
    text: join([problem, sayWhat], '\n\n'),
    choices: [
      [turn.choice(content.stage === 'again' ? NOTICE_WORDS.again : send, 'send', { words: SEND_WORDS })],
      [turn.choice(NOTICE_WORDS.list, 'list'), time],
      [turn.choice(receipt, 'receipt'), ...(file === null ? [] : [turn.choice(NOTICE_WORDS.noFile, 'nofile')])],
      [turn.choice(ANNOUNCE_WORDS.change, 'text'), turn.choice(NOTICE_WORDS.audience, 'audience')],
      [turn.choice(ANNOUNCE_WORDS.drop, 'drop')],
    ],
    answer: 'pick',
  });
}

/** An order to the bot never goes out to the units as if it were said to them: whether it is one is asked. */
function askOrder(turn: Turn, order: string, problem: RichText): void {
  turn.say({
    text: join([problem, NOTICE_AMENDED.orderSeen(order)], '\n\n'),
    choices: [
      [turn.choice(NOTICE_AMENDED.cutOrder, 'cut')],
      [turn.choice(NOTICE_AMENDED.keepOrder, 'keep')],
      [turn.choice(ANNOUNCE_WORDS.drop, 'drop')],
    ],
    answer: 'pick',
  });
}

function takeOrder(turn: Turn, content: NoticeDraft, { at, order }: { at: number; order: string }, reply: Reply): void {
  if (reply.picked && reply.text === 'keep') return ask(turn, { ...content, kept: content.text });
  if (!reply.picked || reply.text !== 'cut')
    return unclear(turn, reply.text, sayNoneFits(reply.text), (problem) => ask(turn, content, problem));
  ask(turn, { ...content, text: content.text.slice(0, at).trim() }, NOTICE_AMENDED.orderCut(order));
}

function takeDecision(turn: Turn, content: NoticeDraft, reply: Reply): void {
  const order = orderIn(turn, content);
  if (order !== null && !(reply.picked && reply.text === 'drop')) return takeOrder(turn, content, order, reply);
  if (reply.picked) return takePicked(turn, content, reply.text);
  const decision = decisionOf(reply, 'thongbao');
  // "Khoan", "chưa" at the preview is no order to throw the words away; before "bỏ Tứ Kỳ ra" it is only a word.
  const isAmended =
    decision === 'no' && (readAmend(reply.text, unitsToday(turn)) !== null || sendingTime(turn, reply.text) !== null);
  if (decision === 'no' && !isAmended) return ask(turn, content, ANNOUNCE_WORDS.notYet);
  if (decision === 'yes') return isPreviewMeant(turn, reply.text) ? send(turn, content) : ask(turn, content);
  const said = amendNotice(turn, content, reply.text);
  if (said?.lists === true) return showReceivers(turn, content);
  if (said !== null && said.time === null) return ask(turn, said.next, said.problem);
  const at = sendingTime(turn, said?.time ?? reply.text);
  // "À 14h30 nhé" under words that name an hour may be theirs: nothing is put off by it.
  if (at !== null && namesHour(content.text) && !speaksOfSending(reply.text))
    return ask(turn, content, NOTICE_WORDS.whichTime((said?.time ?? reply.text).trim()));
  if (at !== null) return takeTime(turn, content, said?.time ?? reply.text);
  unclear(turn, reply.text, sayNoneFits(reply.text), (problem) => ask(turn, content, problem));
}

function showReceivers(turn: Turn, content: NoticeDraft): void {
  turn.keep(ANNOUNCE, content);
  const { desk, now } = turn;
  askDecision(turn, content, content.audience === null ? [] : sayReceivers(desk, content.audience, now), true);
}

function takePicked(turn: Turn, content: NoticeDraft, picked: string): void {
  const next = { ...content, stage: 'confirm' } as const;
  if (picked === 'send') return send(turn, content);
  if (picked === 'drop') return leaveDialog(announceDialog, turn, content);
  if (picked === 'text' || picked === 'time' || picked === 'audience') return ask(turn, { ...content, stage: picked });
  if (picked === 'list') return showReceivers(turn, content);
  if (picked === 'receipt') return ask(turn, { ...next, wantsReceipt: !content.wantsReceipt });
  if (picked === 'now') return ask(turn, { ...next, sendAt: null });
  if (picked === 'nofile') return ask(turn, { ...next, file: null, stage: content.text === '' ? 'text' : 'confirm' });
  ask(turn, content);
}

function send(turn: Turn, content: NoticeDraft): void {
  if (content.audience === null || turn.person === null) return ask(turn, content);
  const { audience, text, file, wantsReceipt, sendAt } = content;
  const order = { audience, text, file, wantsReceipt, sendAt, again: content.stage === 'again' };
  const sent = announce(turn.desk, { person: turn.person, at: turn.now }, order);
  const problem = sent.ok ? [] : sayProblem(sent.problem, turn.desk.zone);
  if (!sent.ok && sent.problem.problem === 'notice-before')
    return ask(turn, { ...content, stage: 'again' }, sayNoticeBefore(problem));
  if (!sent.ok && sent.problem.problem === 'send-time') return ask(turn, { ...content, stage: 'time' }, problem);
  turn.finish();
  if (!sent.ok) return turn.say(problem);
  const { notice, count } = sent.value;
  turn.say(sendAt === null ? sayNoticeSent(notice, count) : sayNoticeScheduled(notice, sendAt, turn.desk.zone));
}
