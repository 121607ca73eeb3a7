import type { CorpusDocument } from './corpus-document.ts';
import { fourQuarters, lastMonthsFile, listOfEvents, listOfPeople, sheetPerMonth } from './sheets-books.ts';
import { formulas, hiddenSheet, monthAndQuarter, sheetPerCommune, twelveMonths } from './sheets-periods.ts';
import { bareHorizontal, coverAndFigures, numberedSheet, numbersAsText } from './sheets-plain.ts';
import { thirtyPages } from './word-annual.ts';
import { emptyPage, nothingToReport, otherSubject } from './word-extremes.ts';
import {
  brokenRuns,
  cumulativeOnly,
  footnoteFigure,
  summaryAgainstTable,
  textBox,
  trackedChanges,
} from './word-oddities.ts';
import { aboutAndMore, bulletLines, numberedSections, onlyProse, youthUnion } from './word-prose.ts';
import {
  beforeNowCumulative,
  groupsAndDong,
  labelAndValue,
  numberedRowsWithNotes,
  planDoneRatio,
} from './word-tables.ts';
import {
  headingsOnTop,
  mergedHeadings,
  noDiacritics,
  wardsWithoutTotal,
  wardsWithTotal,
  wrongPeriod,
} from './word-tables-wide.ts';

export type { CorpusDocument };

/** Forty reports as forty units would send them: the kinds are mixed, so that any first part of the list is a fair sample. */
export const CORPUS: readonly CorpusDocument[] = [
  labelAndValue,
  onlyProse,
  numberedSheet,
  mergedHeadings,
  wardsWithoutTotal,
  twelveMonths,
  bulletLines,
  trackedChanges,
  numbersAsText,
  beforeNowCumulative,
  aboutAndMore,
  coverAndFigures,
  otherSubject,
  wrongPeriod,
  monthAndQuarter,
  numberedRowsWithNotes,
  numberedSections,
  hiddenSheet,
  headingsOnTop,
  brokenRuns,
  formulas,
  nothingToReport,
  summaryAgainstTable,
  sheetPerMonth,
  noDiacritics,
  cumulativeOnly,
  bareHorizontal,
  groupsAndDong,
  footnoteFigure,
  sheetPerCommune,
  youthUnion,
  wardsWithTotal,
  lastMonthsFile,
  thirtyPages,
  textBox,
  listOfEvents,
  planDoneRatio,
  emptyPage,
  fourQuarters,
  listOfPeople,
];
