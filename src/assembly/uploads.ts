import { checkLandedFile } from '../actions/check-file.ts';
import type { Desk } from '../actions/desk.ts';
import { takeUpload, uploaderOf, uploadQuota, uploadState } from '../actions/upload-link.ts';
import type { Intake } from '../chat/intake.ts';
import type { Clock } from '../clock.ts';
import type { LandingPlace } from '../store/landing.ts';
import type { Upload, UploadParts } from '../web/routes/upload.ts';
import { sayFileFaults } from '../wording/files.ts';
import { plain } from '../wording/rich-text.ts';
import { UPLOAD_WORDS } from '../wording/upload.ts';

/** More at once would only share the line, and each one's bytes are in memory once, when they are taken. */
const AT_ONCE = 2;

export interface UploadsOptions {
  desk: Desk;
  intake: Intake;
  clock: Clock;
  landing: LandingPlace;
}

/** What the upload page stands on: the file is checked, stored with its update, and then acted on like one sent in chat. */
export function createUploads({ desk, intake, clock, landing }: UploadsOptions): UploadParts {
  /** Pages that are in use, and whose they are: nobody takes both places. */
  const inUse = new Map<string, number | null>();
  return {
    state: (token) => uploadState(desk, token, clock.now()),
    begin(token) {
      const state = uploadState(desk, token, clock.now());
      if (state !== 'open') return { refusal: state };
      const person = uploaderOf(desk, token);
      if (inUse.has(token) || [...inUse.values()].includes(person)) return { refusal: 'inUse' };
      if (inUse.size >= AT_ONCE) return { refusal: 'crowded' };
      if (uploadQuota(desk, token, 0, clock.now()) !== null) return { refusal: 'quota' };
      // First: a disk that takes no file leaves the page free.
      const upload = createUpload(token);
      inUse.set(token, person);
      return { upload };
    },
  };

  function createUpload(token: string): Upload {
    const file = landing.open();
    let isHeld = true;
    return {
      write: file.write,
      async finish(name) {
        const landed = file.land();
        const checked = await checkLandedFile(name, landed);
        if ('fault' in checked) return { ok: false, sentence: sayFault(checked) };
        const fault = uploadQuota(desk, token, checked.size, clock.now());
        if (fault !== null) return { ok: false, sentence: sayFault({ fault, name: checked.name }) };
        const taken = takeUpload(desk, token, checked, clock.now());
        if ('state' in taken)
          return { ok: false, sentence: taken.state === 'open' ? UPLOAD_WORDS.unknown : UPLOAD_WORDS[taken.state] };
        intake.resume(taken.chat);
        return { ok: true, sentence: UPLOAD_WORDS.taken };
      },
      release() {
        // Said twice, it must not let go of the page of whoever has it by then.
        if (isHeld) inUse.delete(token);
        isHeld = false;
        file.remove();
      },
    };
  }
}

function sayFault(fault: { fault: string; name: string }): string {
  return plain(sayFileFaults([fault]));
}
