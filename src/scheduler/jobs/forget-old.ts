import type { Desk } from '../../actions/desk.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { Job } from '../job.ts';

const DAY_MS = 24 * 3600_000;
/** Platforms redeliver for a day; a week leaves room for a clock that was wrong. */
const UPDATE_KEYS_MS = 7 * DAY_MS;
const LOOSE_FILES_MS = 30 * DAY_MS;
/** A platform that changed its words has to be noticed, and understood, within that time. */
const UNREADABLE_MS = 14 * DAY_MS;

/** Once a day: forgets the keys of old updates, codes that ran out, files whose report was never confirmed, and bytes that nothing names any more. */
export function forgetOldJob(desk: Desk): Job {
  const { store } = desk;
  return {
    name: 'forget-old',
    run(now) {
      const today = dayOf(now, desk.zone);
      if (store.facts.get('forgot_on') === today) return {};
      return store.transact(() => {
        store.facts.set('forgot_on', today);
        return {
          updates: store.inbound.forgetBefore(now - UPDATE_KEYS_MS),
          unreadable: store.unreadable.forgetBefore(now - UNREADABLE_MS),
          codes: store.oneTimeCodes.forgetBefore(now - UPDATE_KEYS_MS),
          drafts: store.dialogs.forgetAsideBefore(now - DAY_MS),
          files: store.attachments.dropLooseBefore(now - LOOSE_FILES_MS),
          downloads: store.downloadLinks.forgetBefore(now - DAY_MS),
          // Last: what nothing names after that.
          bytes: store.storedFiles.dropUnused(),
        };
      });
    },
  };
}
