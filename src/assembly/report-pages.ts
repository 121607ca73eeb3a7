import type { Desk } from '../actions/desk.ts';
import type { ReportPageView } from '../chat/report-page.ts';
import {
  lookAtReportPage,
  openReportPage,
  previewReportPage,
  saveReportPage,
  sendReportPage,
} from '../chat/report-page.ts';
import type { Clock } from '../clock.ts';
import { NO_HOLD, type ReceiptHold } from '../delivery/hold-receipts.ts';
import type { ReportParts, ReportView } from '../web/routes/report.ts';
import { REPORT_WORDS, sayWhose } from '../wording/report-page.ts';
import { sayHour } from '../wording/when.ts';

/**
 * What the report's page stands on: the conversation's own draft, checks and action. `onSent`: a report came in, answers may wait. With
 * `hold` the page shows a receipt when the copy elsewhere has what it is for.
 */
export function createReportPages(
  desk: Desk,
  clock: Clock,
  onSent: (chat: number) => void,
  hold: ReceiptHold = NO_HOLD,
): ReportParts {
  const { zone } = desk;
  const view = (page: ReportPageView): ReportView => {
    if (page.kind !== 'form') return page;
    const { owner, savedAt, ...rest } = page;
    const saved = savedAt === null ? null : REPORT_WORDS.saved(sayHour(savedAt, zone));
    return { ...rest, whose: sayWhose(owner.name, owner.until, zone), saved };
  };
  return {
    open: (token) => view(openReportPage(desk, token, clock.now())),
    look: (token) => view(lookAtReportPage(desk, token, clock.now())),
    save: (token, typed) => view(saveReportPage(desk, token, typed, clock.now())),
    preview: (token, typed, nothing) => view(previewReportPage(desk, token, { typed, nothing }, clock.now())),
    async send(token, seen) {
      const page = sendReportPage(desk, token, seen, clock.now());
      if (page.kind !== 'receipt') return view(page);
      onSent(page.chat);
      return { ...page, text: await hold.show(page.text) };
    },
  };
}
