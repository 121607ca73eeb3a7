import type { Plan } from '../../src/plan/plan.ts';
import type { Journal } from './journal.ts';
import { inWords } from './journal.ts';
import type { Machine } from './machine.ts';
import type { Account, Person } from './person.ts';
import type { Arrived } from './platform-bot.ts';
import type { Reading } from './reading.ts';
import { dayIn, periodIn } from './said-round.ts';
import type { Timeline } from './timeline.ts';
import { readTotals } from './totals.ts';

const BOOKS = 'I17 every change has its line in the audit';

/** What somebody was told they had done, to one report. */
interface Told {
  at: number;
  by: string;
  action: string;
  unit: string;
  period: string;
  /** Bot time of its line in the audit. */
  lineAt: number;
  isLost: boolean;
}

const DONE = { 'gia hạn': 'extend', miễn: 'waive', 'bỏ miễn': 'owe-again' } as const;
const UNDONE = { 'gia hạn': 'undo-extend', miễn: 'undo-waive' } as const;

export interface LedgerParts {
  timeline: Timeline;
  journal: Journal;
  machine: () => Machine;
  plan: Plan;
}

/** Everything coordinators were told was done, by the words they were told it in, held against the audit: who, which report, from, to, why. */
export function createLedger({ timeline, journal, machine, plan }: LedgerParts) {
  const told: Told[] = [];
  /** The preview each chat confirmed last. */
  const confirmed = new Map<Account, string>();
  const codes = new Map(plan.units.map(({ shortName, code }) => [shortName, code]));

  function enter(person: Person, account: Account, action: string, what: Said): void {
    journal.count(`decided: ${action}`);
    const eye = machine().eye();
    const { unit, period, from, to, reason } = what;
    const id = eye.chatOf(account.platform.name, account.platform.bot, account.address)?.person ?? null;
    const lines = eye.auditAbout(unit, period).filter((line) => line.action === action && line.person === id);
    const found = lines.find(
      ({ detail }) =>
        (to === null || detail.to === to) &&
        (from === null || detail.from === from) &&
        (reason === null || detail.reason === reason),
    );
    if (found === undefined)
      return journal.breach(
        BOOKS,
        `${person.name} was told of ${action} for ${unit} ${period} (${from ?? ''} to ${to ?? ''}, ${reason ?? ''}); written is ${JSON.stringify(lines)}`,
      );
    told.push({ at: timeline.now(), by: person.name, action, unit, period, lineAt: found.at, isLost: false });
  }

  function readActed(person: Person, account: Account, text: string): void {
    const [, verb = '', count = '', rest = ''] = /^✅ Đã (gia hạn|miễn|bỏ miễn) (\d+) đơn vị(.*)$/mu.exec(text) ?? [];
    const to = dayIn(/^ đến hết [^:]*/u.exec(rest)?.[0] ?? '');
    const names = (/: (.*?)(?: và còn \d+ đơn vị)?\.$/u.exec(rest)?.[1] ?? '').split(', ');
    const period = periodIn(text);
    const action = DONE[verb as keyof typeof DONE];
    if (period === null || action === undefined)
      return journal.breach(BOOKS, `${person.name} cannot read what was done: ${text}`);
    if (!rest.includes(' và còn ') && names.length !== Number(count))
      journal.breach(BOOKS, `${person.name} is told of ${count} units, named are ${names.join()}`);
    const preview = confirmed.get(account) ?? '';
    const isOfIt = periodIn(preview) === period && (to === null || dayIn(lineOf(preview, 'Hạn mới')) === to);
    const reason = isOfIt ? (/^• Lý do: (.*)$/mu.exec(preview)?.[1] ?? null) : null;
    for (const name of names) {
      const unit = codes.get(name);
      if (unit === undefined) journal.breach(BOOKS, `${person.name} is told of "${name}", which is no unit`);
      else
        enter(person, account, action, {
          unit,
          period,
          from: isOfIt && to ? formerOf(preview, name) : null,
          to,
          reason,
        });
    }
  }

  function readUndone(person: Person, account: Account, text: string): void {
    const verb = /^Đã hoàn tác việc (gia hạn|miễn)/mu.exec(text)?.[1] ?? '';
    for (const [, , name = ''] of text.matchAll(/^• (Báo cáo .*) – (.*)$/gmu)) {
      const [unit, period] = [codes.get(name), periodIn(text)];
      if (unit === undefined || period === null)
        journal.breach(BOOKS, `${person.name} cannot read what was undone: ${text}`);
      else
        enter(person, account, UNDONE[verb as keyof typeof UNDONE], {
          unit,
          period,
          from: null,
          to: null,
          reason: null,
        });
    }
  }

  return {
    /** They press the button under that preview. */
    confirms(account: Account, { text }: Arrived): void {
      confirmed.set(account, text);
    },
    read(person: Person, account: Account, seen: Arrived, reading: Reading): void {
      if (reading.is === 'acted') readActed(person, account, seen.text);
      if (reading.is === 'totals') readTotals(seen.text, journal, machine());
      if (reading.is === 'undone') readUndone(person, account, seen.text);
    },
    /** A backup of that moment was restored. */
    restored(backupAt: number): void {
      for (const one of told) one.isLost ||= one.at > backupAt;
    },
    /** At the end all of it still stands in the audit, but for what a restore took away. */
    finish(): void {
      const eye = machine().eye();
      for (const one of told) {
        const isThere = eye
          .auditAbout(one.unit, one.period)
          .some(({ action, at }) => action === one.action && at === one.lineAt);
        journal.count(`decisions told: ${isThere ? 'in the audit at the end' : 'lost at restores'}`);
        if (!isThere && !one.isLost)
          journal.breach(
            BOOKS,
            `${one.by} was told of ${one.action} for ${one.unit} ${one.period} at ${inWords(one.lineAt)}, which is gone`,
          );
      }
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;

interface Said {
  unit: string;
  period: string;
  from: string | null;
  to: string | null;
  reason: string | null;
}

function lineOf(text: string, head: string): string {
  return text.split('\n').find((line) => line.startsWith(`• ${head}:`)) ?? '';
}

/** The unit's deadline before, as the preview said it: its own, else everybody's. */
function formerOf(preview: string, name: string): string | null {
  const own = lineOf(preview, 'Riêng')
    .slice('• Riêng: '.length)
    .split('; ')
    .find((part) => part.startsWith(`${name} `));
  const said = own ?? lineOf(preview, 'Hạn cũ');
  const extended = /đến hết [^(]*/u.exec(said)?.[0];
  if (extended !== undefined) return dayIn(extended);
  // "Trước 18/11/2026" is until the end of the day before.
  const named = dayIn(said);
  return named === null ? null : new Date(Date.parse(`${named}T00:00:00Z`) - 24 * 3600_000).toISOString().slice(0, 10);
}
