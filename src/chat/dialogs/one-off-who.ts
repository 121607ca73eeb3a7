import { askedUnits, kindsToAsk } from '../../actions/one-off-preview.ts';
import type { UnitKind } from '../../domain/unit.ts';
import { readAudience } from '../../language/desk/audience.ts';
import { AUDIENCE_WORDS } from '../../language/desk/audience-words.ts';
import { fold } from '../../language/fold.ts';
import { type AmendedUnits, readInstead } from '../../understanding/amend-units.ts';
import { UNIT_KIND_NAMES } from '../../wording/notice.ts';
import { ONE_OFF_WORDS } from '../../wording/one-off.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { today, unitsToday } from '../look-up.ts';
import { namedUnits, takeExcept } from '../named-units.ts';
import type { Turn } from '../turn.ts';

/** Of whom a report is asked once: kinds of units, or single ones. */
interface Whom {
  addressees: UnitKind[];
  units: string[] | null;
}

/** Whom words mean, with those they leave out; or why that is not known. */
export function whoIn(turn: Turn, text: string): Whom | { problem: RichText } {
  const taken = takeExcept(turn, text);
  if ('problem' in taken) return taken;
  if (taken.except.length > 0) return exceptSome(turn, taken.whom, taken.except);
  const { kinds: said, units } = readAudience(text);
  if (said.length > 0 && units === '') return { addressees: said, units: null };
  const named = namedUnits(turn, text);
  return 'problem' in named ? named : askedUnits(turn.desk, named.codes, turn.now);
}

/** "Các sở trừ Sở Y tế": those that are left, one by one. */
function exceptSome(turn: Turn, whom: string, except: readonly string[]): ReturnType<typeof whoIn> {
  const all = AUDIENCE_WORDS.all.some((one) => fold(one) === fold(whom)) || whom === '';
  const named = all ? null : namedUnits(turn, whom);
  if (named !== null && 'problem' in named) return named;
  const kinds = kindsOwing(turn);
  const owing = turn.desk.store.units.owingOn(today(turn)).filter(({ kind }) => kinds.includes(kind));
  const codes = (named?.codes ?? owing.map(({ code }) => code)).filter((code) => !except.includes(code));
  return askedUnits(turn.desk, codes, turn.now);
}

/** The same without some, and with others. */
export function amendWho(turn: Turn, { addressees, units }: Whom, { drop, add }: AmendedUnits): Whom {
  const owing = turn.desk.store.units.owingOn(today(turn));
  const before = units ?? owing.flatMap(({ code, kind }) => (addressees.includes(kind) ? [code] : []));
  const codes = [...new Set([...before, ...add])].filter((code) => !drop.includes(code));
  return askedUnits(turn.desk, codes, turn.now);
}

/** Others after all: "không phải, HBG với HGL"; null where words name none. */
export function unitsInstead(turn: Turn, text: string): Whom | null {
  const instead = readInstead(text, unitsToday(turn));
  const said = whoIn(turn, instead === null ? text : instead.join(', '));
  return 'problem' in said ? null : said;
}

const NAMED = 8;

/** Whom it is asked of, as people read it. */
export function namesAsked(turn: Turn, { addressees, units }: Whom): string[] {
  if (units === null) return addressees.map((kind) => UNIT_KIND_NAMES[kind]);
  const names = unitsToday(turn).flatMap(({ code, shortName }) => (units.includes(code) ? [shortName] : []));
  return names.length > NAMED ? [ONE_OFF_WORDS.many(names.length)] : names;
}

export function kindsOwing(turn: Turn): UnitKind[] {
  return kindsToAsk(turn.desk, turn.now);
}
