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
  run(turn: Turn, args: string): void;
}

/** A conversation of several steps. */
export interface Dialog {
  kind: string;
  /** Takes the next answer. `picked` is true for a pressed or numbered choice. */
  answer(turn: Turn, content: unknown, reply: { text: string; picked: boolean }): void;
  /** Says again what it is waiting for. */
  repeat(turn: Turn, content: unknown): void;
  /** What is dropped when it is left: "báo cáo đang nhập dở". */
  describe(turn: Turn, content: unknown): string;
}
