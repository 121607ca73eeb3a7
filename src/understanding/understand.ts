import { isCorrecting } from '../language/change/correction.ts';
import { isYes, parseOrdinal, readReply } from '../language/choice-word.ts';
import { drawEmoticons } from '../language/emoticons.ts';
import { behindRefusal } from '../language/extension-talk.ts';
import { fold } from '../language/fold.ts';
import { isQuestion } from '../language/question-form.ts';
import { readRemark } from '../language/remark-word.ts';
import { looksLikeReport } from '../language/report/looks-like-report.ts';
import { fromItsPeriod } from '../language/report/report-prose.ts';
import { promisesChange } from '../language/report/talk-of-text.ts';
import { saysSend, saysSendAgain } from '../language/review-reply.ts';
import { beginsWithThanks, isAcknowledgement } from '../language/small-talk.ts';
import { asksForForm, isOnlyTold, isQuestionAside, outweighs } from './asked.ts';
import { actFor, askedIn } from './asked-in.ts';
import { type ChoiceAnswer, type Choosable, readChoice } from './choice.ts';
import { commandIn } from './command-in.ts';
import { type Intended, intentOf, offered, suggestedFor } from './intent-of.ts';
import { type Act, type CommandAct, type Meaning, mayUse, type Situation } from './meaning.ts';
import { namesNothing } from './name-report.ts';
import { doubtIn, fieldsIn, fieldsToldOf, isOfPlan, namesIn, namesPeriods } from './named-in.ts';
import { type CommandSaid, isMeasured, isNewOrder, isOrderInWords, withoutCommand } from './new-order.ts';
import { holdsBack } from './order-stance.ts';
import {
  beginsAnother,
  isOwnQuestion,
  isReportAtChoice,
  isWholeOrder,
  lookedAt,
  takesOrders,
  tellsOfCall,
  tellsOfCallBeside,
} from './orders-inside.ts';
import { withoutOwnUnit } from './own-unit-name.ts';
import { severalAsked } from './several-questions.ts';
import { ASK, sideIn, sideInHand } from './side-act.ts';
import { ordersIn, readAboutOrder, readSpokenOrder } from './spoken-order.ts';
import { OF_UNITS, ONLY_LOOKED_UP, OWN_WORDS, otherName, promisedIn, REMARK, readOwnTalk } from './spoken-own.ts';
import { spreadKind } from './spread-kind.ts';

/** The text with what is only short in it spelled out. */
function asMeant(text: string, { maySubmit, units }: Situation): string {
  const typed = drawEmoticons(text).trim();
  if (maySubmit) return behindRefusal(typed) ?? typed;
  return typed.startsWith('/') ? typed : spreadKind(typed, units);
}

/** What a text means in a situation. Pure: the same text in the same situation always means the same. */
export function understand<Choice extends Choosable>(text: string, situation: Situation<Choice>): Meaning<Choice> {
  const typed = asMeant(text, situation);
  return meaningOf(typed, readText(typed, actOf(typed, situation), situation), situation);
}

/** What is to be done about a text, and what to offer where nothing can be: what it is for is read only where it may change that, and what it names only of two periods. */
export function decide<Choice extends Choosable>(
  text: string,
  situation: Situation<Choice>,
): Pick<Meaning<Choice>, 'act' | 'suggestions'> {
  const typed = asMeant(text, situation);
  const act = actOf(typed, situation);
  const isLost = act.do === 'suggest' || act.do === 'unknown-command';
  if (!isLost && !isOwnAccord(typed, situation)) return { act, suggestions: [] };
  const read = readText(typed, act, situation);
  const isDoubtful = read.isFree && (isLost || namesPeriods(typed, read.meant.intent, situation));
  return isDoubtful ? meaningOf(typed, read, situation) : { act, suggestions: read.meant.suggestions };
}

/** What answers each of several questions in one text; null where it is one, or none. */
export function decideSeveral(text: string, situation: Situation): CommandAct[] | null {
  return severalAsked(asMeant(text, situation), situation, actOf);
}

/** `isFree`: said of its own accord and sure, so that what it names may cast a doubt on it. */
interface ReadText<Choice extends Choosable> {
  act: Act<Choice>;
  meant: Intended;
  isFree: boolean;
}

function readText<Choice extends Choosable>(
  typed: string,
  act: Act<Choice>,
  situation: Situation<Choice>,
): ReadText<Choice> {
  const meant = intentOf(typed, act, situation);
  // A question is answered for every period it names.
  const isAsked = act.do === 'command' && act.name === ASK;
  const isFree = !isAsked && isOwnAccord(typed, situation) && meant.confidence === 'sure';
  return { act, meant, isFree };
}

/** No answer, and not typed as a command. */
function isOwnAccord(typed: string, { awaits }: Situation): boolean {
  return awaits === null && !typed.startsWith('/');
}

