import type { Desk } from '../actions/desk.ts';
import { FILE_KINDS } from '../domain/print-order.ts';
import { TEMPLATE_WORDS, TRIAL_PICTURE } from '../wording/template.ts';
import { numberIn } from './posted.ts';

export interface BoardFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** Shown on a page, not saved. */
  isShown: boolean;
}

/** A file of a page of the board by its address; null where there is none. `template`: the one in force; null: the built-in one. */
export async function boardFileAt(
  desk: Desk,
  kind: string,
  id: string,
  template: () => Uint8Array | null,
): Promise<BoardFile | null> {
  const { store } = desk;
  const word = (name: string, file: number | null): BoardFile | null =>
    named(file === null ? null : store.storedFiles.bytes(file), name, FILE_KINDS.word.mediaType);
  if (kind === 'template' && id === 'now') {
    const bytes = template() ?? (await import('../reports/word/template.ts')).buildTemplate();
    return named(await bytes, TEMPLATE_WORDS.fileName, FILE_KINDS.word.mediaType);
  }
  if (kind === 'template') {
    const found = store.templates.find(numberIn(id));
    return found === null || found.takenAt === null ? null : word(found.name, found.file);
  }
  if (kind === 'material') {
    const file = store.materials.find(numberIn(id))?.file ?? null;
    return file === null ? null : named(store.storedFiles.bytes(file.id), file.name, file.mediaType);
  }
  const trial = store.templateTrials.find(numberIn(id));
  if (trial === null) return null;
  if (kind === 'trial') return word(TEMPLATE_WORDS.trialName, trial.draft);
  if (kind !== 'trial-picture' || trial.picture === null) return null;
  const picture = named(store.storedFiles.bytes(trial.picture), TRIAL_PICTURE.name, TRIAL_PICTURE.mediaType);
  return picture === null ? null : { ...picture, isShown: true };
}

function named(bytes: Uint8Array | null, name: string, mediaType: string): BoardFile | null {
  return bytes === null ? null : { name, mediaType, bytes, isShown: false };
}
