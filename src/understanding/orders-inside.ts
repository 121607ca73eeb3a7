import { readCall } from '../language/call-word.ts';
import { ANY_TIME } from './command-in.ts';
import type { Act, Situation } from './meaning.ts';
import type { CommandSaid } from './new-order.ts';
import { isMeasured } from './new-order.ts';
import { readNoticeLook } from './spoken-notice.ts';
import { asksAfterTickets } from './ticket-order.ts';

export function mayUse(wanted: string, { commands }: Situation): boolean {
  return commands.some(({ name, isUsable }) => name === wanted && isUsable);
}

/** What was raised is asked after; a notice is looked at, or stopped. */
export function lookedAt(text: string, situation: Situation): Act<never> | null {
  if (situation.isMember && mayUse('vuongmac', situation) && asksAfterTickets(text))
    return { do: 'command', name: 'vuongmac', args: 'danh sách', ...(situation.awaits === null ? {} : { aside: '' }) };
  const args = mayUse('thongbao', situation) && !text.startsWith('/') ? readNoticeLook(text) : null;
  return args === null ? null : { do: 'command', name: 'thongbao', args };
}

/** At a menu, a day, a number or a reason, and at figures that came on paper: an order is no answer there. */
export function takesOrders({ awaits, about }: Situation): boolean {
  return awaits === 'choice' || (awaits === 'value' && isMeasured(about)) || (awaits === 'form' && about !== 'nop');
}

/** What is in hand is changed by its own words; a whole notice begins another one. */
export function isWholeOrder({ name, args }: CommandSaid, text: string, { about, awaits }: Situation): boolean {
  if (args === '') return false;
  if (name === 'thongbao') return (awaits === 'choice' && name !== about) || /[:\n]/u.test(text);
  return name !== about && (awaits === 'choice' || name === 'dondoc' || name === 'nopthay');
}

/** "Thông báo cho các huyện: mai họp", "giao chị Hoa báo cáo tháng 11" at a menu of something else. */
export function beginsAnother({ name, args }: CommandSaid, intent: string | undefined, about: string | null): boolean {
  return FREELY_WORDED.has(name) && name !== about && (intent === name || /[:\n]/u.test(args));
}

/** What is said behind their names is in the person's own words. */
const FREELY_WORDED: ReadonlySet<string> = new Set(['thongbao', 'giao', 'vuongmac', 'dotxuat', 'tailieu']);

/** "HBG đã gọi, hứa 17h": of whoever chases units. */
export function tellsOfCall(text: string, situation: Situation): boolean {
  return mayUse('goi', situation) && readCall(text, ANY_TIME(situation.today)) !== null;
}