function meaningOf<Choice extends Choosable>(
  typed: string,
  { act, meant, isFree }: ReadText<Choice>,
  situation: Situation<Choice>,
): Meaning<Choice> {
  const { intent } = meant;
  const named = withoutCommand(typed, act);
  const { report, period, unit } = namesIn(named, situation);
  const isTold = act.do === 'command' && act.name === 'nopthay';
  const fields = (isTold ? fieldsToldOf : fieldsIn)(named, report.obligations, situation, intent);
  // A question about a round has read its periods itself: two are compared. Several orders are doubted one by one.
  const isRead = act.do === 'command' && ((act.name === 'tonghop' && act.args === typed) || ordersIn(act) !== null);
  const doubt = isFree && !isRead ? doubtIn(typed, { intent, period, fields }, situation) : null;
  const suggestions = doubt === null ? meant.suggestions : offered([intent], suggestedFor(typed, situation).names);
  const confidence = doubt === null ? meant.confidence : 'unsure';
  return {
    confidence,
    intent,
    alternatives: confidence === 'unsure' ? suggestions : [],
    period: period !== null && isOfPlan(period, situation) ? period : null,
    unit,
    fields,
    obligation: report.obligations?.length === 1 ? (report.obligations[0] ?? null) : null,
    suggestions,
    act: doubt === 'periods' ? { do: 'suggest' } : act,
  };
}

/**
 * The order is law: a reader further down sees only what those above left. First what stands on the screen, then what was typed as a
 * command; then questions and orders of the desk, before words that only look like a command; a report last, since its figures may stand in any
 * of these. Whoever moves a line runs `test/understanding` and `test/conversations`: the labelled sentences are counted by role.
 */
function actOf<Choice extends Choosable>(text: string, situation: Situation<Choice>): Act<Choice> {
  const { awaits, isMember, maySubmit } = situation;
  const isSlashed = text.startsWith('/');
  const chosen = isSlashed || isReportAtChoice(text, situation) ? null : chosenBy(text, situation);
  if (chosen?.is === 'choice') return { do: 'choose', choice: chosen.choice };
  if (chosen?.is === 'several' && awaits === 'choice') return { do: 'ask-among', choices: chosen.choices };
  if (parseOrdinal(text) !== null && awaits !== null && awaits !== 'value') return { do: 'ask-again' };
  const command = commandIn(text, situation);
  if (isSlashed) return command === null ? otherName(text) : { do: 'command', ...command };
  const isIdle = isMember && awaits === null;
  const asked = isIdle ? askedIn(text, situation) : null;
  // A notice is looked at, or stopped, whatever is in hand; words to be passed on are taken as they stand.
  const look = awaits === 'value' && !isMeasured(situation.about) ? null : lookedAt(text, situation);
  if (look !== null) return look;
  const order = isIdle ? (readAboutOrder(text, situation, asked) ?? readSpokenOrder(text, situation)) : null;
  const spoken = order ?? (isIdle ? readOwnTalk(text, situation) : null);
  if (spoken !== null) return { do: 'command', ...spoken };
  const side = isIdle ? sideIn(text, situation, asked) : null;
  if (side !== null) return side;
  if (awaits === null && command !== null && (asked === null || !outweighs(asked, command)))
    return { do: 'command', ...command };
  if (awaits === null && tellsOfCall(text, situation)) return { do: 'command', name: 'goi', args: text };
  const own = withoutOwnUnit(text, situation);
  const promised = maySubmit ? promisedIn(own, situation) : null;
  if (promised !== null) return { do: 'command', ...promised };
  if (awaits !== null) return inMidDialog(text, command, situation);
  if (!isMember) return looksLikeInvitation(text) ? { do: 'join', code: text } : { do: 'suggest' };
  if (parseOrdinal(text) !== null) return { do: 'stale-number' };
  if (readReply(text) === 'cancel' && !/báo cáo|bao cao|bc|n[ộo]p/iu.test(text))
    return { do: 'command', name: 'huy', args: '' };
  if (isAcknowledgement(text) || (asked === null && beginsWithThanks(text))) return { do: 'nothing' };
  const isReport = readReply(own) === 'nothing' || situation.forms.some((form) => looksLikeReport(form, text));
  if (maySubmit && isReport) return { do: 'report' };
  if (asked?.isSure === true && asked.answer !== null) return actFor(asked.answer, text, situation);
  const said = readRemark(text);
  // Whoever has just asked for more time says why.
  const remark = said === 'suco' && situation.underWay.extension ? null : said;
  if (remark !== null && mayUse(REMARK, situation)) return { do: 'command', name: REMARK, args: remark };
  if (maySubmit && promisesChange(text)) return { do: 'nothing' };
  return maySubmit && (isYes(text) || saysSend(text) || saysSendAgain(text))
    ? { do: 'nothing-to-send' }
    : { do: 'suggest' };
}

function chosenBy<Choice extends Choosable>(text: string, situation: Situation<Choice>): ChoiceAnswer<Choice> {
  const { today, reports, awaits, shown } = situation;
  const partsFrom = awaits === 'choice' ? 1 : awaits === 'text' || awaits === 'form' ? 2 : null;
  return readChoice(text, shown.choices, { today, reports, partsFrom, numbersShown: shown.numbered });
}

