import type { Choice } from '../channels/channel.ts';
import type { RichText } from '../wording/rich-text.ts';

/** Somebody the room can be: one chat with the bot. */
export interface Persona {
  chat: string;
  name: string;
  /** The unit's code, so that a unit's chip finds its liaison; null for those who stand for the whole province. */
  unit: string | null;
  unitName: string;
  roleLabel: string;
  group: 'liaison' | 'coordinator' | 'staff' | 'guest';
}

/** One message of one chat. */
export interface Line {
  /** Rises over all chats together: it is the event id by which a page that was cut off catches up. */
  id: number;
  chat: string;
  from: 'bot' | 'person';
  /** Local ISO, the bot's time. */
  at: string;
  text: RichText;
  choices: readonly (readonly Choice[])[];
  file: LineFile | null;
}

export interface StoredFile {
  name: string;
  mediaType: string;
  size: number;
  bytes: Buffer;
}

export interface LineFile {
  name: string;
  /** Where it is fetched. */
  url: string;
  size: number;
  isPicture: boolean;
}

export interface RoomUnit {
  code: string;
  shortName: string;
  standing: 'on_time' | 'late' | 'waiting' | 'overdue' | 'waived';
}

/** One period of one obligation, as the strip shows it. `onTime + late + missing = total`. */
export interface Round {
  title: string;
  /** A sentence. */
  deadline: string;
  total: number;
  onTime: number;
  late: number;
  missing: number;
  units: readonly RoomUnit[];
}

export const MOVE_KEYS = ['day', 'reminder', 'deadline', 'after-deadline'] as const;

/** One button of the clock bar. `to` is null when there is nowhere to go; `hint` says what will happen, or why not. */
export interface Move {
  key: (typeof MOVE_KEYS)[number];
  label: string;
  to: string | null;
  hint: string;
}

export interface RoomState {
  /** Local ISO, `yyyy-MM-ddTHH:mm`. */
  now: string;
  /** "Thứ Tư 11/11/2026, 08:30" */
  nowText: string;
  speed: number;
  /** "ngày làm việc" or "ngày nghỉ: ..." */
  dayNote: string;
  moves: readonly Move[];
  rounds: readonly Round[];
}

/** What a person did in the room: typed, pressed or attached. */
export interface PostedMessage {
  text?: string;
  picked?: { value: string; label: string; line: number };
  file?: { name: string; bytes: Uint8Array };
}

export type RoomEvent = { kind: 'line'; line: Line } | { kind: 'state' };

/** What the room shows and moves; the web part knows nothing of the bot beyond it. */
export interface Rehearsal {
  personas(): readonly Persona[];
  lines(chat: string, after: number): readonly Line[];
  /** The file of a line; null where it has none. */
  file(line: number): StoredFile | null;
  /** Takes what a person typed, pressed or attached. */
  post(chat: string, message: PostedMessage): Promise<void>;
  state(): RoomState;
  /** Moves the clock forward. Rejects a time that is behind with a Problem text. */
  moveClock(to: string, sleep: boolean): Promise<{ now: string; sent: number } | { problem: string }>;
  /** Called with every new line and every change of state; returns the unsubscribe. */
  subscribe(listener: (event: RoomEvent) => void): () => void;
}
