import type { z } from 'zod';
import type { RichText } from '../wording/rich-text.ts';
import { sayLeft } from '../wording/router.ts';
import type { Turn, Unfinished } from './turn.ts';

/** An answer: a choice that was picked, or what was typed. */
export interface Reply {
  text: string;
  picked: boolean;
}

/**
 * What a dialog waits for: one of its choices (any part of its words means it), a text beside which choices stand, a form or a
 * value of it (another sentence is a question, and answered), or a value of its own, which may be a bare number.
 */
export type Awaits = 'choice' | 'text' | 'form' | 'value';

/** A conversation of several steps. Its content is kept as JSON and parsed once, by its schema, when the chat goes on with it. */
export interface Dialog<Content> {
  kind: string;
  schema: z.ZodType<Content>;
  answer(turn: Turn, content: Content, reply: Reply): void;
  /** Says again what it waits for; `problem` says what was wrong with the answer. */
  repeat(turn: Turn, content: Content, problem?: RichText): void;
  /** Answers in short what is asked beside it; false where the command has to. Absent = never. */
  aside?(turn: Turn, content: Content, asked: string): boolean;
  /** Says in short what it waits for, after such a question; absent = that it is still there. */
  goOn?(turn: Turn, content: Content): void;
  awaits(content: Content): Awaits;
  /** Whether what it asks now is short enough to be asked again whole. Absent = never, where it is a choice. */
  isBrief?(content: Content): boolean;
  /** The command it carries out: another order of it that is whole begins it anew. Absent = none in particular. */
  about?(content: Content): string;
  /** Files that are sent meanwhile are for it. */
  takesFiles?: boolean;
  /** It only waits whether a file comes: nothing is lost with it, so nobody is told after each command that it is still there. */
  isQuiet?: boolean;
  /** Its name in "Đã bỏ …": "báo cáo đang nhập dở". */
  describe(turn: Turn, content: Content): string;
  /** Whether it is kept for a day when it is left: it holds what somebody typed. */
  isWorthKeeping?(turn: Turn, content: Content): boolean;
  /** The version that stands when it is left: a correction takes nothing back. 0 or absent = none. */
  standingVersion?(turn: Turn, content: Content): number;
}

/** The dialog a chat is in the middle of, with its content read. */
export interface OpenDialog {
  kind: string;
  revision: number;
  awaits: Awaits;
  about: string | null;
  isBrief: boolean;
  takesFiles: boolean;
  isQuiet: boolean;
  /** It holds what somebody typed: left or pushed aside, it is kept for a day. */
  isWorthKeeping: boolean;
  answer(reply: Reply): void;
  repeat(problem?: RichText): void;
  aside(asked: string): boolean;
  /** Null where it has no short way to say what it waits for. */
  goOn: (() => void) | null;
  describe(): string;
  /** Ends it, keeps what is worth it for a day, and says so. */
  leave(): void;
}

/** Reads the content and binds it to the turn; null when it is of another kind or cannot be read by this release. */
export function bindDialog<Content>(dialog: Dialog<Content>, turn: Turn, unfinished: Unfinished): OpenDialog | null {
  const read = unfinished.kind === dialog.kind ? dialog.schema.safeParse(unfinished.content) : null;
  if (read === null || !read.success) return null;
  const content = read.data;
  return {
    kind: dialog.kind,
    revision: unfinished.revision,
    awaits: dialog.awaits(content),
    about: dialog.about?.(content) ?? null,
    isBrief: dialog.isBrief?.(content) ?? false,
    takesFiles: dialog.takesFiles ?? false,
    isQuiet: dialog.isQuiet ?? false,
    isWorthKeeping: dialog.isWorthKeeping?.(turn, content) ?? false,
    answer: (reply) => dialog.answer(turn, content, reply),
    repeat: (problem) => dialog.repeat(turn, content, problem),
    aside: (asked) => dialog.aside?.(turn, content, asked) ?? false,
    goOn: dialog.goOn === undefined ? null : () => dialog.goOn?.(turn, content),
    describe: () => dialog.describe(turn, content),
    leave: () => leaveDialog(dialog, turn, content),
  };
}

/** Ends a dialog. What somebody typed in it can be fetched back for a day, and the answer says how. */
export function leaveDialog<Content>(dialog: Dialog<Content>, turn: Turn, content: Content): void {
  const isKept = dialog.isWorthKeeping?.(turn, content) ?? false;
  if (isKept) turn.setAside();
  turn.finish();
  const standing = dialog.standingVersion?.(turn, content) ?? 0;
  turn.say(sayLeft({ what: dialog.describe(turn, content), standing, isKept }));
}
