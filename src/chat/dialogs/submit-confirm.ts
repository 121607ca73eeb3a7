import { readReply } from '../../language/choice-word.ts';
import { wantsToLook } from '../../language/look-word.ts';
import { saysApproved, saysSend, saysSendAgain, saysSendAll } from '../../language/review-reply.ts';
import { beginsWithThanks, isAcknowledgement, isCourtesy } from '../../language/small-talk.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { sayEachByItself } from '../../wording/submit-aside.ts';
import { sayOtherOpen } from '../../wording/submit-dialog.ts';
import { readNamed } from '../which.ts';
import { namesThis, saysSendThis } from './says-send.ts';
import { missing, type Step } from './submit-answers.ts';
import { goOnWith } from './submit-aside.ts';
import { readTyped } from './submit-form.ts';
import { askWhichField, preview } from './submit-preview.ts';
import { sendAsked } from './submit-send.ts';

/** Second thoughts ("sai rồi", "khoan", "chưa") lead to what is wrong; only an outspoken "bỏ" drops what was typed. */
export function answerPreview(step: Step<'confirm'>, leave: () => void): void {
  const { turn, view, draft, reply } = step;
  const said = reply.picked ? null : readReply(reply.text);
  if (reply.picked ? reply.text === 'send' : said === 'yes' || (said === null && isSending(step)))
    return sendAsked(turn, view, draft);
  if (reply.picked && reply.text === 'drop') return leave();
  if (said === 'no' || said === 'back' || (reply.picked && reply.text === 'edit'))
    return askWhichField(turn, view, draft);
  if (!reply.picked && saysSendAll(reply.text)) return goOnWith(turn, view, draft, sayEachByItself());
  const other = reply.picked ? null : otherNamed(step);
  if (other !== null) return goOnWith(turn, view, draft, sayOtherOpen(view, other));
  if (!reply.picked && wantsToLook(reply.text)) return preview(turn, view, draft);
  // "Sếp bảo ok": nearly a yes, and what is official is not sent on nearly.
  if (!reply.picked && (isOfNoReport(reply.text) || namesThis(turn, view, reply.text)))
    return goOnWith(turn, view, draft);
  // Anything else is a value to change: "hoi_nghi=4", or the template again.
  // That nothing is reported is said again with it.
  const whole = (problem: RichText): void => preview(turn, view, draft, problem);
  const fallback = draft.nothingToReport ? whole : missing(step);
  readTyped(turn, view, draft, { text: reply.text, via: 'line', isChange: true, fallback });
}

function isOfNoReport(text: string): boolean {
  return saysApproved(text) || isAcknowledgement(text) || beginsWithThanks(text) || isCourtesy(text);
}

/** Again of one that was sent before, too. */
function isSending({ turn, view, draft, reply: { text } }: Step<'confirm'>): boolean {
  return saysSendThis(turn, view, text) || (saysSendAgain(text) && draft.shownOver > 0);
}

/** "Gửi báo cáo tháng 12" before the year's: the period that was named instead. */
function otherNamed({ turn, view, reply: { text } }: Step<'confirm'>): string | null {
  const { period, rest } = readNamed(turn, text);
  return period !== null && period !== view.period.key && saysSend(rest) ? period : null;
}