/**
 * "nhiem vu" in the middle of a report is a question, not a value: a bare command name is never a useful answer. In this order too: what leaves
 * or changes the dialog, then what is asked beside it, and what is left over is its answer.
 */
function inMidDialog(text: string, command: CommandSaid | null, situation: Situation): Act<never> {
  if (readReply(text) === 'cancel') return { do: 'command', name: 'huy', args: '' };
  if (isReportAtChoice(text, situation)) return { do: 'command', name: 'nop', args: text };
  // "Tháng 11: 2 hội nghị …" in the middle of October's report is the other one.
  const ofPeriod =
    situation.about === 'nop' && situation.awaits !== 'choice' && !isQuestion(text) ? fromItsPeriod(text) : null;
  if (ofPeriod !== null) return { do: 'command', name: 'nop', args: ofPeriod };
  // "Nộp báo cáo" is the button of every reminder, and may be of one nobody knows whether it arrived: it leads back to the
  // report in hand, never past its preview.
  if (command?.name === 'nop' && namesNothing(command.args)) return { do: 'command', ...command };
  const isBare = command !== null && command.args === '' && command.name !== 'huy';
  if (isBare && fold(text).length > 3) return { do: 'command', ...command };
  const { awaits, about } = situation;
  if (command !== null && isNewOrder(command, situation)) return { do: 'command', ...command };
  // Words to be passed on are taken as they stand; a day, a number, a reason is never a question.
  const isBeside = (awaits === 'text' || (awaits === 'value' && isMeasured(about))) && isQuestion(text);
  if (tellsOfCallBeside(text, situation)) return { do: 'command', name: 'goi', args: text, aside: '' };
  const mayAsk = awaits === 'choice' || awaits === 'form' || isBeside;
  const asked = mayAsk ? askedIn(text, situation) : null;
  const side = sideInHand(text, situation, asked);
  if (side !== null) return side;
  const ordered = asked?.answer?.command ?? null;
  if (ordered !== null && command === null && isOrderInWords({ name: ordered, args: text }, situation))
    return { do: 'command', name: ordered, args: text };
  // "Trả lại báo cáo Sở Tài chính, thiếu kết quả" at a menu of something else.
  const spoken = takesOrders(situation) ? readSpokenOrder(text, situation) : null;
  if (spoken !== null && isWholeOrder(spoken, text, situation)) return { do: 'command', ...spoken };
  if (takesOrders(situation) && command !== null && beginsAnother(command, asked?.intent, about))
    return { do: 'command', ...command };
  const own = isOwnQuestion(situation) ? ownRequest(text, situation) : null;
  if (own !== null) return own;
  const isOfReport = awaits === 'form' || about === 'nop';
  // "Giao cho Hoa làm phần tin bài" under a form: the report waits.
  if (awaits === 'form' && asked?.isSure === true && asked.intent === 'giao' && mayUse('giao', situation))
    return { do: 'command', name: 'giao', args: text };
  const isAside = asked?.isSure === true && isQuestionAside(asked.intent, isOfReport, text);
  const isValue =
    awaits === 'form' && (isCorrecting(text) || Object.keys(fieldsIn(text, null, situation, '')).length > 0);
  if (about === 'nop' && command === null && !isValue && asksForForm(text))
    return { do: 'command', name: 'bieumau', args: '', aside: 'mau' };
  if (isBeside && !isAside && about !== 'nop' && awaits === 'value') return { do: 'beside' };
  if (!isAside || asked.answer === null || isValue) return { do: 'answer' };
  const act = actFor(asked.answer, text, situation);
  if (!isOnlyTold(asked.intent)) return act;
  return { ...act, aside: namesIn(text, situation).period === null ? asked.intent : '' };
}

/** At a choice, what would be a whole request or question of its own by itself is that: an open question locks nothing. */
function ownRequest(text: string, situation: Situation): Act<never> | null {
  if (text.split(/\s+/u).length < OWN_WORDS || isYes(text) || holdsBack(text)) return null;
  const nothing = { ...situation, awaits: null, about: null, shown: { choices: [], numbered: false } };
  const act = actOf(text, nothing);
  if (act.do !== 'command' || !OF_UNITS.has(act.name)) return null;
  // A promise of one's own was heard above: "xong trước thứ 6" is the colleague's day.
  if (act.name === situation.about && act.name !== 'giao') return null;
  if (situation.about === 'giao' && act.name === 'hen') return null;
  const asked = askedIn(text, situation);
  return asked?.isSure === true && isOnlyTold(asked.intent) && ONLY_LOOKED_UP.has(act.name)
    ? { ...act, aside: asked.intent }
    : act;
}

/** People paste the bare code they were given: ten letters and digits that cannot be taken for one another. */
function looksLikeInvitation(text: string): boolean {
  return /^[a-hjkmnp-z2-9]{10}$/iu.test(text.replace(/[\s-]/gu, ''));
}
