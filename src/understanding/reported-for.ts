import { foldInPlace, tidy } from '../language/fold.ts';
import { type KnownUnit, unitIn } from './name-unit.ts';

const LONGEST_HEAD = 160;
/** "Gửi giúp Sở Nội vụ: …", "nộp hộ SNV", "thay mặt Sở Nội vụ em xin nộp". */
const HELPED = /(?<!\S)(?:(?:gui|nop|bao cao|bao|bc) (?:giup|ho|thay|gium|dum)|thay mat)(?: cho)? (.{2,80})/du;
/** "Kính gửi, UBND huyện Bình Giang báo cáo tháng 11: …": whoever reports stands before it. "Kính gửi Sở Nội vụ" is whom it is for. */
const SUBJECT =
  /^(?:kinh gui ?[,.] ?)?(?:(?:da|thua|em) )*((?!kinh gui|em |don vi ).{4,60}?) (?:xin )?(?:gui |nop )?bao cao(?!\S)/du;

/** The unit for which a report is handed in, where its opening words say so; null where they name none, or several. */
export function unitReportedFor(text: string, units: readonly KnownUnit[]): string | null {
  const [head = ''] = tidy(text.trim().slice(0, LONGEST_HEAD)).split(/[:\n;]/u);
  const folded = foldInPlace(head);
  const [from, to] = (HELPED.exec(folded) ?? SUBJECT.exec(folded))?.indices?.[1] ?? [0, 0];
  return to === 0 ? null : unitIn(head.slice(from, to), units);
}
