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

/** A conversation of several steps. */
export interface Dialog {
  kind: string;
  /** Takes the next answer. `picked` is true for a pressed or numbered choice. */
  answer(turn: Turn, content: unknown, reply: { text: string; picked: boolean }): void;
  /** Says again what it is waiting for. */
  repeat(turn: Turn, content: unknown): void;
  /** Whether a bare number is an answer of its own just now, rather than one of the choices. */
  takesNumbers(content: unknown): boolean;
  /** What is dropped when it is left: "báo cáo đang nhập dở". */
  describe(turn: Turn, content: unknown): string;
}
