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
  };
}

/** A message as the bot means it; the channel lays it out. */
export interface Outgoing {
  text: RichText;
  /** Rows of choices. */
  choices?: readonly (readonly Choice[])[];
  /** `pick`: choose one. `free`: an answer is typed, the choices are shortcuts (so no numbers on a text-only channel). */
  answer?: 'pick' | 'free';
  file?: OutgoingFile;
}

export interface OutgoingFile {
  name: string;
  mediaType: string;
  path: string;
}
