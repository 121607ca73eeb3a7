import { readAudience } from '../language/audience.ts';
import { withoutCourtesy } from '../language/courtesy.ts';
import type { RoundRow } from '../store/tasks.ts';
import { findUnit, today } from './look-up.ts';
import { namedUnits } from './named-units.ts';
import type { Turn } from './turn.ts';
import type { Which } from './which.ts';
import { whichRounds } from './which.ts';

/** The rounds and, where some were named, the units that the words behind "/dondoc" mean. */
export type Chased = { rounds: Extract<Which<RoundRow>, { found: unknown }>['found']; units: string[] | null };

/** Reads "t11", "HBG, Ninh Giang", "t11 các huyện", "các sở chưa nộp tháng 11"; or why nothing can be meant. */
export function namedNudge(turn: Turn, said: string): Chased | Extract<Which<RoundRow>, { problem: unknown }> {
  const typed = withoutCourtesy(said);
  const whole = whichRounds(turn, typed);
  const namesCode = typed.split(/[\s,;]+/u).some((word) => findUnit(turn, word) !== null);
  if ('found' in whole && whole.rest.trim() === '' && !namesCode) return { rounds: whole.found, units: null };
  // The report stands before the units, or behind "chưa nộp"; as few words as can be are the report.
  const words = typed.trim().split(/\s+/u);
  for (const cut of words.keys()) {
    const said = readAudience(words.slice(cut).join(' '));
    const units = unitsOf(turn, said);
    if (units === null) continue;
    const rounds = whichRounds(turn, cut === 0 ? said.report : words.slice(0, cut).join(' '));
    if ('found' in rounds) return { rounds: rounds.found, units };
  }
  return 'found' in whole ? { rounds: whole.found, units: null } : whole;
}

function unitsOf(turn: Turn, said: ReturnType<typeof readAudience>): string[] | null {
  if (said.roles.length > 0) return null;
  const { store } = turn.desk;
  if (said.kinds.length > 0) {
    const owing = store.units.owingOn(today(turn));
    return owing.filter(({ kind }) => said.kinds.includes(kind)).map(({ code }) => code);
  }
  if (said.units === '') return null;
  const named = namedUnits(turn, said.units);
  return 'problem' in named ? null : named.codes;
}
