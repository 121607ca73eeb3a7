import type { SaidLater } from '../language/later-day.ts';
import { takeReason } from '../language/reason-word.ts';

/** The orders that are given for units in one breath, as they are typed. */
export const VERBS = { giahan: 'gia hạn', mien: 'miễn', dondoc: 'nhắc', duyet: 'duyệt', back: 'trả lại' } as const;
export type Verb = keyof typeof VERBS;

/** The day as it is typed in an order. */
export function sayDay(later: SaidLater): string {
  if ('on' in later) return `đến ${later.on.split('-').reverse().join('/')}`;
  return `thêm ${later.more} ngày${later.working ? ' làm việc' : ''}`;
}

/** A decision about units as it is typed in one go. `why`: null = said by what follows. */
export function writeDecision(
  act: 'extend' | 'waive' | 'owe',
  who: readonly string[],
  later: SaidLater | null,
  { why, round }: { why: string | null; round: { obligation: string; period: string } | null },
): string {
  const verb = { extend: VERBS.giahan, waive: VERBS.mien, owe: 'bỏ miễn' }[act];
  const of = round === null ? '' : `${round.period} `;
  return `${verb} ${of}${who.join(', ')}${later === null ? '' : ` ${sayDay(later)}`}${why === null ? '' : ` vì ${why}`}`;
}

/** An order with what was answered to "why?", as it would be typed in one go. */
export function writeBecause(order: string, answer: string): string {
  return `${order} ${takeReason(answer)?.rest === '' ? '' : 'vì '}${answer}`;
}
