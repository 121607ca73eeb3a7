import type { Permission } from '../domain/access.ts';
import type { Turn } from './turn.ts';

/** One thing people can type. The list of commands feeds /trogiup and the platforms' menus. */
export interface Command {
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
  /** Of a command whose name also begins everyday sentences: whether these words behind it mean the command even without a slash. */
  isMeant?(turn: Turn, args: string): boolean;
  run(turn: Turn, args: string): void;
}
