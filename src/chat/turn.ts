import { type AnswerLimit, countAnswered, countWritten } from '../actions/answer-limit.ts';
import type { Desk } from '../actions/desk.ts';
import type { Choice, Outgoing, OutgoingFile } from '../channels/channel.ts';
import { enqueueAnswer } from '../delivery/enqueue.ts';
import type { Membership } from '../domain/access.ts';
import { isAllowed } from '../domain/access.ts';
import { countedMoment, HELD_MS, READING_MS } from '../domain/counted-moment.ts';
import type { PlanDocument } from '../domain/obligation.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import type { AttachmentInfo } from '../store/attachments.ts';
import type { Chat } from '../store/chats.ts';
import { NO_DIALOG } from '../store/dialogs.ts';
import type { ChoiceMeaning } from '../understanding/choice.ts';
import { sayContact } from '../wording/contact.ts';
import { isRefusal } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import { join, plain } from '../wording/rich-text.ts';
import type { Update } from './intake.ts';
import type { Documents } from './read-files.ts';

/** What a chat is in the middle of. `content` is the dialog's own, checked by it when it is read. */
export interface Unfinished {
  kind: string;
  revision: number;
  /** When it was last shown or gone on with. */
  since: number;
  content: unknown;
}

/** A command as help shows it. */
export interface Usable {
  name: string;
  alias: string;
  summary: string;
  example: string;
}

/** One update being answered: who speaks, where, what they are in the middle of, and the way to answer. */
export interface Turn {
  desk: Desk;
  rules: RuleBook;
  /** When the update was received: what is judged but timeliness goes by it. */
  now: number;
  /**
   * The moment that counts for what is said now. A pressed button carries no time of its own: `textAt` counts, the moment of
   * the text behind what was pressed (null: there is none), if reading it need not have taken longer than that. When the bot
   * heard nothing shortly before, the press may have waited at the platform for as long as one holds it.
   */
  saidAt(textAt: number | null): number;
  /** Whether a button was pressed. */
  isPress: boolean;
  chat: Chat;
  /** Null until they have joined. */
  person: number | null;
  memberships: readonly Membership[];
  senderName: string;
  text: string;
  files: readonly AttachmentInfo[];
  /** What the Word and Excel files at hand say. */
  documents: Documents;
  /** How much of what this chat asks for is answered just now. */
  limit: AnswerLimit;
  /** The commands this person may use now. */
  usable: readonly Usable[];
  /** What the chat is in the middle of. */
  unfinished(): Unfinished | null;
  /** Remembers where the dialog stands. Choices made after it belong to it; older ones are stale. */
  keep(kind: string, content: unknown): void;
  /** The dialog is over. */
  finish(): void;
  /** Keeps what is half done for a day, beside whatever comes next. */
  setAside(): void;
  /** Keeps for a day what was half done before. */
  keepAside(before: Pick<Unfinished, 'kind' | 'content'>): void;
  /** What was set aside within that time, a day if none is named. */
  aside(within?: number): { kind: string; content: unknown } | null;
  /** It was fetched back: once is enough. */
  dropAside(): void;
  /** A choice that answers the dialog as it stands now. */
  choice(label: string, answer: string, means?: ChoiceMeaning): Choice;
  /** Adds to the answer. What one update is answered with goes out as one message. */
  say(message: Outgoing | RichText): void;
  /** Adds a choice below those of what is said last. */
  offer(choice: Choice): void;
  /** Sends a file after the answer, as a message of its own. */
  attach(file: OutgoingFile, caption: RichText): void;
  /** Adds a line below the answer, whose choices stay as they are. */
  footer(text: RichText): void;
  /** What was said so far, without any emphasis. */
  spoken(): string;
}

/** A pressed dialog choice: which state of the dialog it belongs to, and the answer. */
export interface DialogAnswer {
  revision: number;
  answer: string;
}

/** Reads the value of a choice made by `Turn.choice`; null when it is a command instead. */
export function readDialogAnswer(value: string): DialogAnswer | null {
  const match = /^d:(\d+):(.*)$/su.exec(value);
  return match?.[1] === undefined ? null : { revision: Number(match[1]), answer: match[2] ?? '' };
}

/** How long what was set aside can be fetched back. */
export const ASIDE_MS = 24 * 3600_000;

