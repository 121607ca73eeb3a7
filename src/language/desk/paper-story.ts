import type { Day } from '../../domain/calendar.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { isNothingToReport, tellsOfNothing } from '../report/nothing-to-report.ts';
import { readPastDay, readReceived, type SaidReceived, takeDocument, takeReceived } from './paper-words.ts';

/** What somebody tells of a report that came on paper, as far as it was said in one go. */
export interface PaperStory {
  document: { number: string; day: Day | null } | null;
  received: SaidReceived | null;
  nothing: boolean;
  /** Where its figures may stand: the whole, and what stands behind the document or a colon. */
  told: string[];
}

/** A document came, however that is said: what stands beside it is when. */
const CAME = /(?<!\p{L})(?:nhan|den|gui|nop|chuyen|trinh|luc|vao|dua)(?!\p{L})/u;
const CLAUSE = /[,;](?=\s)|:(?=\s)|\.(?=\s|$)|\n/u;

/** "Đã nhận bản giấy của Hội Nông dân sáng nay 9h, công văn 88/BC-HND ngày 17/11, không phát sinh": what was said is not asked again. */
export function readPaperStory(text: string, today: Day): PaperStory {
  const typed = tidy(text).trim();
  const numbered = takeDocument(typed, today);
  const bare = numbered?.rest ?? typed;
  const taken = takeReceived(bare, today);
  const clauses = bare.split(CLAUSE);
  const came =
    taken === null ? clauses.find((one) => CAME.test(foldInPlace(one)) && readReceived(one, today)) : undefined;
  const received = taken?.received ?? (came === undefined ? null : readReceived(came, today));
  const left = taken?.rest ?? clauses.filter((one) => one !== came).join(', ');
  const day = numbered === null ? null : (numbered.day ?? readPastDay(left, today));
  const colon = typed.search(/:(?=\s*\S)(?!\d)/u);
  const comma = typed.indexOf(',');
  return {
    document: numbered === null ? null : { number: numbered.number, day },
    received,
    nothing: clauses.some((one) => isNothingToReport(one.trim()) || tellsOfNothing(one)),
    told: [typed, left, typed.slice(colon + 1), typed.slice(comma + 1)].map((one) => one.trim()),
  };
}
