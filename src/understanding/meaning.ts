import type { Day } from '../domain/calendar.ts';
import type { ReportForm } from '../domain/report-form.ts';
import type { Choosable } from './choice.ts';
import type { KnownReport } from './name-report.ts';
import type { KnownUnit } from './name-unit.ts';
import type { Suggestible } from './suggest.ts';

/** A command as it is understood. */
export interface KnownCommand extends Suggestible {
  /** The English alias. */
  alias: string;
  /** Whether the person may use it: sentences only mean such a command. */
  isUsable: boolean;
}

/** Everything that what somebody types may depend on, as plain data. */
export interface Situation<Choice extends Choosable = Choosable> {
  today: Day;
  isMember: boolean;
  maySubmit: boolean;
  commands: readonly KnownCommand[];
  reports: readonly (KnownReport & { form: string })[];
  forms: readonly ReportForm[];
  /** The units that exist. */
  units: readonly KnownUnit[];
  /** Codes of the units the person speaks for. */
  ownUnits: readonly string[];
  /** What is under way for the person's units: a promised time, perhaps just over, or a request for more time. */
  underWay: { promise: boolean; extension: boolean };
  /** What the dialog in hand waits for; null = the chat is in the middle of nothing. */
  awaits: 'choice' | 'text' | 'form' | 'value' | null;
  /** The command that the dialog in hand carries out; null = none, or the chat is in the middle of nothing. */
  about: string | null;
  /** The choices on the person's screen; `numbered` = with numbers beside them that mean just these. */
  shown: { choices: readonly Choice[]; numbered: boolean };
}

/** Which commands the person may use; sentences mean only those. */
export interface Usable {
  commands: readonly Pick<KnownCommand, 'name' | 'isUsable'>[];
}

export function mayUse(wanted: string, { commands }: Usable): boolean {
  return commands.some(({ name, isUsable }) => name === wanted && isUsable);
}

/** Whoever sees how all units stand. */
export function isOfDesk(usable: Usable): boolean {
  return mayUse('tonghop', usable);
}

/** What is to be done about a text. */
export type Act<Choice> =
  | { do: 'choose'; choice: Choice }
  /** Several of the choices fit: ask about these. */
  | { do: 'ask-among'; choices: readonly Choice[] }
  /** A number that is none of the choices on the screen. */
  | { do: 'ask-again' }
  /** `aside`: asked beside the dialog in hand, which goes on; what it asks for, where its own report can answer that. */
  | { do: 'command'; name: string; args: string; aside?: string }
  /** It has a command's slash and is none. */
  | { do: 'unknown-command' }
  /** An answer to the dialog in hand. */
  | { do: 'answer' }
  /** A question that is no answer to it, and that nothing answers. */
  | { do: 'beside' }
  | { do: 'join'; code: string }
  /** A report without a command before it. */
  | { do: 'report' }
  /** A number with nothing to choose. */
  | { do: 'stale-number' }
  /** Thanks, a thumb: nothing to be said to. */
  | { do: 'nothing' }
  /** "Gửi đi" with nothing in hand that could be sent. */
  | { do: 'nothing-to-send' }
  | { do: 'suggest' };

export type CommandAct = Extract<Act<never>, { do: 'command' }>;

/** What somebody meant. The first six are what `npm run understand` prints. */
export interface Meaning<Choice extends Choosable = Choosable> {
  confidence: 'sure' | 'unsure' | 'none';
  /** A command's name or one of the words that README lists beside `npm run understand`; `khac`: something else. */
  intent: string;
  /** Where it is unsure: the likeliest intents, likeliest first. Otherwise empty. */
  alternatives: readonly string[];
  /** Key of the period that was named. */
  period: string | null;
  /** Code of the unit that was named. */
  unit: string | null;
  /** Values that were given, by the keys of the form. */
  fields: Readonly<Record<string, number | string>>;
  /** Code of the report that was named, where only one fits. */
  obligation: string | null;
  /** Commands to offer where nothing is sure. */
  suggestions: readonly string[];
  act: Act<Choice>;
}
