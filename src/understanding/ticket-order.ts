import { HEARD, readSub } from './command-words.ts';

export type TicketSub = keyof typeof HEARD.vuongmac.subs;

/** What stands behind "/vuongmac": a number to look at, something to do with one, or the words of a new one. */
export type TicketOrder =
  | { do: 'list' }
  | { do: 'show'; id: number }
  | { do: TicketSub; id: number; rest: string }
  | { do: 'raise'; text: string };

const NUMBER = /^(?:#|(?:số|so|vướng mắc số|vuong mac so)\s*)?(\d{1,9})(?![\p{L}\p{N}])[\s:.,-]*/iu;

/** "Nhận thức của người dân…" begins like an order and is none: an order names a number. */
export function readTicketOrder(args: string): TicketOrder {
  const typed = args.trim();
  if (typed === '') return { do: 'list' };
  const bare = NUMBER.exec(typed);
  if (bare !== null && bare[0].length === typed.length) return { do: 'show', id: Number(bare[1]) };
  const order = readSub(typed, HEARD.vuongmac.subs);
  const number = order === null ? null : NUMBER.exec(order.rest);
  if (order === null || number === null) return { do: 'raise', text: typed };
  return { do: order.sub, id: Number(number[1]), rest: order.rest.slice(number[0].length).trim() };
}
