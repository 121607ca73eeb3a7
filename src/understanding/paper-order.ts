import { readPaperStory } from '../language/desk/paper-story.ts';
import { isPaperOrder } from '../language/desk/paper-words.ts';
import { foldInPlace, tidy } from '../language/fold.ts';
import { spelled } from '../language/spelled.ts';
import type { KnownUnit } from './name-unit.ts';
import { orderSpokenOf } from './order-stance.ts';
import { type Known, readPaper } from './spoken-decision.ts';
import { unitGroupsIn } from './unit-spans.ts';

/** What may stand before whose report it is; a result, or whom something was done with, is told behind other words. */
const BEFORE_UNIT =
  /^(?:[\s,.:;-]|(?:a|u|ok|con|tiep|tiep theo|them|bao cao|bc|ban giay|giay|cong van|van ban|cua|ben|don vi|da|vua|moi|nhan|duoc|ghi|nhap|thay|giup|cho|em|bot|chi|toi|nay|luc nay|roi|ca|so lieu|thi)(?= |,|:|$))*$/u;

/** Whether words tell of a unit's report: "Sở Nội vụ vừa gửi công văn 12/BC-SNV …", "còn của Tứ Kỳ: 3 hội nghị". */
export function tellsOfUnit(text: string, units: readonly KnownUnit[]): boolean {
  const typed = tidy(text);
  const [first] = unitGroupsIn(typed, units);
  return first !== undefined && BEFORE_UNIT.test(foldInPlace(typed.slice(0, first.from)));
}

/**
 * Whether words tell of a unit's paper report: an order to key it in, that it came, its document or its result. A unit that is only named,
 * a promise or another order tells of none. `tellsResult`: values of the form stand in them.
 */
export function tellsOfPaper(text: string, known: Known, tellsResult: boolean): boolean {
  const { document, nothing } = readPaperStory(text, known.today);
  if (tellsOfUnit(text, known.units) && (document !== null || nothing || tellsResult)) return true;
  return OF_PAPER.includes(orderSpokenOf(text)) && (isPaperOrder(text) || readPaper(text, known) !== null);
}

const OF_PAPER: readonly (string | null)[] = [null, 'nopthay'];

const ORDERED = new RegExp(
  `^(?:${spelled('à|còn|ghi|nhập|nộp|vào sổ|ghi nhận')}\\s+)+(?:${spelled('giúp|hộ|thay|giùm|cho')}\\s+)*`,
  'iu',
);

/** The order to key it in, as it would be typed on one line. */
export function writePaperOrder(text: string): string {
  return `nhập thay ${text.replace(/\s+/gu, ' ').trim().replace(ORDERED, '')}`;
}
