import type { Plan } from '../../src/plan/plan.ts';
import type { Journal } from './journal.ts';
import type { Machine } from './machine.ts';
import type { Person } from './person.ts';
import { periodIn } from './said-round.ts';

const FIGURES = 'I5 figures as typed';
export const SUMS = 'I11 totals add up';

type Values = Readonly<Record<string, unknown>>;

export interface FiguresReadParts {
  plan: Plan;
  journal: Journal;
  machine: () => Machine;
  people: () => readonly Person[];
}

/** The figures in what people read, held against what was typed, by a reading of numbers of the simulation's own. */
export function createFiguresRead({ plan, journal, machine, people }: FiguresReadParts) {
  const fields = (plan.forms[0]?.fields ?? []).filter(({ kind }) => kind !== 'text');
  /** By chat: what was typed for a field, and what was typed alone. */
  const typed = new Map<string, { named: Set<string>; alone: Set<number> }>();
  /** What the months of a longer period have come to, at every look. */
  const sums = new Map<string, Set<string>>();

  /** The figures a preview shows, a line each; what has changed, or a colleague sent, is said before them or in other words. */
  function figuresIn(text: string): [string, number][] {
    return fields.flatMap(({ key, shortLabel }): [string, number][] => {
      const said = text
        .split('\n')
        .filter((line) => line.startsWith(`• ${shortLabel}: `))
        .map((line) => line.slice(shortLabel.length + 4))
        .findLast((value) => /^[\d.]+(,\d)?$/u.test(value));
      return said === undefined ? [] : [[key, numberIn(said)]];
    });
  }

  /** What the months of that report have come to by now, for whoever has to confirm their sum. */
  function noteSums(unit: string, period: string): void {
    const reports = machine()
      .eye()
      .countedOf(unit)
      .filter((one) => isMonthOf(one.period, period));
    const known = sums.get(`${unit} ${period}`) ?? new Set();
    sums.set(`${unit} ${period}`, known);
    for (const [key, { tenths }] of addUp(reports.map(({ content }) => JSON.parse(content))))
      known.add(`${key} ${tenths / 10}`);
  }

  return {
    figuresIn,
    /** Something is handed to the bot from that chat. */
    hands(chat: string, text: string): void {
      const known = typed.get(chat) ?? { named: new Set(), alone: new Set() };
      typed.set(chat, known);
      for (const [, key = '', said = ''] of text.matchAll(/(?:^|\s)([a-z_]+)=(\d+(?:,\d)?)(?=\s|$)/gu))
        known.named.add(`${key} ${numberIn(said)}`);
      for (const { key, shortLabel } of fields)
        for (const part of text.split('; '))
          if (part.startsWith(`${shortLabel}: `))
            known.named.add(`${key} ${numberIn(part.slice(shortLabel.length + 2))}`);
      if (/^\d+(,\d)?$/u.test(text)) known.alone.add(numberIn(text));
    },
    /** Every evening: a form begins with the sums as they are then. */
    noteSums(): void {
      for (const { unit, period } of machine().eye().allTasks()) if (!isMonth(period)) noteSums(unit, period);
    },
    /** A preview is read: each figure is one that was typed by somebody of the unit, or for it, or what its months come to. */
    preview(person: Person, text: string, isMerged: boolean): void {
      const unit = person.unit ?? '';
      const period = periodIn(text) ?? '';
      if (!isMonth(period)) noteSums(unit, period);
      const chats = people()
        .filter((one) => one.unit === unit || one.unit === null)
        .flatMap(({ accounts }) => accounts.map(({ platform, address }) => typed.get(`${platform.label}:${address}`)));
      for (const [key, value] of figuresIn(text)) {
        const isTyped = chats.some((chat) => chat?.named.has(`${key} ${value}`) || chat?.alone.has(value));
        const isSum = sums.get(`${unit} ${period}`)?.has(`${key} ${value}`) === true;
        if (isTyped) journal.count('figures in previews: as typed');
        else if (isSum) journal.count('figures in previews: the sum of the months');
        else if (isMerged) journal.count('figures in previews: not followed, of a merged unit');
        else
          journal.breach(
            FIGURES,
            `${person.name} (${unit}) reads ${key} ${value} for ${period}, which nobody typed: ${text}`,
          );
      }
    },
    /** What a preview showed is what is stored. */
    stored(who: string, text: string, content: Values): void {
      const shown = new Map(figuresIn(text));
      for (const { key } of fields) {
        const value = content[key];
        if (shown.get(key) !== (typeof value === 'number' ? value : undefined))
          journal.breach(FIGURES, `${who} was shown ${key} ${shown.get(key)}, stored is ${value}`);
        else if (shown.has(key)) journal.count('figures stored as shown');
      }
    },
  };
}

/** Sums in tenths, and of how many. */
export function addUp(reports: readonly Values[]): Map<string, { tenths: number; given: number }> {
  const sums = new Map<string, { tenths: number; given: number }>();
  for (const report of reports)
    for (const [key, value] of Object.entries(report)) {
      if (typeof value !== 'number') continue;
      const { tenths, given } = sums.get(key) ?? { tenths: 0, given: 0 };
      sums.set(key, { tenths: tenths + Math.round(value * 10), given: given + 1 });
    }
  return sums;
}

/** "1.234,5" is one thousand two hundred and thirty-four and a half. */
function numberIn(said: string): number {
  return Number(said.replaceAll('.', '').replace(',', '.'));
}

const isMonth = (period: string): boolean => /^\d{4}-\d{2}$/u.test(period);

/** Whether that month is one of the half or whole year's. */
function isMonthOf(month: string, period: string): boolean {
  const isInYear = isMonth(month) && month.slice(0, 4) === period.slice(0, 4);
  return isInYear && (!period.endsWith('-H1') || Number(month.slice(5)) <= 6);
}
