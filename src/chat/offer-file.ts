import type { Outgoing } from '../channels/channel.ts';
import { isAllowed } from '../domain/access.ts';
import { sayFilesOnly } from '../wording/files.ts';
import { sayWhatWithFile } from '../wording/material.ts';
import type { RichText } from '../wording/rich-text.ts';
import { isWord } from './loose-file.ts';
import type { Turn } from './turn.ts';

/** Whoever hands out files and reports for nobody is asked what this one is for. */
export function offerFile({ files, memberships }: Turn): Outgoing | RichText {
  const last = files.at(-1);
  if (last === undefined || !isAllowed(memberships, 'manage-materials')) return sayFilesOnly();
  return sayWhatWithFile(last.id, isWord(last));
}
