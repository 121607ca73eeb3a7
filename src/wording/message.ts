import type { RichText } from './rich-text.ts';

/** One thing a person can pick under a message. */
export interface Choice {
  label: string;
  /** What comes back when it is picked; at most 48 bytes. A command ("/nop 12") or a dialog answer. */
  value: string;
  /** What it stands for, so that people may say it in their own words. */
  means?: {
    report?: { obligation: string; period: string; unit?: string };
    words?: readonly string[];
    asks?: 'when';
    whole?: boolean;
    isAside?: boolean;
  };
}

/** A message as the bot means it; the channel lays it out. */
export interface Outgoing {
  text: RichText;
  /** Rows of choices. */
  choices?: readonly (readonly Choice[])[];
  /** `pick`: choose one. `free`: an answer is typed, the choices are shortcuts (so no numbers on a text-only channel). */
  answer?: 'pick' | 'free';
  /** Carried with the text as its caption. A message of its own beside the words it belongs to. */
  file?: OutgoingFile;
}

/** A stored file on its way out, named by the id of its bytes. */
export interface OutgoingFile {
  id: number;
  name: string;
  mediaType: string;
  size: number;
}

/** Whether apps show it as a picture. */
export function isPicture({ mediaType }: Pick<OutgoingFile, 'mediaType'>): boolean {
  return mediaType === 'image/png' || mediaType === 'image/jpeg';
}
