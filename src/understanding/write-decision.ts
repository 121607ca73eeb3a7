import { takeReason } from '../language/reason-word.ts';
import type { SaidLater } from '../language/time/later-day.ts';

/** The orders that are given for units in one breath, as they are typed. */
export const VERBS = {
  giahan: 'gia hạn',
  mien: 'miễn',
  owe: 'bỏ miễn',
  dondoc: 'nhắc',
  duyet: 'duyệt',
  back: 'trả lại',
} as const;
export type Verb = keyof typeof VERBS;
/** What a decision about units is called in them. */
export const VERB_OF = { extend: 'giahan', waive: 'mien', owe: 'owe' } as const;

/** An order as it is typed in one go; null = that part is not said, or is said by what follows. */
export function writeOrder(order: {
  verb: Verb;
  period: string | null;
  who: string;
  day: SaidLater | null;
  why: string | null;
}): string {
  const { verb, period, who, day, why } = order;
  const parts = [VERBS[verb], period, who, day === null ? null : sayDay(day), why === null ? null : `vì ${why}`];
  return parts.filter((part) => part !== null).join(' ');
}

function sayDay(later: SaidLater): string {
  if ('on' in later) return `đến ${later.on.split('-').reverse().join('/')}`;
  return `thêm ${later.more} ngày${later.working ? ' làm việc' : ''}`;
}

/** An order with what was answered to "why?", as it would be typed in one go. */
export function writeBecause(order: string, answer: string): string {
  return `${order} ${takeReason(answer)?.rest === '' ? '' : 'vì '}${answer}`;
}

/** A call as it is typed in one go; `promised`: until when, in words. */
export function writeCall(who: string, promised: string | null): string {
  return `${who} đã gọi${promised === null ? '' : `, hứa ${promised}`}`;
}

/** A moment as it is typed: "17:00 ngày 17/11". */
export function writeMoment(local: string): string {
  const [day = '', time = ''] = local.split('T');
  const [, month, date] = day.split('-');
  return `${time.slice(0, 5)} ngày ${date}/${month}`;
}
