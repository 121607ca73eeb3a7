import type { Permission } from '../domain/access.ts';
import type { HeardWords } from '../understanding/command-words.ts';
import type { Turn } from './turn.ts';

/** One thing people can type. The list of commands feeds /trogiup and the platforms' menus. */
export interface Command extends HeardWords {
  /** Vietnamese without diacritics, `[a-z0-9_]`. */
  name: string;
  /** The English alias. */
  alias: string;
  /** What it does, in a few words, for help and menus. */
  summary: string;
  /** One example of use. */
  example: string;
  /** What it takes to use it: a permission, being a member, or nothing. */
  needs: Permission | 'member' | 'nothing';
  /** Understood, but not listed in help and menus. */
  isHidden?: boolean;
  run(turn: Turn, args: string): void;
}
