import type { Desk } from '../../actions/desk.ts';
import { eraseOverdue, settleLogSoon } from '../../actions/finish-erasures.ts';
import { dayOf } from '../../domain/calendar.ts';
import { forgottenBefore } from '../../domain/retention.ts';
import type { Job } from '../job.ts';

/** Once a day: forgets what its time is over for, by the table in `domain/retention`. */
export function forgetOldJob(desk: Desk): Job {
  const { store } = desk;
  return {
    name: 'forget-old',
    run(now) {
      const today = dayOf(now, desk.zone);
      if (store.facts.get('forgot_on') === today) return {};
      return store.transact(() => {
        store.facts.set('forgot_on', today);
        settleLogSoon(store);
        return {
          updates: store.inbound.forgetBefore(forgottenBefore('keys', now)),
          unreadable: store.unreadable.forgetBefore(forgottenBefore('unreadable', now)),
          codes: store.oneTimeCodes.forgetBefore(forgottenBefore('keys', now)) + store.meetings.forgetCodes(now),
          questions: store.questions.forgetBefore(forgottenBefore('keys', now), now),
          drafts: store.dialogs.forgetAsideBefore(forgottenBefore('aside', now)),
          undos: store.undos.forgetBefore(forgottenBefore('aside', now)),
          halfDone: store.dialogs.forgetBefore(forgottenBefore('halfDone', now)),
          files: store.attachments.dropLooseBefore(forgottenBefore('looseFiles', now)),
          templateTrials: store.templateTrials.forgetBefore(forgottenBefore('looseFiles', now)),
          triedTemplates: store.templates.forgetBefore(forgottenBefore('looseFiles', now)),
          downloads: store.downloadLinks.forgetBefore(forgottenBefore('aside', now)),
          reportPages: store.reportLinks.forgetBefore(forgottenBefore('keys', now)),
          boardAccess: store.boardAccess.forgetBefore(forgottenBefore('keys', now)),
          messages: store.erasure.forgetMessages(forgottenBefore('messages', now)),
          audit: store.audit.forgetBefore(forgottenBefore('audit', now), now),
          traffic: store.traffic.forgetBefore(today),
          requests: store.dataRequests.forgetBefore(forgottenBefore('requests', now)),
          notices: store.notices.forgetBefore(forgottenBefore('notices', now)),
          standIns: store.standIns.forgetBefore(forgottenBefore('assignments', now)),
          assignments: store.assignments.forgetBefore(forgottenBefore('assignments', now)),
          tickets: store.tickets.forgetBefore(forgottenBefore('tickets', now)),
          ...eraseOverdue(store, now),
          // Last: what nothing names after that.
          bytes: store.storedFiles.dropUnused(),
        };
      });
    },
  };
}
