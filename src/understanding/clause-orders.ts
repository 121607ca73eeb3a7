import { tidy } from '../language/fold.ts';
import { spelled } from '../language/spelled.ts';
import { orderSpokenOf } from './order-stance.ts';
import { VERBS } from './write-decision.ts';

const BETWEEN = /[\s,.]*[;\n][;\s]*/u;
const MOST = 12;
/** A day, or why. */
const SAYS_MORE = new RegExp(`\\d|(?<!\\p{L})${spelled('vì|do|lý do|đến|tới|hết')}(?!\\p{L})`, 'iu');

/**
 * "Nhắc Ninh Giang; Tứ Kỳ thêm 2 ngày do mưa; duyệt Sở Y tế", each on a line of its own too: the clauses as orders; null where one of
 * them is none, or there is but one. `isCarried`: a clause without a verb takes that of the one before, unless it only names units.
 */
export function clauseOrders(text: string, isOrder: (clause: string) => boolean, isCarried = false): string[] | null {
  const clauses = tidy(text)
    .trim()
    .split(BETWEEN)
    .map((clause) => clause.replace(/^(?:[-•*+]|\d{1,2}[.)])\s+/u, '').trim())
    .filter((clause) => clause !== '');
  if (clauses.length < 2 || clauses.length > MOST) return null;
  const orders: string[] = [];
  let verb: string | null = null;
  for (const clause of clauses) {
    const own = verbOf(clause);
    const led: string | null = own ?? (isCarried && SAYS_MORE.test(clause) ? verb : null);
    const said: string | undefined = [clause, ...(led === null ? [] : [`${led} ${clause}`])].find(isOrder);
    if (said === undefined) return null;
    orders.push(said);
    verb = verbOf(said) ?? verb;
  }
  return orders;
}

function verbOf(clause: string): string | null {
  const order = orderSpokenOf(clause);
  return order !== null && order in VERBS ? VERBS[order as keyof typeof VERBS] : null;
}

const DAYS_MORE = new RegExp(
  `^((?:${spelled('em|bot|chị|giúp|thôi')}\\s+)*${spelled('cho')}\\s+[^,;:\\n]{2,60}?)(?<!\\s${spelled('thêm')})\\s+(\\d{1,2}\\s+${spelled('ngày|hôm|tuần')})\\s+${spelled('nữa')}(?![\\p{L}])`,
  'iu',
);

/** "Cho Kinh Môn 2 ngày nữa": with the word that is left out. */
export function withMoreDays(text: string): string {
  return text.replace(DAYS_MORE, '$1 thêm $2');
}