export interface TurnOptions {
  desk: Desk;
  update: Update;
  usableBy(memberships: readonly Membership[], isMember: boolean): readonly Usable[];
}

/** Begins a turn; `answer` puts what was said into the outbox, in the caller's transaction. */
export function createTurn({ desk, update, usableBy }: TurnOptions): { turn: Turn; answer(): void } {
  const said: Outgoing[] = [];
  const attached: Outgoing[] = [];
  const offered: Choice[] = [];
  const { store } = desk;
  const { chat, incoming } = update;
  const person = chat.person;
  const memberships = person === null ? [] : store.people.memberships(person);
  const turn: Turn = {
    desk,
    rules: desk.rules(),
    now: update.receivedAt,
    saidAt(textAt) {
      if (!incoming.picked) return countedMoment(update.saidAt, update.receivedAt);
      return countedMoment(textAt, update.receivedAt, update.mayHaveWaited ? HELD_MS : READING_MS);
    },
    isPress: incoming.picked,
    chat,
    person,
    memberships,
    usable: usableBy(memberships, person !== null),
    senderName: incoming.senderName,
    text: incoming.text,
    files: update.files,
    documents: update.documents,
    limit: countWritten(desk, chat, update.actedAt),
    unfinished() {
      const stored = store.dialogs.read(chat.id);
      if (stored === null || stored.kind === NO_DIALOG) return null;
      return {
        kind: stored.kind,
        revision: stored.revision,
        since: stored.updatedAt,
        content: JSON.parse(stored.content),
      };
    },
    keep(kind, content) {
      const revision = (store.dialogs.read(chat.id)?.revision ?? 0) + 1;
      store.dialogs.write(chat.id, kind, revision, content, update.receivedAt);
    },
    finish() {
      // The row stays, so that revisions go on counting and a choice of this dialog never fits a later one.
      const revision = (store.dialogs.read(chat.id)?.revision ?? 0) + 1;
      store.dialogs.write(chat.id, NO_DIALOG, revision, null, 0);
    },
    setAside: () => store.dialogs.setAside(chat.id, update.receivedAt),
    keepAside: (before) => store.dialogs.keepAside(chat.id, before, update.receivedAt),
    dropAside: () => store.dialogs.dropAside(chat.id),
    aside(within = ASIDE_MS) {
      const kept = store.dialogs.aside(chat.id, update.receivedAt - within);
      return kept === null ? null : { kind: kept.kind, content: JSON.parse(kept.content) };
    },
    choice(label, answer, means) {
      const value = `d:${store.dialogs.read(chat.id)?.revision ?? 0}:${answer}`;
      return means === undefined ? { label, value } : { label, value, means };
    },
    say(message) {
      said.push(isText(message) ? { text: message } : message);
    },
    offer(choice) {
      offered.push(choice);
    },
    attach(file, text) {
      attached.push({ text, file });
    },
    footer(text) {
      const last = said.pop() ?? { text: [] };
      said.push({ ...last, text: join([last.text, text], '\n\n') });
    },
    spoken: () =>
      said
        .flatMap(({ text, choices = [] }) => [
          plain(text),
          ...choices.flat().flatMap(({ label, value }) => [label, value]),
        ])
        .join('\n'),
  };
  return {
    turn,
    answer() {
      const messages = [
        ...together(said, offered, isAllowed(memberships, 'watch-round') ? null : desk.rules().document),
        ...attached,
      ];
      for (const message of messages) enqueueAnswer(store, chat, message, update.actedAt);
      countAnswered(desk, chat, messages.length);
    },
  };
}

/** What one update is answered with is one message, with the choices of what was said last. A refusal says whom to ask. */
function together(said: readonly Outgoing[], offered: readonly Choice[], document: PlanDocument | null): Outgoing[] {
  const last = said.at(-1);
  if (last === undefined) return [];
  const texts = said.map((message) => message.text);
  if (document !== null && texts.some(isRefusal)) texts.push(sayContact(document));
  const text = join(texts, '\n\n');
  if (offered.length === 0) return [{ ...last, text }];
  return [{ answer: 'pick', ...last, text, choices: [...(last.choices ?? []), ...offered.map((choice) => [choice])] }];
}

function isText(message: Outgoing | RichText): message is RichText {
  return Array.isArray(message);
}
