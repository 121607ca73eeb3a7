import { withoutCourtesy } from '../language/courtesy.ts';
import { foldInPlace, tidy } from '../language/fold.ts';
import { REPORT_NAMED } from '../language/promise-word.ts';
import type { KnownUnit } from './name-unit.ts';
import { nameUnits } from './name-unit.ts';

const CHASE =
  /^(?:(?:giup|nho|hay|em|bot) )*(?:don doc|nhac nho|nhac|giuc|hoi thuc)(?: (?:giup|ho|cho|lai|don vi|toi|minh|chi|anh))* /u;
const TO_REPORT = /\s+(?:(?:hay|phai|som)\s+)?(?:nop|gui)(?![\p{L}\p{N}]).*$/u;
const BETWEEN = /[,;+]|(?<!\S)(?:va|voi|cung)(?!\S)/gu;
/** As many as one would say in one sentence. */
const MOST = 20;

/**
 * "Nhắc HBG và Ninh Giang nộp t11", of whoever chases: the words of "/dondoc" for it, the report before the units. Null: it names
 * anything else than units between the words for chasing and reporting.
 */
export function readChase(text: string, units: readonly KnownUnit[]): string | null {
  const typed = withoutCourtesy(tidy(text).trim().replace(/\s+/gu, ' '));
  const folded = foldInPlace(typed);
  const lead = CHASE.exec(folded);
  if (lead === null) return null;
  const behind = folded.slice(lead[0].length);
  const named = behind.replace(TO_REPORT, '').replace(REPORT_NAMED, ' ');
  const parts = named
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const codes = parts.map((part) => nameUnits(part, units).map(({ code }) => code));
  if (parts.length === 0 || parts.length > MOST || codes.some((found) => found.length !== 1)) return null;
  const report = REPORT_NAMED.exec(behind)?.[0].trim() ?? '';
  return `${report} ${[...new Set(codes.flat())].join(', ')}`.trim();
}
