import { fold } from '../language/fold.ts';
import { HEARD, readSub } from './command-words.ts';

export type TicketSub = keyof typeof HEARD.vuongmac.subs;

/** What stands behind "/vuongmac": a number to look at, something to do with one, or the words of a new one. */
export type TicketOrder =
  /** `isAsked`: only looked at; nothing is begun where there is none. */
  | { do: 'list'; isAsked: boolean }
  | { do: 'show'; id: number }
  | { do: TicketSub; id: number; rest: string }
  | { do: 'raise'; text: string };

const NUMBER = /^(?:#|(?:số|so|vướng mắc số|vuong mac so)\s*)?(\d{1,9})(?![\p{L}\p{N}])[\s:.,-]*/iu;

/** "Nhận thức của người dân…" begins like an order and is none: an order names a number. */
export function readTicketOrder(args: string): TicketOrder {
  const typed = args.trim();
  if (typed === '') return { do: 'list', isAsked: false };
  if (fold(typed) === 'danh sach') return { do: 'list', isAsked: true };
  const bare = NUMBER.exec(typed);
  if (bare !== null && bare[0].length === typed.length) return { do: 'show', id: Number(bare[1]) };
  const order = readSub(typed, HEARD.vuongmac.subs);
  const number = order === null ? null : NUMBER.exec(order.rest);
  if (order === null || number === null) return { do: 'raise', text: typed };
  return { do: order.sub, id: Number(number[1]), rest: order.rest.slice(number[0].length).trim() };
}

const SUBJECT = /(?<!\S)(?:vuong mac|vm|cau hoi|kien nghi|de xuat|thac mac)(?!\S)/u;
const ASKS_AFTER =
  /(?<!\S)(?:tra loi|giai dap|phan hoi|xu ly|giai quyet)(?!\S).*(?<!\S)(?:chua|k|ko|khong)(?!\S)|(?<!\S)(?:ai|nao|may|bao nhieu|cho|con)(?!\S).*(?<!\S)(?:tra loi|giai dap|phan hoi)(?!\S)|(?<!\S)(?:den dau|toi dau|the nao|ra sao)(?: roi)?(?!\S)|(?<!\S)con may (?:cai|vuong mac)(?!\S)/u;
const LONGEST_QUESTION = 100;

/** "Vướng mắc của em có ai trả lời chưa", "có vướng mắc nào chưa trả lời không": what became of those that were raised. */
export function asksAfterTickets(text: string): boolean {
  const said = fold(text)
    .replace(/[.,!?…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return said.length <= LONGEST_QUESTION && !text.includes('\n') && SUBJECT.test(said) && ASKS_AFTER.test(said);
}
