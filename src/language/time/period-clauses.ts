import { foldInPlace, tidy } from '../fold.ts';

const BEGINS =
  /^(?:(?:nhung|con|ma|rieng|thi|va) )*(?:ca nam|nam nay|nam thi|nam co|thang nay|thang \d|t\d{1,2}(?= ))/u;
const PERIOD =
  /(?<!nhung|con|rieng|ma|thi|va|ca|trong) (?=(?:nhung |con |rieng )?(?:ca nam|nam nay|thang nay|thang \d{1,2}) )/gu;
const BUT = / (?=(?:nhung|con|rieng) (?:ca )?nam (?:thi|co|nay) )/gu;
const OF_YEAR = /^(?:(?:nhung|con|ma|rieng|thi|va) )*(?:ca )?nam (?:thi|co)(?= )/u;

/** The parts of one message that may each be of a period of their own: "năm nay hội nghị 50 | tháng này 4". A text behind a colon is never cut. */
export function periodClauses(text: string): string[] {
  const tidied = tidy(text).trim();
  if (/[:=\n#]/u.test(tidied)) return [tidied];
  return tidied.split(/(?<=[,;.])\s+/u).flatMap((clause) => {
    const folded = foldInPlace(clause);
    const starts = [0, ...[...folded.matchAll(BEGINS.test(folded) ? PERIOD : BUT)].map(({ index }) => index)];
    return starts.map((from, at) => clause.slice(from, starts[at + 1]).trim()).filter((part) => part !== '');
  });
}

/** "Nhưng năm thì có 3 hội nghị": the year, though no period is named in full. */
export function beginsWithYear(clause: string): boolean {
  return OF_YEAR.test(foldInPlace(tidy(clause)).trim());
}
