import { checkFile } from '../actions/check-file.ts';
import type { Desk } from '../actions/desk.ts';
import { takeUpload, uploadState } from '../actions/upload-link.ts';
import type { Intake } from '../chat/intake.ts';
import type { Clock } from '../clock.ts';
import type { UploadParts } from '../web/routes/upload.ts';
import { sayFileFault } from '../wording/files.ts';
import { plain } from '../wording/rich-text.ts';
import { UPLOAD_WORDS } from '../wording/upload.ts';

/** What the upload page stands on: the file is checked, stored with its update, and then acted on like one sent in chat. */
export function createUploads(desk: Desk, intake: Intake, clock: Clock): UploadParts {
  return {
    state: (token) => uploadState(desk, token, clock.now()),
    async take(token, name, bytes) {
      const checked = await checkFile(name, bytes);
      if ('fault' in checked) return { ok: false, sentence: plain(sayFileFault(checked)) };
      const taken = takeUpload(desk, token, checked, clock.now());
      if ('state' in taken) {
        return { ok: false, sentence: taken.state === 'open' ? UPLOAD_WORDS.unknown : UPLOAD_WORDS[taken.state] };
      }
      intake.resume(taken.chat);
      return { ok: true, sentence: UPLOAD_WORDS.taken };
    },
  };
}
