import { withoutCourtesy } from '../language/courtesy.ts';
import { readAudience } from '../language/desk/audience.ts';
import { AUDIENCE_WORDS } from '../language/desk/audience-words.ts';
import { readExportOrder } from '../language/desk/export-words.ts';
import { takeDocument, takeReceived } from '../language/desk/paper-words.ts';
import { fold } from '../language/fold.ts';
import { isQuestion } from '../language/question-form.ts';
import type { ActingOrder } from './acting-order.ts';
import { readActingOrder } from './acting-order.ts';
import { listUnits } from './list-units.ts';
import type { Act, Situation } from './meaning.ts';

/** A command that was said, with the words behind its name. */
export interface CommandSaid {
  name: string;
  args: string;
}

/** Decisions about units: until when and why may be said along. */
const ABOUT_UNITS: readonly string[] = ['giahan', 'mien'];
/** Whatever they are asked in the middle of, a report, a period or units behind their name say all they need. */
const NAMED: readonly string[] = [
  'nop',
  'tonghop',
  'lichsu',
  'visao',
  'xuat',
  'donvi',
  'duyet',
  'dondoc',
  'goi',
  'nopthay',
];
/** They ask for a day, a number, a reason. Others take what is to be sent on as it is typed, and that may read like an order. */
const MEASURED: readonly string[] = ['giahan', 'mien', 'nop', 'nopthay', 'duyet', 'giao'];

export function isMeasured(about: string | null): boolean {
  return about !== null && (MEASURED.includes(about) || about === 'dotxuat');
}

/** Begun anew by naming others, even from their own middle. */
const ANEW: readonly string[] = ['duyet', 'dondoc', 'nopthay', 'tonghop'];

/**
 * Whether what was said in the middle of something is an order of its own, whole as it stands ("gia hạn HCG đến 20/11 vì mất điện"):
 * then it is that, never an answer. Every word of it has to name something; "gia hạn đến 22/11" of a decision that is being made
 * changes its day, and so does not begin another one.
 */
export function isNewOrder({ name, args }: CommandSaid, { about, awaits, ...situation }: Situation): boolean {
  const isOther = name !== about;
  if (awaits === 'text' || (awaits === 'value' && !(about !== null && MEASURED.includes(about)))) return false;
  if (name === 'xuat' && isOther && namesFile(args)) return true;
  // "Thêm 2 ngày" ends like a courteous "ngay".
  const words = ABOUT_UNITS.includes(name) ? args : withoutCourtesy(ownWords(name, args, situation));
  const order = readActingOrder(words, {
    today: situation.today,
    reports: situation.reports,
  });
  const namesReport = order.period !== null || order.obligations !== null;
  const namesUnits = order.task !== null || isUnits(order.who, situation.units);
  if (ABOUT_UNITS.includes(name)) return namesUnits && (isOther || namesReport || isDecided(order));
  if (!NAMED.includes(name) || isDecided(order)) return false;
  // "nop t10 hoi_nghi=4": the report that is named, with its values.
  if (name === 'nop' && isQuestion(args)) return false;
  if (name === 'nop') return order.period !== null && (order.who === '' || awaits === 'form' || awaits === 'choice');
  if (order.who !== '' || order.task !== null) return namesUnits && (isOther || ANEW.includes(name));
  return namesReport && (isOther || ANEW.includes(name));
}

/** The same of a sentence that begins otherwise: "cho HCG gia hạn đến 20/11 vì mất điện". Words that may choose are left to do so. */
export function isOrderInWords(said: CommandSaid, situation: Situation): boolean {
  return ABOUT_UNITS.includes(said.name) && !said.args.includes('\n') && isNewOrder(said, situation);
}

function isDecided({ later, reason }: ActingOrder): boolean {
  return later !== null || reason !== null;
}

/** Without what only this command is told: the document of a paper report, the kind of a file. */
function ownWords(name: string, args: string, { today }: Pick<Situation, 'today'>): string {
  if (name === 'xuat') return readExportOrder(args).rest;
  if (name !== 'nopthay') return args;
  const received = takeReceived(args, today);
  const words = received?.rest ?? args;
  return takeDocument(words, today)?.rest ?? words;
}

function namesFile(args: string): boolean {
  const { formats, rest, calendar } = readExportOrder(args);
  return calendar !== undefined || (formats.length > 0 && rest === '');
}

/** Units by codes or names, a kind of them, those that are missing, or all. */
function isUnits(words: string, units: Situation['units']): boolean {
  if (words === '') return false;
  const { kinds, state, units: left } = readAudience(words);
  if (left === '')
    return kinds.length > 0 || state !== null || AUDIENCE_WORDS.all.some((one) => fold(one) === fold(words));
  const listed = listUnits(left, units);
  return listed.codes.length > 0 && listed.unknown.length === 0;
}

/** What is named behind a command; of a sentence all of it, but those that are named as exceptions. */
export function withoutCommand(text: string, act: Act<unknown>): string {
  if (act.do !== 'command' || !text.endsWith(act.args)) return text;
  const isTyped = text.startsWith('/') || fold(text).startsWith(`${act.name} `);
  return isTyped && (act.args !== '' || /^\/\S+$/u.test(text)) ? act.args : text;
}
